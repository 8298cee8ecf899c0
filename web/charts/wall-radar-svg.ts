import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { Words } from '../results/words.ts'
import { capitalDisc } from './glyphs.ts'
import { absenceMark, seriesMark } from './marks.ts'
import { linesOf, type Place, placeAt, type RadarGeometry } from './radar-geometry.ts'
import { type Axis, absenceWord, type ChartModel } from './radar-model.ts'
import { radarDrawing } from './radar-svg.ts'

const RINGS = [25, 50, 75, 100]
const NAME = 28
const NUMBER = 32
const DISC = 19
const MARK = 9
const LONGEST_LINE = 14
/** Rough width of a digit and of a letter, as a share of the text size. */
const DIGIT = 0.6
const LETTER = 0.56

/** The radar of a wall of 1280 by 720, drawn in its pixels: names and numbers can be read from eight metres. */
const WALL: RadarGeometry = {
  width: 828,
  height: 600,
  centre: { x: 398, y: 300 },
  radius: 228,
  isNarrow: false,
}

/**
 * A radar for a wall: at most two polygons, with name, disc and numbers at the end of each axis instead of a legend.
 * The table with the same numbers has the id `describedBy`.
 */
export function wallRadar(model: ChartModel, describedBy: string, hasLine: boolean, words: Words): TemplateResult {
  return html`<svg class="wall-radar" viewBox="0 0 ${WALL.width} ${WALL.height}" role="img" aria-label=${model.label} aria-describedby=${describedBy}>
    ${radarDrawing(model, WALL, MARK, hasLine)} ${RINGS.map((ring) => ringNumber(ring, model.axes.length, hasLine))}
    ${model.axes.map((axis, at) => axisLabel(axis, at, model, words))}
  </svg>`
}

/** Between the first two axes: at twelve o'clock the numbers would lie under the polygons. */
function ringNumber(ring: number, axes: number, hasLine: boolean): SVGTemplateResult {
  const { x, y } = placeAt(WALL, 0.5, axes, (WALL.radius * ring * Math.cos(Math.PI / axes)) / 100)
  const isLine = hasLine && ring === 50
  return svg`<text class="ring ${isLine ? 'ring-line' : ''}" x=${x} y=${y} text-anchor="middle" dy="0.35em">${ring}</text>`
}

function axisLabel(axis: Axis, at: number, model: ChartModel, words: Words): SVGTemplateResult {
  const sideways = Math.sin((2 * Math.PI * at) / model.axes.length)
  const end = placeAt(WALL, at, model.axes.length, WALL.radius)
  const absent = axis.absence === undefined ? nothing : absenceMark(axis.absence, end.x, end.y, MARK + 2)
  if (Math.abs(sideways) < 0.2) return svg`${absent} ${labelInOneRow(axis, end, model, words)}`
  const anchor = sideways > 0 ? 'start' : 'end'
  const x = end.x + 18 * Math.sign(sideways)
  const lines = linesOf(axis.name, LONGEST_LINE)
  const top = end.y - (lines.length * NAME * 1.15 + NUMBER * 1.4) / 2
  const row = top + lines.length * NAME * 1.15 + NUMBER * 0.8
  const width = rowWidth(axis, words)
  return svg`${absent}
    ${lines.map((line, index) => svg`<text class="axis-name" x=${x} y=${top + (index + 0.85) * NAME * 1.15} text-anchor=${anchor}>${line}</text>`)}
    ${numbers(axis, model, { x: anchor === 'start' ? x : x - width, y: row }, words)}`
}

/** Above and below, the disc stands on the axis with the name before it and the numbers behind it. */
function labelInOneRow(axis: Axis, end: Place, model: ChartModel, words: Words): SVGTemplateResult {
  const y = end.y + (end.y < WALL.centre.y ? -1 : 1) * (DISC + MARK + 8)
  return svg`<text class="axis-name" x=${end.x - DISC - 12} y=${y} text-anchor="end" dy="0.35em">${axis.name}</text>
    ${numbers(axis, model, { x: end.x - DISC, y }, words)}`
}

/** The disc of the dimension and its numbers behind it, each with the mark of its series. */
function numbers(axis: Axis, model: ChartModel, { x, y }: Place, words: Words): SVGTemplateResult {
  const disc = capitalDisc(axis.code, axis.name, x + DISC, y, DISC)
  const said = absentInOneWord(axis, words)
  const start = x + 2 * DISC + 12
  if (said !== undefined) return svg`${disc}<text class="axis-absent" x=${start} y=${y} dy="0.35em">${said}</text>`
  let left = start
  return svg`${disc}${axis.marks.map((mark, at) => {
    const from = left
    left += markWidth(mark.label)
    const isNumber = mark.value !== null
    return svg`${isNumber ? seriesMark(model.series[at]?.style ?? 'first', from + MARK, y, MARK) : nothing}
      <text class=${isNumber ? 'axis-number' : 'axis-absent'} x=${from + 2 * MARK + 8} y=${y} dy="0.35em">${mark.label}</text>`
  })}`
}

function absentInOneWord(axis: Axis, words: Words): string | undefined {
  const isOne = axis.marks.every(({ value, absence }) => value === null && absence === axis.marks[0]?.absence)
  return isOne && axis.absence !== undefined ? absenceWord(axis.absence, words) : undefined
}

function markWidth(label: string): number {
  return 2 * MARK + 8 + label.length * NUMBER * DIGIT + 14
}

function rowWidth(axis: Axis, words: Words): number {
  const said = absentInOneWord(axis, words)
  const inNumbers = axis.marks.reduce((sum, { label }) => sum + markWidth(label), 0) - 14
  return 2 * DISC + 12 + (said === undefined ? inNumbers : said.length * NAME * LETTER)
}
