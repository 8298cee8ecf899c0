import type { Instrument } from '../../server/domain/instrument.ts'
import { changesBetween } from '../../server/release/changes.ts'
import type { ComparedRound } from '../../server/release/compared.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import { type Rules, rulesOf } from '../../server/release/rules.ts'

/**
 * People who cannot be told apart from outside: their group, how many, and what each of them may have answered, one
 * sheet for each release of the round (`null`: not there yet).
 */
export interface Crowd {
  readonly group: string | null
  readonly size: number
  readonly histories: readonly (readonly (string | null)[])[]
}

/** A small round of which an attacker knows everything but who answered what. */
export interface SmallRound {
  readonly instrument: Instrument
  readonly crowds: readonly Crowd[]
  readonly releases: number
  readonly rules: Rules
  /**
   * Sheets of an earlier round, since which it is said what changed. They are of people who gave their names, so that
   * the attacker knows each of them: of no earlier round can more be known.
   */
  readonly before?: readonly string[]
}

/** Somebody of whom two colluders know one answer, or a score within 5 points to either side. */
export interface Leak {
  readonly colluders: string
  readonly known: string
}

/** Points within which a score counts as known: 5 to either side. */
const PINNED_RANGE = 10

/**
 * An attacker who knows every n, the groups, the algorithm, what two colluders answered, and everything published. It
 * makes the release of every table of answers that there can be, keeps those that read the same as the published one
 * and hold the colluders' answers, and looks for what all of them have in common. Nothing can be known beyond that.
 *
 * @param planted the history that each person of each crowd really has; without it every table is tried as the real one.
 */
export function findLeaks(
  round: SmallRound,
  planted?: readonly (readonly number[])[],
): { readonly tables: number; readonly leaks: readonly Leak[] } {
  const knowledge = new Map<string, Knowledge>()
  const real = planted?.flatMap((histories, crowd) => histories.map((history) => ({ crowd, history })))
  const wanted = real === undefined ? undefined : publish(round, real)
  let tables = 0
  for (const table of allTables(round)) {
    tables += 1
    const published = publish(round, table)
    if (wanted !== undefined && published !== wanted) continue
    const seen = new Set<string>()
    const signatures = table.map((person) => signature(round, person))
    for (const [one, other] of pairs(table)) {
      const colluders = `${signatures[one]} and ${signatures[other]}`
      // Who answered the same knows the same.
      if (seen.has(colluders)) continue
      seen.add(colluders)
      const key = `${published}\n${colluders}`
      const known = knowledge.get(key) ?? new Knowledge(round)
      knowledge.set(key, known)
      for (const [index, person] of table.entries()) if (index !== one && index !== other) known.couldBe(person)
    }
  }
  const leaks = [...knowledge].flatMap(([key, known]) => {
    return known.pinned().map((what) => ({ colluders: key.slice(key.indexOf('\n') + 1), known: what }))
  })
  return { tables, leaks }
}

interface Person {
  readonly crowd: number
  readonly history: number
}

/** What the people of each crowd could have answered, as far as the colluders can tell. */
class Knowledge {
  readonly #round: SmallRound
  readonly #seen: boolean[][] = []
  readonly #ratings = new Map<string, Set<string>>()
  readonly #scores = new Map<string, { lowest: number; highest: number }>()

  constructor(round: SmallRound) {
    this.#round = round
  }

  couldBe({ crowd, history }: Person): void {
    if (this.#seen[crowd]?.[history] === true) return
    const seen = this.#seen[crowd] ?? []
    this.#seen[crowd] = seen
    seen[history] = true
    const sheets = this.#round.crowds[crowd]?.histories[history] ?? []
    for (const [release, sheet] of sheets.entries()) {
      if (sheet === null) continue
      const ratings = Array.from(sheet).flatMap((step, item) => (step >= '1' && step <= '9' ? [{ item, step }] : []))
      for (const { item, step } of ratings) this.#add(`crowd ${crowd}, release ${release}, item ${item}`, step)
      if (ratings.length === 0) continue
      this.#stretch(`crowd ${crowd}, release ${release}, score`, this.#scoreOf(ratings.map(({ step }) => step)))
    }
  }

  pinned(): string[] {
    const ratings = [...this.#ratings]
      .filter(([, steps]) => steps.size === 1)
      .map(([what, steps]) => `${what} is ${[...steps]}`)
    const scores = [...this.#scores]
      .filter(([, { lowest, highest }]) => highest - lowest <= PINNED_RANGE)
      .map(([what, { lowest, highest }]) => `${what} is ${lowest} to ${highest}`)
    return [...ratings, ...scores]
  }

  #scoreOf(ratings: readonly string[]): number {
    const { min, max } = this.#round.instrument.scale
    return (100 * ratings.reduce((sum, step) => sum + Number(step) - 1, 0)) / ratings.length / (max - min)
  }

  #add(what: string, step: string): void {
    const steps = this.#ratings.get(what) ?? new Set()
    this.#ratings.set(what, steps.add(step))
  }

  #stretch(what: string, score: number): void {
    const range = this.#scores.get(what)
    const lowest = Math.min(score, range?.lowest ?? score)
    this.#scores.set(what, { lowest, highest: Math.max(score, range?.highest ?? score) })
  }
}

function* allTables({ crowds }: SmallRound, crowd = 0): Generator<Person[]> {
  const own = crowds[crowd]
  if (own === undefined) {
    yield []
    return
  }
  for (const histories of multisets(own.histories.length, own.size)) {
    const people = histories.map((history) => ({ crowd, history }))
    for (const others of allTables({ crowds } as SmallRound, crowd + 1)) yield [...people, ...others]
  }
}

/** Every way to choose `size` of `kinds` kinds, each kind as often as wanted, order left aside. */
function* multisets(kinds: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let kind = from; kind < kinds; kind += 1) {
    for (const others of multisets(kinds, size - 1, kind)) yield [kind, ...others]
  }
}

function publish(round: SmallRound, table: readonly Person[]): string {
  const { instrument, crowds, releases, rules } = round
  const groups = [...new Set(crowds.flatMap(({ group }) => group ?? []))]
  const earlier: (readonly Contributor[])[] = []
  let published = ''
  for (let release = 0; release < releases; release += 1) {
    const contributors = table.flatMap(({ crowd, history }, index) => {
      const answers = crowds[crowd]?.histories[history]?.[release] ?? null
      return answers === null ? [] : [{ respondentId: `person ${index}`, group: crowds[crowd]?.group ?? null, answers }]
    })
    const made = makeRelease({ instrument, groups, contributors, earlier, rules })
    if (made !== undefined) earlier.push(made.contributors)
    published += made === undefined ? 'stands' : JSON.stringify([made.figures, made.isHoldingBack])
    if (made !== undefined && round.before !== undefined) {
      const names = new Map<string, string>()
      const later = { instrument, mode: 'anonymous', rules, names, ...made } as const
      published += JSON.stringify(changesBetween(openRoundOf(instrument, round.before), later, SEED))
    }
  }
  return published
}

/** The release ids decide a seed; which one it is makes no difference to what can be known. */
const SEED = 2026

function openRoundOf(instrument: Instrument, sheets: readonly string[]): ComparedRound {
  const contributors = sheets.map((answers, index) => ({ respondentId: `named ${index}`, group: null, answers }))
  const rules = rulesOf('open', 1)
  const made = makeRelease({ instrument, groups: [], contributors, earlier: [], rules })
  if (made === undefined) throw new Error('a first release is always made')
  return { instrument, mode: 'open', rules, contributors, names: new Map(), figures: made.figures }
}

function* pairs(table: readonly unknown[]): Generator<[number, number]> {
  for (let one = 0; one < table.length; one += 1)
    for (let other = one + 1; other < table.length; other += 1) yield [one, other]
}

function signature({ crowds }: SmallRound, person: Person | undefined): string {
  if (person === undefined) return ''
  return `crowd ${person.crowd}: ${crowds[person.crowd]?.histories[person.history]?.join(' then ')}`
}

/** Every sheet of so many items on a scale of so many steps. */
export function allSheets(items: number, steps: number): string[] {
  if (items === 0) return ['']
  return allSheets(items - 1, steps).flatMap((sheet) =>
    Array.from({ length: steps }, (_, step) => `${sheet}${step + 1}`),
  )
}

/** An instrument of one cell with so many items. */
export function oneCell(items: number, steps: number): Instrument {
  return {
    dimensions: ['human'],
    perspectives: ['internal'],
    horizons: ['now'],
    scale: { min: 1, max: steps },
    balance: true,
    items: Array.from({ length: items }, (_, item) => {
      return { id: `i${item}`, dimension: 'human', perspective: 'internal', reverse: false }
    }),
  }
}
