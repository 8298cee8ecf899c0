import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { labelPlaces } from './label-places.ts'

/** One line from then to now; both are there. */
export interface SlopeLine {
  readonly name: string
  readonly before: number
  readonly now: number
  /** Which look: 0 is the whole programme, 1 to 6 are parks. */
  readonly look: number
}

const WIDTH = 340
const HEIGHT = 210
const PLOT = { left: 40, right: 138, top: 14, bottom: 172 } as const
const GAP = 15
const LONGEST = 20

/** Two quarters beside each other on the whole scale, with a line for each row and its name at the end of it. */
export function slopeSvg(
  lines: readonly SlopeLine[],
  {
    label,
    from,
    to,
    describedBy,
  }: { readonly label: string; readonly from: string; readonly to: string; readonly describedBy: string },
): TemplateResult {
  const y = (value: number) => PLOT.bottom - (value * (PLOT.bottom - PLOT.top)) / 100
  const room = { gap: GAP, top: PLOT.top, bottom: PLOT.bottom }
  const ends = labelPlaces(
    lines.map(({ now }) => y(now)),
    room,
  )
  return html`<svg
    class="slope-plot"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label=${label}
    aria-describedby=${describedBy}
  >
    ${[0, 50, 100].map((value) => ring(value, y(value)))}
    ${[PLOT.left, PLOT.right].map((x) => svg`<line class="slope-side" x1=${x} x2=${x} y1=${PLOT.top} y2=${PLOT.bottom} />`)}
    ${lines.map((line, at) => lineOf(line, y, ends[at] ?? 0))}
    <text class="slope-period" x=${PLOT.left} y=${HEIGHT - 10} text-anchor="middle">${from}</text>
    <text class="slope-period" x=${PLOT.right} y=${HEIGHT - 10} text-anchor="middle">${to}</text>
  </svg>`
}

function ring(value: number, y: number): SVGTemplateResult {
  return svg`<line class="slope-ring" x1=${PLOT.left} x2=${PLOT.right} y1=${y} y2=${y} />
    <text class="slope-scale" x=${PLOT.left - 10} y=${y} dy="0.35em" text-anchor="end">${value}</text>`
}

function lineOf({ name, before, now, look }: SlopeLine, y: (value: number) => number, end: number): SVGTemplateResult {
  const isAway = Math.abs(end - y(now)) > 3
  return svg`<g class="compare-line compare-line-${look}">
    <line x1=${PLOT.left} x2=${PLOT.right} y1=${y(before)} y2=${y(now)} />
    <circle cx=${PLOT.left} cy=${y(before)} r="4" /><circle cx=${PLOT.right} cy=${y(now)} r="4" />
    ${isAway ? svg`<line class="slope-lead" x1=${PLOT.right + 5} x2=${PLOT.right + 13} y1=${y(now)} y2=${end} />` : nothing}
    <text x=${PLOT.right + 16} y=${end} dy="0.35em">${now} ${shortName(name, LONGEST)}</text>
  </g>`
}

/** A name that fits beside a line; whole in the table. */
export function shortName(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`
}
