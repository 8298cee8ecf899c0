import { html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { checkIcon, cloudIcon, warningIcon } from './icons.ts'
import type { Whereabouts } from './own-answers.ts'
import { problemText } from './problem-text.ts'

/** How long "kept on this phone" stays before it may become "received", in milliseconds: less is a flicker. */
const LONG_ENOUGH = 700

/** Says where the answers to the question on the screen are; a status that is read aloud politely. */
@customElement('mv-save-line')
export class SaveLine extends MvElement {
  @property({ attribute: false }) whereabouts: Whereabouts = 'none'
  /** Problem code of a refusal. */
  @property({ attribute: false }) refusal: string | undefined
  /** What the line is about; another subject starts a new line. */
  @property({ attribute: false }) subject = ''
  @state() private shown: Whereabouts = 'none'
  #keptAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('whereabouts') && !changed.has('subject')) return
    clearTimeout(this.#timer)
    const left = this.#keptAt + LONG_ENOUGH - performance.now()
    const isReadable = changed.has('subject') || this.shown !== 'kept' || left <= 0
    if (this.whereabouts === 'received' && !isReadable) {
      this.#timer = setTimeout(() => this.#show('received'), left)
    } else if (this.whereabouts !== 'saving' || changed.has('subject')) this.#show(this.whereabouts)
    else if (this.shown !== 'kept') this.#show('saving')
  }

  protected override render(): TemplateResult {
    return html`<p class="save-line" role="status" data-whereabouts=${this.shown}>${this.#words()}</p>`
  }

  #show(whereabouts: Whereabouts): void {
    if (whereabouts === 'kept' && this.shown !== 'kept') this.#keptAt = performance.now()
    this.shown = whereabouts
  }

  #words(): TemplateResult | string {
    switch (this.shown) {
      case 'none':
      case 'saving':
        return ''
      case 'kept':
        return html`${cloudIcon()} ${t('participant-saved-kept')}`
      case 'held':
        return html`${warningIcon()} ${t('participant-saved-held')}`
      case 'received':
        return html`${checkIcon()} ${t('participant-saved-received')}`
      case 'refused':
        return html`${warningIcon()} ${this.#refusalWords()}`
    }
  }

  #refusalWords(): string {
    if (this.refusal === 'conflict') return t('participant-saved-conflict')
    return t('participant-saved-refused', { problem: problemText(this.refusal ?? 'internal') })
  }
}
