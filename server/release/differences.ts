import { UNANSWERED } from '../domain/answer.ts'
import type { Instrument } from '../domain/instrument.ts'
import { COLLUDERS, knownRange, type Room, roomsOf, tellsTooMuch } from './alike.ts'
import { type CellPlaces, cellPlaces, isRating, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/**
 * Which cells a new release has to keep as the latest one had them, and which items may not show figures of their own.
 *
 * A cell is kept whole when at one of its items 1 to `threshold - 1` people differ from an earlier release, or when those
 * who differ answered so alike that the difference of the two scores tells each one's answers. So a cell is always of one
 * moment, and an item's figures are of the same moment as its cell. An item whose own difference would tell too much shows
 * no figures, and counts in its cell. A group of which a few differ is not shown instead: see `cell-room.ts`. But a group
 * that was shown and of which only a few are left keeps the cell: what the others said is the difference of everybody's.
 */
export class Differences {
  /** Places of the sheet that keep the answers of the latest release. */
  readonly heldSlots: ReadonlySet<number>
  /** Places of the sheet whose items may show no figures of their own. */
  readonly silentSlots: ReadonlySet<number>
  /** Places of the sheet whose items may show their score, but not how people are spread around it. */
  readonly scoreOnlySlots: ReadonlySet<number>
  readonly #instrument: Instrument
  readonly #members: readonly (readonly number[])[]
  readonly #now: readonly string[]
  readonly #earlier: readonly (readonly string[])[]
  readonly #rules: Rules

  /**
   * @param groups of each person.
   * @param now sheet texts of each person, in the same order.
   * @param earlier the same for each earlier release; who was not in it has an empty sheet.
   */
  constructor(
    instrument: Instrument,
    groups: readonly (string | null)[],
    now: readonly string[],
    earlier: readonly (readonly string[])[],
    rules: Rules,
  ) {
    this.#instrument = instrument
    const people = [...groups.keys()]
    this.#members = [people, ...Map.groupBy(people, (person) => groups[person] ?? null).values()]
    this.#now = now
    this.#earlier = earlier
    this.#rules = rules
    const cells = rules.cells ? cellPlaces(instrument) : cellPlaces(instrument).flatMap(itemsOf)
    const held = cells.filter((cell) => this.#tellsOfFew(cell))
    this.heldSlots = new Set(held.flatMap(({ slots }) => slots))
    const items = cells.filter((cell) => !held.includes(cell)).flatMap(itemsOf)
    this.silentSlots = new Set(items.filter((item) => this.#itemTellsOfFew(item)).flatMap(({ slots }) => slots))
    const ofSpread = items.filter((item) => earlier.some((texts) => this.#spreadTellsOfFew(item, texts)))
    this.scoreOnlySlots = new Set(ofSpread.flatMap(({ slots }) => slots))
  }

  #tellsOfFew(cell: CellPlaces): boolean {
    return this.#earlier.some((texts) => {
      if (cell.slots.some((slot) => this.#differsByFew(slot, texts))) return true
      if (cell.slots.some((slot) => this.#members.some((people) => this.#leavesFew(slot, people, texts)))) return true
      return this.#rules.alike && this.#showsDifference(cell, texts) && this.#areTooAlike(cell, texts)
    })
  }

  /**
   * Whether the difference of two scores of a cell can be seen at all. An item that stands for itself has a score from ten
   * ratings; to keep it back where there is no difference to see would only tell that the answers are alike.
   */
  #showsDifference({ slots }: CellPlaces, texts: readonly string[]): boolean {
    const [slot = 0] = slots
    return this.#rules.cells || [texts, this.#now].every((sheets) => ratingsAt(slot, sheets) >= ITEM_FIGURES_FROM)
  }

  #differsByFew(slot: number, texts: readonly string[]): boolean {
    const { threshold } = this.#rules
    const [differing, ratingDiffers] = [new Differing(), new Differing()]
    for (const [person, sheet] of this.#now.entries()) {
      const earlier = texts[person] ?? ''
      const [before, after] = [earlier[slot], sheet[slot]]
      if (before === after) continue
      differing.add(earlier, sheet)
      if (isRating(before) || isRating(after)) ratingDiffers.add(earlier, sheet)
    }
    return isFew(differing.people, threshold) || isFew(ratingDiffers.people, threshold)
  }

  #leavesFew(slot: number, people: readonly number[], texts: readonly string[]): boolean {
    const ratings = (sheets: readonly string[]) => people.filter((person) => isRating(sheets[person]?.[slot])).length
    const { threshold } = this.#rules
    return ratings(texts) >= threshold && isFew(ratings(this.#now), threshold)
  }

  /** An item has figures of its own from ten ratings, before and now. */
  #itemTellsOfFew(item: CellPlaces): boolean {
    const [slot = 0] = item.slots
    if (!this.#rules.alike || ratingsAt(slot, this.#now) < ITEM_FIGURES_FROM) return false
    return this.#earlier.some((texts) => {
      return ratingsAt(slot, texts) >= ITEM_FIGURES_FROM && this.#areTooAlike(item, texts)
    })
  }

  #spreadTellsOfFew({ items, slots }: CellPlaces, texts: readonly string[]): boolean {
    const [item = 0] = items
    const [slot = 0] = slots
    if (ratingsAt(slot, texts) < ITEM_FIGURES_FROM) return false
    const changes = new Map<string, number>()
    const differing = new Differing()
    const scores: { readonly changed: number[]; readonly unchanged: number[] } = { changed: [], unchanged: [] }
    for (const [person, sheet] of this.#now.entries()) {
      const earlier = texts[person] ?? ''
      const [before, after] = [earlier[slot], sheet[slot]]
      const score = keyedScore(this.#instrument, item, after)
      if (score !== null) (before === after ? scores.unchanged : scores.changed).push(score)
      if (before === after || !(isRating(before) || isRating(after))) continue
      changes.set(`${before}${after}`, (changes.get(`${before}${after}`) ?? 0) + 1)
      differing.add(earlier, sheet)
    }
    if (changes.size === 0) return false
    if (!hasManyAway([...changes.values()], differing.returned)) return true
    const range = knownRange([...scores.changed, ...scores.unchanged])
    return Object.values(scores).some((part) => {
      const sheets = part.map((score) => [score])
      return tellsTooMuch(roomsOf(sheets, [range]), stepInPoints(this.#instrument))
    })
  }

  #areTooAlike(cell: CellPlaces, texts: readonly string[]): boolean {
    const share = (sum: number) => sum / cell.slots.length
    const differing = new Differing()
    const rooms = this.#now.flatMap((sheet, person) => {
      const parts = cell.slots.flatMap((slot, index) => {
        const item = cell.items[index] ?? 0
        const before = keyedScore(this.#instrument, item, texts[person]?.[slot])
        const after = keyedScore(this.#instrument, item, sheet[slot])
        return roomOfChange(before, after) ?? []
      })
      if (parts.length === 0) return []
      differing.add(texts[person] ?? '', sheet)
      const below = share(parts.reduce((sum, part) => sum + part.below, 0))
      return [{ below, above: share(parts.reduce((sum, part) => sum + part.above, 0)) }]
    })
    // Two who compare notes, took their answers back and came again know four of these rooms.
    const known = COLLUDERS + Math.min(COLLUDERS, differing.returned)
    return tellsTooMuch(rooms, stepInPoints(this.#instrument) / cell.slots.length, 0, known)
  }
}

/** Fewest people away from what is most common for figures that describe the spread. */
const SPREAD_FROM = 5

/**
 * Whether in these counts enough people lie away from what is most common for figures that describe the spread.
 *
 * @param twice how many people are perhaps counted twice.
 */
export function hasManyAway(kinds: readonly number[], twice = 0): boolean {
  return kinds.reduce((sum, count) => sum + count, 0) - Math.max(0, ...kinds) - twice >= SPREAD_FROM
}

/** Counts who differs between two releases: whoever was added may be somebody who was removed. */
class Differing {
  #added = 0
  #removed = 0
  #changed = 0

  /** @param before and `after`: sheet texts; who is not in a release has an empty one. */
  add(before: string, after: string): void {
    if (isEmpty(before)) this.#added += 1
    else if (isEmpty(after)) this.#removed += 1
    else this.#changed += 1
  }

  /** People at least. */
  get people(): number {
    return this.#changed + Math.max(this.#added, this.#removed)
  }

  /** People at most who took their answers back and came again. */
  get returned(): number {
    return Math.min(this.#added, this.#removed)
  }
}

function isEmpty(sheet: string): boolean {
  return [...sheet].every((answer) => answer === UNANSWERED)
}

/** Each item of a cell as a cell of its own. */
function itemsOf(cell: CellPlaces): CellPlaces[] {
  return cell.slots.map((slot, index) => ({ ...cell, items: cell.items.slice(index, index + 1), slots: [slot] }))
}

function ratingsAt(slot: number, sheets: readonly string[]): number {
  return sheets.filter((sheet) => isRating(sheet[slot])).length
}

/** Whether a number of people is some, but fewer than the threshold. */
export function isFew(count: number, threshold: number): boolean {
  return count > 0 && count < threshold
}

/** How far a change of one answer lies from the lowest and the highest that it could have been; undefined when none. */
function roomOfChange(before: number | null, after: number | null): Room | undefined {
  if (before === after) return undefined
  const change = (after ?? 0) - (before ?? 0)
  const lowest = before === null ? 0 : -100
  const highest = after === null ? 0 : 100
  return { below: change - lowest, above: highest - change }
}
