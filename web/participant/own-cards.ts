import type { RoomCardInput, RoomReflection } from '../../server/contract/reflection-room.ts'
import type { DraftState } from '../drafts/draft.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { RoomWords } from './room-words.ts'

/** A card as somebody writes it. */
export interface CardWords {
  /** Made on this phone: the same one again changes the card. */
  readonly id: string
  readonly text: string
  readonly lens: NonNullable<RoomCardInput['lens']> | null
  readonly pull: NonNullable<RoomCardInput['pull']> | null
}

/** A card that this phone put down, and where it is. */
export interface OwnCard extends CardWords {
  readonly state: DraftState
  /** Problem code of a refusal. */
  readonly refusal: string | undefined
}

/** The cards of one phone: what the server has of them, under what is on its way. */
export class OwnCards {
  readonly #drafts: Drafts<RoomWords>
  readonly #received: ReadonlyMap<string, RoomWords>
  /** Ids in the order in which this page saw them first, so that no card changes place. */
  readonly #order: string[] = []

  /** @param received what was acknowledged and is not in what was read yet. */
  constructor(drafts: Drafts<RoomWords>, received: ReadonlyMap<string, RoomWords>) {
    this.#drafts = drafts
    this.#received = received
  }

  /** Names a card among the drafts of this phone. */
  keyOf(view: RoomReflection | undefined, id: string): string {
    return `${prefixOf(view)}${id}`
  }

  /** The own cards of the question that the room works on. */
  of(view: RoomReflection): OwnCard[] {
    const cards = new Map<string, OwnCard>()
    for (const card of view.own.cards) cards.set(card.id, { ...card, state: 'saved', refusal: undefined })
    for (const [key, words] of this.#received) this.#lay(cards, view, key, words, 'saved')
    for (const { key, body } of this.#drafts.pending) this.#lay(cards, view, key, body, this.#drafts.stateOf(key))
    for (const id of cards.keys()) if (!this.#order.includes(id)) this.#order.push(id)
    return [...cards.values()].toSorted((a, b) => this.#order.indexOf(a.id) - this.#order.indexOf(b.id))
  }

  #lay(cards: Map<string, OwnCard>, view: RoomReflection, key: string, words: RoomWords, state: DraftState): void {
    const prefix = prefixOf(view)
    if (words.kind !== 'card' || !key.startsWith(prefix)) return
    const id = key.slice(prefix.length)
    const refusal = this.#drafts.refusalOf(key)
    const before = cards.get(id)
    if (!words.isBack) {
      const { text, lens = null, pull = null } = words.card
      cards.set(id, { id, text, lens, pull, state, refusal })
    } else if (refusal === undefined) cards.delete(id)
    // It could not be taken back any more, so it is still there.
    else if (before) cards.set(id, { ...before, state, refusal })
  }
}

function prefixOf(view: RoomReflection | undefined): string {
  return `card ${view?.reflection.id} ${view?.question} `
}
