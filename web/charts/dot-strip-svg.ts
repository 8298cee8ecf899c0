import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { Bin } from './distribution.ts'

/** Units of the drawing that one bin is wide. */
const WIDTH = 100
/** The widest that a dot and the space around it may be. */
const LARGEST_PITCH = 25
/** Radius of a dot as a share of its pitch. */
const RADIUS = 0.4

/** How the dots of a strip lie: the space for each, and how many stand beside each other. */
export interface DotGrid {
  readonly pitch: number
  readonly across: number
}

/**
 * How large dots may be, so that the fullest bin fits: one dot stands for one person, in a room of seven and in a hall
 * of five hundred. The result goes for every bin of the strip, so that equal dots mean equal numbers.
 *
 * @param most people in the fullest bin.
 * @param height room above the base line, in units of which a bin is 100 wide.
 */
export function dotGrid(most: number, height: number): DotGrid {
  for (let across = WIDTH / LARGEST_PITCH; ; across++) {
    const pitch = WIDTH / across
    if (Math.ceil(most / across) * pitch <= height || across > WIDTH) return { pitch, across }
  }
}

/**
 * How many chose each step, or low, middle and high: a dot for each person, in stacks on one line.
 *
 * @param counts one number for each bin, lowest first.
 * @param bins what each bin stands for, in the same order.
 * @param label what the drawing says, in words; undefined when a table or sentence beside it says so.
 * @param height room for the stacks, in units of which a bin is 100 wide.
 */
export function dotStrip(
  counts: readonly number[],
  bins: readonly Bin[],
  label: string | undefined,
  height: number,
): TemplateResult {
  const grid = dotGrid(Math.max(0, ...counts), height)
  const columns = counts.map((count, at) => {
    const rows = Math.ceil(count / grid.across)
    return html`<div class="dot-bin">
      ${label === undefined ? nothing : html`<span class="dot-count ${count === 0 ? 'dot-none' : ''}">${count}</span>`}
      <svg viewBox="0 0 ${WIDTH} ${Math.max(rows * grid.pitch, 1)}">${dots(count, grid)}</svg>
      ${label === undefined ? nothing : html`<span class="dot-step">${bins[at]?.short ?? at + 1}</span>`}
    </div>`
  })
  return label === undefined
    ? html`<div class="dot-strip dot-strip-small" aria-hidden="true">${columns}</div>`
    : html`<div class="dot-strip" role="img" aria-label=${label}>${columns}</div>`
}

/** Stacked from below, each row centred, so that a stack of one stands in the middle of its step. */
function dots(count: number, { pitch, across }: DotGrid): SVGTemplateResult[] {
  const rows = Math.ceil(count / across)
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / across)
    const inRow = Math.min(across, count - row * across)
    const x = WIDTH / 2 + ((at % across) - (inRow - 1) / 2) * pitch
    return svg`<circle class="dot" cx=${x} cy=${(rows - row - 0.5) * pitch} r=${pitch * RADIUS} />`
  })
}
