import type { Instrument } from '../domain/instrument.ts'
import { type Room, tellsTooMuch } from './alike.ts'
import { type CellPlaces, cellPlaces, isRating, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/** A group that is large enough to be shown, or null for everybody else together. */
type Population = string | null

/**
 * Which places of the sheet a new release has to keep as the latest one had them, for each population.
 *
 * A place is held for a population in which 1 to `threshold - 1` people differ there from an earlier release, by any
 * answer or by a rating; or in which so many differ that only as few are left who do not, while all of them were shown
 * before: what is left could be worked out. A cell is held when those who differ answered so alike that the difference
 * tells each one's answers, and an item when it does so for everybody together.
 */
export class Differences {
  readonly #instrument: Instrument
  readonly #populations: readonly Population[]
  readonly #now: readonly string[]
  readonly #earlier: readonly (readonly string[])[]
  readonly #rules: Rules
  readonly #held = new Map<Population, Set<number>>()

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
    this.#populations = populations
    this.#now = now
    this.#earlier = earlier
    this.#rules = rules
    const members = Map.groupBy(populations.keys(), (person) => populations[person] ?? null)
    for (const population of members.keys()) this.#held.set(population, new Set())
    for (const [population, people] of members) this.#holdFew(population, people)
    let isHoldingMore = rules.alike
    while (isHoldingMore) isHoldingMore = this.#holdAlike(members)
  }

  /** Whether a place of the sheet keeps the answers that the latest release had, for this population. */
  isHeld(slot: number, population: Population): boolean {
    return this.#held.get(population)?.has(slot) ?? false
  }

  #holdFew(population: Population, people: readonly number[]): void {
    const slots = this.#now[0]?.length ?? 0
    for (let slot = 0; slot < slots; slot += 1) {
      const isTooFew = this.#earlier.some((texts) => this.#differsByFew(slot, people, texts))
      if (isTooFew) this.#held.get(population)?.add(slot)
    }
  }

  #differsByFew(slot: number, people: readonly number[], texts: readonly string[]): boolean {
    let differing = 0
    let ratingDiffers = 0
    let ratedBefore = 0
    let unchanged = 0
    for (const person of people) {
      const [before, after] = [texts[person]?.[slot], this.#now[person]?.[slot]]
      const wasRated = isRating(before)
      if (wasRated) ratedBefore += 1
      if (before === after) {
        if (wasRated) unchanged += 1
        continue
      }
      differing += 1
      if (wasRated || isRating(after)) ratingDiffers += 1
    }
    const { threshold } = this.#rules
    if (isFew(differing, threshold) || isFew(ratingDiffers, threshold)) return true
    return ratingDiffers > 0 && ratedBefore >= threshold && isFew(unchanged, threshold)
  }

  #holdAlike(members: ReadonlyMap<Population, readonly number[]>): boolean {
    const before = this.#heldPlaces()
    for (const cell of cellPlaces(this.#instrument)) {
      for (const [population, people] of members) {
        if (this.#earlier.some((texts) => this.#areTooAlike(cell, people, texts))) {
          for (const slot of cell.slots) this.#held.get(population)?.add(slot)
        }
      }
      for (const [index, slot] of cell.slots.entries()) {
        const item = { ...cell, items: cell.items.slice(index, index + 1), slots: [slot] }
        if (this.#earlier.some((texts) => this.#isItemTooAlike(item, texts))) {
          for (const held of this.#held.values()) held.add(slot)
        }
      }
    }
    return this.#heldPlaces() > before
  }

  #heldPlaces(): number {
    return [...this.#held.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** An item has a score of its own from ten ratings, before and now. */
  #isItemTooAlike(item: CellPlaces, texts: readonly string[]): boolean {
    const [slot = 0] = item.slots
    const ratings = (sheets: readonly string[]) => sheets.filter((sheet) => isRating(sheet[slot])).length
    if (ratings(texts) < ITEM_FIGURES_FROM || ratings(this.#now) < ITEM_FIGURES_FROM) return false
    return this.#areTooAlike(item, [...this.#populations.keys()], texts)
  }

  #areTooAlike(cell: CellPlaces, people: readonly number[], texts: readonly string[]): boolean {
    const rooms = people.flatMap((person) => {
      const open = cell.slots.filter((slot) => !this.isHeld(slot, this.#populations[person] ?? null))
      const parts = open.flatMap((slot) => {
        const item = cell.items[cell.slots.indexOf(slot)] ?? 0
        const before = keyedScore(this.#instrument, item, texts[person]?.[slot])
        const after = keyedScore(this.#instrument, item, this.#now[person]?.[slot])
        return roomOfChange(before, after) ?? []
      })
      if (parts.length === 0) return []
      const share = (sum: number) => sum / cell.slots.length
      return [
        {
          below: share(parts.reduce((sum, { below }) => sum + below, 0)),
          above: share(parts.reduce((sum, { above }) => sum + above, 0)),
        },
      ]
    })
    return tellsTooMuch(rooms, stepInPoints(this.#instrument) / cell.slots.length)
  }
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
