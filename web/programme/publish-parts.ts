import { html, nothing, type TemplateResult } from 'lit'
import type { ProgrammePreview } from '../../server/contract/programme-releases.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { byName, rowName } from './compare-words.ts'
import { periodWithin } from './park-words.ts'
import { cohortSize, countShown, type HiddenRow, hiddenRows, TOGETHER, tableCells, type Why } from './publish-model.ts'

type Row = ProgrammePreview['rows'][number]

/** A longer list folds: a region has dozens of parks that nobody is on yet. */
const LONG = 12
const WHYS: readonly Why[] = ['kept', 'too-few', 'complement', 'silent']

/** What stays out, by reason, and what else is said of the figures. */
export function hiddenPart(preview: ProgrammePreview, names: Names): TemplateResult {
  const hidden = hiddenRows(preview.rows)
  const { shown, all } = countShown(preview.rows)
  const apart = countShown(preview.rows, ({ perspective }) => perspective !== TOGETHER)
  return html`<p>${shown === all ? t('publish-all-shown') : t('publish-count', { shown, all, rows: preview.rows.length })}</p>
    ${WHYS.map((why) => reasonPart(why, hidden.get(why) ?? [], names))}
    ${
      apart.shown < apart.all
        ? html`<p>${t('publish-parts', { hidden: apart.all - apart.shown, all: apart.all })}</p>`
        : nothing
    }
    ${besidePart(preview)}`
}

function reasonPart(why: Why, rows: readonly HiddenRow[], names: Names): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing
  const list = html`<ul>
    ${rows.map((row) => html`<li>${hiddenText(why, row, names)}</li>`)}
  </ul>`
  return html`<section class="publish-reason">
    <h3>${t(`publish-${why}`)}</h3>
    <p class="muted">${t(`publish-${why}-why`, { n: rows.length })}</p>
    ${
      rows.length > LONG
        ? html`<details class="fold">
            <summary>${t('publish-groups', { n: rows.length })}</summary>
            ${list}
          </details>`
        : list
    }
  </section>`
}

function hiddenText(why: Why, { row, n, capitals }: HiddenRow, names: Names): string {
  const name = rowName(row)
  const which =
    capitals === undefined
      ? name
      : t('publish-only-for', { row: name, capitals: pageWords().list(capitals.map((code) => names.dimension(code))) })
  return why === 'too-few' ? t('publish-too-few-row', { row: which, n }) : which
}

/** Changes, agreements and own profiles, which go along with the figures. */
function besidePart({ fromPeriod, slopes, themes, ownProfiles }: ProgrammePreview): TemplateResult {
  const changes = { ...countShown(slopes), n: cohortSize(slopes) }
  return html`<ul>
    ${fromPeriod === null ? nothing : html`<li>${t('publish-slopes', { period: periodWithin(fromPeriod), ...changes })}</li>`}
    ${themes === null ? nothing : html`<li>${t(`publish-themes-${themes}`)}</li>`}
    ${ownProfiles === 0 ? nothing : html`<li>${t('publish-own', { n: ownProfiles })}</li>`}
  </ul>`
}

/** The table as readers get it, with in each cell whether there will be a figure. */
export function publicTable(preview: ProgrammePreview, names: Names): TemplateResult {
  const [first] = preview.rows
  const horizon = first?.cells[0]?.horizon ?? ''
  const capitals = first === undefined ? [] : tableCells(first, horizon).map(({ dimension }) => dimension)
  const caption = t('publish-table-caption', {
    period: periodText(preview.period ?? ''),
    horizon: names.horizon(horizon),
  })
  return html`<div class="table-scroll parks-table" role="region" aria-label=${caption} tabindex="0">
    <table class="publish-table">
      <caption>${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${t('publish-table-group')}</th>
          ${capitals.map((code) => html`<th scope="col">${names.dimension(code)}</th>`)}
        </tr>
      </thead>
      ${(['programme', 'park', 'region', 'sector'] as const).map((kind) => {
        const rows = byName(
          preview.rows
            .filter((row) => row.kind === kind && isRead(row, horizon))
            .map((row) => ({ ...row, name: rowName(row) })),
        )
        return rows.length === 0 ? nothing : publicRows(kind, rows, { horizon, columns: capitals.length + 1 })
      })}
    </table>
  </div>`
}

/** A park always has a row; a sector or region only with five companies or more, as `services/public-figures.ts` has it. */
function isRead(row: Row, horizon: string): boolean {
  if (row.kind === 'programme' || row.kind === 'park') return true
  return tableCells(row, horizon).some(({ told, stands }) => told.count !== null || stands)
}

/** One part of the table, in order of name as readers get it. */
function publicRows(
  kind: Row['kind'],
  rows: readonly Row[],
  { horizon, columns }: { readonly horizon: string; readonly columns: number },
): TemplateResult {
  return html`<tbody>
    ${kind === 'programme' ? nothing : html`<tr><th scope="rowgroup" colspan=${columns}>${t(`compare-heat-${kind}s`)}</th></tr>`}
    ${rows.map(
      (row) => html`<tr>
        <th scope="row">${rowName(row)}</th>
        ${tableCells(row, horizon).map(cellView)}
      </tr>`,
    )}
  </tbody>`
}

function cellView({ told, reason, stands }: Row['cells'][number]): TemplateResult {
  const what = stands ? 'kept' : (reason ?? 'shown')
  return html`<td class="publish-${what}">
    ${t(`publish-cell-${what}`)} ${stands ? nothing : html`<span class="publish-n">${countText(told)}</span>`}
  </td>`
}

function countText({ count }: Row['cells'][number]['told']): string {
  return count === null ? t('publish-cell-n-few') : t('publish-cell-n', { n: count })
}
