import type { Results } from '../../server/contract/results.ts'
import { laterIn } from './horizon-words.ts'
import { absenceOf, horizonsIn, type Reason, reasonAt } from './missing.ts'
import type { Names } from './names.ts'
import { atStart, inSentence, sentences, type Words } from './words.ts'

/** What the headline needs to know of the instrument. */
export interface Shape {
  readonly dimensions: readonly string[]
  readonly perspectives: readonly string[]
  readonly horizons: readonly string[]
  /** Whether high and low have an absolute meaning: preservation in the middle of the scale. */
  readonly balance: boolean
}

/** From here on a score says creation rather than preservation: the mean rating rounds to the fourth step of five. */
const STRONG_FROM = 62.5
/** Below the line of preservation. */
const LOW_BELOW = 50
/** More names than this in one breath say nothing. */
const MOST_NAMES = 3

/** Differences below this many points are called about equal: 5, or 10 when fewer than ten people answered. */
export function aboutEqualBelow(n: number): number {
  return n < 10 ? 10 : 5
}

/**
 * The result of a round in a few words, made from released figures only: what is strong and what is low, where the two
 * perspectives differ most, and what is missing and why. With fewer than ten respondents it ends with a caution.
 *
 * Missing: a dimension without a score is not called low; it is named with the reason why it has none.
 */
export function headline(results: Results, shape: Shape, names: Names, words: Words): string {
  const [horizon] = horizonsIn(results, shape.horizons)
  if (horizon === undefined)
    return words.say('results-headline-nothing', { final: results.release.final ? 'yes' : 'no' })
  const figures = sentences(
    shapeSentence(results, shape, horizon, names, words),
    gapSentence(results, shape, horizon, names, words),
  )
  const text = sentences(figures, missingSentence(results, shape, horizon, names, words))
  // Where nothing is shown, there is nothing to read with care.
  return figures === '' ? text : cautioned(text, results.n, words)
}

/** Adds that few people stand behind this, when there are fewer than ten. */
export function cautioned(text: string, n: number, words: Words): string {
  return n < 10 ? sentences(text, words.say('results-caution', { n })) : text
}

/** What is strong or highest and what is low or lowest on a horizon; empty when fewer than two dimensions have a score. */
export function shapeSentence(results: Results, shape: Shape, horizon: string, names: Names, words: Words): string {
  const scores = shape.dimensions.flatMap((code) => {
    const score = results.horizons[horizon]?.dimensions[code]?.score ?? null
    return score === null ? [] : [{ code, score }]
  })
  if (scores.length < 2) return ''
  const values = scores.map(({ score }) => score)
  const [highest, lowest] = [Math.max(...values), Math.min(...values)]
  const line = aboutEqualBelow(results.n)
  if (highest - lowest < line) {
    const around = Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
    return words.say('results-shape-equal', {
      n: scores.length,
      all: scores.length === shape.dimensions.length ? 'yes' : 'no',
      around,
    })
  }
  const near = (score: number, to: number) => Math.abs(score - to) < line
  const top = scores.filter(({ score }) => near(score, highest) && !near(score, lowest))
  const bottom = scores.filter(({ score }) => near(score, lowest) && !near(score, highest))
  const isStrong = shape.balance && top.every(({ score }) => score >= STRONG_FROM)
  const isLow = shape.balance && bottom.every(({ score }) => score < LOW_BELOW)
  const said = [
    side(top, isStrong ? 'results-shape-strong' : 'results-shape-highest', names, words),
    side(bottom, isLow ? 'results-shape-low' : 'results-shape-lowest', names, words),
  ].filter((part) => part !== undefined)
  if (said.length === 0) return ''
  // Highest and lowest of those with a score: one without could lie beyond.
  const isOfKnown = scores.length < shape.dimensions.length && !(isStrong && isLow)
  const all = said.join(', ')
  return `${atStart(isOfKnown ? words.say('results-shape-of-known', { n: scores.length, said: all }) : all)}.`
}

function side(group: readonly { code: string }[], id: string, names: Names, words: Words): string | undefined {
  if (group.length === 0 || group.length > MOST_NAMES) return undefined
  return words.say(id, { names: words.list(group.map(({ code }) => inSentence(names.dimension(code)))) })
}

/** Where the two perspectives differ most on a horizon; empty when no dimension has a gap. */
export function gapSentence(results: Results, shape: Shape, horizon: string, names: Names, words: Words): string {
  const [first, second] = shape.perspectives
  if (first === undefined || second === undefined) return ''
  const gaps = shape.dimensions.map((code) => ({
    code,
    points: results.horizons[horizon]?.dimensions[code]?.gap ?? null,
  }))
  const sides = { first: inSentence(names.perspective(first)), second: inSentence(names.perspective(second)) }
  return largest(gaps, results.n, 'results-gap', sides, names, words)
}

/** Where two horizons differ most, or where people want to go farthest; empty when no dimension has a score on both. */
export function driftSentence(results: Results, shape: Shape, names: Names, words: Words): string {
  const [first, second] = horizonsIn(results, shape.horizons)
  if (first === undefined || second === undefined || results.drift === null) return ''
  const drifts = shape.dimensions.map((code) => ({ code, points: results.drift?.[code] ?? null }))
  return largest(
    drifts,
    results.n,
    laterIn(shape.horizons).later === 'intended' ? 'results-aim' : 'results-drift',
    { first: names.horizon(first), second: names.horizon(second) },
    names,
    words,
  )
}

function largest(
  differences: readonly { code: string; points: number | null }[],
  n: number,
  id: string,
  sides: { first: string; second: string },
  names: Names,
  words: Words,
): string {
  const known = differences.filter((difference) => difference.points !== null)
  if (known.length === 0) return ''
  const points = Math.max(...known.map((difference) => Math.abs(difference.points ?? 0)))
  if (points < aboutEqualBelow(n)) return atStart(words.say(`${id}-equal`, sides))
  const widest = known.filter((difference) => Math.abs(difference.points ?? 0) === points)
  const directions = new Set(widest.map((difference) => Math.sign(difference.points ?? 0)))
  const direction = directions.size > 1 ? 'both' : directions.has(1) ? 'up' : 'down'
  const list = words.list(widest.slice(0, MOST_NAMES).map(({ code }) => inSentence(names.dimension(code))))
  return words.say(`${id}-largest`, { ...sides, names: list, points, direction })
}

/** Which dimensions have no score on a horizon, and why; empty when all have one. */
export function missingSentence(results: Results, shape: Shape, horizon: string, names: Names, words: Words): string {
  const absent = shape.dimensions.filter(
    (code) => (results.horizons[horizon]?.dimensions[code]?.score ?? null) === null,
  )
  if (absent.length === 0) return ''
  const byReason = new Map<Reason | undefined, string[]>()
  for (const code of absent) {
    const reason = reasonAt(results.suppressed, [horizon, code])
    byReason.set(reason, [...(byReason.get(reason) ?? []), code])
  }
  const isAll = absent.length === shape.dimensions.length
  const said = [...byReason].map(([reason, codes]) => {
    const why = words.say(`results-why-${reason ?? 'no-score'}`, { threshold: results.threshold })
    const list = words.list(codes.map((code) => inSentence(names.dimension(code))))
    const id = isAll && byReason.size === 1 ? 'results-missing-all' : `results-missing-${absenceOf(reason)}`
    return words.say(id, { names: list, why, n: results.n, final: results.release.final ? 'yes' : 'no' })
  })
  return said.join(' ')
}
