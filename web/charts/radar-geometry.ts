/** A place in pixels of the drawing, from its left top. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Where everything of a radar stands in a drawing of a certain size. Chart.js and the labels around it share it. */
export interface RadarGeometry {
  readonly width: number
  readonly height: number
  readonly centre: Place
  /** Distance from the centre to 100. */
  readonly radius: number
  /** Too narrow for names beside the axes: they stand above and below instead, and smaller. */
  readonly isNarrow: boolean
}

/** Where the label of one axis stands, and which way it grows. */
export interface LabelPlace {
  readonly disc: Place
  readonly text: Place
  readonly anchor: 'start' | 'middle' | 'end'
  /** Whether the lines stand above their place or below it. */
  readonly grows: 'up' | 'down' | 'around'
}

const NARROW_BELOW = 480

/** Height of the drawing for a width: the page keeps this space before anything is drawn. */
export function heightFor(width: number): number {
  return Math.round(isNarrow(width) ? width * 1.12 : Math.min(width * 0.86, 600))
}

/** Whether a drawing of this width has no room for names beside the axes. */
export function isNarrow(width: number): boolean {
  return width < NARROW_BELOW
}

/** Lays a radar out in a drawing of this width. */
export function geometryOf(width: number): RadarGeometry {
  const height = heightFor(width)
  const room = isNarrow(width) ? { beside: 52, above: 66 } : { beside: 130, above: 74 }
  const radius = Math.floor(
    Math.max(40, Math.min((width / 2 - room.beside) / Math.cos(Math.PI / 6), height / 2 - room.above)),
  )
  return {
    width,
    height,
    centre: { x: Math.floor(width / 2), y: Math.floor(height / 2) },
    radius,
    isNarrow: isNarrow(width),
  }
}

/** The place at a distance from the centre on an axis; the first axis is at twelve o'clock, the others follow clockwise. */
export function placeAt(geometry: RadarGeometry, axis: number, axes: number, distance: number): Place {
  const angle = (2 * Math.PI * axis) / axes - Math.PI / 2
  return { x: geometry.centre.x + Math.cos(angle) * distance, y: geometry.centre.y + Math.sin(angle) * distance }
}

/** Where the disc and the label of an axis stand. */
export function labelPlace(geometry: RadarGeometry, axis: number, axes: number): LabelPlace {
  const discRadius = discRadiusOf(geometry)
  const disc = placeAt(geometry, axis, axes, geometry.radius + discRadius + 8)
  const sideways = Math.sin((2 * Math.PI * axis) / axes)
  const isUpper = disc.y <= geometry.centre.y
  if (geometry.isNarrow || Math.abs(sideways) < 0.2) {
    const away = discRadius + 6
    return {
      disc,
      text: { x: disc.x, y: disc.y + (isUpper ? -away : away) },
      anchor: 'middle',
      grows: isUpper ? 'up' : 'down',
    }
  }
  const away = (discRadius + 8) * Math.sign(sideways)
  return { disc, text: { x: disc.x + away, y: disc.y }, anchor: sideways > 0 ? 'start' : 'end', grows: 'around' }
}

/** Radius of the coloured disc at the end of an axis. */
export function discRadiusOf(geometry: RadarGeometry): number {
  return geometry.isNarrow ? 10 : 14
}

/**
 * Breaks a name in at most two lines, at the space or hyphen nearest to its middle; short names stay whole.
 *
 * @example linesOf('Sociaal-relationeel', 12) // ['Sociaal-', 'relationeel']
 */
export function linesOf(name: string, longest: number): string[] {
  if (name.length <= longest) return [name]
  const breaks = [...name.matchAll(/[\s-]/g)].map((match) => match.index + 1)
  const middle = name.length / 2
  const [nearest] = breaks.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return nearest === undefined ? [name] : [name.slice(0, nearest).trim(), name.slice(nearest)]
}
