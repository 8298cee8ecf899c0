import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { pageWords } from '../results/page-words.ts'
import { capitalIcon } from './glyphs.ts'
import { seriesMark } from './marks.ts'
import { type Axis, type ChartModel, differenceWords } from './radar-model.ts'

/** Room at both ends of the scale, so that a number beside a marker at 0 or 100 stays inside the drawing. */
const MARGIN = 9

/**
 * Two numbers for each dimension on one line from 0 to 100, with the difference in words beside it. The rows keep the
 * instrument's order: the same capital stands at the same place in every chart. The table with the same numbers has
 * the id `describedBy`.
 *
 * Missing: a number that is not there has no marker anywhere on the scale, because a marker has a place and a place is
 * a number; the words say that it is hidden or missing.
 */
export function dumbbell(model: ChartModel, describedBy: string, hasLine: boolean): TemplateResult {
  return html`<div class="dumbbell" role="img" aria-label=${model.label} aria-describedby=${describedBy}>
    <div class="dumbbell-row dumbbell-scale">
      <span></span>
      <svg width="100%" height="20">${[0, 50, 100].map((value) => scaleNumber(value, hasLine))}</svg>
      <span></span>
    </div>
    ${model.axes.map((axis) => row(axis, model, hasLine))}
  </div>`
}

function row(axis: Axis, model: ChartModel, hasLine: boolean): TemplateResult {
  return html`<div class="dumbbell-row">
    <span class="dumbbell-name">${capitalIcon(axis.code, axis.name)} ${axis.name}</span>
    <svg width="100%" height="36">
      <line class="track ${axis.difference === null ? 'track-absent' : ''}" x1=${placeOf(0)} x2=${placeOf(100)} y1="18" y2="18" />
      ${[0, 50, 100].map((value) => svg`<line class="tick ${value === 50 && hasLine ? 'tick-line' : ''}" x1=${placeOf(value)} x2=${placeOf(value)} y1="0" y2="36" />`)}
      ${span(axis)} ${axis.marks.map((mark, at) => (mark.value === null ? nothing : seriesMark(model.series[at]?.style ?? 'first', placeOf(mark.value), 18, 7)))}
      ${axis.marks.map((_, at) => number(axis, at))}
    </svg>
    <span class="dumbbell-words">${differenceWords(axis, model, pageWords())}</span>
  </div>`
}

function span(axis: Axis): SVGTemplateResult | typeof nothing {
  const [first, second] = axis.marks
  if (first?.value == null || second?.value == null) return nothing
  return svg`<line class="span" x1=${placeOf(first.value)} x2=${placeOf(second.value)} y1="18" y2="18" />`
}

/** The lower number stands left of its marker and the higher right of it, so that the two never touch. */
function number(axis: Axis, at: number): SVGTemplateResult | typeof nothing {
  const value = axis.marks[at]?.value ?? null
  const other = axis.marks[1 - at]?.value ?? null
  if (value === null || (value === other && at === 1)) return nothing
  const isLeft = other !== null && value < other
  return svg`<text class="value" x=${placeOf(value)} y="18" dx=${isLeft ? -13 : 13} dy="0.35em" text-anchor=${isLeft ? 'end' : 'start'}>${axis.marks[at]?.label}</text>`
}

function scaleNumber(value: number, hasLine: boolean): SVGTemplateResult {
  return svg`<text class="ring ${value === 50 && hasLine ? 'ring-line' : ''}" x=${placeOf(value)} y="10" dy="0.35em" text-anchor="middle">${value}</text>`
}

function placeOf(value: number): string {
  return `${MARGIN + (value * (100 - 2 * MARGIN)) / 100}%`
}
