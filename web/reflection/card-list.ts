import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { EntryBody } from '../../server/contract/reflections.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './card.ts'
import type { CardEvent, ReflectionCard } from './card.ts'
import { cardDrafts } from './card-drafts.ts'
import { type Card, type CardTable, newCard, searchCards } from './cards.ts'
import type { Desk } from './desk.ts'

/** A long list is shown in parts: a room of sixty writes more cards than anybody reads at once. */
const PART = 60

/** From so many cards on, a field to search in them is of use. */
const WORTH_SEARCHING = 12

/** Cards of one kind under each other, with a field for a new one on top. */
@customElement('mv-card-list')
export class CardList extends MvElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) table!: CardTable
  @property({ attribute: false }) question = 1
  @property({ attribute: false }) cards: readonly Card[] = []
  /** What a new card begins with. */
  @property({ attribute: false }) blank!: EntryBody
  /** The name of the field for a new card. */
  @property({ attribute: false }) label = ''
  /** What is said while there is no card. */
  @property({ attribute: false }) empty = ''
  @property({ attribute: false }) hasDots = false
  /** False: no field for a new card. */
  @property({ attribute: false }) takesNew = true
  @state() private shown = PART
  @state() private sought = ''
  @state() private composerId = ''

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#endComposing()
  }

  protected override willUpdate(_: PropertyValues): void {
    if (this.desk.mayWrite && this.composerId === '') this.composerId = this.table.compose()
    if (!this.desk.mayWrite) this.#endComposing()
  }

  protected override render(): TemplateResult {
    const found = searchCards(this.cards, this.sought)
    const ids = new Set(found.map(({ id }) => id))
    const isUnder = ({ groupId }: Card) => groupId !== null && ids.has(groupId)
    const under = found.filter(isUnder)
    const heads = found.filter((card) => !isUnder(card))
    const visible = heads.slice(0, this.shown)
    return html`<div class="card-list" @mv-card=${this.#onCard}>
      ${this.#hasComposer ? this.#composer() : nothing}
      ${this.cards.length > WORTH_SEARCHING ? this.#search(found.length) : nothing}
      ${this.cards.length === 0 ? html`<p class="muted">${this.empty}</p>` : nothing}
      <ul class="talk-cards">
        ${repeat(
          visible,
          ({ id }) => id,
          (card) =>
            html`<li>${this.#card(card)} ${this.#members(under.filter(({ groupId }) => groupId === card.id))}</li>`,
        )}
      </ul>
      ${heads.length > visible.length ? this.#more(heads.length - visible.length) : nothing}
    </div>`
  }

  /** Cards that the room put under another one. */
  #members(cards: readonly Card[]): TemplateResult | typeof nothing {
    if (cards.length === 0) return nothing
    return html`<ul class="talk-members">${cards.map((card) => html`<li>${this.#card(card)}</li>`)}</ul>`
  }

  /** What somebody has begun to write in the field for a new card never goes away by itself. */
  get #hasComposer(): boolean {
    const isBegun = cardDrafts().newestOf(this.composerId, undefined) !== undefined
    return this.desk.mayWrite && (this.takesNew || isBegun)
  }

  #card(card: Card): TemplateResult {
    return html`<mv-reflection-card
      .card=${card}
      .desk=${this.desk}
      .table=${this.table}
      .label=${this.label}
      .hasDots=${this.hasDots}
    ></mv-reflection-card>`
  }

  #composer(): TemplateResult {
    return html`<mv-reflection-card
      class="composer"
      .card=${newCard(this.composerId, this.question, this.blank)}
      .desk=${this.desk}
      .table=${this.table}
      .label=${this.label}
      .mode=${'composer'}
    ></mv-reflection-card>`
  }

  #search(found: number): TemplateResult {
    const id = `search-${this.composerId}`
    const onInput = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) return
      this.sought = event.target.value
      this.shown = PART
    }
    return html`<div class="card-search">
      <label for=${id}>${t('reflection-cards-search')}</label>
      <input id=${id} type="search" autocomplete="off" .value=${this.sought} @input=${onInput} />
      <p class="muted" role="status">${t('reflection-cards-found', { found, all: this.cards.length })}</p>
    </div>`
  }

  #more(left: number): TemplateResult {
    return html`<button type="button" @click=${this.#showMore}>${t('reflection-cards-more', { n: Math.min(left, PART), left })}</button>`
  }

  readonly #showMore = () => {
    const first = this.shown
    this.shown += PART
    this.#focusAt(first)
  }

  readonly #onCard = (event: CardEvent) => {
    event.stopPropagation()
    if (event.id === this.composerId) return this.#composeNext()
    if (event.how === 'gone') this.#focusNear(this.cards.findIndex(({ id }) => id === event.id))
  }

  /** What was begun in the field for a new card stands among the others from now on. */
  #endComposing(): void {
    if (this.composerId !== '') this.table.release(this.composerId)
    this.composerId = ''
  }

  /** The card goes among the others, and the field is there for the next one. */
  #composeNext(): void {
    this.table.release(this.composerId)
    this.composerId = this.table.compose()
    this.#focusAt(Number.POSITIVE_INFINITY)
  }

  /** Where a card was thrown away, the focus goes to the card that takes its place, or to the field for a new one. */
  #focusNear(place: number): void {
    if (this.cards.length > 1) this.#focusAt(Math.min(place, this.cards.length - 2))
    else this.#focusAt(this.cards.length)
  }

  /** The focus goes to a card, or where there is none at this place to the field for a new one, else to the last card. */
  #focusAt(place: number): void {
    // The page around this list renders first.
    requestAnimationFrame(() => {
      const cards = this.querySelectorAll<ReflectionCard>('.talk-cards > li > mv-reflection-card')
      const composer = this.querySelector<ReflectionCard>('mv-reflection-card.composer')
      const found = cards[place] ?? composer ?? cards[cards.length - 1]
      found?.focus()
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-card-list': CardList
  }
}
