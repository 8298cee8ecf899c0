import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { absenceMark, seriesMark } from '../charts/marks.ts'
import type { TrendLine, TrendMark } from './trend-model.ts'

const WIDTH = 320
const HEIGHT = 190
const PLOT = { left: 34, right: 296, top: 14, bottom: 132 } as const
/** Where a round without a number stands: under the scale, because no place on it is "no number". */
const ABSENT = 147
const LABELS = 172
/** More rounds than this do not all get their period written under them. */
const MOST_LABELS = 4

/** One line from 0 to 100 over the rounds, with the line of preservation, breaks, and the newest number. */
export function trendSvg(
  line: TrendLine,
  options: {
    readonly periods: readonly string[]
    readonly breaks: readonly number[]
    readonly breakLabel: string
    readonly label: string
    readonly describedBy: string
    /** What the organisation aims at; undefined: nothing. */
    readonly hasLine: boolean
  },
): TemplateResult {
  const { periods, breaks, breakLabel, label, describedBy, hasLine } = options
  const x = (at: number) =>
    periods.length === 1
      ? (PLOT.left + PLOT.right) / 2
      : PLOT.left + 10 + (at * (PLOT.right - PLOT.left - 20)) / (periods.length - 1)
  const last = line.marks.findLastIndex(({ value }) => value !== null)
  return html`<svg
    class="trend-plot"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label=${label}
    aria-describedby=${describedBy}
  >
    ${[0, 50, 100].map((value) => ring(value, hasLine && value === 50))}
    ${breaks.map((at) => breakAt((x(at - 1) + x(at)) / 2, breakLabel))}
    ${line.marks.map((mark, at) => joint(line.marks[at - 1], mark, x(at - 1), x(at)))}
    ${line.marks.map((mark, at) => markAt(mark, x(at)))}
    ${last >= 0 ? numberAt(line.marks[last], x(last)) : nothing}
    ${periods.map((period, at) => (isLabelled(at, periods.length) ? periodAt(period, x(at), at, periods.length) : nothing))}
  </svg>`
}

function y(value: number): number {
  return PLOT.bottom - (value * (PLOT.bottom - PLOT.top)) / 100
}

function ring(value: number, isLine: boolean): SVGTemplateResult {
  return svg`<line class="trend-ring ${isLine ? 'is-line' : ''}" x1=${PLOT.left} x2=${PLOT.right} y1=${y(value)} y2=${y(value)} />
    <text class="trend-scale" x=${PLOT.left - 6} y=${y(value)} dy="0.35em" text-anchor="end">${value}</text>`
}

function breakAt(x: number, label: string): SVGTemplateResult {
  return svg`<g class="trend-break"><title>${label}</title><line x1=${x} x2=${x} y1=${PLOT.top - 8} y2=${PLOT.bottom + 8} /></g>`
}

function joint(
  before: TrendMark | undefined,
  mark: TrendMark,
  from: number,
  to: number,
): SVGTemplateResult | typeof nothing {
  if (!mark.isJoined || before?.value == null || mark.value === null) return nothing
  return svg`<line class="series-line series-first" x1=${from} x2=${to} y1=${y(before.value)} y2=${y(mark.value)} />`
}

function markAt({ value, absence }: TrendMark, x: number): SVGTemplateResult {
  return value === null ? absenceMark(absence ?? 'missing', x, ABSENT, 5) : seriesMark('first', x, y(value), 5)
}

/** Above the mark, or under it where the top of the scale is near. */
function numberAt(mark: TrendMark | undefined, x: number): SVGTemplateResult | typeof nothing {
  if (mark?.value == null) return nothing
  const isHigh = mark.value > 85
  return svg`<text class="trend-number" x=${x} y=${y(mark.value)} dy=${isHigh ? '1.5em' : '-0.65em'} text-anchor="middle">${mark.label}</text>`
}

function isLabelled(at: number, count: number): boolean {
  if (count <= MOST_LABELS) return true
  const step = Math.ceil((count - 1) / (MOST_LABELS - 1))
  return at === count - 1 || (at % step === 0 && count - 1 - at >= step / 2)
}

function periodAt(period: string, x: number, at: number, count: number): SVGTemplateResult {
  const isAtEnd = count > 2 && (at === 0 || at === count - 1)
  const anchor = !isAtEnd ? 'middle' : at === 0 ? 'start' : 'end'
  const place = !isAtEnd ? x : at === 0 ? x - 12 : x + 14
  return svg`<text class="trend-period" x=${place} y=${LABELS} text-anchor=${anchor}>${period}</text>`
}
