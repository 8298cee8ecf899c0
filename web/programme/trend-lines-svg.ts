import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'
import { labelPlaces } from './label-places.ts'

/** One row over the quarters; null is a gap. */
export interface LineOfRow {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** What is said of each value: beyond an end of the scale no number. */
  readonly texts: readonly string[]
  /** Which look: 0 is the whole programme, 1 to 5 are parks that were chosen; undefined is grey and has no label. */
  readonly look: number | undefined
}

/** How the quarters stand. */
export interface TrendOfRows {
  /** In pixels; left out, as on a page of its own. */
  readonly height?: number
  readonly label: string
  readonly describedBy: string
  /** In a few signs. */
  readonly periods: readonly string[]
  /** Before which quarters the questions changed. */
  readonly breaks: readonly number[]
}

const HEIGHT = 320
const TOP = 20
const SIDES = { left: 0, right: 98 } as const
/** Under the scale, for the periods. */
const BELOW = { scale: 48, periods: 20 } as const
const GAP = 17
/** So many periods have room under the drawing on a laptop; a small screen has the first and the last. */
const LABELS = 6

/** Lines over quarters, as wide as there is room; names stand at the end of the lines that were chosen. */
export function trendLines(lines: readonly LineOfRow[], options: TrendOfRows): TemplateResult {
  const { periods, breaks, label, describedBy, height = HEIGHT } = options
  const bottom = height - BELOW.scale
  const plot: Plot = {
    bottom,
    x: (at) => placeOf(at, periods.length),
    y: (value) => bottom - (value * (bottom - TOP)) / 100,
  }
  const grey = lines.filter(({ look }) => look === undefined)
  const chosen = lines.filter(({ look }) => look !== undefined)
  return html`<div class="trend-of-rows" role="img" aria-label=${label} aria-describedby=${describedBy}>
    <svg class="trend-of-rows-plot" width="100%" height=${height}>
      ${[0, 50, 100].map((value) => ring(value, plot))} ${breaks.map((at) => breakBefore(at, plot))}
      ${[...grey, ...chosen.toReversed()].map((line) => lineOf(line, breaks, plot))}
      ${periods.map((period, at) => (isLabelled(at, periods.length) ? periodAt(period, at, periods.length, plot) : nothing))}
    </svg>
    <svg class="trend-of-rows-names" width="100%" height=${height}>${namesOf(chosen, plot)}</svg>
    ${namesBelow(chosen)}
  </div>`
}

interface Plot {
  /** Of the scale, in pixels from above. */
  readonly bottom: number
  /** Percent of the width. */
  readonly x: (at: number) => number
  /** Pixels from above. */
  readonly y: (value: number) => number
}

function placeOf(at: number, count: number): number {
  const inside = { left: SIDES.left + 13, right: SIDES.right - 2 }
  return count === 1 ? inside.right : inside.left + (at * (inside.right - inside.left)) / (count - 1)
}

function ring(value: number, { y }: Plot): SVGTemplateResult {
  return svg`<line class="slope-ring" x1="${SIDES.left}%" x2="${SIDES.right}%" y1=${y(value)} y2=${y(value)} />
    <text class="slope-scale" x="${SIDES.left}%" y=${y(value)} dy="-0.35em">${value}</text>`
}

function breakBefore(at: number, { x, bottom }: Plot): SVGTemplateResult {
  const between = (x(at - 1) + x(at)) / 2
  return svg`<g class="compare-break">
    <line x1="${between}%" x2="${between}%" y1=${TOP - 6} y2=${bottom + 6} />
    <text class="slope-scale" x="${between}%" y=${TOP - 9} text-anchor="middle">${t('compare-trend-break')}</text>
  </g>`
}

function lineOf({ values, look }: LineOfRow, breaks: readonly number[], { x, y }: Plot): SVGTemplateResult {
  const joints = values.map((value, at) => {
    const before = values[at - 1]
    return value === null || before == null || breaks.includes(at)
      ? nothing
      : svg`<line x1="${x(at - 1)}%" x2="${x(at)}%" y1=${y(before)} y2=${y(value)} />`
  })
  const size = look === undefined ? 2 : 4
  const marks = values.map((value, at) =>
    value === null ? nothing : svg`<circle cx="${x(at)}%" cy=${y(value)} r=${size} />`,
  )
  return svg`<g class="compare-line compare-line-${look ?? 'grey'}">${joints} ${marks}</g>`
}

/**
 * Beside the newest number of each line, with a few steps aside where lines end together. A line that ends in an earlier
 * quarter has its name alone: beside the newest quarter, its number would be read as one of that.
 */
function namesOf(chosen: readonly LineOfRow[], { y, bottom }: Plot): SVGTemplateResult[] {
  const ends = chosen.flatMap(({ name, values, texts, look }) => {
    const at = values.findLastIndex((value) => value !== null)
    const last = values[at]
    const label = at === values.length - 1 ? `${texts[at]} ${shortName(name)}` : shortName(name)
    return last == null ? [] : [{ label, last, look }]
  })
  const places = labelPlaces(
    ends.map(({ last }) => y(last)),
    { gap: GAP, top: TOP, bottom },
  )
  return ends.map(
    ({ label, last, look }, at) => svg`<g class="compare-line compare-line-${look}">
      <line x1="0" x2="12" y1=${y(last)} y2=${places[at]} />
      <text class="is-wide" x="16" y=${places[at]} dy="0.35em">${label}</text>
    </g>`,
  )
}

const LONGEST = 28

/** A name that fits beside a line; it is whole in the table, and below the lines on a small screen. */
function shortName(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`
}

/** Where no name has room beside its line they stand below, whole, each with a piece of its line. */
function namesBelow(chosen: readonly LineOfRow[]): TemplateResult {
  return html`<ul class="trend-of-rows-list">
    ${chosen.map(
      ({ name, texts, look }) => html`<li>
        <svg viewBox="0 0 36 12" width="36" height="12">
          <g class="compare-line compare-line-${look}"><line x1="0" x2="36" y1="6" y2="6" /><circle cx="18" cy="6" r="4" /></g>
        </svg>
        <span>${name}: ${texts.at(-1)}</span>
      </li>`,
    )}
  </ul>`
}

/** The newest always, and as many before it as there is room for. */
function isLabelled(at: number, count: number): boolean {
  return (count - 1 - at) % Math.max(1, Math.ceil((count - 1) / (LABELS - 1))) === 0
}

function periodAt(period: string, at: number, count: number, { x, bottom }: Plot): SVGTemplateResult {
  const anchor = at === count - 1 ? 'end' : at === 0 ? 'start' : 'middle'
  const isMiddle = at > 0 && at < count - 1
  const place = at === count - 1 ? SIDES.right : at === 0 ? SIDES.left : x(at)
  return svg`<text class="slope-period ${isMiddle ? 'is-wide' : ''}" x="${place}%" y=${bottom + BELOW.scale - BELOW.periods} text-anchor=${anchor}>${period}</text>`
}
