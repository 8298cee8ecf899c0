import type { Item } from './instrument.ts'

/** What an item of one version of an instrument was in the version before it. */
export interface Descent {
  readonly id: string
  /** Items of the version before: none for a new one, several for a merged one. */
  readonly was: readonly string[]
  /** Whether answers to both may be put side by side. */
  readonly comparable: boolean
}

/** Part of a cell's items that has to come from the version before for its score to go on. As for a score itself: half. */
const LEAST_SHARE = 0.5

/**
 * Which items of a later version may be put beside which items of an earlier one, through every version between: later
 * id to earlier id. An item that was new, merged or not comparable in one of the steps has none.
 *
 * @param steps the lineage of each version after the earlier one, oldest first; no steps: the same version.
 * @param items of the later version.
 */
export function comparableItems(
  steps: readonly (readonly Descent[])[],
  items: readonly Pick<Item, 'id'>[],
): ReadonlyMap<string, string> {
  const backwards = steps.toReversed().map((step) => new Map(step.map((descent) => [descent.id, descent])))
  return new Map(
    items.flatMap(({ id }): [string, string][] => {
      let at: string | undefined = id
      for (const step of backwards) {
        const descent: Descent | undefined = at === undefined ? undefined : step.get(at)
        at = descent?.comparable === true && descent.was.length === 1 ? descent.was[0] : undefined
      }
      return at === undefined ? [] : [[id, at]]
    }),
  )
}

/**
 * Dimensions of which the scores of two rounds may not stand on one line: in one of their cells that the later round asks,
 * less than half of the items may be put beside an item that the earlier round asked too. In the order of the later items.
 *
 * @param later items that the later round asked.
 * @param earlier ids of the items that the earlier round asked.
 * @param pairs from `comparableItems`.
 */
export function brokenDimensions(
  later: readonly Item[],
  earlier: ReadonlySet<string>,
  pairs: ReadonlyMap<string, string>,
): string[] {
  const cells = Map.groupBy(later, ({ dimension, perspective }) => `${dimension} ${perspective}`)
  const broken = [...cells.values()].flatMap((items) => {
    const kept = items.filter(({ id }) => earlier.has(pairs.get(id) ?? ''))
    return kept.length >= LEAST_SHARE * items.length ? [] : items.slice(0, 1)
  })
  return [...new Set(broken.map(({ dimension }) => dimension))]
}

/** Whether scores of two rounds may stand on one line in every dimension, so that their mean may too. */
export function scoresContinue(...rounds: Parameters<typeof brokenDimensions>): boolean {
  return brokenDimensions(...rounds).length === 0
}
