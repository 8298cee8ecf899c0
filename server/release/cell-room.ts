import { countsAt, type RatingCounts, ratingsIn } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import { CellAnswers } from './cell-answers.ts'
import type { HiddenReason, PastRelease, Population } from './cells.ts'
import type { Contributor } from './contributors.ts'
import { type ShownPlace, shownPlace, showsFew } from './differencing.ts'
import { type CellPlaces, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, NEARLY_EVERYONE, type Rules } from './rules.ts'

/** A population and the items that are hidden from its scores so far. */
export interface Draft {
  readonly population: Population
  readonly hidden: Map<string, HiddenReason>
}

/** Points of a cell's score below which two items weigh the same. */
const HIDDEN_BY_ROUNDING = 0.25

/**
 * Decides for one cell which items everybody and each group may show in their scores.
 *
 * Rule 1: fewer than `threshold` ratings of an item have no score there; a group's cell that rests on a single item is
 * an item of that group and needs as many ratings as an item does (rule 5). Rule 2: at every item, what is left beside
 * the groups that are shown is nobody or enough ratings. Rule 3: together with earlier releases nothing can be worked
 * out about fewer than `threshold` people. And no population's answers, nor what is left beside the groups, are so alike
 * that the score tells each one's answers. Where a rule is broken, the smallest group that is shown gives way. As that
 * may break another, they are tried until nothing changes.
 */
export class CellRoom {
  readonly #instrument: Instrument
  readonly #cell: CellPlaces
  readonly #everybody: Draft
  readonly #groups: readonly Draft[]
  readonly #rules: Rules
  readonly #past: readonly PastRelease[]
  readonly #answers: CellAnswers

  /**
   * @param drafts everybody first, then each group; their `hidden` is filled in.
   * @throws {RangeError} there are no populations.
   */
  constructor(
    instrument: Instrument,
    cell: CellPlaces,
    drafts: readonly Draft[],
    rules: Rules,
    past: readonly PastRelease[],
  ) {
    const [everybody, ...groups] = drafts
    if (everybody === undefined) throw new RangeError('a release has at least one population')
    this.#instrument = instrument
    this.#cell = cell
    this.#everybody = everybody
    // Smallest first: the one that gives way.
    this.#groups = groups.toSorted((a, b) => a.population.members.length - b.population.members.length)
    this.#rules = rules
    this.#past = past
    this.#answers = new CellAnswers(instrument, cell, everybody.population.members, rules)
  }

  /** Fills in what is hidden. */
  decide(): void {
    let before = -1
    while (this.#hiddenItems() > before) {
      before = this.#hiddenItems()
      for (const draft of [this.#everybody, ...this.#groups]) this.#hideFew(draft)
      if (this.#rules.alike) for (const draft of [this.#everybody, ...this.#groups]) this.#hideAlike(draft)
      if (this.#rules.complement) for (const item of this.#cell.items) this.#keepComplement(item)
      if (this.#rules.alike) this.#keepRestUnlike()
      if (this.#rules.reRelease) for (const item of this.#cell.items) this.#keepFromDifferences(item)
    }
  }

  #hideFew(draft: Draft): void {
    for (const item of this.#cell.items) {
      if (this.#ratings(draft, item) < this.#rules.threshold) this.#hide(draft, item, 'too-few')
    }
    const [only, ...others] = this.#shownItems(draft)
    if (only === undefined || others.length > 0 || draft === this.#everybody) return
    if (this.#ratings(draft, only) < this.#fewestOfItem) this.#hide(draft, only, 'too-few')
  }

  #hideAlike(draft: Draft): void {
    const { members } = draft.population
    const items = this.#shownItems(draft)
    for (const item of items) this.#hideAlikeItem(draft, item)
    if (draft === this.#everybody) {
      const sheets = members.map(({ answers }) => this.#answers.sheetOf(answers, items))
      const isAlone = items.length === 1
      const isKnown = isAlone && this.#wereTooAlike(members, () => items, true)
      if (!isKnown && !this.#answers.tellTooMuch(sheets, true, this.#saidInWords(items))) return
      for (const item of items) this.#hide(draft, item, 'too-alike')
      return
    }
    const isAlike = this.#shownItems(this.#everybody).length === 0 || this.#areTooAlike(members, () => items)
    if (!isAlike && !this.#wereTooAlike(members, () => items)) return
    // What a group's own answers are like is not told: the reason for all groups of a cell reads the same.
    for (const item of items) this.#hide(draft, item, 'complement')
  }

  /**
   * An item that another number of people rated than any other of its cell weighs differently in the cell's score, so
   * that the score may tell which part of it is the item's. It cannot when the rounding hides the difference.
   */
  #hideAlikeItem(draft: Draft, item: number): void {
    const items = this.#shownItems(draft)
    const step = stepInPoints(this.#instrument) / items.length
    const weight = (one: number) => step / this.#ratings(draft, one)
    const isLike = (other: number) => other !== item && Math.abs(weight(item) - weight(other)) < HIDDEN_BY_ROUNDING
    if (items.some(isLike)) return
    const isEverybody = draft === this.#everybody
    if (isEverybody && this.#ratings(draft, item) >= ITEM_FIGURES_FROM) return
    const sheets = draft.population.members.map(({ answers }) => this.#answers.sheetOf(answers, [item]))
    if (!this.#answers.tellTooMuch(sheets, isEverybody)) return
    this.#hide(draft, item, isEverybody ? 'too-alike' : 'complement')
  }

  #keepComplement(item: number): void {
    for (const group of this.#groups) {
      const rest = this.#restAt(item)
      if (rest === 0 || rest >= this.#fewestBeside(item)) return
      this.#hide(group, item, 'complement')
    }
  }

  #keepRestUnlike(): void {
    for (const group of this.#groups) {
      const shown = this.#groups.filter((other) => this.#shownItems(other).length > 0)
      if (shown.length === 0) return
      const groupOf = new Map(
        shown.flatMap((other) => other.population.members.map(({ respondentId }) => [respondentId, other] as const)),
      )
      const items = this.#shownItems(this.#everybody)
      const itemsBeside = ({ respondentId }: Contributor) => {
        const own = groupOf.get(respondentId)
        return items.filter((item) => own === undefined || !this.#isShown(own, item))
      }
      const { members } = this.#everybody.population
      if (!this.#areTooAlike(members, itemsBeside) && !this.#wereTooAlike(members, itemsBeside)) return
      for (const item of this.#shownItems(group)) this.#hide(group, item, 'complement')
    }
  }

  #keepFromDifferences(item: number): void {
    if (this.#past.length === 0) return
    const past = this.#past.map((release) => this.#pastPlace(release, item))
    for (const group of this.#groups) {
      if (!showsFew([...past, this.#presentPlace(item)], this.#rules.threshold)) return
      this.#hide(group, item, 'complement')
    }
  }

  #pastPlace({ answers, decisions }: PastRelease, item: number): ShownPlace {
    const [, ...groups] = decisions[this.#cell.horizon] ?? []
    const id = this.#instrument.items[item]?.id ?? ''
    const shown = groups.filter(({ hidden }) => !hidden.has(id)).map(({ population }) => population)
    return shownPlace(answers, shown, this.#answers.slotOf(item))
  }

  #presentPlace(item: number): ShownPlace {
    const { members } = this.#everybody.population
    const answers = new Map(members.map(({ respondentId, answers: mine }) => [respondentId, mine]))
    const shown = this.#groups.filter((group) => this.#isShown(group, item)).map(({ population }) => population)
    return shownPlace(answers, shown, this.#answers.slotOf(item))
  }

  #restAt(item: number): number {
    const shown = this.#groups.filter((group) => this.#isShown(group, item))
    return shown.reduce((rest, group) => rest - this.#ratings(group, item), this.#ratings(this.#everybody, item))
  }

  get #fewestOfItem(): number {
    const { precision, threshold } = this.#rules
    return precision ? Math.max(threshold, ITEM_FIGURES_FROM) : threshold
  }

  /** Ratings that have to be left beside the groups: where one item makes up a cell, as many as an item needs. */
  #fewestBeside(item: number): number {
    const isAlone = [this.#everybody, ...this.#groups].some((draft) => {
      return this.#isShown(draft, item) && this.#shownItems(draft).length === 1
    })
    return isAlone ? this.#fewestOfItem : this.#rules.threshold
  }

  #areTooAlike(members: readonly Contributor[], itemsOf: (member: Contributor) => readonly number[]): boolean {
    const sheets = members.map((member) => this.#answers.sheetOf(member.answers, itemsOf(member)))
    return this.#answers.tellTooMuch(sheets) || this.#answers.takeAnEnd(sheets)
  }

  /** Whether those whose answers an earlier release counted as they are now are too alike: the rest may be known. */
  #wereTooAlike(
    members: readonly Contributor[],
    itemsOf: (member: Contributor) => readonly number[],
    isOfEverybody = false,
  ): boolean {
    if (!this.#rules.reRelease) return false
    return this.#past.some(({ answers }) => {
      const unchanged = members.map((member) => {
        const before = answers.get(member.respondentId)
        const items = itemsOf(member).filter(
          (item) => before?.[this.#answers.slotOf(item)] === member.answers[this.#answers.slotOf(item)],
        )
        return this.#answers.sheetOf(member.answers, items)
      })
      return this.#answers.tellTooMuch(unchanged, isOfEverybody)
    })
  }

  /**
   * Of an item of which it is said that nearly everyone chose an end of the scale, and of one beside it of which it is
   * not, it is known how many at most, or at least, did not: so many steps the answers are not free.
   */
  #saidInWords(items: readonly number[]): number {
    const isSaid = items.some((item) => {
      const counts = this.#counts(this.#everybody, item)
      const ratings = ratingsIn(counts)
      const atEnd = Math.max(counts.steps[0] ?? 0, counts.steps.at(-1) ?? 0)
      return ratings >= ITEM_FIGURES_FROM && ratings - atEnd <= NEARLY_EVERYONE
    })
    return isSaid && items.length > 1 ? NEARLY_EVERYONE + 1 : 0
  }

  #ratings(draft: Draft, item: number): number {
    return ratingsIn(this.#counts(draft, item))
  }

  #counts({ population }: Draft, item: number): RatingCounts {
    return countsAt(population.folded, item, this.#cell.horizon, this.#instrument.horizons.length)
  }

  #hiddenItems(): number {
    return [this.#everybody, ...this.#groups].reduce((sum, { hidden }) => sum + hidden.size, 0)
  }

  #shownItems(draft: Draft): number[] {
    return this.#cell.items.filter((item) => this.#isShown(draft, item))
  }

  #isShown(draft: Draft, item: number): boolean {
    const id = this.#instrument.items[item]?.id
    return id !== undefined && !draft.hidden.has(id)
  }

  #hide(draft: Draft, item: number, reason: HiddenReason): void {
    const id = this.#instrument.items[item]?.id
    if (id !== undefined && !draft.hidden.has(id)) draft.hidden.set(id, reason)
  }
}
