import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { absenceMark } from '../charts/marks.ts'
import { markAt, placeOf } from '../charts/span-rows-svg.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { axisBand, axisLine, axisScale } from './axis-row.ts'
import { type BenchmarkRow, meanPlace, rowText } from './company-benchmark-model.ts'
import { capitalWithDisc } from './company-preview.ts'

/** How the chart is drawn. */
interface ChartOptions {
  readonly names: Names
  /** What the drawing says, in words. */
  readonly label: string
  /** Id of the table with the same numbers. */
  readonly describedBy: string
}

/**
 * One line from 0 to 100 for each capital: the own score as a dot, the mean of the group as a tick, and behind them the
 * middle half of the companies. What is not there is an open ring in front of the line, never a place on it.
 */
export function benchmarkChart(rows: readonly BenchmarkRow[], options: ChartOptions): TemplateResult {
  const { names, label, describedBy } = options
  return html`<div class="beside-rows" role="img" aria-label=${label} aria-describedby=${describedBy}>
    ${axisScale()}
    ${rows.map(
      (row) => html`<div class="axis-row">
        <span class="span-name">${capitalWithDisc(row.dimension, names)}</span>
        ${plot(row)}
        <span class="beside-words">${rowText(row)}</span>
      </div>`,
    )}
  </div>`
}

function plot({ own, group }: BenchmarkRow): TemplateResult {
  const mean = group === undefined ? null : meanPlace(group)
  return html`<svg class="span-plot">
    ${axisLine(own === null)} ${group?.band ? axisBand(group.band, 56) : nothing}
    ${mean === null ? nothing : svg`<line class="axis-mean" x1=${placeOf(mean)} x2=${placeOf(mean)} y1="12%" y2="88%" />`}
    ${own === null ? absenceMark('missing', '2%', '50%', 5) : markAt('first', placeOf(own))}
  </svg>`
}

/** What the marks stand for; the band only where one is drawn. */
export function benchmarkKey(hasBand: boolean): TemplateResult {
  const sample = (mark: SVGTemplateResult) =>
    html`<svg class="span-sample" viewBox="-10 -10 20 20" aria-hidden="true">${mark}</svg>`
  return html`<ul class="key">
    <li>${sample(svg`<g class="mark mark-first"><circle r="8" /></g>`)} ${t('programme-company-key-own')}</li>
    <li>${sample(svg`<line class="axis-mean" y1="-9" y2="9" x1="0" x2="0" />`)} ${t('programme-company-key-mean')}</li>
    ${
      hasBand
        ? html`<li>${sample(svg`<rect class="axis-band" x="-10" y="-5" width="20" height="10" />`)} ${t('programme-company-key-band')}</li>`
        : nothing
    }
  </ul>`
}
