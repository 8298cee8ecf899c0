import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { type MadeRelease, makeRelease } from '../../server/release/release.ts'
import { type Rules, rulesOf } from '../../server/release/rules.ts'

/** One who takes part: what the sheet held at each release of the round, null when it was not there. */
export interface Person {
  readonly group: string | null
  readonly sheets: readonly (string | null)[]
}

/** A round with everything that decides what is published of it. */
export interface Round {
  readonly instrument: Instrument
  readonly people: readonly Person[]
  readonly releases: number
  readonly rules: Rules
}

/** The rules of an anonymous round. */
export const ALL_RULES: Rules = rulesOf('anonymous', 5)

/**
 * An instrument on one horizon with so many items in each cell: of the first dimension internal, then external, then of
 * the next.
 */
export function instrumentOf(cells: readonly number[], steps = 5): Instrument {
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
    items: items.map((item, index) => ({ ...item, id: `i${index}`, reverse: false })),
  }
}

/** Makes each release of a round with the product's own module; undefined where the earlier release stands. */
export function publish({ instrument, people, releases, rules }: Round): (MadeRelease | undefined)[] {
  const groups = [...new Set(people.flatMap(({ group }) => group ?? []))].toSorted()
  const earlier: (readonly Contributor[])[] = []
  return Array.from({ length: releases }, (_, release) => {
    const contributors = people.flatMap(({ group, sheets }, person) => {
      const answers = sheets[release] ?? null
      return answers === null ? [] : [{ respondentId: `p${person}`, group, answers }]
    })
    const made = makeRelease({ instrument, groups, contributors, earlier, rules })
    if (made !== undefined) earlier.push(made.contributors)
    return made
  })
}

/** Everything that is published, as one text: two rounds read the same only when they do so to the last character. */
export function documentOf(round: Round): string {
  return JSON.stringify(publish(round).map((made) => made && [made.figures, made.isHoldingBack]))
}

/** A small generator, so that a test does the same on every machine (mulberry32): numbers from 0 up to 1. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** About normal, mean 0 and standard deviation 1. */
  normal(): number {
    const sum = Array.from({ length: 6 }, () => this.next()).reduce((total, value) => total + value, 0)
    return (sum - 3) / Math.sqrt(0.5)
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[this.integer(0, from.length - 1)]
  }
}

/** How people of a random round answer: everybody about a mean of the item, or so that much can go wrong. */
export type Temper = 'plain' | 'homogeneous' | 'extreme' | 'patchy'

/** Ratings on five steps about a mean for each item, with a mood for each group and person. */
export function sheetsAbout(random: Random, means: readonly number[], people: number, temper: Temper): string[] {
  const groupMood = random.normal() * 0.3
  const spread = temper === 'homogeneous' ? 0.25 : 0.85
  return Array.from({ length: people }, () => {
    const mood = random.normal() * (temper === 'homogeneous' ? 0.1 : 0.4)
    return means
      .map((mean) => {
        if (temper === 'patchy' && random.next() < 0.12) return random.pick(['?', '-', '.']) ?? '.'
        const step = Math.round(mean + groupMood + mood + random.normal() * spread)
        return String(Math.min(5, Math.max(1, step)))
      })
      .join('')
  })
}

/**
 * A random round of up to 40 people in one to three groups, some of them perhaps in none, with releases in between:
 * people come late, one changes an answer, five change a sheet.
 */
export function randomRound(random: Random, rules: Rules = ALL_RULES): Round {
  const itemsInCell = random.integer(1, 2)
  const instrument = instrumentOf(Array.from({ length: 6 }, () => itemsInCell))
  const temper = random.pick<Temper>(['plain', 'plain', 'homogeneous', 'extreme', 'patchy']) ?? 'plain'
  const means = instrument.items.map(() =>
    temper === 'extreme' ? (random.pick([0.8, 5.2]) ?? 5) : 1.6 + 2.8 * random.next(),
  )
  const sizes = Array.from({ length: random.integer(1, 3) }, () => random.pick([3, 4, 5, 5, 6, 7, 9, 12]) ?? 5)
  const loose = random.pick([0, 0, 1, 3, 5]) ?? 0
  const releases = random.integer(1, 3)
  const crowd = (group: string | null, size: number, first: number): Person[] =>
    sheetsAbout(random, means, size, temper).map((sheet) => ({
      group,
      sheets: Array.from({ length: releases }, (_, release) => (release >= first ? sheet : null)),
    }))
  const people = sizes.flatMap((size, group) => crowd(`g${group}`, size, 0)).concat(crowd(null, loose, 0))
  for (let release = 1; release < releases; release += 1) {
    const late = random.pick([0, 1, 2, 4, 5, 6, 8]) ?? 0
    people.push(...crowd(random.pick(['g0', `g${sizes.length - 1}`, null]) ?? null, late, release))
    const changing = random.pick([0, 1, 5]) ?? 0
    for (let change = 0; change < changing; change += 1) changeAnItem(random, people, release)
  }
  return { instrument, people, releases, rules }
}

function changeAnItem(random: Random, people: Person[], release: number): void {
  const index = random.integer(0, people.length - 1)
  const person = people[index]
  const own = person?.sheets[release - 1] ?? null
  if (person === undefined || own === null) return
  const item = random.integer(0, own.length - 1)
  const changed = own.slice(0, item) + String(random.integer(1, 5)) + own.slice(item + 1)
  people[index] = { ...person, sheets: person.sheets.map((sheet, at) => (at >= release ? changed : sheet)) }
}
