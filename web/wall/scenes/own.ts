import { html, type TemplateResult } from 'lit'
import type { ItemResult } from '../../../server/contract/results.ts'
import { poleRows } from '../../charts/pole-rows-svg.ts'
import { spanRows, spanSample } from '../../charts/span-rows-svg.ts'
import { isBetweenPoles, type Line, linesOf } from '../../results/lines.ts'
import { ownHeadline, wayNames } from '../../results/lines-headline.ts'
import { lineWords, marksOf, placeWords, wayWords, wordWithAnswers } from '../../results/lines-words.ts'
import { horizonsIn } from '../../results/missing.ts'
import { hasFigure, oftenRows, oftenWords } from '../../results/often.ts'
import { inSentence } from '../../results/words.ts'
import type { Picture, PictureTable, Shown } from '../picture.ts'

/**
 * Everything of an instrument of which each item stands for itself, in one picture: lines between two poles, or how often
 * things happen. Never a radar, because nothing is added up.
 */
export function ownPicture(shown: Shown): Picture {
  const { results, instrument } = shown.revealed
  const isTold = results.items.some(hasFigure)
  // Which words are said stands in the picture: from afar one sentence is enough.
  const headline = isTold
    ? ownHeadline(results, instrument, shown.names, shown.words)
    : shown.words.say('lines-words-only')
  const behind = shown.words.say('results-respondents', { n: results.n })
  const parts = isBetweenPoles(instrument) ? lines(headline, shown) : often(headline, shown)
  return { headline, behind, ...parts }
}

type Parts = Pick<Picture, 'kicker' | 'key' | 'body' | 'table'>

function lines(headline: string, shown: Shown): Parts {
  const { revealed, names, words, tableId } = shown
  const { results, instrument } = revealed
  const horizons = horizonsIn(results, instrument.horizons)
  const known = linesOf(results, instrument, names)
  const rows = known.map((line) => ({
    name: line.topic,
    poles: line.poles,
    marks: marksOf(line, words),
    words:
      shown.medium === 'wall' ? shortWords(line, shown) : lineWords(line, results, instrument, names.horizon, words),
  }))
  const label = `${headline} ${rows.map(({ name, words: said }) => `${name}: ${said}`).join('; ')}.`
  const steps = instrument.scale.max - instrument.scale.min + 1
  const isPlaced = known.some(({ places }) => places.some((place) => place.steps !== null))
  return {
    kicker: words.say('lines-title', { horizons: horizons.length }),
    ...(isPlaced && { key: key(horizons, shown) }),
    body: html`<div class="own-lines">${poleRows(rows, { label, describedBy: tableId, steps })}</div>`,
    table: linesTable(horizons, shown),
  }
}

/** What there is room for from afar: the way, and that people are divided; without a way, how people stand to each other. */
function shortWords(line: Line, { revealed, names, words }: Shown): string {
  const { results, instrument } = revealed
  if (line.gap === null) return lineWords(line, results, instrument, names.horizon, words)
  const isDivided = line.places.some(({ item }) => item.agreement.word === 'divided')
  return [
    wayWords(line, results.n, instrument, words),
    ...(isDivided ? [inSentence(words.say('results-word-divided'))] : []),
  ].join(' · ')
}

function key(horizons: readonly string[], { names }: Shown): TemplateResult {
  return html`<ul class="picture-key">
    ${horizons.slice(0, 2).map((horizon, at) => html`<li>${spanSample(at === 0 ? 'first' : 'ahead')} ${names.horizon(horizon)}</li>`)}
  </ul>`
}

function linesTable(horizons: readonly string[], { revealed, names, words }: Shown): PictureTable {
  const { results, instrument } = revealed
  const isWay = horizons.length > 1
  return {
    caption: words.say('lines-caption'),
    head: [
      words.say('lines-line'),
      ...horizons.map(names.horizon),
      ...(isWay ? [words.say('lines-difference', wayNames(horizons, names))] : []),
    ],
    rows: linesOf(results, instrument, names).map((line) => [
      `${line.topic}, ${words.say('lines-between', { left: line.poles[0], right: line.poles[1] })}`,
      ...line.places.map((place) => `${placeWords(place, words)}; ${wordWithAnswers(results, place.item, words)}`),
      ...(isWay ? [wayWords(line, results.n, instrument, words)] : []),
    ]),
  }
}

function often(headline: string, { revealed, names, words, tableId }: Shown): Parts {
  const { results, instrument } = revealed
  const [horizon = ''] = horizonsIn(results, instrument.horizons)
  const items = results.items.filter((item) => item.horizon === horizon)
  const nameOf = ({ dimension }: ItemResult) => names.dimension(dimension)
  const rows = oftenRows(items, results, names, words, nameOf)
  const label = `${headline} ${rows.map((row) => row.label).join('; ')}.`
  return {
    kicker: `${words.say('lines-often-title')} · ${names.horizon(horizon)}`,
    body: html`<div class="own-often">${spanRows(rows, { label, describedBy: tableId, hasLine: false })}</div>`,
    table: {
      caption: words.say('lines-often-caption'),
      head: ['lines-often-principle', 'lines-often-figure', 'results-items-agreement'].map((id) => words.say(id)),
      rows: items.map((item) => [
        names.topic(item.itemId),
        oftenWords(item, words),
        wordWithAnswers(results, item, words),
      ]),
    },
  }
}
