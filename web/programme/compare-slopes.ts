import { html, nothing, type TemplateResult } from 'lit'
import type { Slopes } from '../../server/contract/programme-figures.ts'
import { type EarlierMark, earlierMarks, markOf } from '../../server/domain/earlier-marks.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { quarterText } from '../trend/quarter-text.ts'
import '../trend/trend-texts.ts'
import { rowName, wholeThenParks } from './compare-words.ts'
import { earlierNote } from './earlier-note.ts'
import { asTable } from './figure-table.ts'
import { periodWithin } from './park-words.ts'
import { type LineOfRow, trendLines } from './trend-lines-svg.ts'

type Row = Slopes['rows'][number]
type Cell = Row['cells'][number]

const TABLE = 'compare-slopes-table'
/** Height of one picture, in pixels. */
const PANEL = 230

/** Two quarters of the companies that are in both: a picture for each capital and a table, the whole programme first. */
export function slopesPart({ fromPeriod, release, rows, dimensions }: Slopes, names: Names): TemplateResult {
  if (fromPeriod === null || release === null) {
    return html`<section aria-labelledby="slopes-heading">
      <h2 id="slopes-heading">${t('compare-trend-title')}</h2>
      <p>${t('compare-slopes-none')}</p>
    </section>`
  }
  const ordered = wholeThenParks(rows)
  const hidden = ordered.filter(({ cells }) => cells.every((cell) => !isShown(cell)))
  const isHidden = hidden.length === ordered.length
  const marks = earlierMarks(rows.flatMap(({ cells }) => cells))
  const n = Math.max(0, ...rows.flatMap(({ kind, cells }) => (kind === 'programme' ? cells.map((cell) => cell.n) : [])))
  return html`<section aria-labelledby="slopes-heading">
    <h2 id="slopes-heading">${t('compare-slopes', { period: periodWithin(fromPeriod) })}</h2>
    <p class="compare-headline">${t('compare-slopes-who', { n })} ${t('compare-no-order')}</p>
    ${isHidden ? html`<p>${t('compare-slopes-hidden')}</p>` : pictures(ordered, { dimensions, marks, periods: [fromPeriod, release.period], names })}
    ${earlierNote(marks)}
    ${isHidden || hidden.length === 0 ? nothing : html`<p class="muted">${t('compare-slopes-left-out', { names: pageWords().list(hidden.map(rowName)) })}</p>`}
    ${slopesTable(ordered, { dimensions, marks, periods: [fromPeriod, release.period], names })}
  </section>`
}

function isShown(cell: Cell | undefined): cell is Cell & { thenMean: number; nowMean: number } {
  return cell !== undefined && cell.thenMean !== null && cell.nowMean !== null
}

interface Shown {
  readonly dimensions: readonly string[]
  readonly marks: readonly EarlierMark[]
  /** Then and now. */
  readonly periods: readonly [string, string]
  readonly names: Names
}

function pictures(rows: readonly Row[], { dimensions, marks, periods: [from, to], names }: Shown): TemplateResult {
  return html`<ul class="compare-panels">
    ${dimensions.map((code) => {
      const shown = rows.flatMap((row, look) => {
        const cell = row.cells.find(({ dimension }) => dimension === code)
        const name = `${rowName(row)}${markOf(cell, marks)}`
        return isShown(cell) ? [{ name, before: cell.thenMean, now: cell.nowMean, look }] : []
      })
      const lines = shown.map(({ name, before, now, look }): LineOfRow => {
        return { name, values: [before, now], texts: [String(before), String(now)], look }
      })
      const capital = names.dimension(code)
      const told = shown.map(({ name, before, now }) => t('compare-slope-told', { name, before, now })).join(' ')
      const words = pageWords()
      return html`<li>
        <h3 class="with-icon">${capitalIcon(code, capital)} ${capital}</h3>
        ${
          lines.length === 0
            ? html`<p class="muted">${t('compare-hidden')}</p>`
            : trendLines(lines, {
                height: PANEL,
                label: t('compare-slope-chart', { capital, from: periodWithin(from), to: periodWithin(to), told }),
                periods: [quarterText(from, words), quarterText(to, words)],
                breaks: [],
                describedBy: TABLE,
              })
        }
      </li>`
    })}
  </ul>`
}

function slopesTable(rows: readonly Row[], { dimensions, marks, periods: [from, to], names }: Shown): TemplateResult {
  return asTable(
    TABLE,
    t('compare-slopes-caption', { from: periodText(from), to: periodText(to) }),
    html`<thead>
        <tr>
          <th scope="col">${t('compare-column-park')}</th>
          ${dimensions.map((code) => html`<th scope="col">${names.dimension(code)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${rowName(row)}</th>
            ${dimensions.map((code) =>
              changeCell(
                row.cells.find(({ dimension }) => dimension === code),
                marks,
              ),
            )}
          </tr>`,
        )}
      </tbody>`,
  )
}

function changeCell(cell: Cell | undefined, marks: readonly EarlierMark[]): TemplateResult {
  if (cell === undefined || cell.n === 0) return html`<td class="muted">${t('compare-none')}</td>`
  const companies = t('compare-companies', { n: cell.n })
  if (!isShown(cell)) return html`<td class="muted">${t('compare-hidden')}<br />${companies}</td>`
  return html`<td>
    ${t('compare-change', { before: cell.thenMean, now: cell.nowMean })}${markOf(cell, marks)}<br />
    <span class="muted">${cell.word === null ? nothing : html`${t(`compare-word-${cell.word}`)}, `}${companies}</span>
  </td>`
}
