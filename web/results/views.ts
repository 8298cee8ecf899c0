import type { Earlier } from './earlier.ts'
import type { Shape } from './headline.ts'
import { horizonsIn, type WithHorizons } from './missing.ts'

/**
 * What a chart of one release puts side by side: one horizon's scores, two horizons, or the two perspectives of one horizon.
 * `code` is what stands in the address.
 */
export type OwnView =
  | { readonly kind: 'one'; readonly code: string; readonly horizon: string }
  | { readonly kind: 'horizons'; readonly code: string; readonly horizons: readonly [string, string] }
  | {
      readonly kind: 'sides'
      readonly code: string
      readonly horizon: string
      readonly perspectives: readonly [string, string]
    }

/** One horizon in this round and in the round before, as far as the two may be compared. */
export interface BeforeView {
  readonly kind: 'before'
  readonly code: string
  readonly horizon: string
  readonly earlier: Earlier
}

/** Whatever a chart can put side by side. */
export type View = OwnView | BeforeView

/**
 * Every view that a release can be seen in by itself, the first one first shown. Two polygons at most: with more the reader
 * cannot tell them apart.
 */
export function viewsOf(results: WithHorizons, shape: Shape): OwnView[] {
  const horizons = horizonsIn(results, shape.horizons)
  const [first, second] = horizons
  const views: OwnView[] = []
  if (first !== undefined && second !== undefined) {
    views.push({ kind: 'horizons', code: `${first}-${second}`, horizons: [first, second] })
  } else if (first !== undefined) {
    views.push({ kind: 'one', code: first, horizon: first })
  }
  return [...views, ...horizons.flatMap((horizon) => sidesOf(horizon, shape))]
}

/** The two perspectives of a horizon side by side; none when the instrument does not have exactly two. */
export function sidesOf(horizon: string, shape: Shape): OwnView[] {
  const [inside, outside, third] = shape.perspectives
  if (inside === undefined || outside === undefined || third !== undefined) return []
  return [{ kind: 'sides', code: `sides-${horizon}`, horizon, perspectives: [inside, outside] }]
}
