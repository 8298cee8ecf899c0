import { html, nothing, type TemplateResult } from 'lit'
import type { ItemResult } from '../../../server/contract/results.ts'
import { dotPitch, dotStrip } from '../../charts/dot-strip-svg.ts'
import { capitalIcon } from '../../charts/glyphs.ts'
import { binsOf } from '../../results/bins.ts'
import { stepsApart } from '../../results/item-words.ts'
import { isBetweenPoles } from '../../results/lines.ts'
import { atStart, inSentence } from '../../results/words.ts'
import type { Picture, Shown } from '../picture.ts'
import { countsInWords, wordOf } from './divided.ts'

/** Ratings from which more than a word may be shown of an item in an anonymous round. */
const FEWEST_FOR_COUNTS = 10
/** Room for the stacks, in units of which a strip is 500 wide. */
const STRIP_HEIGHT = 170

/** One item: how people chose, between what the two camps stand for. Undefined when the release does not know it. */
export function itemPicture(itemId: string, horizon: string, shown: Shown): Picture | undefined {
  const { revealed, names, words } = shown
  const item = revealed.results.items.find((one) => one.itemId === itemId && one.horizon === horizon)
  if (item === undefined) return undefined
  const counts = countsInWords(item, shown)
  return {
    kicker: placeOf(item, shown),
    headline: names.item(itemId)?.question ?? names.topic(itemId),
    body: html`<div class="camps">${camps(item, shown)}</div>`,
    ...(counts !== undefined && {
      table: {
        caption: `${names.topic(itemId)}: ${wordOf(item, shown)}`,
        head: [words.say('wall-choice'), words.say('results-items-n')],
        rows: (item.counts ?? []).map((count, at) => [
          binsOf(revealed.instrument, item, names, words)[at]?.name ?? '',
          words.number(count),
        ]),
      },
    }),
    behind: words.say('wall-answers', { n: item.n }),
  }
}

/** Which capital an item is about, on which side, and when; an item that stands for itself is its own subject. */
export function placeOf(item: ItemResult, { names, revealed }: Shown): TemplateResult {
  if (!revealed.instrument.scores) return html`${names.topic(item.itemId)} · ${names.horizon(item.horizon)}`
  const name = names.dimension(item.dimension)
  return html`${capitalIcon(item.dimension, name)} ${name}, ${inSentence(names.perspective(item.perspective))} · ${names.horizon(item.horizon)}`
}

/** The lowest camp left, the highest right, and between them how people chose; the middle of the scale says it quietly. */
function camps(item: ItemResult, shown: Shown): TemplateResult {
  const { min, max } = shown.revealed.instrument.scale
  const isReverse = shown.revealed.instrument.items.some(({ id, reverse }) => id === item.itemId && reverse)
  const [low, high] = isReverse ? [max, min] : [min, max]
  const middle = (min + max) / 2
  return html`${anchor(item, low, 'camp camp-low', shown)}
    <div class="camp-middle ${item.counts === null ? 'camp-alone' : ''}">
      ${word(item, shown)}
      ${strip(item, shown)} ${ownAnswer(item, shown)} ${anchor(item, middle, 'camp-quiet', shown)}
    </div>
    ${anchor(item, high, 'camp camp-high', shown)}`
}

function anchor(
  item: ItemResult,
  step: number,
  look: string,
  { names, words, revealed }: Shown,
): TemplateResult | typeof nothing {
  const text = names.item(item.itemId)?.anchors[String(step)]
  if (text === undefined) return nothing
  const end = isBetweenPoles(revealed.instrument) ? endWords(step, revealed.instrument, words) : undefined
  return html`<p class=${look}><span class="camp-step" aria-hidden="true">${end === undefined ? step : look === 'camp camp-low' ? '←' : '→'}</span><span class="visually-hidden">${end ?? words.say('wall-anchor', { step })}: </span><span class="camp-text">${text}</span></p>`
}

/** At which end of a line between two poles a step is. */
function endWords(step: number, { scale }: Shown['revealed']['instrument'], words: Shown['words']): string {
  return words.say('lines-end', { side: step === scale.min ? 'left' : 'right' })
}

function word(item: ItemResult, shown: Shown): TemplateResult {
  const said = wordOf(item, shown)
  if (item.agreement.word === null) return html`<p class="camp-why">${atStart(said)}</p>`
  return html`<p class="camp-word"><strong>${said}</strong> <span class="camp-apart">${stepsApart(item, shown.words)}</span></p>`
}

function strip(item: ItemResult, shown: Shown): TemplateResult | typeof nothing {
  const { revealed, names, words } = shown
  const counts = countsInWords(item, shown)
  if (item.counts !== null && counts !== undefined) {
    const label = `${wordOf(item, shown)}. ${words.say('results-distribution', { counts })}`
    return dotStrip(
      item.counts,
      binsOf(revealed.instrument, item, names, words),
      label,
      dotPitch([item.counts], STRIP_HEIGHT),
    )
  }
  if (item.agreement.word === null) return nothing
  const why = item.n < FEWEST_FOR_COUNTS ? 'wall-counts-word-only' : 'wall-counts-hidden'
  return html`<p class="camp-why">${words.say(why)}</p>`
}

function ownAnswer(item: ItemResult, { ownRating, names, revealed, words }: Shown): TemplateResult | typeof nothing {
  const rating = ownRating(item.itemId, item.horizon)
  return rating === null
    ? nothing
    : html`<p class="own-answer">${words.say('wall-own', { rating: isBetweenPoles(revealed.instrument) ? names.step(rating) : String(rating) })}</p>`
}
