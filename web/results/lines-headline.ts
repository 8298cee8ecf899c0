import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import { aboutEqualBelow, cautioned } from './headline.ts'
import { isBetweenPoles, isGap, type Line, linesOf, poleToward, stepWords } from './lines.ts'
import { horizonsIn } from './missing.ts'
import type { Names } from './names.ts'
import { agreementSentence, mostDividedFirst } from './sentences.ts'
import { inSentence, sentences, type Words } from './words.ts'

/** More names than this in one breath say nothing. */
const MOST_NAMES = 3

/**
 * The result of a round of which each item stands for itself, in a few words: where people most want to go on lines
 * between two poles, else what they do most and least often. Where only words are released, it says on what people are
 * divided.
 */
export function ownHeadline(results: Results, instrument: InstrumentView, names: Names, words: Words): string {
  const horizons = horizonsIn(results, instrument.horizons)
  const last = horizons.at(-1)
  if (last === undefined) return words.say('results-headline-nothing', { final: results.release.final ? 'yes' : 'no' })
  const said = isBetweenPoles(instrument)
    ? waySentence(results, instrument, names, words)
    : oftenSentence(results, instrument, last, names, words)
  if (said !== '') return cautioned(said, results.n, words)
  const divided = horizons.map((horizon) => {
    const sentence = agreementSentence(mostDividedFirst(results, horizon), names, words)
    return horizons.length === 1
      ? sentence
      : words.say('lines-at', { horizon: names.horizon(horizon), what: inSentence(sentence) })
  })
  return cautioned(sentences(words.say('lines-words-only'), ...divided), results.n, words)
}

/** Where people most want to go; with one horizon, where they stand furthest from the middle. Empty without places. */
export function waySentence(results: Results, instrument: InstrumentView, names: Names, words: Words): string {
  const lines = linesOf(results, instrument, names)
  const isWay = horizonsIn(results, instrument.horizons).length > 1
  const ways = lines.flatMap((line) => {
    const steps = isWay ? line.gap : (line.places[0]?.steps ?? null)
    return steps === null ? [] : [{ line, steps }]
  })
  if (ways.length === 0) return ''
  const said = furthest(ways, isWay, results.n, instrument, names, words)
  return ways.length === lines.length ? said : words.say('lines-known', { n: ways.length, said: inSentence(said) })
}

/** What the first two horizons are called, for texts about the way from one to the other. */
export function wayNames(
  [first = '', second = '']: readonly string[],
  names: Names,
): { first: string; second: string } {
  return { first: inSentence(names.horizon(first)), second: inSentence(names.horizon(second)) }
}

interface Way {
  readonly line: Line
  readonly steps: number
}

function furthest(
  ways: readonly Way[],
  isWay: boolean,
  n: number,
  instrument: InstrumentView,
  names: Names,
  words: Words,
): string {
  const most = Math.max(...ways.map(({ steps }) => Math.abs(steps)))
  if (!isGap(most, n, instrument))
    return words.say(isWay ? 'lines-same' : 'lines-middle', wayNames(instrument.horizons, names))
  const widest = ways.filter(({ steps }) => Math.abs(steps) === most)
  const [first] = widest
  if (first === undefined) return ''
  const kind = isWay ? 'way' : 'place'
  const steps = stepWords(most, words)
  if (widest.length > MOST_NAMES) return words.say('lines-many', { kind, n: widest.length, steps })
  const list = widest.map(({ line, steps: way }) => {
    return words.say('lines-toward', { topic: inSentence(line.topic), pole: inSentence(poleToward(way, line)) })
  })
  return words.say('lines-widest', { kind, list: words.list(list), steps, people: n })
}

/** What people do most and least often; empty unless two items have a figure. */
export function oftenSentence(
  results: Results,
  instrument: InstrumentView,
  horizon: string,
  names: Names,
  words: Words,
): string {
  const asked = results.items.filter((item) => item.horizon === horizon)
  const known = asked.flatMap(({ dimension, score }) => (score === null ? [] : [{ dimension, score }]))
  if (known.length < 2) return ''
  const scores = known.map(({ score }) => score)
  const [most, least] = [Math.max(...scores), Math.min(...scores)]
  const line = aboutEqualBelow(results.n)
  if (most - least < line) {
    const around = Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)
    return words.say('lines-often-equal', {
      n: known.length,
      all: known.length === asked.length ? 'yes' : 'no',
      around,
    })
  }
  const namesNear = (to: number) =>
    instrument.dimensions
      .filter((code) => known.some(({ dimension, score }) => dimension === code && Math.abs(score - to) < line))
      .map((code) => inSentence(names.dimension(code)))
  const said = (to: number, id: string) => {
    const near = namesNear(to)
    return near.length > MOST_NAMES ? '' : words.say(id, { names: words.list(near) })
  }
  const both = sentences(said(most, 'lines-often-most'), said(least, 'lines-often-least'))
  if (both === '') return words.say('lines-often-spread')
  return known.length === asked.length ? both : words.say('lines-known', { n: known.length, said: inSentence(both) })
}
