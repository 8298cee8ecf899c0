import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import { pageWords } from '../results/page-words.ts'
import type { TrendLine, TrendModel } from './trend-model.ts'
import { peopleOf, wordOf } from './trend-rows.ts'

/**
 * Every number of some lines of a trend: what is aimed at, then one row a round, the newest first. Under a score stands the
 * word of change that was stored with it, under a floor its names.
 */
export function trendTable(
  model: TrendModel,
  columns: readonly TrendLine[],
  { id, caption, org }: { readonly id: string; readonly caption: string; readonly org: string },
): TemplateResult {
  const rows = model.points.map((point, at) => ({ point, at })).toReversed()
  const hasPeople = model.points.some((point) => peopleOf(point) !== null)
  return html`<div class="table-scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
    <table id=${id} class="trend-table">
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('trend-table-round')}</th>
          ${hasPeople ? html`<th scope="col" class="number">${t('trend-table-people')}</th>` : nothing}
          ${columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${targetRow(columns, hasPeople)}
        ${rows.map(
          ({ point, at }) => html`<tr class=${point.continues === 'break' ? 'is-break' : ''}>
            <th scope="row">
              <a href="/o/${org}/r/${point.round.id}/results">${point.round.title}</a>
              <span class="muted">${periodText(point.round.period)}${brokenNote(model, at)}</span>
            </th>
            ${hasPeople ? html`<td class="number">${peopleOf(point) ?? t('trend-together')}</td>` : nothing}
            ${columns.map(({ marks }) => {
              const mark = marks[at]
              const more = mark === undefined ? '' : wordOf(mark, pageWords())
              return html`<td class="number">${mark?.label}${more === '' ? nothing : html`<br /><span class="muted">${more}</span>`}</td>`
            })}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function targetRow(columns: readonly TrendLine[], hasPeople: boolean): TemplateResult | typeof nothing {
  if (columns.every(({ target }) => target === undefined)) return nothing
  return html`<tr class="trend-target-row">
    <th scope="row">${t('trend-table-target')} <span class="muted">${t('trend-table-target-note')}</span></th>
    ${hasPeople ? html`<td></td>` : nothing}
    ${columns.map(({ target }) => html`<td class="number">${target === undefined ? nothing : html`${target.label}<br /><span class="muted">${target.by}</span>`}</td>`)}
  </tr>`
}

/** Before which lines may not be drawn on, under the name of the round. */
function brokenNote({ lines, points }: TrendModel, at: number): TemplateResult | typeof nothing {
  const broken = lines.filter(({ breaks }) => breaks.includes(at)).map(({ name }) => name)
  if (points[at]?.continues !== 'break') return nothing
  const isAll = broken.length === lines.length
  return html`<br />${isAll ? t('trend-break') : t('trend-break-of', { names: pageWords().list(broken) })}`
}
