import { type AgreementWord, compareMostDivided } from './agreement.ts'
import { laterHorizon } from './later-horizon.ts'

/** What a reflection reads of a release: released figures only. */
export interface ReflectionFigures {
  readonly horizons: Readonly<
    Record<
      string,
      {
        readonly floor: readonly string[]
        readonly imbalanceCost: number | null
        readonly gate: boolean | null
        readonly dimensions: Readonly<Record<string, ReleasedCapital>>
      }
    >
  >
  readonly drift: Readonly<Record<string, number | null>> | null
  readonly items: readonly ReleasedItem[]
}

/** One capital on one horizon. */
export interface ReleasedCapital {
  readonly score: number | null
  readonly cells: Readonly<Record<string, number | null>>
  readonly gap: number | null
  readonly unknownShare: number | null
}

/** One item on one horizon. */
export interface ReleasedItem {
  readonly itemId: string
  readonly horizon: string
  readonly dimension: string
  readonly perspective: string
  readonly score: number | null
  readonly agreement: { readonly word: AgreementWord | null; readonly averageDeviation: number | null }
}

/** The horizon that a reflection starts from: how it is now, or else the first that was asked. */
export function horizonOfReflection(horizons: readonly string[]): string {
  return horizons.includes('now') ? 'now' : (horizons[0] ?? '')
}

/** The items of a horizon, most divided first. */
export function mostDivided(items: readonly ReleasedItem[], horizon: string): ReleasedItem[] {
  return items
    .filter((item) => item.horizon === horizon)
    .toSorted((a, b) => compareMostDivided(a.agreement, b.agreement))
}

/** Something with a figure to sort by; whoever has none is left out. */
export function sortedBy<T>(things: readonly T[], figureOf: (thing: T) => number | null): T[] {
  return things
    .flatMap((thing) => {
      const figure = figureOf(thing)
      return figure === null ? [] : [{ thing, figure }]
    })
    .toSorted((a, b) => a.figure - b.figure)
    .map(({ thing }) => thing)
}

/** Capitals of a horizon by code, in the given order. */
export function capitalsOf(
  figures: ReflectionFigures,
  horizon: string,
  order: readonly string[],
): { readonly dimension: string; readonly capital: ReleasedCapital }[] {
  return order.flatMap((dimension) => {
    const capital = figures.horizons[horizon]?.dimensions[dimension]
    return capital === undefined ? [] : [{ dimension, capital }]
  })
}

/**
 * The lowest capital of a horizon: the one that the release calls lowest, so that no two screens name another one where
 * shown scores are equal. Where the release names none, the lowest of the scores that there are.
 */
export function lowestCapital(
  figures: ReflectionFigures,
  horizon: string,
  order: readonly string[],
): { readonly dimension: string; readonly capital: ReleasedCapital } | undefined {
  const scored = sortedBy(capitalsOf(figures, horizon, order), ({ capital }) => capital.score)
  const named = figures.horizons[horizon]?.floor ?? []
  return scored.find(({ dimension }) => named.includes(dimension)) ?? scored[0]
}

/** A capital of which later differs most from now, in the direction that is worth a conversation. */
export interface LaterCapital {
  readonly kind: 'drift' | 'aim'
  readonly dimension: string
  readonly capital: ReleasedCapital
  /** Later minus now. */
  readonly points: number
}

/**
 * The capital that is expected to fall most; where people said what they mean to reach, the one that they mean to bring
 * farthest. Of equals the first of the order. Undefined: no capital has both scores.
 */
export function laterOf(
  figures: ReflectionFigures,
  order: readonly string[],
  horizon: string,
): LaterCapital | undefined {
  const kind = laterHorizon(Object.keys(figures.horizons)) === 'intended' ? 'aim' : 'drift'
  const pointsOf = ({ dimension }: { readonly dimension: string }) => figures.drift?.[dimension] ?? null
  const [found] = sortedBy(capitalsOf(figures, horizon, order), (capital) => {
    const points = pointsOf(capital)
    return points === null || kind === 'drift' ? points : -points
  })
  const points = found && pointsOf(found)
  return found === undefined || points == null ? undefined : { ...found, kind, points }
}
