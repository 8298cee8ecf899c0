import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { placeOf } from '../charts/span-rows-svg.ts'

const STEPS = [0, 50, 100] as const

/** The first of the rows: what the places on the line are called. */
export function axisScale(): TemplateResult {
  return html`<div class="axis-row axis-scale">
    <span></span>
    <svg class="span-plot">
      ${STEPS.map((value) => svg`<text x=${placeOf(value)} y="50%" dy="0.35em" text-anchor="middle">${value}</text>`)}
    </svg>
    <span></span>
  </div>`
}

/** The line from 0 to 100 of a row, broken where nothing lies on it, with its ticks. */
export function axisLine(isAbsent: boolean): SVGTemplateResult {
  return svg`<line class="span-track ${isAbsent ? 'span-track-absent' : ''}" x1=${placeOf(0)} x2=${placeOf(100)} y1="50%" y2="50%" />
    ${STEPS.map((value) => svg`<line class="span-tick" x1=${placeOf(value)} x2=${placeOf(value)} y1="0" y2="100%" />`)}`
}

/** The middle half of companies, behind the marks; `tall` says how much of the row it takes, in percent. */
export function axisBand(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  tall: number,
): SVGTemplateResult {
  const width = `${Number.parseFloat(placeOf(upper)) - Number.parseFloat(placeOf(lower))}%`
  return svg`<rect class="axis-band" x=${placeOf(lower)} y="${50 - tall / 2}%" width=${width} height="${tall}%" />`
}
