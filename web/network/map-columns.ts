import type { MapLayout, MapSizes, Placed, Spot } from './map-layout.ts'
import { linesThatFit, type Measure } from './map-text.ts'

/** What a layout has to do with. */
export interface Drawing {
  readonly width: number
  readonly sizes: MapSizes
  readonly measure: Measure
}

const BAR = 26
const EDGE = 2
const BESIDE = 8
const MOST_LINES = 3

/** Two columns with a bar between them: all lines are level, so that none crosses a name. */
export function columns(parties: readonly Placed[], { width, sizes, measure }: Drawing): MapLayout {
  const { disc, lineHeight, pitch, gap } = sizes
  const room = (width - BAR) / 2 - EDGE - BESIDE
  const named = parties.map(({ name, lines }) => {
    const texts = linesThatFit(name, room, MOST_LINES, measure)
    const count = Math.max(1, lines)
    return { texts, count, band: texts.length * lineHeight + 2 * disc + 4 + (count - 1) * pitch + gap }
  })
  const inLeft = evenSplit(named.map(({ band }) => band))
  const bottoms = { left: 0, right: 0 }
  const spots = named.map(({ texts, count, band }, at): Spot => {
    const side = at < inLeft ? 'left' : 'right'
    const [outer, inwards] = side === 'left' ? [EDGE, 1] : [width - EDGE, -1]
    const top = bottoms[side]
    bottoms[side] += band
    const first = top + texts.length * lineHeight + disc + 4
    const discs = Array.from({ length: count }, (_, row) => ({ x: outer + inwards * disc, y: first + row * pitch }))
    return {
      discs,
      ends: discs.map(({ y }) => ({ x: width / 2 - (inwards * BAR) / 2, y })),
      name: { x: outer, y: top + lineHeight / 2, lines: texts, anchor: side === 'left' ? 'start' : 'end' },
    }
  })
  const height = Math.max(bottoms.left, bottoms.right, 2 * gap + BAR) - gap
  const middle = { bar: { x: width / 2 - BAR / 2, y: 0 }, size: { x: BAR, y: height } }
  return { width, height, sizes, middle, spots }
}

/** How many of the first bands make two columns that are as equally high as can be. */
function evenSplit(bands: readonly number[]): number {
  const whole = bands.reduce((sum, band) => sum + band, 0)
  let [best, bestHeight, left] = [0, whole, 0]
  bands.forEach((band, at) => {
    left += band
    const height = Math.max(left, whole - left)
    if (height <= bestHeight) [best, bestHeight] = [at + 1, height]
  })
  return best
}
