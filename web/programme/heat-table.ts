import { html, nothing, type TemplateResult } from 'lit'
import type { FigureCell, Heatmap } from '../../server/contract/programme-figures.ts'
import { type EarlierMark, earlierMarks, markOf } from '../../server/domain/earlier-marks.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { formatDay, t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { byName, figureText, isEmpty, placeOnScale, rowName, smallNote } from './compare-words.ts'
import { earlierNote } from './earlier-note.ts'
import { BIN_WIDTH, BINS, binOf } from './heat-bins.ts'

type Row = Heatmap['rows'][number]

interface TableOptions {
  readonly names: Names
  readonly caption: string
  readonly org: string
  readonly onWhy: (row: Row, cell: FigureCell) => void
}

interface RowOptions extends TableOptions {
  readonly marks: readonly EarlierMark[]
}

/** Parks, then regions and sectors, by capital, always in order of name. Each part is a body of rows with its own heading. */
export function heatTable({ rows, dimensions }: Heatmap, table: TableOptions): TemplateResult {
  const options = { ...table, marks: earlierMarks(figuresIn(rows)) }
  const of = (kind: Row['kind']) =>
    byName(rows.filter((row) => row.kind === kind).map((row) => ({ ...row, name: rowName(row) })))
  const columns = dimensions.length + 2
  return html`<div class="table-scroll heat parks-table" role="region" aria-labelledby="heat-caption" tabindex="0">
    <table class="heat-table">
      <caption id="heat-caption">
        <span>${options.caption}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" class="heat-name">${t('compare-heat-name')}</th>
          <th scope="col" class="heat-who">${t('compare-heat-companies')}</th>
          ${dimensions.map((code) => {
            const name = options.names.dimension(code)
            return html`<th scope="col"><span class="heat-capital">${capitalIcon(code, name)} ${name}</span></th>`
          })}
        </tr>
      </thead>
      <tbody>
        ${of('programme').map((row) => heatRow(row, options))}
      </tbody>
      ${(['park', 'region', 'sector'] as const).map((kind) => {
        const own = of(kind)
        return own.length === 0
          ? nothing
          : html`<tbody data-kind=${kind}>
              <tr>
                <th scope="rowgroup" class="heat-part" colspan=${columns}><span class="heat-part-name">${t(`compare-heat-${kind}s`)}</span></th>
              </tr>
              ${own.map((row) => heatRow(row, options))}
            </tbody>`
      })}
    </table>
  </div>`
}

function heatRow(row: Row, options: RowOptions): TemplateResult {
  const name = rowName(row)
  const companies = Math.max(0, ...row.cells.map(({ n, earlier }) => earlier?.counted ?? n))
  const who = row.tookPart === null ? t('compare-companies', { n: companies }) : t('compare-of', { ...row.tookPart })
  return html`<tr>
    <th scope="row" class="heat-name">
      ${row.kind === 'park' ? html`<a href="/o/${options.org}/parks/${row.id}">${name}</a>` : name}
      <span class="heat-who-below">${who}</span>
    </th>
    <td class="heat-who">${who}</td>
    ${row.cells.map((cell) => heatCell(row, cell, row.tookPart?.contributed ?? companies, options))}
  </tr>`
}

function heatCell(row: Row, cell: FigureCell, companies: number, { names, onWhy, marks }: RowOptions): TemplateResult {
  if (isEmpty(cell)) return html`<td class="heat-none"><span class="visually-hidden">${t('compare-none')}</span></td>`
  const at = placeOnScale(cell)
  if (at === null) {
    const said = t('compare-why-button', { row: rowName(row), capital: names.dimension(cell.dimension) })
    return html`<td class="heat-hidden">
      <button type="button" class="heat-why" aria-label=${said} @click=${() => onWhy(row, cell)}>${t('compare-hidden')}</button>
    </td>`
  }
  return html`<td class="heat-${binOf(at)} ${cell.lowOrHigh === null ? '' : 'heat-end'}">
    ${figureText(cell)}${earlierMark(cell, marks)}${cell.n === companies && cell.earlier === null ? nothing : html` <span class="heat-n">${t('compare-heat-cell-n', { n: cell.n })}</span>`}
  </td>`
}

function earlierMark(cell: FigureCell, marks: readonly EarlierMark[]): TemplateResult | typeof nothing {
  if (cell.earlier === null) return nothing
  const said = t('compare-earlier-said', { date: formatDay(cell.earlier.release.madeAt) })
  return html`<span aria-hidden="true">${markOf(cell, marks)}</span><span class="visually-hidden">, ${said}</span>`
}

function figuresIn(rows: readonly Row[]): FigureCell[] {
  return rows.flatMap(({ cells }) => cells)
}

/** What the tints, the hatching, the empty boxes and the marks mean. */
export function heatKey({ rows }: Heatmap): TemplateResult {
  const cells = figuresIn(rows)
  const bins = Array.from({ length: BINS }, (_, index) => index)
  return html`<div class="heat-key muted" role="group" aria-label=${t('compare-heat-key')}>
    <ul class="key">
      ${bins.map((bin) => {
        const to = bin === BINS - 1 ? 100 : (bin + 1) * BIN_WIDTH - 1
        return html`<li><span class="heat-sample heat-${bin + 1}"></span> ${t('compare-heat-key-bin', { from: bin * BIN_WIDTH, to })}</li>`
      })}
      <li><span class="heat-sample heat-hidden"></span> ${t('compare-heat-key-hidden')}</li>
      <li><span class="heat-sample heat-none"></span> ${t('compare-heat-key-none')}</li>
    </ul>
    ${earlierNote(earlierMarks(cells))}
    <p>${t('compare-heat-key-shade')} ${t('compare-heat-key-ends')}</p>
    ${smallNote(cells)}
  </div>`
}
