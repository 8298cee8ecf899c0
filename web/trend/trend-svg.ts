import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { absenceMark, seriesMark } from '../charts/marks.ts'
import type { TargetMark } from './target-marks.ts'
import type { TrendLine, TrendMark, TrendScale } from './trend-model.ts'

const WIDTH = 320
const HEIGHT = 190
const PLOT = { left: 34, right: 296, top: 14, bottom: 132 } as const
/** A target stands right of the newest round, because it is ahead. */
const TARGET = { from: 272, to: 292, plotRight: 258 } as const
/** Where a round without a number stands: under the scale, because no place on it is "no number". */
const ABSENT = 147
const LABELS = 172
/** Room that a period needs under its round. */
const LABEL_WIDTH = 72
/** From so many rounds on marks are smaller, so that they stay apart. */
const MANY = 13

/** Where the rounds of a line stand in its drawing, and the values of its scale. */
export interface TrendGeometry {
  readonly x: (at: number) => number
  readonly y: (value: number) => number
}

/** Lays a line of so many rounds out. */
export function trendGeometry(line: Pick<TrendLine, 'scale' | 'target'>, rounds: number): TrendGeometry {
  const right = line.target === undefined ? PLOT.right : TARGET.plotRight
  return {
    x: (at) =>
      rounds === 1 ? (PLOT.left + right) / 2 : PLOT.left + 10 + (at * (right - PLOT.left - 20)) / (rounds - 1),
    y: (value) => PLOT.bottom - (value * (PLOT.bottom - PLOT.top)) / line.scale.most,
  }
}

/** One line over the rounds on its whole scale, with breaks, the newest number, and what the organisation aims at. */
export function trendSvg(
  line: TrendLine,
  options: {
    readonly periods: readonly string[]
    readonly breakLabel: string
    /** Id of the table with the same numbers. */
    readonly describedBy: string
  },
): TemplateResult {
  const { periods, breakLabel, describedBy } = options
  const geometry = trendGeometry(line, periods.length)
  const { x, y } = geometry
  const last = line.marks.findLastIndex(({ value }) => value !== null)
  const size = periods.length < MANY ? 5 : 3.5
  return html`<svg
    class="trend-plot"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label=${line.told}
    aria-describedby=${describedBy}
  >
    ${line.scale.ticks.map((tick) => ring(tick, line, y(tick.value)))}
    ${line.breaks.map((at) => (at === 0 ? nothing : breakAt((x(at - 1) + x(at)) / 2, breakLabel)))}
    ${line.marks.map((mark, at) => joint(line.marks[at - 1], mark, at, geometry))}
    ${line.marks.map((mark, at) => markAt(mark, x(at), y, size))}
    ${line.target === undefined ? nothing : targetAt(line.target, y)}
    ${last >= 0 ? numberAt(line.marks[last], x(last), y) : nothing}
    ${periods.map((period, at) => (isLabelled(at, periods.length, x) ? periodAt(period, x(at), at, periods.length) : nothing))}
  </svg>`
}

/** Ends before a target, which would not be seen on it. */
function ring(tick: TrendScale['ticks'][number], { scale, target }: TrendLine, y: number): SVGTemplateResult {
  const end = target === undefined ? PLOT.right : TARGET.from - 6
  return svg`<line class="trend-ring ${tick.value === scale.line ? 'is-line' : ''}" x1=${PLOT.left} x2=${end} y1=${y} y2=${y} />
    <text class="trend-scale" x=${PLOT.left - 6} y=${y} dy="0.35em" text-anchor="end">${tick.label}</text>`
}

function breakAt(x: number, label: string): SVGTemplateResult {
  return svg`<g class="trend-break"><title>${label}</title><line x1=${x} x2=${x} y1=${PLOT.top - 8} y2=${PLOT.bottom + 8} /></g>`
}

function joint(
  before: TrendMark | undefined,
  mark: TrendMark,
  at: number,
  { x, y }: TrendGeometry,
): SVGTemplateResult | typeof nothing {
  if (!mark.isJoined || before?.value == null || mark.value === null) return nothing
  return svg`<line class="series-line series-first" x1=${x(at - 1)} x2=${x(at)} y1=${y(before.value)} y2=${y(mark.value)} />`
}

function markAt(
  { value, absence }: TrendMark,
  x: number,
  y: (value: number) => number,
  size: number,
): SVGTemplateResult {
  return value === null ? absenceMark(absence ?? 'missing', x, ABSENT, size) : seriesMark('first', x, y(value), size)
}

/** A thin dashed line and its number: no mark, because it is no score. */
function targetAt({ target, label }: TargetMark, y: (value: number) => number): SVGTemplateResult {
  const at = y(target.score)
  return svg`<g class="trend-target">
    <line x1=${TARGET.from} x2=${TARGET.to} y1=${at} y2=${at} />
    <text x=${TARGET.to + 4} y=${at} dy="0.35em">${label}</text>
  </g>`
}

/** Above the mark, or under it where the top of the scale is near. */
function numberAt(
  mark: TrendMark | undefined,
  x: number,
  y: (value: number) => number,
): SVGTemplateResult | typeof nothing {
  if (mark?.value == null) return nothing
  const isHigh = y(mark.value) < PLOT.top + 18
  return svg`<text class="trend-number" x=${x} y=${y(mark.value)} dy=${isHigh ? '1.5em' : '-0.65em'} text-anchor="middle">${mark.label}</text>`
}

/** All rounds where there is room; else the first, the newest, and the one in the middle if it fits. */
function isLabelled(at: number, count: number, x: TrendGeometry['x']): boolean {
  if (at === 0 || at === count - 1) return true
  const middle = Math.round((count - 1) / 2)
  const isAlone = x(middle) - x(0) >= LABEL_WIDTH && x(count - 1) - x(middle) >= LABEL_WIDTH
  return x(1) - x(0) >= LABEL_WIDTH || (at === middle && isAlone)
}

function periodAt(period: string, x: number, at: number, count: number): SVGTemplateResult {
  const isAtEnd = count > 2 && (at === 0 || at === count - 1)
  const anchor = !isAtEnd ? 'middle' : at === 0 ? 'start' : 'end'
  const place = !isAtEnd ? x : at === 0 ? x - 12 : x + 14
  return svg`<text class="trend-period" x=${place} y=${LABELS} text-anchor=${anchor}>${period}</text>`
}
