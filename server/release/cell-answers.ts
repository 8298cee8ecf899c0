import type { Instrument } from '../domain/instrument.ts'
import { FULL_RANGE, knownRange, type Range, roomsOf, tellsTooMuch } from './alike.ts'
import type { Contributor } from './contributors.ts'
import { isFew } from './differences.ts'
import { type AllScores, allScoresOf, takesAnEnd } from './ends.ts'
import { type CellPlaces, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/** One person's scores (0 to 100) on the items of a cell; null where none was given, or where it does not count. */
export type CellSheet = readonly (number | null)[]

/** What people answered in one cell, and whether a score of some of them would tell what each one did. */
export class CellAnswers {
  readonly #instrument: Instrument
  readonly #cell: CellPlaces
  readonly #everybody: readonly Contributor[]
  readonly #rules: Rules
  readonly #ranges: readonly Range[]
  /** Places in the cell of items of which everybody's distribution may be shown. */
  readonly #known: readonly number[]
  readonly #all: AllScores

  constructor(instrument: Instrument, cell: CellPlaces, everybody: readonly Contributor[], rules: Rules) {
    this.#instrument = instrument
    this.#cell = cell
    this.#everybody = everybody
    this.#rules = rules
    const sheets = everybody.map(({ answers }) => this.sheetOf(answers, cell.items))
    this.#all = allScoresOf(sheets, cell.items.length)
    const isKnown = (scores: readonly number[]) => scores.length >= ITEM_FIGURES_FROM
    this.#known = this.#all.descending.flatMap((scores, index) => (isKnown(scores) ? [index] : []))
    this.#ranges = this.#all.descending.map((scores) => (isKnown(scores) ? knownRange(scores) : FULL_RANGE))
  }

  /** A sheet's scores on all items of the cell; null for those that are not among `items`. */
  sheetOf(answers: string, items: readonly number[]): CellSheet {
    return this.#cell.items.map((item) => {
      return items.includes(item) ? keyedScore(this.#instrument, item, answers[this.slotOf(item)]) : null
    })
  }

  /** Place in a sheet of an item of this cell. */
  slotOf(item: number): number {
    return this.#cell.slots[this.#cell.items.indexOf(item)] ?? -1
  }

  /**
   * Whether these answers are so alike that their score tells too much, see `tellsTooMuch`. Fewer than the threshold
   * never do: of these nothing is shown, and rules 2 and 3 see to it that nothing is left.
   *
   * @param isOfEverybody of others it is known from everybody's distribution how low and how high they can be.
   * @param further see `tellsTooMuch`.
   */
  tellTooMuch(sheets: readonly CellSheet[], isOfEverybody = false, further = 0): boolean {
    const rated = sheets.filter(isRated)
    if (isFew(rated.length, this.#rules.threshold)) return false
    const counted = this.#cell.items.filter((_, index) => rated.some((sheet) => (sheet[index] ?? null) !== null))
    const ranges = isOfEverybody ? this.#cell.items.map(() => FULL_RANGE) : this.#ranges
    return tellsTooMuch(roomsOf(rated, ranges), this.#unitOf(counted.length), further)
  }

  /** Whether these people, if they are not everybody, gave the highest or the lowest of all ratings: see `takesAnEnd`. */
  takeAnEnd(sheets: readonly CellSheet[]): boolean {
    const rated = sheets.filter(isRated)
    if (this.#known.length === 0 || rated.length === this.#everybody.length) return false
    if (rated.length < this.#rules.threshold) return false
    const some = rated.map((sheet) => sheet.map((score, index) => (this.#known.includes(index) ? score : null)))
    return takesAnEnd(some, this.#all, this.#unitOf(this.#known.length))
  }

  #unitOf(items: number): number {
    return stepInPoints(this.#instrument) / Math.max(1, items)
  }
}

function isRated(sheet: CellSheet): boolean {
  return sheet.some((score) => score !== null)
}
