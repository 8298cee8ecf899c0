import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { seriesMark } from './marks.ts'
import type { ProjectedAxis } from './projection-model.ts'
import { type Place, placeAt, type RadarGeometry } from './radar-geometry.ts'

/**
 * What is expected, drawn over a radar: a band from cautious to hopeful, a bar along each axis from the one to the
 * other, and a dash-dot line with open triangles through what is most expected.
 *
 * The band is the one fill of a radar that is allowed: it is a region between two lines, not the inside of a shape.
 * Missing: band and line break where nothing is known; an axis where nothing moves gets no triangle.
 *
 * @param size radius of the marks, in units of the drawing.
 */
export function projectionDrawing(
  axes: readonly ProjectedAxis[],
  geometry: RadarGeometry,
  size: number,
): SVGTemplateResult {
  const sides = sidesOf(axes)
  return svg`
    <path class="projection-band" d=${sides.map((side) => quad(side, axes.length, geometry)).join('')} />
    <path class="projection-bars" d=${axes.map((axis, at) => bar(axis, at, axes.length, geometry)).join('')} />
    <path class="projection-line" d=${sides.map((side) => line(side, axes.length, geometry)).join('')} />
    ${axes.map((axis, at) => (axis.range !== null && axis.moves ? triangleAt(geometry, at, axes.length, axis.range.expected, size) : nothing))}`
}

/** The polygon of now with its marks. Missing: the line breaks where a value is null. */
export function nowDrawing(axes: readonly ProjectedAxis[], geometry: RadarGeometry, size: number): SVGTemplateResult {
  const lines = axes.map(({ now }, at) => {
    const next = axes[(at + 1) % axes.length]?.now ?? null
    if (now === null || next === null) return ''
    return `M${point(geometry, at, axes.length, now)}L${point(geometry, at + 1, axes.length, next)}`
  })
  return svg`<path class="radar-polygon series-first" d=${lines.join('')} />
    ${axes.map(({ now }, at) => {
      if (now === null) return nothing
      const { x, y } = placeAt(geometry, at, axes.length, (geometry.radius * now) / 100)
      return seriesMark('first', x, y, size)
    })}`
}

/** The open triangle of an expectation. */
export function triangle(x: number, y: number, size: number): SVGTemplateResult {
  const [wide, high] = [round(size * 1.15), round(size * 0.85)]
  return svg`<path class="projection-mark" transform="translate(${round(x)} ${round(y)})" d="M0 ${-round(size * 1.25)}L${wide} ${high}H${-wide}Z" />`
}

/** A piece of the band with its line and mark, for the key of a chart. */
export function projectionSample(): TemplateResult {
  return html`<svg class="sample" width="44" height="18" aria-hidden="true">
    <rect class="projection-band" x="1" y="3" width="42" height="12" />
    <line class="projection-line" x1="1" x2="43" y1="9" y2="9" />
    ${triangle(22, 9, 5)}
  </svg>`
}

/** Two neighbours of which both have a range, and at least one moves: elsewhere the line of now says it all. */
interface Side {
  readonly at: number
  readonly from: NonNullable<ProjectedAxis['range']>
  readonly to: NonNullable<ProjectedAxis['range']>
}

function sidesOf(axes: readonly ProjectedAxis[]): Side[] {
  return axes.flatMap((axis, at) => {
    const next = axes[(at + 1) % axes.length]
    if (!next || axis.range === null || next.range === null || !(axis.moves || next.moves)) return []
    return [{ at, from: axis.range, to: next.range }]
  })
}

function quad({ at, from, to }: Side, axes: number, geometry: RadarGeometry): string {
  const [low, high] = [point(geometry, at, axes, from.low), point(geometry, at, axes, from.high)]
  const [nextLow, nextHigh] = [point(geometry, at + 1, axes, to.low), point(geometry, at + 1, axes, to.high)]
  return `M${low}L${high}L${nextHigh}L${nextLow}Z`
}

function line({ at, from, to }: Side, axes: number, geometry: RadarGeometry): string {
  return `M${point(geometry, at, axes, from.expected)}L${point(geometry, at + 1, axes, to.expected)}`
}

function bar({ range, moves }: ProjectedAxis, at: number, axes: number, geometry: RadarGeometry): string {
  if (range === null || !moves || range.low === range.high) return ''
  return `M${point(geometry, at, axes, range.low)}L${point(geometry, at, axes, range.high)}`
}

function triangleAt(geometry: RadarGeometry, at: number, axes: number, value: number, size: number): SVGTemplateResult {
  const { x, y } = placeAt(geometry, at, axes, (geometry.radius * value) / 100)
  return triangle(x, y, size)
}

function point(geometry: RadarGeometry, at: number, axes: number, value: number): string {
  const { x, y }: Place = placeAt(geometry, at, axes, (geometry.radius * value) / 100)
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
