import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'

/** "Somebody else uses this phone": asks before it starts again, and says what is still unsent. */
@customElement('mv-other-person')
export class OtherPerson extends ParticipantScreen {
  @query('dialog') private dialog!: HTMLDialogElement

  protected override render(): TemplateResult {
    return html`<button type="button" class="quiet small" @click=${() => this.dialog.showModal()}>
        ${t('participant-other-person')}
      </button>
      <dialog aria-labelledby="other-person-title">
        <h2 class="dialog-title" id="other-person-title">${t('participant-other-person-title')}</h2>
        <p>${t('participant-other-person-lead')}</p>
        ${this.#unsent()}
        <div class="actions">
          <button type="button" @click=${() => this.dialog.close()}>${t('participant-other-person-no')}</button>
          ${
            this.#canHandOn
              ? html`<button type="button" class="primary" @click=${this.#start}>${t('participant-other-person-yes')}</button>`
              : nothing
          }
        </div>
      </dialog>`
  }

  /** What is unsent can still be told apart from the next person's answers. */
  get #canHandOn(): boolean {
    return this.state.response?.secret !== undefined || this.state.answers.unsent.length === 0
  }

  #unsent(): TemplateResult | typeof nothing {
    const n = this.state.answers.unsent.length
    if (n === 0) return nothing
    const text = this.#canHandOn ? 'participant-other-person-unsent' : 'participant-other-person-wait'
    return html`<p class="notice warning">${t(text, { n })}</p>`
  }

  #start(): void {
    this.dialog.close()
    history.replaceState(null, '', location.pathname)
    void this.state.startFresh()
  }
}
