import { type SVGTemplateResult, svg } from 'lit'
import { seriesMark } from './marks.ts'
import { placeAt, type RadarGeometry } from './radar-geometry.ts'
import type { Axis, ChartModel } from './radar-model.ts'

const RINGS = [25, 50, 75, 100]

/**
 * Grid and polygons of a radar as a drawing of its own, for where Chart.js is not loaded: the wall and phones.
 *
 * Missing: a line breaks where a value is null and its spoke is dashed; there is never a fill, because a fill would
 * paint what is missing as 0.
 *
 * @param size radius of the marks, in units of the drawing.
 * @param hasLine whether the middle of the scale is the line of preservation.
 */
export function radarDrawing(
  model: ChartModel,
  geometry: RadarGeometry,
  size: number,
  hasLine: boolean,
): SVGTemplateResult {
  const axes = model.axes.length
  // The first series lies on top.
  const series = model.series.map((one, at) => ({ ...one, at })).toReversed()
  return svg`
    ${RINGS.map((ring) => svg`<path class="radar-ring ${hasLine && ring === 50 ? 'radar-ring-line' : ''}" d=${ringPath(geometry, axes, ring)} />`)}
    ${model.axes.map((axis, at) => spoke(axis, geometry, at, axes))}
    ${series.map(({ style, at }) => svg`<path class="radar-polygon series-${style}" d=${polygonPath(model.axes, geometry, at)} />`)}
    ${series.map(({ style, at }) => model.axes.map((axis, spokeAt) => vertex(axis, style, at, geometry, spokeAt, axes, size)))}`
}

function spoke(axis: Axis, geometry: RadarGeometry, at: number, axes: number): SVGTemplateResult {
  const end = placeAt(geometry, at, axes, geometry.radius)
  return svg`<line class="radar-spoke ${axis.absence === undefined ? '' : `radar-spoke-absent radar-spoke-${axis.absence}`}" x1=${geometry.centre.x} y1=${geometry.centre.y} x2=${end.x} y2=${end.y} />`
}

function vertex(
  axis: Axis,
  style: ChartModel['series'][number]['style'],
  series: number,
  geometry: RadarGeometry,
  at: number,
  axes: number,
  size: number,
): SVGTemplateResult {
  const value = axis.marks[series]?.value ?? null
  if (value === null) return svg``
  const { x, y } = placeAt(geometry, at, axes, (geometry.radius * value) / 100)
  return seriesMark(style, x, y, size)
}

/** One ring of the grid: straight between the axes. */
export function ringPath(geometry: RadarGeometry, axes: number, ring: number): string {
  const places = Array.from({ length: axes }, (_, at) => placeAt(geometry, at, axes, (geometry.radius * ring) / 100))
  return `M${places.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`
}

/** Only the sides between two neighbours that both have a value. */
function polygonPath(axes: readonly Axis[], geometry: RadarGeometry, series: number): string {
  return axes
    .map((_, at) => {
      const next = (at + 1) % axes.length
      const [from, to] = [at, next].map((one) => axes[one]?.marks[series]?.value ?? null)
      if (from == null || to == null) return ''
      const [a, b] = [
        placeAt(geometry, at, axes.length, (geometry.radius * from) / 100),
        placeAt(geometry, next, axes.length, (geometry.radius * to) / 100),
      ]
      return `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
