import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import { SingleKeys } from '../app/single-keys.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { AnswerChangeEvent, AnswerField, Step } from '../participant/answer-field.ts'
import '../participant/answer-field.ts'
import { answerDrafts, keyOf as answerKey } from './answer-drafts.ts'
import { meaningOf, type SheetKey } from './key-meaning.ts'
import { previousAnswer } from './previous-answer.ts'
import type { SheetDesk } from './sheet-desk.ts'
import { keyList } from './sheet-keys.ts'
import { draftWords } from './sheet-status.ts'
import { answerWords, momentWords, previousName, stemOf, textsOf, whoWords } from './sheet-words.ts'

/** Somebody wants to go to another question by key. */
export class QuestionStepEvent extends Event {
  readonly by: 1 | -1

  constructor(by: 1 | -1) {
    super('mv-question-step', { bubbles: true })
    this.by = by
  }
}

/** The answers to one question: a field for each moment, what was answered the quarter before, and the keys. */
@customElement('mv-sheet-answers')
export class SheetAnswers extends MvElement {
  @property({ attribute: false }) desk!: SheetDesk
  @property({ attribute: false }) sheet!: CompanySheet
  @property({ attribute: false }) itemId = ''
  /** What the last key or button did, read out. */
  @state() private said = ''
  readonly #keys = new SingleKeys(this, 'mv-sheet-keys', (key, target) => {
    const means = meaningOf(key, target)
    return means !== undefined && this.#press(means)
  })

  protected override render(): TemplateResult {
    const { sheet, itemId } = this
    const { previous, round } = sheet
    return html`${keyed(itemId, html`<div class="sheet-fields">${round.horizons.map((horizon) => this.#field(horizon))}</div>`)}
      <p class="sheet-saved">${this.#standing()}</p>
      ${previousAnswer(sheet, itemId, sheet.mayWrite ? () => this.#sameAsBefore() : undefined)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${sheet.mayWrite ? keyList(this.#keys, round.scale.min, round.scale.max, previous !== null) : nothing}`
  }

  #field(horizon: string): TemplateResult {
    const { sheet, itemId } = this
    const stored = sheet.answers[itemId]?.[horizon]
    if (!sheet.mayWrite)
      return html`<div class="sheet-read">
        <h2>${stemOf(sheet, horizon)}</h2>
        <p class="sheet-read-answer">${answerWords(sheet, itemId, stored?.answer)}</p>
        <p class="hint">${this.#author(horizon)}</p>
      </div>`
    return html`<mv-answer-field
      .name=${`${itemId}-${horizon}`}
      .legend=${stemOf(sheet, horizon)}
      .steps=${stepsOf(sheet, itemId)}
      .isBetween=${sheet.round.scale.kind === 'bipolar'}
      .answer=${stored?.answer}
      .note=${this.#author(horizon)}
      @mv-answer-change=${(event: AnswerChangeEvent) => this.#give(horizon, event.answer)}
    ></mv-answer-field>`
  }

  /** It stands there always, so that nothing moves when somebody answers. */
  #author(horizon: string): string {
    const { sheet, itemId } = this
    const stored = sheet.answers[itemId]?.[horizon]
    if (stored === undefined) return t('sheet-answer-nobody')
    const who = whoWords(sheet, stored.by)
    return stored.at === null
      ? t('sheet-answer-by-now', { who })
      : t('sheet-answer-by', { who, when: momentWords(stored.at) })
  }

  #standing(): string {
    const drafts = answerDrafts()
    const { sheet, itemId } = this
    const words = sheet.round.horizons.map((horizon) => {
      const state = drafts.stateOf(answerKey(this.desk.place, itemId, horizon))
      return draftWords(state, drafts.isLasting)
    })
    return words.find((one) => one !== '') ?? ''
  }

  #give(horizon: string, answer: AnswerChangeEvent['answer']): void {
    this.said = ''
    this.desk.give(this.itemId, horizon, answer)
  }

  #sameAsBefore(): boolean {
    const { previous, round } = this.sheet
    const before = previous?.answers[this.itemId] ?? {}
    const horizons = round.horizons.filter((horizon) => before[horizon])
    for (const horizon of horizons) this.#give(horizon, before[horizon] ?? null)
    this.said = t(horizons.length > 0 ? 'sheet-previous-copied' : 'sheet-previous-nothing', {
      period: previousName(this.sheet),
    })
    return horizons.length > 0
  }

  #press(key: SheetKey): boolean {
    if (key.does === 'next' || key.does === 'previous')
      return this.dispatchEvent(new QuestionStepEvent(key.does === 'next' ? 1 : -1))
    if (!this.sheet.mayWrite) return false
    switch (key.does) {
      case 'step':
        return this.#current?.choose(key.rating) ?? false
      case 'unknown':
        return this.#current?.choose('unknown') ?? false
      case 'same':
        return this.#sameAsBefore()
      default:
        return this.#enter()
    }
  }

  /** From one moment to the next, and then to the next question. */
  #enter(): boolean {
    const fields = this.#fields
    const at = fields.findIndex((field) => field.contains(document.activeElement))
    const open = fields.find((field, index) => index > at && field.answer === undefined)
    const first = open?.querySelector('input')
    if (at >= 0 && first) first.focus()
    else this.dispatchEvent(new QuestionStepEvent(1))
    return true
  }

  get #current(): AnswerField | undefined {
    const fields = this.#fields
    return (
      fields.find((field) => field.contains(document.activeElement)) ??
      fields.find((field) => field.answer === undefined) ??
      fields[0]
    )
  }

  get #fields(): readonly AnswerField[] {
    return [...this.querySelectorAll<AnswerField>('mv-answer-field')]
  }
}

function stepsOf(sheet: CompanySheet, itemId: string): Step[] {
  const { min, max } = sheet.round.scale
  const { anchors } = textsOf(sheet.items.find(({ id }) => id === itemId))
  return Array.from({ length: max - min + 1 }, (_, at) => {
    const rating = min + at
    return { rating, words: sheet.steps[locale()][String(rating)] ?? '', anchor: anchors[String(rating)] }
  })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-sheet-answers': SheetAnswers
  }
  interface HTMLElementEventMap {
    'mv-question-step': QuestionStepEvent
  }
}
