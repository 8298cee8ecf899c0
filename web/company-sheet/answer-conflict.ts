import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AnswerConflict, CompanySheet } from '../../server/contract/company-sheets.ts'
import type { Answer } from '../../server/contract/responses.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import type { SheetDesk } from './sheet-desk.ts'
import { answerWords, momentWords, nameOrGone, stemOf } from './sheet-words.ts'

interface Version {
  readonly keep: 'stored' | 'other'
  readonly answer: Answer | null | undefined
  readonly by: string | null
  readonly at: string | null
}

/** Two answers to one question, given without knowing of each other: both beside each other, and a person chooses. */
@customElement('mv-answer-conflict')
export class AnswerConflictElement extends MvElement {
  @property({ attribute: false }) desk!: SheetDesk
  @property({ attribute: false }) sheet!: CompanySheet
  @property({ attribute: false }) conflict!: AnswerConflict
  @state() private isTalking = false
  @state() private isBusy = false

  protected override render(): TemplateResult {
    const { conflict, sheet, desk } = this
    const id = `conflict-${conflict.id}`
    return html`<section class="sheet-conflict" aria-labelledby=${id}>
      <h2 id=${id} tabindex="-1">${t('sheet-conflict-title')}</h2>
      <p>${t('sheet-conflict-why')}</p>
      <p class="hint">${stemOf(sheet, conflict.horizon)}</p>
      <div class="sheet-versions">${this.#versions.map((version) => this.#version(version))}</div>
      ${sheet.mayWrite ? this.#talk() : nothing}
      <p class="fault" role="status">${desk.problem && !this.isBusy ? problemText(desk.problem) : ''}</p>
    </section>`
  }

  get #versions(): readonly [Version, Version] {
    const { conflict, sheet } = this
    const stored = sheet.answers[conflict.itemId]?.[conflict.horizon]
    return [
      { keep: 'stored', answer: stored?.answer, by: stored?.by ?? null, at: stored?.at ?? null },
      { keep: 'other', answer: conflict.answer, by: conflict.by, at: conflict.at },
    ]
  }

  #version(version: Version): TemplateResult {
    const { sheet, conflict } = this
    const isMine = version.by === sheet.me
    const name = nameOrGone(sheet, version.by)
    return html`<div class="sheet-version">
      <h3>${isMine ? t('sheet-conflict-mine') : t('sheet-conflict-of', { name })}</h3>
      <p class="sheet-read-answer">${answerWords(sheet, conflict.itemId, version.answer)}</p>
      <p class="hint">${version.at === null ? '' : momentWords(version.at)}</p>
      ${
        sheet.mayWrite
          ? html`<button type="button" @click=${() => this.#keep(version.keep)}>
              ${isMine ? t('sheet-conflict-keep-mine') : t('sheet-conflict-keep-of', { name })}
            </button>`
          : nothing
      }
    </div>`
  }

  #talk(): TemplateResult {
    if (this.isTalking) return html`<p class="sheet-talking" role="status">${t('sheet-conflict-talking')}</p>`
    return html`<button type="button" class="quiet" @click=${() => (this.isTalking = true)}>${t('sheet-conflict-talk')}</button>`
  }

  async #keep(keep: 'stored' | 'other'): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    if (await this.desk.settle(this.conflict.id, keep)) document.querySelector<HTMLElement>('.sheet-item h1')?.focus()
    this.isBusy = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-answer-conflict': AnswerConflictElement
  }
}
