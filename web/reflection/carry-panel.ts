import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { EntryKind } from '../../server/contract/reflections.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './card.ts'
import { blankBody, isBlank } from './card-body.ts'
import { cardWords } from './card-reading.ts'
import { type Card, type CardTable, newCard } from './cards.ts'
import type { Desk } from './desk.ts'
import { type QuestionNumber, questionTexts } from './steps.ts'

const KINDS: readonly EntryKind[] = [
  'tension',
  'driver',
  'behaviour',
  'force',
  'bright-spot',
  'condition',
  'idea',
  'note',
]

/** The id of the note of a question: everybody makes the same one, so that two people who begin it write in one note. */
export function carryId(reflection: string, question: number): string {
  const last = Number.parseInt(reflection.slice(-2), 16) ^ question
  return reflection.slice(0, -2) + last.toString(16).padStart(2, '0')
}

/** What a question hands on: the cards that were taken along, and a short note in the group's own words. */
@customElement('mv-carry-panel')
export class CarryPanel extends MvElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) table!: CardTable
  @property({ attribute: false }) question: QuestionNumber = 1
  /** Of the desk: it renders again when the page does. */
  @property({ attribute: false }) turn = 0

  protected override render(): TemplateResult | typeof nothing {
    const { reflection, guide } = this.desk
    if (!reflection || !guide) return nothing
    const cards = this.table.of(this.question, ...KINDS)
    const carried = cards.filter((card) => card.carried)
    // Where agreements take the place of cards there may be nothing to press.
    const hasHint = carried.length === 0 && (this.question < 6 || cards.length > 0)
    const notes = this.#notes(reflection.id)
    return html`<section class="carry-panel" aria-labelledby="carry-heading">
      <h2 id="carry-heading">${t('reflection-carry-title')}</h2>
      <p class="muted">${questionTexts(guide, this.question).carry}</p>
      ${hasHint ? html`<p class="muted">${t('reflection-carry-none')}</p>` : nothing}
      <ul class="carried">
        ${repeat(
          carried,
          ({ id }) => id,
          ({ body }) => html`<li>${cardWords(body, guide)}</li>`,
        )}
      </ul>
      ${repeat(
        notes,
        ({ id }) => id,
        (note) => this.#note(note),
      )}
    </section>`
  }

  #note(note: Card): TemplateResult {
    const guide = this.desk.guide
    if (!this.desk.mayWrite)
      return guide && !isBlank(note.body)
        ? cardWords(note.body, guide)
        : html`<p class="muted">${t('reflection-carry-no-note')}</p>`
    return html`<mv-reflection-card
      .card=${note}
      .desk=${this.desk}
      .table=${this.table}
      .label=${t('reflection-carry-note')}
      .mode=${'note'}
    ></mv-reflection-card>`
  }

  #notes(reflection: string): readonly Card[] {
    const notes = this.table.of(this.question, 'carry')
    const id = carryId(reflection, this.question)
    return notes.length > 0 ? notes : [newCard(id, this.question, blankBody('carry'))]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-carry-panel': CarryPanel
  }
}
