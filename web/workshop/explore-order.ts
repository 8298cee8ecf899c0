import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import { isBetweenPoles } from '../results/lines.ts'
import { lowestFirst, mostDividedFirst } from '../results/sentences.ts'

/** How the private list can be sorted. */
export const EXPLORE_ORDERS = ['divided', 'lowest', 'sides', 'ahead'] as const
/** One of the orders of the private list. */
export type ExploreOrder = (typeof EXPLORE_ORDERS)[number]

/** An item in the private list, with the difference that the order is about; null when there is none to show. */
export interface ExploreRow {
  readonly item: ItemResult
  readonly points: number | null
}

/**
 * The orders that say something about a release: some need two perspectives or two horizons, and between two poles nothing
 * is low.
 */
export function ordersOf(
  horizons: readonly string[],
  instrument: Pick<InstrumentView, 'perspectives' | 'scale'>,
): ExploreOrder[] {
  return EXPLORE_ORDERS.filter((order) => {
    if (order === 'sides') return instrument.perspectives.length === 2
    if (order === 'ahead') return horizons.length > 1
    return order !== 'lowest' || !isBetweenPoles(instrument)
  })
}

/**
 * The items of one horizon in an order: most divided, lowest score, largest difference between inside and outside (of
 * the item's dimension), or largest shift from the first horizon to the second. Without a figure they come last.
 *
 * @param horizons of the round, first now and then later.
 */
export function exploreRows(
  results: Results,
  horizon: string,
  order: ExploreOrder,
  horizons: readonly string[],
): ExploreRow[] {
  if (order === 'divided') return mostDividedFirst(results, horizon).map((item) => ({ item, points: null }))
  if (order === 'lowest') return lowestFirst(results, horizon).map((item) => ({ item, points: item.score }))
  const pointsOf = order === 'sides' ? gapOf(results) : shiftOf(results, horizons)
  return results.items
    .filter((item) => item.horizon === horizon)
    .map((item) => ({ item, points: pointsOf(item) }))
    .toSorted((a, b) => size(b.points) - size(a.points))
}

function gapOf(results: Results): (item: ItemResult) => number | null {
  return ({ horizon, dimension }) => results.horizons[horizon]?.dimensions[dimension]?.gap ?? null
}

function shiftOf(results: Results, [first, second]: readonly string[]): (item: ItemResult) => number | null {
  const scores = new Map(results.items.map((item) => [`${item.itemId} ${item.horizon}`, item.score]))
  return ({ itemId }) => {
    const [now, ahead] = [scores.get(`${itemId} ${first}`) ?? null, scores.get(`${itemId} ${second}`) ?? null]
    return now === null || ahead === null ? null : ahead - now
  }
}

function size(points: number | null): number {
  return points === null ? -1 : Math.abs(points)
}
