import { html, nothing, type TemplateResult } from 'lit'
import type { ItemResult } from '../../../server/contract/results.ts'
import { poleRows } from '../../charts/pole-rows-svg.ts'
import { spanRows } from '../../charts/span-rows-svg.ts'
import { isBetweenPoles, polesOf, sideWords, stepsOf } from '../../results/lines.ts'
import { NOTHING } from '../../results/sentences.ts'
import { type Shift, shiftSentence, shiftsOf } from '../../results/shifts.ts'
import type { Picture, Shown } from '../picture.ts'
import { wordOf } from './divided.ts'
import { placeOf } from './item.ts'

/**
 * How one item moved from the first vote to the second, and what moved people. Undefined when the vote is not revealed
 * or did not ask this item.
 */
export function shiftPicture(voteId: string, itemId: string, shown: Shown): Picture | undefined {
  const { revealed, names, words } = shown
  const vote = revealed.votes.find(({ id }) => id === voteId)
  if (vote === undefined) return undefined
  const shifts = shiftsOf(revealed.results, vote.results, itemId, revealed.instrument)
  const [main] = shifts
  if (main === undefined) return undefined
  const inVote = { ...shown, revealed: { ...revealed, results: vote.results } }
  const headline = shiftSentence(main, words)
  const table = tableOf(shifts, shown, inVote)
  const label = `${headline} ${table.rows.map((cells) => cells.join(', ')).join('; ')}.`
  const isDrawn = shifts.some(({ points }) => points !== null)
  return {
    kicker: placeOf(main.second, shown),
    headline,
    body: html`<div class="shift ${shifts.length > 1 ? 'shift-several' : ''} ${isDrawn ? '' : 'shift-in-words'}">
      <p class="shift-question">${names.item(itemId)?.question ?? names.topic(itemId)}</p>
      ${isDrawn ? drawing(shifts, label, shown) : nothing}
      ${shifts.map((shift) => fromTo(shift, shifts.length > 1, shown, inVote))}
      ${argument(vote.arguments[itemId], shown)}
    </div>`,
    table,
    behind: words.say('results-respondents', { n: vote.results.n }),
  }
}

function drawing(shifts: readonly Shift[], label: string, shown: Shown): TemplateResult {
  const { revealed, tableId, names } = shown
  const { instrument } = revealed
  const isOneOfSeveral = shifts.length > 1
  if (!isBetweenPoles(instrument)) {
    const rows = shifts.map((shift) => row(shift, isOneOfSeveral, shown))
    return spanRows(rows, { label, describedBy: tableId, hasLine: instrument.balance, isArrow: true })
  }
  const rows = shifts.map((shift) => ({
    name: isOneOfSeveral ? names.horizon(shift.horizon) : '',
    poles: polesOf(shift.second.itemId, instrument, names),
    marks: row(shift, isOneOfSeveral, shown).marks,
    words: '',
  }))
  return poleRows(rows, { label, describedBy: tableId, steps: instrument.scale.max - instrument.scale.min + 1 })
}

function row({ horizon, first, second }: Shift, isOneOfSeveral: boolean, { names, words }: Shown) {
  const markOf = (item: ItemResult | undefined, style: 'before' | 'first') => ({
    value: item?.score ?? null,
    label: item?.score == null ? NOTHING : words.number(item.score),
    style,
  })
  return {
    name: html`<span>${isOneOfSeveral ? names.horizon(horizon) : ''}</span>`,
    marks: [markOf(first, 'before'), markOf(second, 'first')],
    words: '',
  }
}

/** The word of the first vote, an arrow, the word of the second; with how many people each is of. */
function fromTo(
  { horizon, first, second }: Shift,
  isOneOfSeveral: boolean,
  shown: Shown,
  inVote: Shown,
): TemplateResult {
  const { names, words } = shown
  const side = (id: string, item: ItemResult | undefined, where: Shown) => html`<p class="vote-side">
    <span class="vote-when">${words.say(id)}</span>
    <strong>${item === undefined ? NOTHING : wordOf(item, where)}</strong>
    <span class="vote-n">${item === undefined ? nothing : words.say('wall-answers', { n: item.n })}</span>
  </p>`
  return html`<div class="from-to">
    ${isOneOfSeveral ? html`<p class="vote-horizon">${names.horizon(horizon)}</p>` : nothing}
    ${side('wall-shift-first', first, shown)}
    <svg class="vote-arrow" viewBox="0 0 60 24" aria-hidden="true"><path d="M2 12H56M46 3L56 12L46 21" /></svg>
    ${side('wall-shift-second', second, inVote)}
  </div>`
}

function figureOf(item: ItemResult, { revealed, words }: Shown): string | undefined {
  if (item.score === null) return undefined
  const steps = isBetweenPoles(revealed.instrument) ? stepsOf(item.score, 50, revealed.instrument) : null
  return steps === null ? words.number(item.score) : sideWords(steps, 'lines-place', words)
}

function argument(text: string | undefined, { words }: Shown): TemplateResult | typeof nothing {
  if (text === undefined || text === '') return nothing
  return html`<figure class="argument">
    <figcaption>${words.say('wall-shift-argument')}</figcaption>
    <blockquote>${text}</blockquote>
  </figure>`
}

function tableOf(shifts: readonly Shift[], shown: Shown, inVote: Shown) {
  const { names, words } = shown
  const cellOf = (item: ItemResult | undefined, where: Shown) =>
    item === undefined
      ? NOTHING
      : [wordOf(item, where), figureOf(item, shown), words.say('wall-answers', { n: item.n })]
          .filter((part) => part !== undefined)
          .join(', ')
  return {
    caption: shifts[0] === undefined ? '' : names.topic(shifts[0].second.itemId),
    head: [words.say('results-horizon'), words.say('wall-shift-first'), words.say('wall-shift-second')],
    rows: shifts.map(({ horizon, first, second }) => [
      names.horizon(horizon),
      cellOf(first, shown),
      cellOf(second, inVote),
    ]),
  }
}
