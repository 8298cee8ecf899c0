import { html, svg, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'

/** What a bin of a distribution stands for. */
export interface Bin {
  readonly short: string
  readonly name: string
}

const HEIGHT = 34
const BAR = 22
const STEP = 30

/**
 * How many chose each step, or low, middle and high, as small bars with their numbers. The numbers are text, so that
 * nothing is only in the drawing.
 *
 * @param counts one number for each bin, lowest first.
 * @param bins what each bin stands for, in the same order: a few signs, and in words.
 */
export function distribution(counts: readonly number[], bins: readonly Bin[]): TemplateResult {
  const most = Math.max(1, ...counts)
  const width = counts.length * STEP
  const label = counts.map((count, at) => `${bins[at]?.name ?? at + 1}: ${count}`).join(', ')
  return html`<svg class="distribution" width=${width} height=${HEIGHT + 16} viewBox="0 0 ${width} ${HEIGHT + 16}" role="img" aria-label=${t('results-distribution', { counts: label })}>
    ${counts.map((count, at) => {
      const height = (count / most) * (HEIGHT - 16)
      const left = at * STEP + (STEP - BAR) / 2
      return svg`
        <rect class="bin-bar" x=${left} y=${HEIGHT - height} width=${BAR} height=${height} />
        <text class="count" x=${at * STEP + STEP / 2} y=${HEIGHT - height - 4} text-anchor="middle">${count}</text>
        <text class="bin" x=${at * STEP + STEP / 2} y=${HEIGHT + 13} text-anchor="middle">${bins[at]?.short ?? at + 1}</text>`
    })}
    <line class="track" x1="0" x2=${width} y1=${HEIGHT} y2=${HEIGHT} />
  </svg>`
}

/** A share as a bar of a fixed width with its number beside it in the text. */
export function shareBar(share: number): TemplateResult {
  return html`<svg class="share-bar" width="80" height="10" viewBox="0 0 80 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="share-ground" width="80" height="10" />
    <rect class="bin-bar" width=${80 * share} height="10" />
  </svg>`
}
