import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { capitalDisc } from './glyphs.ts'
import { absenceMark } from './marks.ts'
import type { ProjectedAxis } from './projection-model.ts'
import { nowDrawing, projectionDrawing } from './projection-svg.ts'
import { linesOf, type Place, placeAt, type RadarGeometry } from './radar-geometry.ts'

const RINGS = [25, 50, 75, 100]
const NAME = 28
const DISC = 17
const MARK = 8
const LONGEST_LINE = 14

/** Drawn in the pixels of a wall of 1280 by 720, with room beside it for what follows from it. */
const WALL: RadarGeometry = {
  width: 776,
  height: 450,
  centre: { x: 388, y: 225 },
  radius: 158,
  isNarrow: false,
}

/** What the drawing of an expectation is told. */
export interface WallProjection {
  readonly axes: readonly ProjectedAxis[]
  /** Everything in words, for who does not see it. */
  readonly label: string
  /** Id of the table with the same numbers. */
  readonly describedBy: string
  /** Whether the middle of the scale is the line of preservation. */
  readonly hasLine: boolean
  /** What is printed at the end of an axis. */
  readonly wordsOf: (axis: ProjectedAxis) => string
}

/** How the capitals are now and what is expected of them, for a wall: names and numbers stand at the ends of the axes. */
export function wallProjection({ axes, label, describedBy, hasLine, wordsOf }: WallProjection): TemplateResult {
  return html`<svg class="wall-radar wall-projection" viewBox="0 0 ${WALL.width} ${WALL.height}" role="img" aria-label=${label} aria-describedby=${describedBy}>
    ${RINGS.map((ring) => svg`<path class="radar-ring ${hasLine && ring === 50 ? 'radar-ring-line' : ''}" d=${ringPath(ring, axes.length)} />`)}
    ${axes.map((axis, at) => spoke(axis, at, axes.length))}
    ${nowDrawing(axes, WALL, MARK)} ${projectionDrawing(axes, WALL, MARK)}
    ${axes.map((axis, at) => axisLabel(axis, at, axes.length, wordsOf(axis)))}
  </svg>`
}

function ringPath(ring: number, count: number): string {
  const places = Array.from({ length: count }, (_, at) => placeAt(WALL, at, count, (WALL.radius * ring) / 100))
  return `M${places.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`
}

function spoke({ now, absence }: ProjectedAxis, at: number, count: number): SVGTemplateResult {
  const end = placeAt(WALL, at, count, WALL.radius)
  return svg`<line class="radar-spoke ${now === null ? 'radar-spoke-absent' : ''}" x1=${WALL.centre.x} y1=${WALL.centre.y} x2=${end.x} y2=${end.y} />
    ${now === null ? absenceMark(absence ?? 'missing', end.x, end.y, MARK + 2) : nothing}`
}

/** Above and below, name and number stand on both sides of the disc; elsewhere under each other, away from the grid. */
function axisLabel({ code, name, now }: ProjectedAxis, at: number, count: number, said: string): SVGTemplateResult {
  const sideways = Math.sin((2 * Math.PI * at) / count)
  const end = placeAt(WALL, at, count, WALL.radius)
  const look = now === null ? 'axis-absent' : 'axis-number'
  const away = DISC + MARK + 6
  if (Math.abs(sideways) < 0.2) {
    const y = end.y + (end.y < WALL.centre.y ? -away : away)
    return svg`${capitalDisc(code, name, end.x, y, DISC)}
      <text class="axis-name" x=${end.x - DISC - 10} y=${y} text-anchor="end" dy="0.35em">${name}</text>
      <text class=${look} x=${end.x + DISC + 10} y=${y} dy="0.35em">${said}</text>`
  }
  const side = Math.sign(sideways)
  const x = end.x + side * away
  return svg`${capitalDisc(code, name, x, end.y, DISC)}
    ${rows(linesOf(name, LONGEST_LINE), said, look, { x: x + side * (DISC + 10), y: end.y }, side)}`
}

function rows(names: readonly string[], said: string, look: string, { x, y }: Place, side: number): SVGTemplateResult {
  const anchor = side > 0 ? 'start' : 'end'
  const line = NAME * 1.15
  const top = y - ((names.length + 1) * line) / 2
  const placeOf = (index: number) => top + (index + 0.8) * line
  return svg`${names.map((name, index) => svg`<text class="axis-name" x=${x} y=${placeOf(index)} text-anchor=${anchor}>${name}</text>`)}
    <text class=${look} x=${x} y=${placeOf(names.length)} text-anchor=${anchor}>${said}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
