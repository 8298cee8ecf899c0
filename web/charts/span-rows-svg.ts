import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { Absence } from '../results/missing.ts'
import { absenceMark } from './marks.ts'
import type { SeriesStyle } from './radar-model.ts'

/** How a mark looks: as in the other charts, or as what was before. */
export type SpanStyle = SeriesStyle | 'before'

/** One number of a row; null is not drawn anywhere, because every place on the scale is a number. */
export interface SpanMark {
  readonly value: number | null
  readonly label: string
  readonly style: SpanStyle
}

/** Two numbers on one scale, with a name before them and words behind. */
export interface SpanRow {
  readonly name: TemplateResult
  readonly marks: readonly SpanMark[]
  readonly words: TemplateResult | string
}

/** How the rows are drawn. */
export interface SpanOptions {
  /** What the drawing says, in words. */
  readonly label: string
  /** Id of the table with the same numbers. */
  readonly describedBy: string
  /** Whether the middle of the scale is the line of preservation. */
  readonly hasLine: boolean
  /** Whether the second number comes after the first in time, so that an arrow leads to it. */
  readonly isArrow?: boolean
}

/** Room at both ends of the scale, in percent, so that a number beside a mark at 0 or 100 stays inside the drawing. */
const MARGIN = 9
/** Marks closer than this leave no room for the head of an arrow. */
const ROOM_FOR_HEAD = 8

/**
 * Two numbers for each row on one line from 0 to 100. Everything is measured in the size of the text, so that the same
 * drawing serves a wall and a phone, and grows when somebody enlarges the text.
 */
export function spanRows(rows: readonly SpanRow[], options: SpanOptions): TemplateResult {
  return html`<div class="span-rows" role="img" aria-label=${options.label} aria-describedby=${options.describedBy}>
    <div class="span-row span-scale">
      <span></span>
      <svg class="span-plot">${[0, 50, 100].map((value) => svg`<text class="span-ring ${value === 50 && options.hasLine ? 'span-line' : ''}" x=${placeOf(value)} y="50%" dy="0.35em" text-anchor="middle">${value}</text>`)}</svg>
      <span></span>
    </div>
    ${rows.map((row) => spanRow(row, options))}
  </div>`
}

function spanRow({ name, marks, words }: SpanRow, { hasLine, isArrow = false }: SpanOptions): TemplateResult {
  const isWhole = marks.every(({ value }) => value !== null)
  return html`<div class="span-row">
    <span class="span-name">${name}</span>
    <svg class="span-plot">
      <line class="span-track ${isWhole ? '' : 'span-track-absent'}" x1=${placeOf(0)} x2=${placeOf(100)} y1="50%" y2="50%" />
      ${[0, 50, 100].map((value) => svg`<line class="span-tick ${value === 50 && hasLine ? 'span-tick-line' : ''}" x1=${placeOf(value)} x2=${placeOf(value)} y1="0" y2="100%" />`)}
      ${between(marks, isArrow)} ${marks.map(({ value, style }) => (value === null ? nothing : markAt(style, placeOf(value))))}
      ${marks.map((_, at) => number(marks, at))}
    </svg>
    <span class="span-words">${words}</span>
  </div>`
}

/** The way from the first mark to the second; nothing when one is not there, or when they are at one place. */
export function between(marks: readonly SpanMark[], isArrow: boolean): SVGTemplateResult | typeof nothing {
  const [first, second] = marks
  if (first?.value == null || second?.value == null || first.value === second.value) return nothing
  const isUp = second.value > first.value
  const hasHead = isArrow && Math.abs(second.value - first.value) >= ROOM_FOR_HEAD
  const head = svg`<svg x=${placeOf(second.value)} y="50%" overflow="visible">
    <svg class="span-head" x="-0.5em" y="-0.5em" width="1em" height="1em" viewBox="-10 -10 20 20" overflow="visible">
      <path d=${isUp ? 'M-24 -9L-13 0L-24 9' : 'M24 -9L13 0L24 9'} />
    </svg>
  </svg>`
  return svg`<line class="span-between" x1=${placeOf(first.value)} x2=${placeOf(second.value)} y1="50%" y2="50%" />
    ${hasHead ? head : nothing}`
}

/** The lower number stands left of its mark and the higher right of it, so that the two never touch. */
function number(marks: readonly SpanMark[], at: number): SVGTemplateResult | typeof nothing {
  const value = marks[at]?.value ?? null
  const other = marks[1 - at]?.value ?? null
  if (value === null || (value === other && at === 1)) return nothing
  const isLeft = other !== null && value < other
  return svg`<text class="span-number" x=${placeOf(value)} y="50%" dx=${isLeft ? '-0.65em' : '0.65em'} dy="0.35em" text-anchor=${isLeft ? 'end' : 'start'}>${marks[at]?.label}</text>`
}

/** The mark of a style at a place on the scale, one text size large. */
export function markAt(style: SpanStyle, x: string): SVGTemplateResult {
  return svg`<svg x=${x} y="50%" overflow="visible">
    <svg x="-0.5em" y="-0.5em" width="1em" height="1em" viewBox="-10 -10 20 20" overflow="visible">${shapeOf(style)}</svg>
  </svg>`
}

/** The mark of a style beside a name. */
export function spanSample(style: SpanStyle): TemplateResult {
  return html`<svg class="span-sample" viewBox="-10 -10 20 20" aria-hidden="true">${shapeOf(style)}</svg>`
}

/** The mark of what is not there beside its words. */
export function absentSample(absence: Absence): TemplateResult {
  return html`<svg class="span-sample" viewBox="-10 -10 20 20" aria-hidden="true">${absenceMark(absence, 0, 0, 8)}</svg>`
}

function shapeOf(style: SpanStyle): SVGTemplateResult {
  const shape =
    style === 'outside'
      ? svg`<path d="M0 -9.5L9.5 0L0 9.5L-9.5 0Z" />`
      : svg`<circle r=${style === 'first' ? 8 : 6.5} />`
  return svg`<g class="mark mark-${style}">${shape}</g>`
}

/** Where on the drawing a value of 0 to 100 lies, with room at both ends. */
export function placeOf(value: number): string {
  return `${MARGIN + (value * (100 - 2 * MARGIN)) / 100}%`
}
