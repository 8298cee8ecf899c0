import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { checkIcon, cloudIcon } from './icons.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { fragmentOf } from './place.ts'
import type { ResponseState } from './response-state.ts'

/** Time between two looks at how many are ready where nobody tells, in milliseconds. */
const LOOK_AGAIN = 30_000

/** Thanks, and waiting: where the answers are and how many people are ready. Never a result. */
@customElement('mv-done-screen')
export class DoneScreen extends ParticipantScreen {
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.state.refresh()
    // It works without a network then.
    void import('./erase-answers.ts').catch(() => undefined)
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !this.state.room?.isConnected) void this.state.refresh()
    }, LOOK_AGAIN)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  protected override render(): TemplateResult {
    return this.state.isOpen ? this.#waiting() : this.#closed()
  }

  #waiting(): TemplateResult {
    return html`<div class="screen">
      <h1 tabindex="-1">${t('participant-done-title')}</h1>
      ${whereaboutsNotice(this.state)}
      <p class="count" role="status">${this.#progress()}</p>
      <p>${t('participant-done-later')}</p>
      <p>${t('participant-done-results')}</p>
      <p><a class="button" href=${fragmentOf({ screen: 'check' })}>${t('participant-done-change')}</a></p>
      <p><button type="button" class="quiet small" @click=${this.#erase}>${t('participant-erase')}</button></p>
    </div>`
  }

  /** Few people want this: it comes along when somebody does. */
  readonly #erase = async () => {
    const { askToErase } = await import('./erase-answers.ts')
    askToErase(this.state)
  }

  /** Empty until the server has counted this person in: before that the number would be wrong. */
  #progress(): string {
    const { view } = this.state
    return view?.finished ? t('participant-done-progress', view.progress) : ''
  }

  #closed(): TemplateResult {
    return html`<div class="screen">
      <h1 tabindex="-1">${t('participant-closed-title')}</h1>
      <p class="lead">${t('participant-closed-thanks')}</p>
      ${lateNotice(this.state)} ${this.state.answers.unsent.length > 0 ? whereaboutsNotice(this.state) : nothing}
    </div>`
  }
}

/** Says that answers came after closing, when they did. */
export function lateNotice({ response }: ResponseState): TemplateResult | typeof nothing {
  const n = response?.late ?? 0
  return n > 0 ? html`<p class="notice" role="status">${t('participant-closed-late', { n })}</p>` : nothing
}

/** Says where the answers are: all received, or how many still wait on this phone. */
export function whereaboutsNotice(state: ResponseState): TemplateResult {
  const n = state.answers.unsent.length
  if (n === 0)
    return html`<p class="notice done" role="status">${checkIcon()} <span>${t('participant-done-all')}</span></p>`
  const lead = state.isLasting ? 'participant-check-unsent-lead' : 'participant-check-unsent-held'
  return html`<section class="notice warning" role="status">
    <p>${cloudIcon()} <span><strong>${t('participant-check-unsent', { n })}.</strong> ${t(lead)}</span></p>
    <button type="button" @click=${() => state.sendNow()}>${t('participant-check-send')}</button>
  </section>`
}
