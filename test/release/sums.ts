import type { Instrument } from '../../server/domain/instrument.ts'
import { ALL, type MadeRelease } from '../../server/release/release.ts'
import { publish, type Round } from './rounds.ts'

/** Somebody whose score of a cell two people can work out within 5 points to either side. */
export interface Pinned {
  readonly person: string
  readonly cell: string
  readonly lowest: number
  readonly highest: number
  /** The figures that were added and subtracted. */
  readonly from: string
}

/** The sum of the scores of some people in a cell, as the rounding of a published figure tells it. */
interface Sum {
  readonly name: string
  /** Own score of each person at that release, by person and what they answered then. */
  readonly scores: ReadonlyMap<string, number>
  readonly value: number
  readonly margin: number
}

const PINNED_RANGE = 10
const MOST_FIGURES = 7

/**
 * The attacker who calculates: adds and subtracts the published scores of everybody and of each group, in one release
 * and between releases, takes away what two colluders answered, and sees what is left for each other person.
 *
 * Looks at cells where everybody who is counted rated every item, so that a score is a plain mean over people.
 */
export function workOut(round: Round): Pinned[] {
  const releases = publish(round)
  return cellsOf(round.instrument).flatMap((cell) => {
    const sums = releases.flatMap((made, release) =>
      made === undefined ? [] : sumsOf(round.instrument, made, release, cell),
    )
    return combinations(sums.slice(-MOST_FIGURES)).flatMap((combination) => pinnedBy(combination, cell.name))
  })
}

interface Cell {
  readonly name: string
  readonly dimension: string
  readonly perspective: string
  readonly items: readonly number[]
}

function cellsOf({ dimensions, perspectives, items }: Instrument): Cell[] {
  return dimensions.flatMap((dimension) =>
    perspectives.map((perspective) => {
      const own = items.flatMap((item, index) => {
        return item.dimension === dimension && item.perspective === perspective ? [index] : []
      })
      return { name: `${dimension} ${perspective}`, dimension, perspective, items: own }
    }),
  )
}

function sumsOf(instrument: Instrument, made: MadeRelease, release: number, cell: Cell): Sum[] {
  return made.cells.flatMap(({ population, dimension, perspective, score }) => {
    if (dimension !== cell.dimension || perspective !== cell.perspective || score === null) return []
    const members = made.contributors.filter(({ group }) => population === ALL || group === population)
    const scores = new Map<string, number>()
    for (const { respondentId, answers } of members) {
      const ratings = cell.items.map((item) => Number(answers[item]))
      if (ratings.some((rating) => !(rating >= 1))) return []
      const mean = ratings.reduce((sum, rating) => sum + rating - 1, 0) / ratings.length
      scores.set(`${respondentId} ${ratings.join('')}`, (100 * mean) / (instrument.scale.max - instrument.scale.min))
    }
    const margin = scores.size * 0.5
    const value = scores.size * score
    const isOfAllItems = Math.abs([...scores.values()].reduce((sum, own) => sum + own, 0) - value) <= margin + 1e-6
    return isOfAllItems ? [{ name: `${population} ${release}`, scores, value, margin }] : []
  })
}

interface Combination {
  readonly from: string
  /** How often each person's score counts; never 0. */
  readonly counts: ReadonlyMap<string, number>
  readonly scores: ReadonlyMap<string, number>
  readonly lowest: number
  readonly highest: number
}

/** Every way to add some sums and subtract others. */
function combinations(sums: readonly Sum[]): Combination[] {
  const scores = new Map(sums.flatMap((sum) => [...sum.scores]))
  let made: { from: string; counts: Map<string, number>; value: number; margin: number }[] = [
    { from: '', counts: new Map(), value: 0, margin: 0 },
  ]
  for (const sum of sums) {
    made = made.flatMap((before) => [
      before,
      ...[1, -1].flatMap((sign) => {
        if (sign < 0 && before.counts.size === 0) return []
        const counts = new Map(before.counts)
        for (const person of sum.scores.keys()) counts.set(person, (counts.get(person) ?? 0) + sign)
        const from = `${before.from} ${sign > 0 ? '+' : '-'} ${sum.name}`
        return [{ from, counts, value: before.value + sign * sum.value, margin: before.margin + sum.margin }]
      }),
    ])
  }
  return made.map(({ from, counts, value, margin }) => ({
    from,
    counts: new Map([...counts].filter(([, count]) => count !== 0)),
    scores,
    lowest: value - margin,
    highest: value + margin,
  }))
}

function pinnedBy(combination: Combination, cell: string): Pinned[] {
  const { counts, scores, from } = combination
  const people = [...counts].map(([person, count]) => ({ person, count, part: count * (scores.get(person) ?? 0) }))
  if (people.length < 3)
    return people.length === 0 ? [] : people.flatMap((one) => leftFor(one, [], combination, cell, from))
  people.sort((a, b) => a.part - b.part)
  // The others can be pinned when they are at one end: then the colluders are the two nearest the other.
  return [people.slice(2), people.slice(0, -2), people.slice(1, -1)].flatMap((left) => {
    const known = people.filter((one) => !left.includes(one)).reduce((sum, { part }) => sum + part, 0)
    const rest = { ...combination, lowest: combination.lowest - known, highest: combination.highest - known }
    return left.flatMap((one) =>
      leftFor(
        one,
        left.filter((other) => other !== one),
        rest,
        cell,
        from,
      ),
    )
  })
}

function leftFor(
  { person, count }: { person: string; count: number },
  others: readonly { count: number }[],
  { lowest, highest }: Combination,
  cell: string,
  from: string,
): Pinned[] {
  const most = others.reduce((sum, other) => sum + Math.max(0, other.count) * 100, 0)
  const least = others.reduce((sum, other) => sum + Math.min(0, other.count) * 100, 0)
  const ends = [(lowest - most) / count, (highest - least) / count]
  const range = { lowest: Math.max(0, Math.min(...ends)), highest: Math.min(100, Math.max(...ends)) }
  return range.highest - range.lowest <= PINNED_RANGE ? [{ person, cell, from, ...range }] : []
}
