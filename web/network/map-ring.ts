import type { Place } from '../charts/radar-geometry.ts'
import type { Drawing } from './map-columns.ts'
import type { MapLayout, Placed, Spot } from './map-layout.ts'
import { linesThatFit } from './map-text.ts'

const EDGE = 2
const BESIDE = 8
const MOST_LINES = 3
/** Least height of a ring, the white above and below it, and the radius of its middle. */
const LOWEST = 340
const PAD = 12
const CIRCLE = 62
/** Half the width of a ring, as a share of the drawing; beyond it stand the names. */
const REACH = 0.31
/** How near to the middle a disc may come, and what a name needs at least. */
const NEAREST = CIRCLE + 34
const LEAST_FOR_NAME = 120

/** Around a circle, clockwise from the top: the first half on the right, the others up again on the left. */
export function ring(parties: readonly Placed[], { width, sizes, measure }: Drawing): MapLayout {
  const narrowest = width / 2 - width * REACH - sizes.disc - BESIDE - EDGE
  const bandOf = ({ name, lines }: Placed) => {
    const texts = linesThatFit(name, narrowest, MOST_LINES, measure)
    return Math.max(texts.length * sizes.lineHeight, Math.max(1, lines) * sizes.pitch) + sizes.gap
  }
  const half = Math.ceil(parties.length / 2)
  const sides = [parties.slice(0, half), parties.slice(half)].map((side) =>
    side.map((party) => ({ party, band: bandOf(party) })),
  )
  const heights = sides.map((side) => side.reduce((sum, { band }) => sum + band, 0))
  const inner = Math.max(LOWEST, ...heights)
  const height = inner + 2 * PAD
  const around = { width, sizes, measure, centre: { x: width / 2, y: height / 2 } }
  const reach = Math.min(width * REACH, inner * 0.72)
  const place = (side: readonly Banded[], outwards: 1 | -1): Spot[] => {
    const spare = (inner - side.reduce((sum, { band }) => sum + band, 0)) / Math.max(1, side.length)
    let top = PAD
    return side.map(({ party, band }) => {
      const y = top + (band + spare) / 2
      top += band + spare
      const off = reach * Math.sqrt(1 - ((y - around.centre.y) / (inner / 2)) ** 2)
      return spotOf(party, off, y, outwards, around)
    })
  }
  const [right = [], left = []] = sides
  // From below upwards, so that the ring goes on where the right side ended.
  const spots = [...place(right, 1), ...place(left.toReversed(), -1).toReversed()]
  return { width, height, sizes, middle: { ...around.centre, radius: CIRCLE }, spots }
}

interface Banded {
  readonly party: Placed
  readonly band: number
}

interface Around extends Drawing {
  readonly centre: Place
}

/**
 * A party's discs in a stack, or in a row where the way to the middle is steep: no line runs over a disc beside its own.
 *
 * @param off how far from the middle the ring is here; a row of discs that leaves too little for a name comes nearer.
 */
function spotOf({ name, lines }: Placed, off: number, y: number, outwards: 1 | -1, around: Around): Spot {
  const { width, centre, measure } = around
  const { disc, pitch, lineHeight } = around.sizes
  const count = Math.max(1, lines)
  const isSteep = Math.abs(y - centre.y) > Math.max(NEAREST, off)
  const row = isSteep ? (count - 1) * pitch : 0
  const farthest = width / 2 - EDGE - LEAST_FOR_NAME - BESIDE - disc - row
  const x = centre.x + outwards * Math.max(NEAREST, Math.min(off, farthest))
  const discs = Array.from({ length: count }, (_, index) =>
    isSteep ? { x: x + outwards * index * pitch, y } : { x, y: y + (index - (count - 1) / 2) * pitch },
  )
  const nameX = x + outwards * (row + disc + BESIDE)
  const room = (outwards === 1 ? width - nameX : nameX) - EDGE
  const texts = linesThatFit(name, room, MOST_LINES, measure)
  return {
    discs,
    ends: discs.map((from) => onCircle(centre, from)),
    name: {
      x: nameX,
      y: y - ((texts.length - 1) * lineHeight) / 2,
      lines: texts,
      anchor: outwards === 1 ? 'start' : 'end',
    },
  }
}

function onCircle(centre: Place, from: Place): Place {
  const distance = Math.hypot(from.x - centre.x, from.y - centre.y)
  const share = CIRCLE / distance
  return { x: centre.x + (from.x - centre.x) * share, y: centre.y + (from.y - centre.y) * share }
}
