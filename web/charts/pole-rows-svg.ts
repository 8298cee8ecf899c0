import { html, nothing, svg, type TemplateResult } from 'lit'
import { between, markAt, placeOf, type SpanMark } from './span-rows-svg.ts'

/** Where people stand between two poles, and what is said of it. */
export interface PoleRow {
  readonly name: string
  readonly poles: readonly [string, string]
  /** Values from 0, the left pole, to 100, the right one; null is not drawn, because every place would be a figure. */
  readonly marks: readonly SpanMark[]
  readonly words: TemplateResult | string
}

/** How the rows are drawn. */
export interface PoleOptions {
  /** What the drawing says, in words. */
  readonly label: string
  /** Id of the table with the same figures. */
  readonly describedBy: string
  /** Number of steps of the scale. */
  readonly steps: number
}

/**
 * Lines between two poles: the words of both at the ends, a mark where people stand and an arrow to where they want to go.
 * It has no numbers and no direction that is better. Everything is measured in the size of the text, so that the same
 * drawing serves a page, a wall and a phone.
 */
export function poleRows(rows: readonly PoleRow[], { label, describedBy, steps }: PoleOptions): TemplateResult {
  return html`<div class="pole-rows" role="img" aria-label=${label} aria-describedby=${describedBy}>
    ${rows.map((row) => poleRow(row, steps))}
  </div>`
}

function poleRow({ name, poles, marks, words }: PoleRow, steps: number): TemplateResult {
  const isPlaced = marks.some(({ value }) => value !== null)
  const ticks = Array.from({ length: steps }, (_, step) => (100 * step) / (steps - 1))
  return html`<div class="pole-row">
    <p class="pole-name">${name}</p>
    <p class="pole">${poles[0]}</p>
    <svg class="pole-plot">
      <line class="span-track ${isPlaced ? '' : 'span-track-absent'}" x1=${placeOf(0)} x2=${placeOf(100)} y1="50%" y2="50%" />
      ${isPlaced ? ticks.map((at) => svg`<line class="pole-tick ${at === 50 ? 'pole-middle' : ''}" x1=${placeOf(at)} x2=${placeOf(at)} y1=${at === 50 ? '15%' : '35%'} y2=${at === 50 ? '85%' : '65%'} />`) : nothing}
      ${between(marks, true)} ${marks.map(({ value, style }) => (value === null ? nothing : markAt(style, placeOf(value))))}
    </svg>
    <p class="pole pole-right">${poles[1]}</p>
    <p class="pole-words">${words}</p>
  </div>`
}
