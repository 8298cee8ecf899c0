import type { ItemResult } from '../../server/contract/results.ts'
import type { Telling } from '../report/telling.ts'
import { stepsApart, whyNoWord } from '../results/item-words.ts'
import { horizonsIn } from '../results/missing.ts'
import {
  agreementSentence,
  coverageSentence,
  gapsIn,
  knowledgeSentence,
  lowestFirst,
  mostDividedFirst,
  percent,
} from '../results/sentences.ts'
import { inSentence } from '../results/words.ts'
import { rowsThatFit } from './measure.ts'
import type { TableSlide } from './slides.ts'

/** More rows than this on one slide cannot be read in a room. */
const MOST_ROWS = 8

/** Agreement for the most divided items of each horizon; of one person the lowest items, because nobody can disagree. */
export function agreementSlides(telling: Telling): TableSlide[] {
  const { results, instrument } = telling
  return horizonsIn(results, instrument.horizons).map((horizon) =>
    results.n < 2 ? aloneSlide(telling, horizon) : agreementSlide(telling, horizon),
  )
}

function agreementSlide(telling: Telling, horizon: string): TableSlide {
  const { results, names, words } = telling
  const items = mostDividedFirst(results, horizon)
  const headline = agreementSentence(items, names, words)
  const head = ['results-items-item', 'results-items-agreement', 'deck-apart', 'results-items-n'].map((id) =>
    words.say(id),
  )
  const widths = [0.36, 0.24, 0.28, 0.12]
  const all = items
    .slice(0, MOST_ROWS)
    .map((item) => [
      names.topic(item.itemId),
      agreementOf(item, telling),
      stepsApart(item, words),
      words.number(item.n),
    ])
  const rows = rowsThatFit(head, all, widths)
  return {
    kind: 'table',
    title: titleOf('results-agreement-title', horizon, telling),
    headline,
    table: { head, rows, widths },
    under: [],
    note: [
      words.say('results-agreement-intro'),
      headline,
      shownOf(rows.length, items.length, telling),
      read(rows),
    ].join(' '),
  }
}

function aloneSlide(telling: Telling, horizon: string): TableSlide {
  const { results, names, words } = telling
  const items = lowestFirst(results, horizon)
  const head = ['results-items-item', 'results-dimension', 'results-items-score'].map((id) => words.say(id))
  const widths = [0.5, 0.35, 0.15]
  const all = items
    .slice(0, MOST_ROWS)
    .map((item) => [
      names.topic(item.itemId),
      placeOf(item, telling),
      item.score === null ? words.say('results-no-score') : words.number(item.score),
    ])
  const rows = rowsThatFit(head, all, widths)
  return {
    kind: 'table',
    title: titleOf('results-alone-title', horizon, telling),
    headline: words.say('results-alone-intro'),
    table: { head, rows, widths },
    under: [],
    note: [words.say('results-alone-intro'), shownOf(rows.length, items.length, telling), read(rows)].join(' '),
  }
}

/** What people do not know: the items, and how much was filled in. */
export function knowledgeSlide(telling: Telling): TableSlide {
  const { results, instrument, names, words } = telling
  const gaps = gapsIn(results)
  const head = [
    'results-items-item',
    instrument.scores ? 'results-dimension' : 'lines-part',
    'results-horizon',
    'results-unknown-share',
  ].map((id) => words.say(id))
  const widths = [0.38, 0.27, 0.2, 0.15]
  const coverage = coverageSentence(results, instrument, names, words)
  const all = gaps
    .slice(0, MOST_ROWS)
    .map((item) => [
      names.topic(item.itemId),
      instrument.scores ? placeOf(item, telling) : names.dimension(item.dimension),
      names.horizon(item.horizon),
      percent(item.unknownShare, words),
    ])
  const rows = rowsThatFit(head, all, widths, [coverage])
  return {
    kind: 'table',
    title: words.say('results-knowledge-title'),
    headline: knowledgeSentence(results, names, words),
    table: { head, rows, widths },
    under: [coverage].filter((sentence) => sentence !== ''),
    note: [
      knowledgeSentence(results, names, words),
      coverage,
      rows.length === 0 ? '' : shownOf(rows.length, gaps.length, telling),
      read(rows),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  }
}

function agreementOf(item: ItemResult, { results, words }: Telling): string {
  const { word } = item.agreement
  return word === null ? whyNoWord(results, item, words) : words.say(`results-word-${word}`)
}

function placeOf({ dimension, perspective }: ItemResult, { names }: Telling): string {
  return `${names.dimension(dimension)}, ${inSentence(names.perspective(perspective))}`
}

function titleOf(id: string, horizon: string, { results, instrument, names, words }: Telling): string {
  const isOne = horizonsIn(results, instrument.horizons).length === 1
  return isOne
    ? words.say(id)
    : words.say('report-on-horizon', { horizon: names.horizon(horizon), said: inSentence(words.say(id)) })
}

function shownOf(shown: number, all: number, { words }: Telling): string {
  return shown === all ? '' : words.say('deck-shown', { shown, all })
}

/** The rows of a table as they are read aloud. */
function read(rows: readonly (readonly string[])[]): string {
  return rows.map(([name, ...cells]) => `${name}: ${cells.filter((cell) => cell !== '').join(', ')}.`).join(' ')
}
