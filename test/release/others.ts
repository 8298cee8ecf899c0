import type { Instrument } from '../../server/domain/instrument.ts'
import { documentOf, type Person, type Random, type Round } from './rounds.ts'

/** Somebody of whom two people might know an answer, because all who are like her gave the same. */
export interface Suspect {
  readonly colluders: readonly [number, number]
  /** People of one group who were there at the same releases, without the colluders. */
  readonly crowd: readonly number[]
  readonly item: number
  readonly release: number
}

const TRIES = 6000
const STARTS = 25
const STEPS = 300

/**
 * Everybody whose answer to an item could be known to two colluders. In a crowd, people of one group who were there at
 * the same releases, two who gave different ratings could have given each other's: every sum that is published stays
 * as it is. So only a crowd is suspect in which all but the colluders gave the same rating.
 */
export function suspectsIn(random: Random, { instrument, people, releases }: Round): Suspect[] {
  const crowds = Map.groupBy(people.keys(), (index) => crowdOf(people[index]))
  return [...crowds.values()].flatMap((crowd) =>
    instrument.items.flatMap((_, item) =>
      Array.from({ length: releases }, (_release, release) => release).flatMap((release): Suspect[] => {
        const raters = crowd.filter((index) => ratingOf(people[index], release, item) !== undefined)
        const [common] = commonFirst(raters.map((index) => ratingOf(people[index], release, item)))
        const unlike = raters.filter((index) => ratingOf(people[index], release, item) !== common)
        const anybody = [...people.keys()].filter((index) => !unlike.includes(index))
        const [first, second] = [...unlike, random.pick(anybody) ?? 0, random.pick(anybody) ?? 0]
        if (unlike.length > 2 || first === undefined || second === undefined) return []
        const left = raters.filter((index) => index !== first && index !== second)
        return left.length === 0 ? [] : [{ colluders: [first, second], crowd: left, item, release }]
      }),
    ),
  )
}

function crowdOf(person: Person | undefined): string {
  return JSON.stringify([person?.group, person?.sheets.map((sheet) => sheet !== null)])
}

function commonFirst<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value)
}

function ratingOf(person: Person | undefined, release: number, item: number): string | undefined {
  const answer = person?.sheets[release]?.[item]
  return answer !== undefined && answer >= '1' && answer <= '9' ? answer : undefined
}

/**
 * Another round in which the colluders answered the same, that publishes the same to the last character, and in which
 * somebody of the crowd answered the item otherwise. Who finds one has proved that the colluders cannot know.
 *
 * It is looked for in the item's cell only: first with a few changes at random, then from somebody who answers otherwise
 * by changes that do not bring what is published further away from what it was.
 *
 * @returns undefined when none was found: then the suspicion stands.
 */
export function otherRound(random: Random, round: Round, suspect: Suspect): Round | undefined {
  const cell = cellOf(round.instrument, suspect.item)
  const asked = isAnsweredByAll(round, cell) ? onlyOf(round, cell) : round
  const items = asked === round ? cell : cell.map((_, index) => index)
  const item = items[cell.indexOf(suspect.item)] ?? 0
  const wanted = documentOf(asked)
  const free = [...round.people.keys()].filter((index) => !suspect.colluders.includes(index))
  const ratingIn = (one: Round, index: number) => ratingOf(one.people[index], suspect.release, item)
  const isOther = (one: Round) => suspect.crowd.some((index) => ratingIn(one, index) !== ratingIn(asked, index))
  const isSame = (one: Round) =>
    documentOf(one) === wanted && documentOf(wholeOf(round, one, cell)) === documentOf(round)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let other = asked
    const changes = random.integer(1, attempt < TRIES / 10 ? 2 : 4)
    for (let change = 0; change < changes; change += 1) other = changed(random, other, free, free, items)
    if (isOther(other) && isSame(other)) return other
  }
  return climb(random, asked, suspect.crowd, free, items, item, (one) => isOther(one) && isSame(one), isOther)
}

function climb(
  random: Random,
  asked: Round,
  crowd: readonly number[],
  free: readonly number[],
  items: readonly number[],
  item: number,
  isFound: (one: Round) => boolean,
  isOther: (one: Round) => boolean,
): Round | undefined {
  const wanted = leavesOf(asked)
  for (let start = 0; start < STARTS; start += 1) {
    let other = asked
    for (let step = 0; step < STEPS && !isOther(other); step += 1) other = changed(random, other, crowd, free, [item])
    let distance = distanceOf(leavesOf(other), wanted)
    for (let step = 0; step < STEPS && isOther(other); step += 1) {
      if (distance === 0 && isFound(other)) return other
      const once = changed(random, other, free, free, items)
      const next = random.next() < 0.5 ? once : changed(random, once, free, free, items)
      const nextDistance = isOther(next) ? distanceOf(leavesOf(next), wanted) : Number.POSITIVE_INFINITY
      if (nextDistance > distance && (nextDistance === Number.POSITIVE_INFINITY || random.next() > 0.02)) continue
      other = next
      distance = nextDistance
    }
  }
  return undefined
}

/** Everything that is published, leaf by leaf. */
function leavesOf(round: Round): ReadonlyMap<string, unknown> {
  const leaves = new Map<string, unknown>()
  const walk = (path: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) leaves.set(path, value)
    else for (const [key, part] of Object.entries(value)) walk(`${path}/${key}`, part)
  }
  walk('', JSON.parse(documentOf(round)))
  return leaves
}

/** 0 when all leaves are the same; the further numbers are apart, the more. */
function distanceOf(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): number {
  let distance = Math.abs(one.size - other.size)
  for (const [path, value] of other) {
    const mine = one.get(path)
    if (mine === value) continue
    distance +=
      typeof mine === 'number' && typeof value === 'number' ? Math.min(1, 0.1 + Math.abs(mine - value) / 20) : 2
  }
  return distance
}

/** Who answered nothing in a cell does not take part in a round of only that cell, and groups would be smaller. */
function isAnsweredByAll({ people }: Round, cell: readonly number[]): boolean {
  return people.every(({ sheets }) =>
    sheets.every((sheet) => sheet === null || cell.every((item) => sheet[item] !== '.')),
  )
}

/** The whole round with the answers of the other one in this cell. */
function wholeOf(round: Round, other: Round, cell: readonly number[]): Round {
  if (other.instrument === round.instrument) return other
  const people = round.people.map((person, index) =>
    cell.reduce((whole, item, at) => withAnswers(whole, item, answersOf(other.people[index], at)), person),
  )
  return { ...round, people }
}

function cellOf({ items }: Instrument, item: number): number[] {
  const place = items[item]
  return items.flatMap(({ dimension, perspective }, index) => {
    return dimension === place?.dimension && perspective === place.perspective ? [index] : []
  })
}

/** The round as if it had asked these items only: what is published of a cell rests on its own items. */
function onlyOf(round: Round, items: readonly number[]): Round {
  const only = <T>(list: ArrayLike<T>) => items.flatMap((item) => list[item] ?? [])
  const instrument = { ...round.instrument, items: only(round.instrument.items) }
  const people = round.people.map(({ group, sheets }) => ({
    group,
    sheets: sheets.map((sheet) => (sheet === null ? null : only(Array.from(sheet)).join(''))),
  }))
  return { ...round, instrument, people }
}

/**
 * A round in which one of some people answers an item otherwise: with the rating of another one, who takes hers, or a step
 * further, while perhaps another goes a step back on the same item or on another.
 */
function changed(
  random: Random,
  round: Round,
  some: readonly number[],
  others: readonly number[],
  cell: readonly number[],
): Round {
  const [one, two] = [random.pick(some) ?? 0, random.pick(others) ?? 0]
  const [item, other] = [random.pick(cell) ?? 0, random.pick(cell) ?? 0]
  const [first, second] = [answersOf(round.people[one], item), answersOf(round.people[two], item)]
  const people = [...round.people]
  const way = random.next()
  if (way < 0.5) {
    const [mine, hers] = [onlyRating(first), onlyRating(second)]
    if (mine === undefined || hers === undefined) return round
    people[one] = withAnswers(
      people[one],
      item,
      first.map(() => hers),
    )
    people[two] = withAnswers(
      people[two],
      item,
      second.map(() => mine),
    )
    return { ...round, people }
  }
  const steps = random.pick([1, -1]) ?? 1
  people[one] = withAnswers(people[one], item, moved(first, steps))
  if (way < 0.9) people[two] = withAnswers(people[two], other, moved(answersOf(people[two], other), -steps))
  return { ...round, people }
}

function answersOf(person: Person | undefined, item: number): (string | undefined)[] {
  return person?.sheets.map((sheet) => sheet?.[item]) ?? []
}

/** The rating that somebody gave at every release where she was there; undefined when there is no such. */
function onlyRating(answers: readonly (string | undefined)[]): string | undefined {
  const given = new Set(answers.filter((answer) => answer !== undefined))
  const [only] = given
  return given.size === 1 && isStep(only) ? only : undefined
}

function isStep(answer: string | undefined): boolean {
  return answer !== undefined && answer >= '1' && answer <= '9'
}

/** Answers a step further, as far as the scale of five goes. */
function moved(answers: readonly (string | undefined)[], steps: number): (string | undefined)[] {
  const isFitting = answers.every(
    (answer) => !isStep(answer) || (Number(answer) + steps >= 1 && Number(answer) + steps <= 5),
  )
  return isFitting ? answers.map((answer) => (isStep(answer) ? String(Number(answer) + steps) : answer)) : [...answers]
}

function withAnswers(person: Person | undefined, item: number, answers: readonly (string | undefined)[]): Person {
  const sheets = (person?.sheets ?? []).map((sheet, release) => {
    const answer = answers[release]
    return sheet === null || answer === undefined ? sheet : sheet.slice(0, item) + answer + sheet.slice(item + 1)
  })
  return { group: person?.group ?? null, sheets }
}
