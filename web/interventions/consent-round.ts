import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { ApiError } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { agreementDrafts } from './agreement-drafts.ts'
import { callAbout } from './agreements.ts'
import './consent-voices.ts'
import './intervention-texts.ts'
import './own-stance.ts'
import { refusalOf } from './refusal.ts'

/**
 * The consent round on a proposal: everybody says that they have no objection, a concern, or an objection with words.
 * Who said what is shown to nobody; the texts appear once the round is closed.
 */
@customElement('mv-consent-round')
export class ConsentRound extends MvElement {
  @property() org = ''
  @property({ attribute: false }) intervention!: Intervention
  /** Whether the reader may open and close it, and say what becomes of what was said. */
  @property({ type: Boolean }) canWrite = false
  /** Code of the last refusal of another state, shown here when it is about this round. */
  @property({ attribute: false }) refusal: string | undefined
  /** Level of its heading. */
  @property({ attribute: false }) level: 2 | 4 = 4
  @state() private error: ApiError | undefined
  /** What was written of the proposal could not be saved, so the round was not opened. */
  @state() private isUnsaved = false
  @state() private isBusy = false

  protected override render(): TemplateResult {
    const { id, consent, state } = this.intervention
    const isAbout = this.refusal === 'objection-stands' || this.refusal === 'consent-open'
    return html`<section class="consent ${isAbout ? 'is-faulty' : ''}" aria-labelledby="consent-${id}">
      ${
        this.level === 2
          ? html`<h2 id="consent-${id}" tabindex="-1">${t('intervention-consent-title')}</h2>`
          : html`<h4 id="consent-${id}" tabindex="-1">${t('intervention-consent-title')}</h4>`
      }
      ${isAbout ? html`<p class="fault">${t(`problem-${this.refusal}`)}</p>` : nothing}
      ${this.error ? html`<p class="fault" role="alert">${problemText(this.error)}</p>` : nothing}
      ${this.isUnsaved ? html`<p class="fault" role="alert">${t('intervention-unsaved-first')}</p>` : nothing}
      <p class="hint">${t(`intervention-consent-${consent.state}-hint`)}</p>
      ${consent.state === 'open' ? this.#open() : nothing} ${consent.state === 'closed' ? this.#closed() : nothing}
      ${this.canWrite && (state === 'proposed' || consent.state === 'open') ? this.#moves() : nothing}
    </section>`
  }

  #open(): TemplateResult {
    const { id, consent } = this.intervention
    return html`<p role="status">${t('intervention-consent-answered', { n: consent.answered })}</p>
      <mv-own-stance .name=${id} .own=${consent.own} .org=${this.org}></mv-own-stance>`
  }

  #closed(): TemplateResult {
    const { consent } = this.intervention
    const count = (stance: string) => consent.voices.filter((voice) => voice.stance === stance).length
    const counts = { none: consent.noObjection ?? 0, objections: count('objection'), concerns: count('concern') }
    return html`<p>${t('intervention-consent-outcome', counts)}</p>
      <mv-consent-voices .org=${this.org} .intervention=${this.intervention} ?canWrite=${this.canWrite}></mv-consent-voices>`
  }

  #moves(): TemplateResult {
    const { consent } = this.intervention
    const isOpen = consent.state === 'open'
    const label = isOpen
      ? t('intervention-consent-close')
      : consent.state === 'none'
        ? t('intervention-consent-start')
        : t('intervention-consent-again')
    // A second press on the same place never undoes the first.
    const move = ({ detail }: MouseEvent) => detail < 2 && this.#move(isOpen ? 'closed' : 'open')
    return html`<div class="actions">
      ${keyed(consent.state, html`<button type="button" class=${isOpen ? 'primary' : ''} @click=${move}>${label}</button>`)}
    </div>`
  }

  async #move(state: 'open' | 'closed'): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.error = undefined
    this.isUnsaved = false
    const { id } = this.intervention
    try {
      // Everybody answers what stands on the server: what was just typed goes first.
      this.isUnsaved = state === 'open' && (await agreementDrafts().settled(id)) !== 'saved'
      if (this.isUnsaved) return
      await callAbout('POST', this.org, id, '/consent', { state })
      requestAnimationFrame(() => this.#keepFocus())
    } catch (error) {
      this.error = refusalOf(error)
    } finally {
      this.isBusy = false
    }
  }

  /** The button that was pressed is gone, and with it the focus. */
  #keepFocus(): void {
    if (document.activeElement === document.body) document.getElementById(`consent-${this.intervention.id}`)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-consent-round': ConsentRound
  }
}
