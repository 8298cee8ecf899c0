import type { ItemResult } from '../../server/contract/results.ts'
import { gapsIn, mostDividedFirst } from '../results/sentences.ts'
import type { Telling } from './telling.ts'

/** So many items stand on half a page. */
const SHOWN = 3

/** The items of a capital that the report names, and by what they were chosen. */
export interface CapitalItems {
  readonly by: 'lowest' | 'divided'
  readonly items: readonly ItemResult[]
  /** Whether these are all there are to choose from. */
  readonly isAll: boolean
}

/**
 * The three lowest items of a capital on a horizon; where scores of items may not be shown, the three that people are
 * most divided on. An item without a score is never called low.
 */
export function itemsOf({ results }: Pick<Telling, 'results'>, dimension: string, horizon: string): CapitalItems {
  const items = mostDividedFirst(results, horizon).filter((item) => item.dimension === dimension)
  const scored = items
    .flatMap((item) => (item.score === null ? [] : [{ item, score: item.score }]))
    .toSorted((a, b) => a.score - b.score)
    .map(({ item }) => item)
  if (scored.length > 0) return { by: 'lowest', items: scored.slice(0, SHOWN), isAll: scored.length <= SHOWN }
  const worded = items.filter(({ agreement }) => agreement.word !== null)
  return { by: 'divided', items: worded.slice(0, SHOWN), isAll: worded.length <= SHOWN }
}

/** The items of a capital that at least one in five does not know about, on any horizon, most unknown first. */
export function unknownOf({ results }: Pick<Telling, 'results'>, dimension: string): ItemResult[] {
  return gapsIn(results).filter((item) => item.dimension === dimension)
}
