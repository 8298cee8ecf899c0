import type { Place } from '../charts/radar-geometry.ts'
import { columns } from './map-columns.ts'
import { ring } from './map-ring.ts'
import type { Measure } from './map-text.ts'

/** Sizes of a drawing, in pixels. */
export interface MapSizes {
  /** Height of the letters of a name. */
  readonly text: number
  readonly lineHeight: number
  /** Radius of a disc. */
  readonly disc: number
  /** From the middle of a disc to the middle of the next. */
  readonly pitch: number
  /** White between one party and the next. */
  readonly gap: number
}

/** One party in the drawing. Places are in pixels from the left top. */
export interface Spot {
  /** The middle of the disc of each line, in the order of the lines; one place for a party without lines. */
  readonly discs: readonly Place[]
  /** Where the line of each disc ends at the organisation. */
  readonly ends: readonly Place[]
  /** The middle of the first line of the name. */
  readonly name: Place & { readonly lines: readonly string[]; readonly anchor: 'start' | 'end' }
}

/** Where everything of a map stands. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly sizes: MapSizes
  /** The organisation: a circle that lines run to from all sides, or a bar between two columns. */
  readonly middle: (Place & { readonly radius: number }) | { readonly bar: Place; readonly size: Place }
  /** In the order in which the parties were given. */
  readonly spots: readonly Spot[]
}

/** What the layout needs to know of a party. */
export interface Placed {
  readonly name: string
  /** How many lines go to it. */
  readonly lines: number
}

/** Narrower than this, names would have no room around a circle. */
const NARROW_BELOW = 600
const SMALL: MapSizes = { text: 13, lineHeight: 17, disc: 10, pitch: 23, gap: 18 }
const LARGE: MapSizes = { text: 15, lineHeight: 19, disc: 11, pitch: 25, gap: 14 }

/**
 * Gives every party a band of its own, left or right of the organisation, as high as its name and lines need: names
 * never meet, however many there are. Around a circle where there is room; in two columns on a phone, and where so many
 * lines would come together that one would run over the disc of another.
 *
 * @param measureAt the width of a name in letters of this height.
 */
export function layoutMap(parties: readonly Placed[], width: number, measureAt: (size: number) => Measure): MapLayout {
  const sizes = width < NARROW_BELOW ? SMALL : LARGE
  const drawing = { width, sizes, measure: measureAt(sizes.text) }
  if (width < NARROW_BELOW) return columns(parties, drawing)
  const around = ring(parties, drawing)
  return runsOverDiscs(around) ? columns(parties, drawing) : around
}

/** Whether a line runs over a disc that is not its own. */
export function runsOverDiscs({ spots, sizes }: MapLayout): boolean {
  const discs = spots.flatMap((spot) => spot.discs)
  return spots.some((spot) =>
    spot.discs.some((from, at) => {
      const to = spot.ends[at] ?? from
      return discs.some((disc) => disc !== from && distanceToLine(disc, from, to) < sizes.disc)
    }),
  )
}

function distanceToLine(place: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((place.x - from.x) * dx + (place.y - from.y) * dy) / Math.max(1, dx * dx + dy * dy)
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(place.x - from.x - share * dx, place.y - from.y - share * dy)
}
