import type { Entry, EntryBody, EntryKind, Reflection } from '../../server/contract/reflections.ts'
import { ApiError, call } from '../api.ts'
import { randomId } from '../participant/random-id.ts'
import { isBlank, plainText } from './card-body.ts'
import { type CardWords, cardDrafts, cardPath, reflectionPath } from './card-drafts.ts'
import type { Desk } from './desk.ts'

/** A card on the table. What is written on it here comes before what the server has. */
export type Card = Entry

/**
 * The cards of one page: those of the server, and those that were written here and are not known there yet. A card
 * keeps its place on the page for as long as the page lives, whatever others do.
 */
export class CardTable {
  readonly #desk: Desk
  readonly #places = new Map<string, number>()
  /** Written on this page, and perhaps not read from the server yet. */
  readonly #made = new Map<string, number>()
  /** Thrown away on this page. */
  readonly #gone = new Set<string>()
  /** Cards that stand in a field for a new card, and not among the others. */
  readonly #composing = new Set<string>()

  constructor(desk: Desk) {
    this.#desk = desk
    desk.beforeReading = () => this.#noteWaiting()
  }

  /** The cards of a question, of these kinds, in the order of the page; once a room has chosen, most dots first. */
  of(question: number, ...kinds: readonly EntryKind[]): readonly Card[] {
    const { reflection } = this.#desk
    if (!reflection) return []
    const read = reflection.entries.filter((entry) => entry.question === question)
    const cards = [...read, ...this.#onlyHere(reflection, question)]
      .map((card) => this.#newest(card))
      .filter(({ id, body }) => kinds.includes(body.kind) && !this.#gone.has(id) && !this.#composing.has(id))
    for (const { id } of cards) if (!this.#places.has(id)) this.#places.set(id, this.#places.size)
    // Nothing moves while somebody here writes on one of them.
    const isStill = cards.some(({ id }) => id === this.#desk.editing)
    const hasChosen = !isStill && reflection.rooms[String(question)]?.phase === 'voted'
    return cards.toSorted((a, b) => (hasChosen ? b.dots - a.dots : 0) || this.#placeOf(a) - this.#placeOf(b))
  }

  /** A card on which nothing has been written; it stands outside the list until `release`. */
  compose(): string {
    const id = randomId()
    this.#composing.add(id)
    return id
  }

  /** The card of a field for a new card goes among the others; one that was emptied again is thrown away. */
  release(id: string): void {
    this.#composing.delete(id)
    const newest = cardDrafts().newestOf(id, undefined)
    if (newest && isBlank(newest.body.body)) void this.remove(id)
    this.#desk.update()
  }

  /** Keeps what somebody types on a card. A new card exists once there is something on it. */
  write(id: string, question: number, body: EntryBody, revision: number): void {
    const isKnown = revision > 0 || this.#made.has(id) || cardDrafts().bodyOf(id) !== undefined
    if (!isKnown && isBlank(body)) return
    this.#gone.delete(id)
    this.#made.set(id, question)
    const { org, reflection } = this.#desk.place
    void cardDrafts().keep(id, cardPath(org, reflection, id), { question, body }, revision)
  }

  /** What stands on a card now, and on which revision: `undefined` for a new one. */
  newest(card: Card): { readonly body: EntryBody; readonly revision: number } {
    const { question, body, revision } = card
    const newest = cardDrafts().newestOf(card.id, { body: { question, body }, revision })
    return { body: newest?.body.body ?? body, revision: newest?.revision ?? revision }
  }

  /** Throws a card away, here and on the server. */
  async remove(id: string): Promise<boolean> {
    this.#gone.add(id)
    this.#desk.update()
    const isOnServer = this.#desk.reflection?.entries.some((entry) => entry.id === id) || this.#made.has(id)
    await cardDrafts().discard(id)
    this.#made.delete(id)
    if (!isOnServer) return true
    const isDone = await this.#desk.act((path) => deleteEntry(`${path}/entries/${id}`))
    if (!isDone) this.#gone.delete(id)
    this.#desk.update()
    return isDone
  }

  #newest(card: Card): Card {
    return { ...card, ...this.newest(card) }
  }

  #onlyHere({ entries }: Reflection, question: number): Card[] {
    const known = new Set(entries.map((entry) => entry.id))
    this.#noteWaiting()
    for (const key of this.#made.keys()) if (known.has(key)) this.#made.delete(key)
    const keys = [...this.#made].filter(([, of]) => of === question).map(([key]) => key)
    return keys.flatMap((key) => cardFrom(key, cardDrafts().newestOf(key, undefined)))
  }

  /** What is on its way stays on the page until a reading shows it, also when the server has it before. */
  #noteWaiting(): void {
    const { org, reflection } = this.#desk.place
    const path = `${reflectionPath(org, reflection)}/`
    const waiting = cardDrafts().pending.filter((draft) => draft.path.startsWith(path))
    for (const { key, body } of waiting) this.#made.set(key, body.question)
  }

  #placeOf({ id }: Card): number {
    return this.#places.get(id) ?? 0
  }
}

/** A new card that the server has not got yet. */
export function newCard(id: string, question: number, body: EntryBody): Card {
  const author = { name: '', isMe: true }
  return {
    id,
    question,
    body,
    revision: 0,
    carried: false,
    hidden: false,
    groupId: null,
    author,
    editedBy: null,
    dots: 0,
  }
}

/** Cards that hold all these words, whatever their order and capitals. */
export function searchCards(cards: readonly Card[], words: string): readonly Card[] {
  const sought = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (sought.length === 0) return cards
  return cards.filter(({ body }) => {
    const text = plainText(body).toLowerCase()
    return sought.every((word) => text.includes(word))
  })
}

function cardFrom(key: string, stored: { body: CardWords; revision: number } | undefined): Card[] {
  return stored ? [{ ...newCard(key, stored.body.question, stored.body.body), revision: stored.revision }] : []
}

async function deleteEntry(path: string): Promise<void> {
  await call<void>('DELETE', path).catch((error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== 'not-found') throw error
  })
}
