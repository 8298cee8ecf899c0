import { html, nothing, type TemplateResult } from 'lit'
import type { ItemResult } from '../../../server/contract/results.ts'
import { dotPitch, dotStrip } from '../../charts/dot-strip-svg.ts'
import { capitalIcon } from '../../charts/glyphs.ts'
import { binsOf } from '../../results/bins.ts'
import { whyNoWord } from '../../results/item-words.ts'
import { agreementSentence, mostDividedFirst } from '../../results/sentences.ts'
import type { Picture, Shown } from '../picture.ts'

/** Rows that are large enough to be read from the back of the room. */
const MOST_ROWS = 5
/** Room for the stacks of a small strip, in units of which it is 500 wide. */
const STRIP_HEIGHT = 120

/**
 * The most divided items, most divided first, in the order of the result page: that is where the conversation is. Items
 * without a word are left out, unless none has one.
 */
export function dividedPicture(horizon: string, shown: Shown): Picture {
  const { revealed, names, words, tableId } = shown
  const ordered = mostDividedFirst(revealed.results, horizon)
  const rows = ordered.filter((item) => item.agreement.word !== null).slice(0, MOST_ROWS)
  const pitch = dotPitch(
    rows.flatMap(({ counts }) => (counts === null ? [] : [counts])),
    STRIP_HEIGHT,
  )
  return {
    kicker: `${words.say('wall-divided')} · ${names.horizon(horizon)}`,
    headline: agreementSentence(ordered, names, words),
    body: html`<ul class="divided" aria-describedby=${tableId}>${rows.map((item) => row(item, pitch, shown))}</ul>`,
    table: {
      caption: words.say('wall-divided-rows', { horizon: names.horizon(horizon), n: rows.length }),
      head: ['item', 'agreement', 'distribution', 'n'].map((code) => words.say(`results-items-${code}`)),
      rows: rows.map((item) => [
        names.topic(item.itemId),
        wordOf(item, shown),
        countsInWords(item, shown) ?? words.say('results-hidden'),
        words.number(item.n),
      ]),
    },
    behind: words.say('results-respondents', { n: revealed.results.n }),
  }
}

function row(item: ItemResult, pitch: number, shown: Shown): TemplateResult {
  const { revealed, names, words } = shown
  const name = names.dimension(item.dimension)
  const strip =
    item.counts === null
      ? html`<span class="absent">${words.say('results-hidden')}</span>`
      : dotStrip(item.counts, binsOf(revealed.instrument, item, names, words), undefined, pitch)
  return html`<li>
    ${revealed.instrument.scores ? capitalIcon(item.dimension, name) : nothing}
    <span class="divided-topic ${revealed.instrument.scores ? '' : 'is-alone'}">${names.topic(item.itemId)}</span>
    ${revealed.instrument.scores ? html`<span class="divided-capital">${name}</span>` : nothing}
    <span class="divided-word word-${item.agreement.word}">${wordOf(item, shown)}</span>
    ${strip}
  </li>`
}

/** How people stand to each other on an item in one word, or why there is none. */
export function wordOf(item: ItemResult, { revealed, words }: Shown): string {
  const { word } = item.agreement
  return word === null ? whyNoWord(revealed.results, item, words) : words.say(`results-word-${word}`)
}

/** How many chose each step, in words; undefined when that is not shown. */
export function countsInWords(item: ItemResult, { revealed, names, words }: Shown): string | undefined {
  if (item.counts === null) return undefined
  const bins = binsOf(revealed.instrument, item, names, words)
  return item.counts.map((count, at) => `${bins[at]?.short ?? at + 1}: ${count}`).join(', ')
}
