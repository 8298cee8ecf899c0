import type { ItemResult, Suppressed } from '../contract/results.ts'
import type { HiddenReason, PastRelease } from './cells.ts'
import type { Contributor } from './contributors.ts'
import { type CellPlaces, isRating } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/** An item's figures while they are decided, and how many chose each step of its dimension. */
export interface Draft {
  readonly result: ItemResult
  readonly steps: readonly number[]
  /** Why figures or the word are left out, where it is another reason than that answers are too alike. */
  why?: Suppressed['reason']
}

/** The difference with an earlier release would tell too much: no figures, and no words that stand for one. */
export function hideFigures(draft: Draft): void {
  hideSpread(draft)
  draft.result.score = null
  draft.result.nearlyEveryone = null
}

/** No figure that describes how people are spread around the score. */
export function hideSpread({ result }: Draft): void {
  result.quartiles = null
  result.counts = null
  result.agreement.averageDeviation = null
}

/**
 * An item that makes up a cell on its own has the cell's score: it is hidden with it, and no more than the score is
 * shown when the cell had a score before with fewer ratings than an item needs.
 */
export function hideWithCell(
  draft: Draft,
  { slots }: Pick<CellPlaces, 'slots'>,
  hidden: ReadonlyMap<string, HiddenReason>,
  { threshold }: Rules,
  past: readonly PastRelease[],
): void {
  const { result } = draft
  // After an earlier release even the words would tell which of its answers were alike.
  if (past.length > 0 && hidden.has(result.itemId)) result.nearlyEveryone = null
  const isHidden = hidden.has(result.itemId) && result.nearlyEveryone === null
  const hadFew = past.some(({ answers }) => slots.some((slot) => isWordOnly(ratingsAt(slot, answers), threshold)))
  if (!isHidden && !hadFew) return
  hideSpread(draft)
  draft.result.agreement.word = null
  if (isHidden) draft.result.score = null
}

/**
 * An item of a round without scores of cells stands for itself: its word is shown from `threshold` ratings, its figures
 * from ten. After an earlier release the two together could tell what few people answered. So figures only follow
 * figures, under the same rules as where the item makes up a cell; after a word there are words only, from ten ratings;
 * and below ten nothing is said again, unless it is of the very same answers.
 *
 * @param slot place of the item in a sheet.
 * @param hidden see `decideItems`.
 * @param now everybody who is counted.
 */
export function hideBesideEarlier(
  draft: Draft,
  slot: number,
  hidden: ReadonlyMap<string, HiddenReason>,
  rules: Rules,
  past: readonly PastRelease[],
  now: readonly Contributor[],
): void {
  const { threshold } = rules
  const before = past.filter(({ answers }) => ratingsAt(slot, answers) >= threshold && differs(slot, answers, now))
  const hasFew = draft.result.n < ITEM_FIGURES_FROM
  if (before.some(({ answers }) => hasFew || isWordOnly(ratingsAt(slot, answers), threshold))) {
    hideFigures(draft)
    if (hasFew) draft.result.agreement.word = null
    draft.why = 'complement'
  } else if (!hasFew) hideWithCell(draft, { slots: [slot] }, hidden, rules, before)
}

function isWordOnly(ratings: number, threshold: number): boolean {
  return ratings >= threshold && ratings < ITEM_FIGURES_FROM
}

function ratingsAt(slot: number, answers: ReadonlyMap<string, string>): number {
  return [...answers.values()].filter((sheet) => isRating(sheet[slot])).length
}

/** Whether at this place somebody's rating is another than it was, or is there where it was not. */
function differs(slot: number, before: ReadonlyMap<string, string>, now: readonly Contributor[]): boolean {
  const sheets = new Map(now.map(({ respondentId, answers }) => [respondentId, answers]))
  const ratingIn = (sheet: string | undefined) => (isRating(sheet?.[slot]) ? sheet?.[slot] : undefined)
  return [...new Set([...before.keys(), ...sheets.keys()])].some(
    (person) => ratingIn(before.get(person)) !== ratingIn(sheets.get(person)),
  )
}
