import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { EntryBody, Reflection } from '../../server/contract/reflections.ts'
import { judgingWordsIn } from '../../server/domain/judging-words.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { DraftChange } from '../drafts/drafts.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { fieldsOf, isBlank, shortText, wordsIn } from './card-body.ts'
import { cardConflict } from './card-conflict.ts'
import { cardDrafts } from './card-drafts.ts'
import { cardFields, firstFieldId } from './card-fields.ts'
import { cardLine, cardWords } from './card-reading.ts'
import type { Card, CardTable } from './cards.ts'
import type { Desk } from './desk.ts'
import { dotButtons } from './dots.ts'
import { draftLine } from './draft-line.ts'

/** A card is done with: it was put down (`written`), or thrown away (`gone`). */
export class CardEvent extends Event {
  readonly id: string
  readonly how: 'written' | 'gone'

  constructor(id: string, how: 'written' | 'gone') {
    super('mv-card', { bubbles: true })
    this.id = id
    this.how = how
  }
}

/**
 * One card: to read, to write, to take along, to throw away. What is being typed stands in this element and in the
 * drafts; whatever comes from the server meanwhile never touches it.
 */
@customElement('mv-reflection-card')
export class ReflectionCard extends MvElement {
  @property({ attribute: false }) card!: Card
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) table!: CardTable
  /** The name of its field. */
  @property({ attribute: false }) label = ''
  /** `composer` and `note` are always open for writing: a field for a new card, and a note that stays one. */
  @property({ attribute: false }) mode: 'card' | 'composer' | 'note' = 'card'
  /** Shows the buttons for dots. */
  @property({ attribute: false }) hasDots = false
  @state() private isAsking = false
  /** What is being typed, and the revision that it was begun on. */
  @state() private words: { readonly body: EntryBody; readonly revision: number } | undefined
  #drafts = cardDrafts()
  readonly #onDraft = (event: Event) => {
    if (!(event instanceof DraftChange) || event.key === '' || event.key === this.card.id) this.requestUpdate()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts.addEventListener('change', this.#onDraft)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drafts.removeEventListener('change', this.#onDraft)
    this.#drafts.flush()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card') && changed.get('card')?.id !== this.card.id) this.words = undefined
    if (!this.#isOpen || this.#isQuietNote) this.words = undefined
    if (this.#isOpen) this.words ??= this.table.newest(this.card)
  }

  /** A note in which nobody writes here shows what others wrote in it. */
  get #isQuietNote(): boolean {
    const isSaved = this.#drafts.stateOf(this.card.id) === 'saved'
    return this.mode === 'note' && isSaved && !this.contains(document.activeElement)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { reflection, guide } = this.desk
    if (!reflection || !guide) return nothing
    const classes = ['talk-card', this.card.carried ? 'is-carried' : '', this.card.hidden ? 'is-hidden' : '']
    return html`<div class=${classes.filter(Boolean).join(' ')}>
      ${this.words ? this.#writing(this.words.body, guide) : this.#reading(reflection, guide)}
    </div>`
  }

  /** Puts the focus where the reader goes on: in the first field, or on the first button. */
  override focus(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea, input, button')?.focus())
  }

  get #isOpen(): boolean {
    if (!this.desk.mayWrite && this.#drafts.stateOf(this.card.id) !== 'conflict') return false
    return (
      this.mode !== 'card' || this.desk.editing === this.card.id || this.#drafts.stateOf(this.card.id) === 'conflict'
    )
  }

  #reading(reflection: Reflection, guide: GuideTexts): TemplateResult {
    return html`${cardWords(this.card.body, guide)}
      <p class="card-line muted">${cardLine(this.card, reflection)}</p>
      ${this.#standing()} ${reflection.canWrite ? this.#tools() : nothing}`
  }

  #tools(): TemplateResult {
    const { card } = this
    const isOfMember = card.author !== null
    const named = (text: string) => `${text}: ${shortText(card.body)}`
    return html`<div class="card-tools">
      ${this.hasDots ? dotButtons(this.desk, card.question, card.id, shortText(card.body)) : nothing}
      <button type="button" class="quiet carry" aria-pressed=${card.carried} aria-label=${named(t('reflection-card-carry'))} @click=${() => this.#carry(!card.carried)}>
        ${t('reflection-card-carry')}
      </button>
      ${isOfMember ? html`<button type="button" class="quiet edit" aria-label=${named(t('reflection-card-edit'))} @click=${this.#open}>${t('reflection-card-edit')}</button>` : nothing}
      ${isOfMember ? this.#removal(named) : nothing}
    </div>`
  }

  #removal(named: (text: string) => string): TemplateResult {
    if (!this.isAsking)
      return html`<button type="button" class="quiet remove" aria-label=${named(t('reflection-card-remove'))} @click=${this.#ask}>${t('reflection-card-remove')}</button>`
    return html`<span class="card-asking" role="group" aria-label=${t('reflection-card-remove-sure')}>
      <span>${t('reflection-card-remove-sure')}</span>
      <button type="button" class="danger" @click=${this.#remove}>${t('reflection-card-remove-yes')}</button>
      <button type="button" @click=${this.#keepAfterAll}>${t('reflection-card-remove-no')}</button>
    </span>`
  }

  #writing(body: EntryBody, guide: GuideTexts): TemplateResult {
    const { id } = this.card
    const conflict = this.#drafts.conflictOf(id)
    const judging =
      body.kind === 'behaviour'
        ? judgingWordsIn(wordsIn(body, 'text'), this.desk.guideView?.judgingWords[locale()] ?? [])
        : []
    return html`${cardFields({
      id,
      body,
      guide,
      label: this.label,
      judging,
      isNew: this.mode === 'composer',
      onBody: (next) => this.#type(next),
      onDone: this.mode === 'note' ? undefined : () => this.#done(),
    })}
    ${conflict ? cardConflict(conflict, body, guide, (choice) => void this.#choose(choice)) : this.#endings(body)}
    ${this.#standing()}`
  }

  #endings(body: EntryBody): TemplateResult | typeof nothing {
    const isComposer = this.mode === 'composer'
    if (this.mode === 'note' || (isComposer && isBlank(body))) return nothing
    return html`<div class="card-tools">
      <button type="button" @click=${() => this.#done()}>${t(isComposer ? 'reflection-card-next' : 'reflection-card-done')}</button>
      ${isComposer && fieldsOf(body.kind).length === 1 ? html`<span class="hint">${t('reflection-card-enter')}</span>` : nothing}
      ${isComposer ? html`<button type="button" class="quiet" @click=${this.#remove}>${t('reflection-card-clear')}</button>` : nothing}
    </div>`
  }

  #standing(): TemplateResult | typeof nothing {
    return draftLine(this.#drafts, this.card.id, this.words !== undefined && !isBlank(this.words.body))
  }

  #type(body: EntryBody): void {
    const revision = this.words?.revision ?? this.card.revision
    this.words = { body, revision }
    this.table.write(this.card.id, this.card.question, body, revision)
  }

  #done(): void {
    this.#drafts.flush()
    const { id } = this.card
    if (this.mode === 'composer') {
      if (this.words && !isBlank(this.words.body)) this.dispatchEvent(new CardEvent(id, 'written'))
      return
    }
    this.desk.edit(undefined)
    this.#focusAfter('.edit')
  }

  async #choose(choice: 'mine' | 'theirs'): Promise<void> {
    const conflict = this.#drafts.conflictOf(this.card.id)
    await this.#drafts.resolve(this.card.id, choice)
    this.words = undefined
    if (choice === 'theirs' && conflict?.theirs === null) this.dispatchEvent(new CardEvent(this.card.id, 'gone'))
    this.desk.edit(undefined)
    this.desk.refresh()
    this.#focusAfter('.edit, textarea')
  }

  readonly #open = () => {
    this.desk.edit(this.card.id)
    this.#focusAfter(`[id="${firstFieldId(this.card.id, this.card.body)}"]`)
  }

  readonly #ask = () => {
    if (isBlank(this.card.body)) return void this.#remove()
    this.isAsking = true
    this.#focusAfter('.card-asking button')
  }

  readonly #keepAfterAll = () => {
    this.isAsking = false
    this.#focusAfter('.remove')
  }

  readonly #remove = async () => {
    const { id } = this.card
    this.isAsking = false
    const removing = this.table.remove(id)
    this.dispatchEvent(new CardEvent(id, 'gone'))
    await removing
  }

  /** A card that is on its way goes first; without a connection nothing is marked, and the page says so. */
  async #carry(carried: boolean): Promise<void> {
    const { id } = this.card
    await this.#drafts.settled(id)
    await this.desk.act(
      (path) => call<unknown>('PATCH', `${path}/entries/${id}`, { carried }),
      (reflection) => ({
        ...reflection,
        entries: reflection.entries.map((entry) => (entry.id === id ? { ...entry, carried } : entry)),
      }),
    )
  }

  #focusAfter(selector: string): void {
    this.requestUpdate()
    void this.updateComplete.then(() => {
      const found = [...this.querySelectorAll<HTMLElement>(selector)]
      found[0]?.focus()
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-reflection-card': ReflectionCard
  }
}
