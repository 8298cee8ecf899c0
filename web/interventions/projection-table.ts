import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Baseline, Projection } from '../../server/domain/projection.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { type ProjectedMark, projectedMark, TOGETHER } from '../charts/projection-model.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { Absence } from '../results/missing.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import type { Words } from '../results/words.ts'

interface ProjectionTable {
  /** Its id on the page. */
  readonly id: string
  readonly dimensions: readonly string[]
  readonly perspectives: readonly string[]
  readonly baselines: Readonly<Record<string, Baseline>>
  readonly projected: Readonly<Record<string, Projection>>
  readonly absenceOf: (code: string, view: string) => Absence | undefined
  readonly names: Names
}

/** From this width on a table is open at first: on a phone it would push what follows out of sight. */
const WIDE = matchMedia('(min-width: 40rem)')

/** The table in a fold of its own, open where there is room. */
export function foldedTable(table: ProjectionTable): TemplateResult {
  return html`<details class="fold" ?open=${WIDE.matches}>
    <summary>${t('intervention-projection-table')}</summary>
    ${projectionTable(table)}
  </details>`
}

/** Every number of a projected balance: now, cautious, expected and hopeful, for each capital together and by side. */
function projectionTable(table: ProjectionTable): TemplateResult {
  const { id, dimensions, names } = table
  const words = pageWords()
  const views = table.perspectives.length > 1 ? [TOGETHER, ...table.perspectives] : [TOGETHER]
  return html`<div class="table-scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table id=${id} class="projection-table">
      <caption id="${id}-caption">${t('intervention-projection-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">${t('intervention-capital')}</th>
          <th scope="col" class="number">${t('intervention-now')}</th>
          <th scope="col" class="number">${t('intervention-low')}</th>
          <th scope="col" class="number">${t('intervention-expected')}</th>
          <th scope="col" class="number">${t('intervention-high')}</th>
        </tr>
      </thead>
      ${dimensions.map((code) => {
        const marks = views.map((view) =>
          projectedMark(view, table.baselines[code], table.projected[code], () => table.absenceOf(code, view)),
        )
        // Only the capital that moved is written again.
        const said = marks.map(({ now, range }) => `${now} ${range?.low} ${range?.expected} ${range?.high}`)
        return html`<tbody>${guard([locale(), ...said], () => marks.map((mark, at) => row(code, views[at] ?? TOGETHER, mark, names, words)))}</tbody>`
      })}
    </table>
  </div>`
}

function row(
  code: string,
  view: string,
  { now, absence, range }: ProjectedMark,
  names: Names,
  words: Words,
): TemplateResult {
  const name = names.dimension(code)
  const header =
    view === TOGETHER
      ? html`<th scope="row"><span class="with-icon">${capitalIcon(code, name)} ${name}</span></th>`
      : html`<th scope="row" class="side"><span class="visually-hidden">${name}, </span>${names.perspective(view)}</th>`
  const absent = html`<span class="absent">${t(`intervention-absent-${absence ?? 'missing'}`)}</span>`
  return html`<tr class=${view === TOGETHER ? 'is-together' : 'is-side'}>
    ${header}
    <td class="number">${now === null ? absent : words.number(now)}</td>
    ${
      range === null
        ? html`<td class="number" colspan="3">${now === null ? nothing : absent}</td>`
        : [range.low, range.expected, range.high].map((value) => html`<td class="number">${words.number(value)}</td>`)
    }
  </tr>`
}
