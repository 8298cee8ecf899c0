import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { CODE_LENGTH, cleanCode, shownCode } from './join-code.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { problemText } from './problem-text.ts'

/** Asks for the code of a round. A QR picture carries it in the address, and then this screen is skipped. */
@customElement('mv-join-screen')
export class JoinScreen extends ParticipantScreen {
  @query('input') private input!: HTMLInputElement
  @query('.fault') private faultBox: HTMLElement | null | undefined

  protected override firstUpdated(): void {
    this.input.value = shownCode(this.state.joining.code)
  }

  /** Who comes to type a code can begin at once; what was wrong with a scanned one is read first. */
  focusCode(): void {
    ;(this.faultBox ?? this.input).focus()
  }

  protected override render(): TemplateResult {
    const fault = this.#fault()
    return html`<form class="screen" novalidate @submit=${this.#submit}>
      ${
        fault
          ? html`<div class="fault" tabindex="-1" aria-labelledby="fault-title">
              <h2 id="fault-title">${t('participant-join-fault')}</h2>
              <p><a href="#code" @click=${this.#toField}>${fault}</a></p>
            </div>`
          : nothing
      }
      <h1 tabindex="-1">${t('participant-join-title')}</h1>
      <p class="lead">${t('participant-join-lead')}</p>
      <label for="code">${t('participant-join-code')}</label>
      <p id="code-hint" class="hint">${t('participant-join-hint')}</p>
      <input
        id="code"
        class="code"
        type="text"
        inputmode="text"
        autocapitalize="characters"
        autocomplete="off"
        autocorrect="off"
        spellcheck="false"
        maxlength="200"
        aria-describedby="code-hint"
        aria-invalid=${fault ? 'true' : 'false'}
        @input=${this.#type}
      />
      <button type="submit" class="primary wide">
        ${t(this.state.joining.isBusy ? 'participant-join-busy' : 'participant-join-next')}
      </button>
      <p class="hint">${t('participant-join-scan')}</p>
      ${this.state.answers.isBehindOthers ? html`<p class="notice" role="status">${t('participant-join-waiting')}</p>` : nothing}
    </form>`
  }

  #fault(): string | undefined {
    const { mistake } = this.state.joining
    if (mistake) return t(mistake.text)
    return this.state.joining.problem === undefined ? undefined : problemText(this.state.joining.problem)
  }

  /** Sets the hyphen while somebody types at the end; elsewhere it would move the caret. */
  #type(event: Event): void {
    const isDeleting = event instanceof InputEvent && (event.inputType ?? '').startsWith('delete')
    const isAtEnd = this.input.selectionStart === this.input.value.length
    const code = cleanCode(this.input.value)
    if (isAtEnd && !isDeleting && code.length <= CODE_LENGTH) this.input.value = shownCode(code)
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.state.joining.isBusy) return
    const code = cleanCode(this.input.value)
    if (code.length >= CODE_LENGTH) this.input.value = shownCode(code)
    if (code.length < CODE_LENGTH) this.state.joining.refuse('code', 'participant-join-short')
    else await this.state.giveCode(code)
    await this.updateComplete
    this.faultBox?.focus()
  }

  #toField(event: Event): void {
    event.preventDefault()
    this.input.focus()
  }
}
