import type { Instrument } from '../domain/instrument.ts'
import { type Room, tellsTooMuch } from './alike.ts'
import { type CellPlaces, cellPlaces, isRating, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/** A group that is large enough to be shown, or null for everybody else together. */
type Population = string | null

/**
 * Which cells a new release has to keep as the latest one had them, and which items may not show figures of their own.
 *
 * A cell is kept whole when at one of its items 1 to `threshold - 1` people of a population differ from an earlier
 * release, or when those who differ answered so alike that the difference of the two scores tells each one's answers. So
 * a cell is always of one moment, and an item's figures are of the same moment as its cell. An item whose own difference
 * would tell too much shows no figures, and counts in its cell.
 */
export class Differences {
  /** Places of the sheet that keep the answers of the latest release. */
  readonly heldSlots: ReadonlySet<number>
  /** Places of the sheet whose items may show no figures of their own. */
  readonly silentSlots: ReadonlySet<number>
  readonly #instrument: Instrument
  readonly #now: readonly string[]
  readonly #earlier: readonly (readonly string[])[]
  readonly #rules: Rules
  readonly #members: ReadonlyMap<Population, readonly number[]>

  /**
   * @param populations of each person.
   * @param now sheet texts of each person, in the same order.
   * @param earlier the same for each earlier release; who was not in it has an empty sheet.
   */
  constructor(
    instrument: Instrument,
    populations: readonly Population[],
    now: readonly string[],
    earlier: readonly (readonly string[])[],
    rules: Rules,
  ) {
    this.#instrument = instrument
    this.#now = now
    this.#earlier = earlier
    this.#rules = rules
    this.#members = Map.groupBy(populations.keys(), (person) => populations[person] ?? null)
    const cells = cellPlaces(instrument)
    const held = cells.filter((cell) => this.#tellsOfFew(cell))
    this.heldSlots = new Set(held.flatMap(({ slots }) => slots))
    const items = cells.filter((cell) => !held.includes(cell)).flatMap(itemsOf)
    this.silentSlots = new Set(items.filter((item) => this.#itemTellsOfFew(item)).flatMap(({ slots }) => slots))
  }

  #tellsOfFew(cell: CellPlaces): boolean {
    return [...this.#members.values()].some((people) =>
      this.#earlier.some((texts) => {
        if (cell.slots.some((slot) => this.#differsByFew(slot, people, texts))) return true
        return this.#rules.alike && this.#areTooAlike(cell, people, texts)
      }),
    )
  }

  #differsByFew(slot: number, people: readonly number[], texts: readonly string[]): boolean {
    let differing = 0
    let ratingDiffers = 0
    for (const person of people) {
      const [before, after] = [texts[person]?.[slot], this.#now[person]?.[slot]]
      if (before === after) continue
      differing += 1
      if (isRating(before) || isRating(after)) ratingDiffers += 1
    }
    return isFew(differing, this.#rules.threshold) || isFew(ratingDiffers, this.#rules.threshold)
  }

  /** An item has figures of its own from ten ratings, before and now. */
  #itemTellsOfFew(item: CellPlaces): boolean {
    const [slot = 0] = item.slots
    const ratings = (sheets: readonly string[]) => sheets.filter((sheet) => isRating(sheet[slot])).length
    if (!this.#rules.alike || ratings(this.#now) < ITEM_FIGURES_FROM) return false
    const everybody = [...this.#now.keys()]
    return this.#earlier.some((texts) => {
      return ratings(texts) >= ITEM_FIGURES_FROM && this.#areTooAlike(item, everybody, texts)
    })
  }

  #areTooAlike(cell: CellPlaces, people: readonly number[], texts: readonly string[]): boolean {
    const share = (sum: number) => sum / cell.slots.length
    const rooms = people.flatMap((person) => {
      const parts = cell.slots.flatMap((slot, index) => {
        const item = cell.items[index] ?? 0
        const before = keyedScore(this.#instrument, item, texts[person]?.[slot])
        const after = keyedScore(this.#instrument, item, this.#now[person]?.[slot])
        return roomOfChange(before, after) ?? []
      })
      if (parts.length === 0) return []
      const below = share(parts.reduce((sum, part) => sum + part.below, 0))
      return [{ below, above: share(parts.reduce((sum, part) => sum + part.above, 0)) }]
    })
    return tellsTooMuch(rooms, stepInPoints(this.#instrument) / cell.slots.length)
  }
}

/** Each item of a cell as a cell of its own. */
function itemsOf(cell: CellPlaces): CellPlaces[] {
  return cell.slots.map((slot, index) => ({ ...cell, items: cell.items.slice(index, index + 1), slots: [slot] }))
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
