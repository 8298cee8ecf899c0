import { html, nothing, type TemplateResult } from 'lit'
import type { RoomReflection } from '../../../server/contract/reflection-room.ts'
import { candidateWords } from '../../reflection-room/candidate-words.ts'
import { dotsOfHeap, heapsOf, ranked, tiedFirst } from '../../reflection-room/heaps.ts'
import type { Picture, Shown } from '../picture.ts'
import '../wall-pages.ts'

/** From so many blocks on they stand in three columns. */
const MANY = 7
/** More dots than this are a number only. */
const MOST_DOTS_DRAWN = 12

/** A card or a candidate on the wall, with its dots once the room has chosen. */
interface Block {
  readonly text: string
  /** How many more cards stand under these words. */
  readonly under: number
  readonly dots: number
  /** Taken along: the room goes on with this one. */
  readonly isChosen: boolean
}

/**
 * A question of a reflection: while people write only how many cards there are, then the cards, shuffled and without
 * names, and what the room chose. Undefined until it was read.
 */
export function cardsPicture(shown: Shown): Picture | undefined {
  const { reflection, words, locale } = shown
  if (reflection?.question == null || reflection.texts === null) return undefined
  const { counts, phase } = reflection
  return {
    kicker: html`${words.say('wall-cards-question', { number: reflection.question })}`,
    headline: reflection.texts[locale].title,
    key: html`<p class="picture-key">${keyOf(reflection, shown)}</p>`,
    body: phase === 'writing' ? writing(reflection, shown) : pages(reflection, shown),
    behind: phase === 'writing' ? '' : words.say('wall-cards-behind', { cards: counts.cards, people: counts.writers }),
  }
}

function keyOf({ phase, counts }: RoomReflection, { words }: Shown): string {
  if (phase === 'voting') return words.say('wall-cards-voting', { people: counts.voters })
  return phase === 'voted' ? words.say('wall-cards-voted', { people: counts.voters }) : ''
}

/** Nobody's words: how many there are, and what to write. */
function writing(reflection: RoomReflection, shown: Shown): TemplateResult {
  const { words, locale } = shown
  const { counts } = reflection
  const candidates = candidatesOf(reflection, shown)
  return html`<div class="cards-writing ${candidates.length > 0 ? 'cards-beside' : ''}">
    <div>
      <p class="cards-prompt">${reflection.texts?.[locale].prompt}</p>
      ${
        candidates.length > 0
          ? html`<ul class="cards-candidates">${candidates.map(({ text }) => html`<li>${text}</li>`)}</ul>`
          : nothing
      }
    </div>
    <p class="cards-count">
      <span class="number">${words.number(counts.cards)}</span>
      <span>${words.say('wall-cards-count', { cards: counts.cards, people: counts.writers })}</span>
    </p>
  </div>`
}

function pages(reflection: RoomReflection, shown: Shown): TemplateResult {
  const { words } = shown
  const isVoted = reflection.phase === 'voted'
  const cards: Block[] = heapsOf(reflection.cards).map((heap) => ({
    text: heap.head.text,
    under: heap.members.length,
    dots: dotsOfHeap(heap),
    isChosen: [heap.head, ...heap.members].some(({ carried }) => carried),
  }))
  // Cards of one length fill a column without holes; they are shuffled anyway.
  const all = [...candidatesOf(reflection, shown), ...cards.toSorted((a, b) => a.text.length - b.text.length)]
  if (all.length === 0) return html`<p class="cards-none">${words.say('wall-cards-none')}</p>`
  const blocks = isVoted ? ranked(all, ({ dots }) => dots) : all
  const isOpenTie = isVoted && tiedFirst(all, ({ dots }) => dots).length > 0 && !all.some(({ isChosen }) => isChosen)
  const look = all.length < MANY ? 'cards-few' : ''
  return html`<div class="cards-board ${look}">
    ${isOpenTie ? html`<p class="cards-tie">${words.say('wall-cards-tie')}</p>` : nothing}
    <mv-wall-pages
      .columns=${all.length < MANY ? 2 : 3}
      .blocks=${blocks.map((block) => card(block, isVoted, shown))}
      .isFirstOnly=${isVoted}
      .more=${(n: number) => words.say('wall-cards-more', { n })}
      .place=${(page: number, total: number) => words.say('wall-cards-page', { page, total })}
    ></mv-wall-pages>
  </div>`
}

function card({ text, under, dots, isChosen }: Block, isVoted: boolean, { words }: Shown): TemplateResult {
  return html`<div class="wall-card ${isChosen ? 'is-chosen' : ''}">
    <p class="wall-card-words">${text}</p>
    ${under > 0 ? html`<p class="wall-card-under">${words.say('wall-cards-under', { n: under })}</p>` : nothing}
    ${
      isVoted && dots > 0
        ? html`<p class="wall-card-dots">
            ${dots <= MOST_DOTS_DRAWN ? html`<span aria-hidden="true">${'●'.repeat(dots)}</span> ` : nothing}${words.say('wall-cards-dots', { n: dots })}
          </p>`
        : nothing
    }
    ${isChosen ? html`<p class="wall-card-chosen">${words.say('wall-cards-chosen')}</p>` : nothing}
  </div>`
}

/** A candidate is chosen when the reflection is about its capital: the one with most dots, where several are. */
function candidatesOf({ candidates, reflection, phase }: RoomReflection, { names, words }: Shown): Block[] {
  const chosen =
    phase === 'voted'
      ? ranked(
          candidates.filter(({ dimension, dots }) => dots > 0 && reflection.capitals.includes(dimension)),
          ({ dots }) => dots,
        )[0]
      : undefined
  return candidates.map((candidate) => ({
    text: candidateWords(candidate, names, words),
    under: 0,
    dots: candidate.dots,
    isChosen: candidate === chosen,
  }))
}
