import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease, type ReleasedFigures } from '../../server/release/release.ts'
import { type Rules, rulesOf } from '../../server/release/rules.ts'

/** One who takes part: what the sheet held at each release of the round, null when it was not there. */
export interface Person {
  readonly group: string | null
  readonly sheets: readonly (string | null)[]
}

/** A round with everything that decides what is published of it. */
export interface Round {
  readonly instrument: Instrument
  readonly groups: readonly string[]
  readonly people: readonly Person[]
  readonly releases: number
  readonly rules: Rules
}

/** The rules of an anonymous round. */
export const ALL_RULES: Rules = rulesOf('anonymous', 5)

/**
 * An instrument with so many items in each cell: of the first dimension internal, then external, then of the next.
 *
 * @param reverse indexes of items that read backwards.
 */
export function instrumentOf(cells: readonly number[], steps = 5, reverse: readonly number[] = []): Instrument {
  const items = cells.flatMap((count, cell) =>
    Array.from({ length: count }, () => ({
      dimension: `d${Math.floor(cell / 2)}`,
      perspective: cell % 2 === 0 ? 'internal' : 'external',
    })),
  )
  return {
    dimensions: [...new Set(items.map(({ dimension }) => dimension))],
    perspectives: cells.length > 1 ? ['internal', 'external'] : ['internal'],
    horizons: ['now'],
    scale: { min: 1, max: steps },
    balance: true,
    items: items.map((item, index) => ({ ...item, id: `i${index}`, reverse: reverse.includes(index) })),
  }
}

/** Contributors out of sheets, all in one group or in none. */
export function contributorsOf(sheets: readonly string[], group: string | null = null, prefix = 'p'): Contributor[] {
  return sheets.map((answers, index) => ({ respondentId: `${prefix}${group ?? ''}${index}`, group, answers }))
}

/** What each release of a round publishes, by the product's own release module; undefined where the earlier one stands. */
export function publish({ instrument, groups, people, releases, rules }: Round): (ReleasedFigures | undefined)[] {
  const earlier: (readonly Contributor[])[] = []
  return Array.from({ length: releases }, (_, release) => {
    const contributors = people.flatMap(({ group, sheets }, person) => {
      const answers = sheets[release] ?? null
      return answers === null ? [] : [{ respondentId: `p${person}`, group, answers }]
    })
    const made = makeRelease({ instrument, groups, contributors, earlier, rules })
    if (made !== undefined) earlier.push(made.contributors)
    return made?.figures
  })
}

/** The same as one text, to see whether two rounds publish the same to the last character. */
export function documentOf(round: Round): string {
  return JSON.stringify(publish(round).map((figures) => figures ?? null))
}

/** A small generator, so that a test does the same on every machine (mulberry32): 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from `least` to `most`. */
export function integerFrom(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** About normal, mean 0 and standard deviation 1. */
export function normalFrom(random: () => number): number {
  const sum = Array.from({ length: 6 }, random).reduce((total, value) => total + value, 0)
  return (sum - 3) / Math.sqrt(0.5)
}
