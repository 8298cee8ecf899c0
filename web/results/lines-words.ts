import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import type { SpanMark } from '../charts/span-rows-svg.ts'
import { whyNoWord } from './item-words.ts'
import { gapWords, type Line, type Place, sideWords } from './lines.ts'
import { NOTHING } from './sentences.ts'
import { inSentence, type Words } from './words.ts'

/** How people stand to each other on an item, with how many answered; or why nothing is said. */
export function wordWithAnswers(results: Results, item: ItemResult, words: Words): string {
  const { word } = item.agreement
  if (word === null) return whyNoWord(results, item, words)
  return words.say('lines-answers', { word: words.say(`results-word-${word}`), n: item.n })
}

/**
 * How people stand to each other, to stand beside a figure: why there is no word is only said where there is no figure
 * either. One person has nobody to agree with.
 */
export function wordBeside(results: Results, item: ItemResult, words: Words): string[] {
  const { word } = item.agreement
  if (word !== null) return [words.say(`results-word-${word}`)]
  return results.n < 2 || item.score !== null ? [] : [whyNoWord(results, item, words)]
}

/** Where people stand on one horizon, in words: a place, nearly everyone at an end, or that it is not shown. */
export function placeWords({ item, steps }: Place, words: Words): string {
  if (steps !== null) return sideWords(steps, 'lines-place', words)
  if (item.nearlyEveryone !== null) return words.say(`lines-nearly-${item.nearlyEveryone}`)
  return words.say(item.n === 0 ? 'results-no-score' : 'results-hidden')
}

/** The way that people want to go on a line, in words; a dash when it is not told. */
export function wayWords({ gap }: Line, n: number, instrument: InstrumentView, words: Words): string {
  return gap === null ? NOTHING : gapWords(gap, n, instrument, words)
}

/**
 * What stands under a line: the way, and how people stand to each other on each horizon. One person has nobody to agree
 * with: then only the way, or the place.
 */
export function lineWords(
  line: Line,
  results: Results,
  instrument: InstrumentView,
  nameOf: (horizon: string) => string,
  words: Words,
): string {
  const way = line.gap === null ? [] : [gapWords(line.gap, results.n, instrument, words)]
  const isOne = line.places.length === 1
  const said = line.places.flatMap((place) => {
    const isPlaceSaid = place.steps === null && place.item.nearlyEveryone !== null
    const what = [
      ...(isPlaceSaid || (isOne && place.steps !== null) ? [placeWords(place, words)] : []),
      ...wordBeside(results, place.item, words),
    ].map(inSentence)
    return what.length === 0 ? [] : [words.say('lines-at', { horizon: nameOf(place.horizon), what: what.join(', ') })]
  })
  return [...way, ...said].join(' · ')
}

/** The marks of a line: where people stand first and, if that was asked, where they want to go. */
export function marksOf({ places }: Line, words: Words): SpanMark[] {
  return places.slice(0, 2).map((place, at) => {
    return { value: place.item.score, label: placeWords(place, words), style: at === 0 ? 'first' : 'ahead' }
  })
}
