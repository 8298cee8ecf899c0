import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { capitalDisc } from './glyphs.ts'
import { absenceMark, seriesMark } from './marks.ts'
import { discRadiusOf, labelPlace, linesOf, placeAt, type RadarGeometry } from './radar-geometry.ts'
import type { Axis, ChartModel } from './radar-model.ts'

const RINGS = [25, 50, 75, 100]

/**
 * What stands around and on the grid of a radar: ring numbers, and at the end of each axis its disc, name and numbers.
 * It lies over the canvas as real text, so that it stays sharp on paper and follows the house style.
 */
export function radarLabels(model: ChartModel, geometry: RadarGeometry, hasLine: boolean): TemplateResult {
  const { width, height } = geometry
  return html`<svg class="radar-labels ${geometry.isNarrow ? 'narrow' : ''}" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${RINGS.map((ring) => ringNumber(ring, model.axes.length, geometry, hasLine))}
    ${model.axes.map((axis, at) => axisLabel(axis, at, model, geometry))}
  </svg>`
}

/** Between the first two axes: at twelve o'clock the numbers would lie under the polygons. */
function ringNumber(ring: number, axes: number, geometry: RadarGeometry, hasLine: boolean): SVGTemplateResult {
  const apothem = Math.cos(Math.PI / axes)
  const { x, y } = placeAt(geometry, 0.5, axes, (geometry.radius * ring * apothem) / 100)
  const isLine = hasLine && ring === 50
  return svg`<text class="ring ${isLine ? 'ring-line' : ''}" x=${x} y=${y} text-anchor="middle" dy="0.35em">${ring}</text>`
}

function axisLabel(axis: Axis, at: number, model: ChartModel, geometry: RadarGeometry): SVGTemplateResult {
  const place = labelPlace(geometry, at, model.axes.length)
  const end = placeAt(geometry, at, model.axes.length, geometry.radius)
  const size = geometry.isNarrow ? { name: 13, number: 14, longest: 11 } : { name: 15, number: 17, longest: 14 }
  const lines = linesOf(axis.name, size.longest)
  const nameHeight = lines.length * size.name * 1.2
  const whole = nameHeight + size.number * 1.4
  const top =
    place.grows === 'up' ? place.text.y - whole : place.grows === 'down' ? place.text.y : place.text.y - whole / 2
  return svg`
    ${axis.absence === undefined ? nothing : absenceMark(axis.absence, end.x, end.y, geometry.isNarrow ? 5 : 7)}
    ${capitalDisc(axis.code, axis.name, place.disc.x, place.disc.y, discRadiusOf(geometry))}
    ${lines.map((line, row) => svg`<text class="axis-name" x=${place.text.x} y=${top + (row + 0.85) * size.name * 1.2} text-anchor=${place.anchor}>${line}</text>`)}
    ${numbers(axis, model, place.text.x, top + nameHeight + size.number * 0.75, place.anchor, size.number)}
  `
}

/** The axis's numbers in a row, each behind the marker of its series. One text instead when all are equally absent. */
function numbers(
  axis: Axis,
  model: ChartModel,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  size: number,
) {
  const labels = axis.marks.map((mark) => mark.label)
  const isOne = axis.marks.every((mark) => mark.value === null && mark.label === labels[0])
  if (isOne) return svg`<text class="axis-absent" x=${x} y=${y} text-anchor=${anchor} dy="0.35em">${labels[0]}</text>`
  const gap = size * 0.6
  const widths = labels.map((label) => size * 1.05 + label.length * size * 0.58)
  const whole = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1)
  let from = anchor === 'start' ? x : anchor === 'end' ? x - whole : x - whole / 2
  return axis.marks.map((mark, at) => {
    const left = from
    from += (widths[at] ?? 0) + gap
    const style = model.series[at]?.style ?? 'first'
    const isNumber = mark.value !== null
    return svg`${isNumber ? seriesMark(style, left + size * 0.4, y, size * 0.32) : nothing}
      <text class=${isNumber ? 'axis-number' : 'axis-absent'} x=${left + size * 0.95} y=${y} dy="0.35em">${mark.label}</text>`
  })
}
