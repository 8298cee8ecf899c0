import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import { aboutEqualBelow } from './headline.ts'
import { isBetweenPoles, stepsOf, stepWords } from './lines.ts'
import { horizonsIn } from './missing.ts'
import { inSentence, sentences, type Words } from './words.ts'

/** One item on one horizon in the first vote and in the second. */
export interface Shift {
  readonly horizon: string
  /** Undefined when the first vote did not ask this horizon. */
  readonly first: ItemResult | undefined
  readonly second: ItemResult
  /** Second score minus first, in points; null unless both have a score. */
  readonly points: number | null
  /** The same in steps of a line between two poles, to the right above 0; null elsewhere. */
  readonly steps: number | null
}

/**
 * How an item moved between a first and a second vote, for each horizon that the second asked, in the instrument's order.
 *
 * Missing: without two scores there is no difference; a score that is not there never counts as 0.
 */
export function shiftsOf(first: Results, second: Results, itemId: string, instrument: InstrumentView): Shift[] {
  return horizonsIn(second, instrument.horizons).flatMap((horizon) => {
    const itemIn = (results: Results) =>
      results.items.find((item) => item.itemId === itemId && item.horizon === horizon)
    const [before, after] = [itemIn(first), itemIn(second)]
    if (after === undefined) return []
    const points = before?.score == null || after.score === null ? null : after.score - before.score
    const steps = points !== null && isBetweenPoles(instrument) ? stepsOf(points, 0, instrument) : null
    return [{ horizon, first: before, second: after, points, steps }]
  })
}

/** How an item moved, in words: from word to word, and how many points when both votes have a score. */
export function shiftSentence({ first, second, points, steps }: Shift, words: Words): string {
  const n = Math.min(first?.n ?? 0, second.n)
  const moved = steps === null || points === null ? pointsOf(points, n, words) : placeOf(steps, points, n, words)
  const said = sentences(wordsOf(first, second, words), moved)
  return said === '' ? words.say('wall-shift-none') : said
}

function wordsOf(first: ItemResult | undefined, second: ItemResult, words: Words): string {
  const [before, after] = [first?.agreement.word ?? null, second.agreement.word]
  if (before === null || after === null) return ''
  const wordOf = (word: string) => inSentence(words.say(`results-word-${word}`))
  if (before === after) return words.say('wall-shift-same', { word: wordOf(after) })
  return words.say('wall-shift-words', { first: wordOf(before), second: wordOf(after) })
}

function placeOf(steps: number, points: number, n: number, words: Words): string {
  if (steps !== 0 && Math.abs(points) < aboutEqualBelow(n)) return words.say('lines-shift-equal')
  const side = steps < 0 ? 'left' : steps > 0 ? 'right' : 'none'
  return words.say('lines-shift', { side, steps: stepWords(steps, words) })
}

function pointsOf(points: number | null, n: number, words: Words): string {
  if (points === null) return ''
  const size = Math.abs(points) < aboutEqualBelow(n) ? 'equal' : 'wide'
  return words.say('wall-shift-points', {
    points: Math.abs(points),
    direction: points > 0 ? 'higher' : points < 0 ? 'lower' : 'same',
    size,
  })
}
