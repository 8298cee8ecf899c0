/** A card as far as grouping goes. */
export interface Grouped {
  readonly id: string
  readonly groupId: string | null
  readonly text: string
  /** `null` until the room has voted. */
  readonly dots: number | null
}

/** A card, and the cards that stand under its words. */
export interface HeapOf<Card extends Grouped> {
  readonly head: Card
  readonly members: readonly Card[]
}

/**
 * Cards by what they stand under, in the order in which they come. A card whose group is not among them stands alone.
 */
export function heapsOf<Card extends Grouped>(cards: readonly Card[]): HeapOf<Card>[] {
  const ids = new Set(cards.map(({ id }) => id))
  const isUnder = ({ id, groupId }: Card) => groupId !== null && groupId !== id && ids.has(groupId)
  return cards
    .filter((card) => !isUnder(card))
    .map((head) => ({ head, members: cards.filter((card) => isUnder(card) && card.groupId === head.id) }))
}

/** The dots of a card with everything under it; 0 where the room has not voted. */
export function dotsOfHeap<Card extends Grouped>({ head, members }: HeapOf<Card>): number {
  return [head, ...members].reduce((sum, { dots }) => sum + (dots ?? 0), 0)
}

/** Most dots first; among equals the order stays. */
export function ranked<Thing>(things: readonly Thing[], dotsOf: (thing: Thing) => number): Thing[] {
  return things.toSorted((a, b) => dotsOf(b) - dotsOf(a))
}

/** What has most dots, when more than one thing has as many: then somebody has to pick. Empty without a tie. */
export function tiedFirst<Thing>(things: readonly Thing[], dotsOf: (thing: Thing) => number): Thing[] {
  const most = Math.max(0, ...things.map(dotsOf))
  const first = things.filter((thing) => most > 0 && dotsOf(thing) === most)
  return first.length > 1 ? first : []
}
