import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { Absence } from '../results/missing.ts'
import { pageWords } from '../results/page-words.ts'
import { absenceWord, type MarkAbsence, type SeriesStyle } from './radar-model.ts'

/** A length of a drawing: pixels, or a share of its width such as "40%". */
type Length = number | string

/** The marker of a series at a place, the same in every chart: filled circle, open circle, diamond, open square. */
export function seriesMark(style: SeriesStyle, x: Length, y: Length, size = 6): SVGTemplateResult {
  return svg`<svg x=${x} y=${y} overflow="visible" class="mark mark-${style}">${shapeOf(style, size)}</svg>`
}

function shapeOf(style: SeriesStyle, size: number): SVGTemplateResult {
  if (style === 'outside') return diamond(size * 1.25)
  if (style === 'earlier') return square(size * 0.85)
  return svg`<circle r=${style === 'ahead' ? size - 1 : size} />`
}

/** The mark of a figure that is not there: an open ring, with a slash when it is hidden to keep people unrecognised. */
export function absenceMark(absence: Absence, x: Length, y: Length, size = 6): SVGTemplateResult {
  const slash = absence === 'hidden' ? svg`<path d="M${-size} ${size}L${size} ${-size}" />` : ''
  return svg`<svg x=${x} y=${y} overflow="visible" class="mark-absent"><circle r=${size} />${slash}</svg>`
}

/** In words that a figure is not there, and why. */
export function absenceText(absence: MarkAbsence): string {
  return absenceWord(absence, pageWords())
}

/** The mark of what is not there, for the key of a chart. */
export function absenceSample(absence: Absence): TemplateResult {
  return html`<svg class="sample" width="18" height="18" aria-hidden="true">${absenceMark(absence, 9, 9, 6)}</svg>`
}

/** A piece of line with its marker, beside the name of a series. */
export function seriesSample(style: SeriesStyle): TemplateResult {
  return html`<svg class="sample" width="44" height="18" aria-hidden="true">
    <line x1="1" x2="43" y1="9" y2="9" class="series-line series-${style}" />
    ${seriesMark(style, 22, 9, 5)}
  </svg>`
}

function diamond(size: number): SVGTemplateResult {
  return svg`<path d="M0 ${-size}L${size} 0L0 ${size}L${-size} 0Z" />`
}

function square(size: number): SVGTemplateResult {
  return svg`<rect x=${-size} y=${-size} width=${2 * size} height=${2 * size} />`
}
