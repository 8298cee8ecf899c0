import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { MvElement } from '../app/element.ts'
import { pageWords } from '../results/page-words.ts'
import { capitalDisc } from './glyphs.ts'
import { absenceMark, seriesMark } from './marks.ts'
import { type ProjectedAxis, type ProjectionModel, rangeText } from './projection-model.ts'
import { nowDrawing, projectionDrawing, triangle } from './projection-svg.ts'
import { discRadiusOf, isNarrow, labelPlace, linesOf, placeAt, type RadarGeometry } from './radar-geometry.ts'
import { ringPath } from './radar-svg.ts'

/** Roughly what a phone leaves after its margins; used until the real width is known. */
const FIRST_WIDTH = 320
const RINGS = [25, 50, 75, 100]

/**
 * The balance now and as the group expects it, as a radar that follows every change of an expectation. It is one
 * drawing of which only the parts that move are written again. The table with the same numbers has the id
 * `described-by`.
 */
@customElement('mv-projection-radar')
export class ProjectionRadar extends MvElement {
  @property({ attribute: false }) model!: ProjectionModel
  @property({ attribute: 'described-by' }) describedBy = ''
  /** Whether the middle of the scale is the line of preservation. */
  @property({ type: Boolean }) hasLine = false
  @state() private width = FIRST_WIDTH
  readonly #size = new ResizeObserver(([entry]) => this.#onSize(entry?.contentRect.width ?? 0))

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
  }

  protected override render(): TemplateResult {
    const { axes, label } = this.model
    const geometry = geometryFor(this.width)
    const size = geometry.isNarrow ? 4.5 : 6
    const now = axes.map((axis) => `${axis.name}${axis.now}`).join()
    return html`<svg
      class="projection-radar radar-labels ${geometry.isNarrow ? 'narrow' : ''}"
      viewBox="0 0 ${geometry.width} ${geometry.height}"
      role="img"
      aria-label=${label}
      aria-describedby=${this.describedBy}
    >
      ${guard([geometry.width, now, this.hasLine], () => grid(axes, geometry, this.hasLine))}
      ${projectionDrawing(axes, geometry, size)} ${guard([geometry.width, now], () => nowDrawing(axes, geometry, size))}
      ${axes.map((axis, at) => numbers(axis, at, axes.length, geometry))}
    </svg>`
  }

  #onSize(width: number): void {
    if (width > 0 && Math.round(width) !== this.width) this.width = Math.round(width)
  }
}

/** As other radars, with room for a second line of numbers. */
function geometryFor(width: number): RadarGeometry {
  const narrow = isNarrow(width)
  const height = Math.round(narrow ? width * 1.3 : Math.min(width * 0.92, 620))
  const room = narrow ? { beside: 60, above: 86 } : { beside: 150, above: 92 }
  const radius = Math.floor(
    Math.max(40, Math.min((width / 2 - room.beside) / Math.cos(Math.PI / 6), height / 2 - room.above)),
  )
  const centre = { x: Math.floor(width / 2), y: Math.floor(height / 2) }
  return { width, height, centre, radius, isNarrow: narrow }
}

/** What does not move: rings with their numbers, spokes, discs and names. */
function grid(axes: readonly ProjectedAxis[], geometry: RadarGeometry, hasLine: boolean): SVGTemplateResult {
  return svg`${RINGS.map((ring) => svg`<path class="radar-ring ${hasLine && ring === 50 ? 'radar-ring-line' : ''}" d=${ringPath(geometry, axes.length, ring)} />`)}
    ${axes.map((axis, at) => spoke(axis, at, axes.length, geometry))}
    ${RINGS.map((ring) => {
      const { x, y } = placeAt(
        geometry,
        0.5,
        axes.length,
        (geometry.radius * ring * Math.cos(Math.PI / axes.length)) / 100,
      )
      return svg`<text class="ring ${hasLine && ring === 50 ? 'ring-line' : ''}" x=${x} y=${y} text-anchor="middle" dy="0.35em">${ring}</text>`
    })}`
}

function spoke(axis: ProjectedAxis, at: number, axes: number, geometry: RadarGeometry): SVGTemplateResult {
  const { centre } = geometry
  const end = placeAt(geometry, at, axes, geometry.radius)
  const { disc, text, anchor, lines, top, size } = labelOf(axis, at, axes, geometry)
  return svg`<line class="radar-spoke ${axis.now === null ? 'radar-spoke-absent' : ''}" x1=${centre.x} y1=${centre.y} x2=${end.x} y2=${end.y} />
    ${axis.absence === undefined ? nothing : absenceMark(axis.absence, end.x, end.y, geometry.isNarrow ? 5 : 7)}
    ${capitalDisc(axis.code, axis.name, disc.x, disc.y, discRadiusOf(geometry))}
    ${lines.map((line, row) => svg`<text class="axis-name" x=${text.x} y=${top + (row + 0.85) * size.name * 1.2} text-anchor=${anchor}>${line}</text>`)}`
}

/** Where name and numbers of an axis stand: the name, then what is known now, then what is expected. */
function labelOf(axis: ProjectedAxis, at: number, axes: number, geometry: RadarGeometry) {
  const { disc, text, anchor, grows } = labelPlace(geometry, at, axes)
  const size = geometry.isNarrow ? { name: 13, number: 14, longest: 11 } : { name: 15, number: 17, longest: 14 }
  const lines = linesOf(axis.name, size.longest)
  const nameHeight = lines.length * size.name * 1.2
  const whole = nameHeight + size.number * 2.6
  const top = grows === 'up' ? text.y - whole : grows === 'down' ? text.y : text.y - whole / 2
  return { disc, text, anchor, lines, top, size, under: top + nameHeight }
}

function numbers(axis: ProjectedAxis, at: number, axes: number, geometry: RadarGeometry): SVGTemplateResult {
  const { text, anchor, size, under } = labelOf(axis, at, axes, geometry)
  const words = pageWords()
  const first = under + size.number * 0.75
  if (axis.now === null) {
    const absent = words.say(`intervention-absent-${axis.absence ?? 'missing'}`)
    return svg`<text class="axis-absent" x=${text.x} y=${first} text-anchor=${anchor} dy="0.35em">${absent}</text>`
  }
  const expected = axis.range !== null && axis.moves ? rangeText(axis.range, words) : undefined
  return svg`${marked('now', words.number(axis.now), text.x, first, anchor, size.number)}
    ${expected === undefined ? nothing : marked('expected', expected, text.x, first + size.number * 1.2, anchor, size.number)}`
}

/** A number behind the mark of its series. */
function marked(
  series: 'now' | 'expected',
  label: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  size: number,
): SVGTemplateResult {
  const width = size * 0.95 + label.length * size * 0.52
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const mark =
    series === 'now'
      ? seriesMark('first', left + size * 0.4, y, size * 0.32)
      : triangle(left + size * 0.4, y, size * 0.32)
  return svg`${mark}<text class="axis-number is-${series}" x=${left + size * 0.95} y=${y} dy="0.35em">${label}</text>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-projection-radar': ProjectionRadar
  }
}
