import { html, nothing, type TemplateResult } from 'lit'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { Candidate } from '../../server/contract/reflections.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { candidateWords } from '../reflection-room/candidate-words.ts'
import { dotsOfHeap, type HeapOf, heapsOf, ranked } from '../reflection-room/heaps.ts'
import { namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import type { ResponseState } from './response-state.ts'

type Card = RoomReflection['cards'][number]
type Heap = HeapOf<Card>

/** A candidate of question 1 in one sentence, with its numbers. */
export function candidateText({ room }: ResponseState, candidate: Candidate): string {
  const instrument = room?.revealed?.value?.instrument
  return instrument === undefined ? '' : candidateWords(candidate, namesOf(instrument, locale()), pageWords())
}

/** A card with everything that stands under its words. */
export function heapText({ head, members }: Heap): TemplateResult {
  return html`<p class="card-words">${head.text}</p>
    ${forceOf(head)}
    ${
      members.length > 0
        ? html`<ul class="card-members">${members.map(({ text }) => html`<li>${text}</li>`)}</ul>`
        : nothing
    }`
}

/** So many dots, as dots; their number stands beside them in words. */
export function dotsOf(n: number): TemplateResult {
  return html`<span class="dots-row" aria-hidden="true">${'●'.repeat(n)}</span>`
}

/** All cards of the question, shuffled and without names. */
export function shownCards(state: ResponseState, view: RoomReflection): TemplateResult {
  const heaps = heapsOf(view.cards)
  const isEmpty = heaps.length + view.candidates.length === 0
  return html`<p>${t(isEmpty ? 'room-cards-none' : 'room-cards-shown')}</p>
    <ul class="shown-cards">
      ${view.candidates.map((candidate) => html`<li><p class="card-words">${candidateText(state, candidate)}</p></li>`)}
      ${heaps.map((heap) => html`<li>${heapText(heap)}</li>`)}
    </ul>`
}

/** What the room chose, most dots first. */
export function outcomeOf(state: ResponseState, view: RoomReflection): TemplateResult {
  const rows = ranked(
    [
      ...view.candidates.map((candidate) => ({
        words: html`<p class="card-words">${candidateText(state, candidate)}</p>`,
        dots: candidate.dots,
      })),
      ...heapsOf(view.cards).map((heap) => ({ words: heapText(heap), dots: dotsOfHeap(heap) })),
    ],
    ({ dots }) => dots,
  )
  return html`<p>${t('room-cards-outcome', { n: view.counts.voters })}</p>
    <ol class="shown-cards">
      ${rows.map(
        ({ words, dots }) => html`<li>
          ${words}
          <p class="dots-given">${dotsOf(dots)} <span>${t('room-cards-dots', { n: dots })}</span></p>
        </li>`,
      )}
    </ol>`
}

function forceOf({ lens, pull }: Card): TemplateResult | typeof nothing {
  const said = [lens && t(`room-cards-lens-${lens}`), pull && t(`room-cards-pull-${pull}`)].filter(Boolean)
  return said.length > 0 ? html`<p class="hint">${said.join(' · ')}</p>` : nothing
}
