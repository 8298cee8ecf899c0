import type { Instrument } from '../../server/domain/instrument.ts'
import type { Rules } from '../../server/release/rules.ts'
import { documentOf } from './rounds.ts'

/** People whom the attacker cannot tell apart: of one group, who came at the same time. */
export interface Crowd {
  readonly group: string | null
  readonly size: number
  /** What the sheets of each of them can have been over the releases; null when it was not there. */
  readonly histories: readonly (readonly (string | null)[])[]
}

/** All rounds of one shape: every way in which these crowds can answer. */
export interface Family {
  readonly instrument: Instrument
  readonly crowds: readonly Crowd[]
  readonly releases: number
  readonly rules: Rules
}

/** A round of the family: for each crowd the histories of its people, as ascending indexes. */
type Table = readonly (readonly number[])[]

/** What two colluders found out about others. */
export interface Leak {
  /** Sheets of each crowd; of several releases with `>` between them. */
  readonly people: readonly string[]
  readonly colluders: readonly string[]
  readonly pinned: string
}

export interface Enumerated {
  /** Rounds in the family. */
  readonly rounds: number
  /** How many of them let some two people pin another. */
  readonly leaking: number
  readonly leaks: readonly Leak[]
}

/** Every text of so many answers out of these characters. */
export function sheetsOf(items: number, characters: string): string[] {
  let sheets = ['']
  for (let item = 0; item < items; item += 1) {
    sheets = sheets.flatMap((sheet) => Array.from(characters, (character) => sheet + character))
  }
  return sheets
}

/**
 * The attacker who tries everything: makes the release of every round of a family, and for each two people who tell each
 * other their answers looks at all rounds that publish the very same and in which they answered the same. Somebody of a
 * crowd is pinned when every person of that crowd gave the same rating of an item in all of these, or a score of a cell
 * within 10 points.
 *
 * Exact, and blind to nothing: what is hidden is part of the document too.
 */
export function enumerate(family: Family): Enumerated {
  const classes = new Map<string, Table[]>()
  let rounds = 0
  for (const table of tablesOf(family.crowds)) {
    rounds += 1
    const document = documentOf(roundOf(family, table))
    const like = classes.get(document)
    if (like === undefined) classes.set(document, [table])
    else like.push(table)
  }
  const eye = new Eye(family)
  const leaks = new Map<string, Leak>()
  for (const tables of classes.values()) for (const leak of eye.leaksIn(tables)) leaks.set(leak.people.join('|'), leak)
  return { rounds, leaking: leaks.size, leaks: [...leaks.values()] }
}

function roundOf({ instrument, crowds, releases, rules }: Family, table: Table) {
  const groups = [...new Set(crowds.flatMap(({ group }) => group ?? []))]
  const people = crowds.flatMap(({ group, histories }, crowd) =>
    (table[crowd] ?? []).map((history) => ({ group, sheets: histories[history] ?? [] })),
  )
  return { instrument, groups, people, releases, rules }
}

function* tablesOf(crowds: readonly Crowd[], from = 0): Generator<Table> {
  const crowd = crowds[from]
  if (crowd === undefined) {
    yield []
    return
  }
  for (const own of multisets(crowd.histories.length, crowd.size)) {
    for (const others of tablesOf(crowds, from + 1)) yield [own, ...others]
  }
}

function* multisets(kinds: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let kind = from; kind < kinds; kind += 1) {
    for (const others of multisets(kinds, size - 1, kind)) yield [kind, ...others]
  }
}

/** What is possible for the people of one crowd: per place the ratings as bits, per cell the lowest and highest score. */
interface Possible {
  readonly ratings: number[]
  readonly lowest: number[]
  readonly highest: number[]
}

class Eye {
  readonly #family: Family
  /** For each crowd and history: the step at each place of each release, 0 for none. */
  readonly #steps: readonly (readonly (readonly number[])[])[]
  /** For each crowd and history: the person's own score of each cell at each release. */
  readonly #scores: readonly (readonly (readonly (number | undefined)[])[])[]

  constructor(family: Family) {
    this.#family = family
    this.#steps = family.crowds.map(({ histories }) =>
      histories.map((history) => history.flatMap((sheet) => this.#stepsOf(sheet))),
    )
    this.#scores = family.crowds.map(({ histories }) =>
      histories.map((history) => history.flatMap((sheet) => this.#scoresOf(this.#stepsOf(sheet)))),
    )
  }

  leaksIn(tables: readonly Table[]): Leak[] {
    const byPair = new Map<string, { possible: Possible[]; table: Table }>()
    for (const table of tables) {
      const everyone = table.flatMap((histories, crowd) => histories.map((history) => [crowd, history] as const))
      for (const [pair, others] of this.#pairsOf(everyone)) {
        const known = byPair.get(pair) ?? { possible: this.#family.crowds.map(() => this.#nothing()), table }
        byPair.set(pair, known)
        for (const [crowd, history] of others) this.#see(known.possible[crowd], crowd, history)
      }
    }
    return [...byPair].flatMap(([pair, { possible, table }]): Leak[] => {
      const pinned = possible.flatMap((crowd, index) => this.#pinned(crowd).map((what) => `crowd ${index} ${what}`))
      return pinned.length === 0 ? [] : [{ ...this.#describe(pair, table), pinned: pinned.join(', ') }]
    })
  }

  /** Each two different colluders, and who is left. */
  #pairsOf(everyone: readonly (readonly [number, number])[]): Map<string, (readonly [number, number])[]> {
    const pairs = new Map<string, (readonly [number, number])[]>()
    for (let first = 0; first < everyone.length; first += 1) {
      for (let second = first + 1; second < everyone.length; second += 1) {
        const key = `${everyone[first]?.join()} ${everyone[second]?.join()}`
        if (!pairs.has(key))
          pairs.set(
            key,
            everyone.filter((_, index) => index !== first && index !== second),
          )
      }
    }
    return pairs
  }

  #see(possible: Possible | undefined, crowd: number, history: number): void {
    if (possible === undefined) return
    for (const [place, step] of (this.#steps[crowd]?.[history] ?? []).entries()) {
      if (step > 0) possible.ratings[place] = (possible.ratings[place] ?? 0) | (1 << step)
    }
    for (const [cell, score] of (this.#scores[crowd]?.[history] ?? []).entries()) {
      if (score === undefined) continue
      possible.lowest[cell] = Math.min(possible.lowest[cell] ?? score, score)
      possible.highest[cell] = Math.max(possible.highest[cell] ?? score, score)
    }
  }

  #pinned({ ratings, lowest, highest }: Possible): string[] {
    const items = ratings.flatMap((bits, place) => (bits !== 0 && (bits & (bits - 1)) === 0 ? [`place ${place}`] : []))
    const cells = lowest.flatMap((low, cell) => ((highest[cell] ?? 100) - low <= 10 ? [`cell ${cell} at ${low}`] : []))
    return [...items, ...cells]
  }

  #describe(pair: string, table: Table): Pick<Leak, 'people' | 'colluders'> {
    const textOf = (crowd: number, history: number) =>
      (this.#family.crowds[crowd]?.histories[history] ?? []).map((sheet) => sheet ?? '').join('>')
    return {
      people: table.map((histories, crowd) => histories.map((history) => textOf(crowd, history)).join(' ')),
      colluders: pair.split(' ').map((person) => {
        const [crowd = 0, history = 0] = person.split(',').map(Number)
        return textOf(crowd, history)
      }),
    }
  }

  #stepsOf(sheet: string | null): number[] {
    return this.#family.instrument.items.map((_, item) => Number(sheet?.[item]) || 0)
  }

  #scoresOf(steps: readonly number[]): (number | undefined)[] {
    const { dimensions, perspectives, items, scale } = this.#family.instrument
    return dimensions.flatMap((dimension) =>
      perspectives.map((perspective) => {
        const own = steps.filter((step, index) => {
          const item = items[index]
          return step > 0 && item?.dimension === dimension && item.perspective === perspective
        })
        const above = own.reduce((sum, step) => sum + step - 1, 0)
        return own.length === 0 ? undefined : (100 * above) / own.length / (scale.max - scale.min)
      }),
    )
  }

  #nothing(): Possible {
    return { ratings: [], lowest: [], highest: [] }
  }
}
