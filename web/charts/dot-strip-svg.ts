import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { Bin } from './distribution.ts'

/** Units of the drawing that all bins together are wide, without the gaps between them. */
const WIDTH = 500
/** The widest that a dot and the space around it may be: more would not look like people any more. */
const LARGEST_PITCH = 33
/** Radius of a dot as a share of its pitch. */
const RADIUS = 0.4

/**
 * How large dots may be, so that every bin of every strip fits: one dot stands for one person, in a room of seven and
 * in a hall of five hundred. Strips beside each other share the answer, so that equal dots mean equal numbers.
 *
 * @param strips the counts of each strip.
 * @param height room above the base line, in units of which a strip is 500 wide.
 * @returns the space for one dot, in the same units.
 */
export function dotPitch(strips: readonly (readonly number[])[], height: number): number {
  const fits = (pitch: number) =>
    strips.every((counts) => {
      const across = Math.floor(WIDTH / counts.length / pitch)
      return across > 0 && Math.ceil(Math.max(0, ...counts) / across) * pitch <= height
    })
  let pitch = LARGEST_PITCH
  while (pitch > 1 && !fits(pitch)) pitch -= 0.5
  return pitch
}

/**
 * How many chose each step, or low, middle and high: a dot for each person, in stacks on one line.
 *
 * @param counts one number for each bin, lowest first.
 * @param bins what each bin stands for, in the same order.
 * @param label what the drawing says, in words; undefined when a table or sentence beside it says so.
 * @param pitch the space for one dot, from `dotPitch`.
 */
export function dotStrip(
  counts: readonly number[],
  bins: readonly Bin[],
  label: string | undefined,
  pitch: number,
): TemplateResult {
  const width = WIDTH / counts.length
  const across = Math.max(1, Math.floor(width / pitch))
  const columns = counts.map((count, at) => {
    const height = Math.max(1, Math.ceil(count / across) * pitch)
    return html`<div class="dot-bin">
      ${label === undefined ? nothing : html`<span class="dot-count ${count === 0 ? 'dot-none' : ''}">${count}</span>`}
      <svg viewBox="0 0 ${width} ${height}">${dots(count, across, pitch, width)}</svg>
      ${label === undefined ? nothing : html`<span class="dot-step">${bins[at]?.short ?? at + 1}</span>`}
    </div>`
  })
  return label === undefined
    ? html`<div class="dot-strip dot-strip-small" aria-hidden="true">${columns}</div>`
    : html`<div class="dot-strip" role="img" aria-label=${label}>${columns}</div>`
}

/** Stacked from below, each row centred, so that a stack of one stands in the middle of its step. */
function dots(count: number, across: number, pitch: number, width: number): SVGTemplateResult[] {
  const rows = Math.ceil(count / across)
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / across)
    const inRow = Math.min(across, count - row * across)
    const x = width / 2 + ((at % across) - (inRow - 1) / 2) * pitch
    return svg`<circle class="dot" cx=${x} cy=${(rows - row - 0.5) * pitch} r=${pitch * RADIUS} />`
  })
}
