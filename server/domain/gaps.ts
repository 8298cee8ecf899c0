import { isBelow } from './rounding.ts'

/**
 * Gap between the two perspectives of a dimension: external minus internal. Above 0 means that it goes better outside
 * the organisation than inside.
 *
 * Unit: points. Missing: `null` when either side has no score. Feed it the released integers, so that what is read is
 * the difference of what is shown.
 *
 * @example perspectiveGap(60, 45) // -15
 */
export function perspectiveGap(internal: number | null, external: number | null): number | null {
  return difference(internal, external)
}

/**
 * Drift of a dimension: the score of later minus the score now. Where later is `ahead`, "if we go on like this", below 0
 * means that people expect it to get worse; where it is `intended`, above 0 is how far they mean to come.
 *
 * Unit: points. Missing: `null` when either horizon has no score. Feed it the released integers, as `perspectiveGap`.
 *
 * @example drift(60, 45) // -15
 */
export function drift(now: number | null, later: number | null): number | null {
  return difference(now, later)
}

function difference(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : to - from
}

/**
 * Share of "I do not know" from which an item is named as a knowledge gap. One in five is our choice, not a finding
 * from literature: in the smallest group that is shown, five people, it is one person.
 */
export const KNOWLEDGE_GAP_FROM = 0.2

/** What `knowledgeGaps` needs to know of an item. */
export interface ItemUnknownShare {
  readonly itemId: string
  /** 0 to 1, or `null` when nobody answered. */
  readonly unknownShare: number | null
}

/**
 * The items of which at least one in five who answered did not know, most unknown first, equals in the given order.
 *
 * Missing: an item without a share is left out: nobody answered is not the same as nobody knows.
 */
export function knowledgeGaps<T extends ItemUnknownShare>(items: readonly T[]): T[] {
  const shareOf = (item: T) => item.unknownShare ?? 0
  return items.filter((item) => !isBelow(shareOf(item), KNOWLEDGE_GAP_FROM)).toSorted((a, b) => shareOf(b) - shareOf(a))
}
