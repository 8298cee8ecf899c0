import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { ApiError } from '../api.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Modal } from '../components/modal.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { agreementDrafts } from './agreement-drafts.ts'
import './agreement-form.ts'
import { fieldOfRefusal } from './agreement-refusal.ts'
import { agreementView } from './agreement-view.ts'
import { interventionPath } from './agreements.ts'
import './consent-round.ts'
import { refusalOf } from './refusal.ts'
import { titleOf } from './script-list.ts'
import './state-steps.ts'
import type { StateRefused } from './state-steps.ts'

/** Says that a proposal was thrown away. */
export class ProposalGone extends Event {
  readonly id: string

  constructor(id: string) {
    super('mv-proposal-gone', { bubbles: true })
    this.id = id
  }
}

/** Everything about one proposal: writing it, asking whether anyone objects, and agreeing on it. */
@customElement('mv-proposal')
export class Proposal extends MvElement {
  @property() org = ''
  /** Its id, also while only this device knows it. */
  @property({ attribute: false }) proposal = ''
  @property({ attribute: false }) intervention: Intervention | undefined
  @property({ attribute: false }) reflectionId: string | null = null
  @property({ attribute: false }) guide!: GuideTexts
  @property({ attribute: false }) driver = ''
  @property({ attribute: false }) people: readonly string[] = []
  @property({ type: Boolean }) canWrite = false
  @state() private refusal: string | undefined
  @state() private error: ApiError | undefined
  readonly #modal = new Modal('proposal-remove')

  protected override render(): TemplateResult {
    const { intervention } = this
    if (!this.canWrite) return html`${intervention ? this.#read(intervention) : nothing}`
    return html`<div @mv-state-refused=${this.#onRefused}>
      <mv-agreement-form
        .org=${this.org}
        .agreement=${this.proposal}
        .intervention=${intervention}
        .reflectionId=${this.reflectionId}
        .guide=${this.guide}
        .driver=${this.driver}
        .people=${this.people}
        .refusal=${this.refusal}
      ></mv-agreement-form>
      ${intervention ? this.#consent(intervention) : nothing}
      ${intervention ? html`<mv-state-steps .org=${this.org} .intervention=${intervention}></mv-state-steps>` : nothing}
      ${intervention === undefined || intervention.state === 'proposed' ? this.#remove() : nothing}
    </div>`
  }

  #read(intervention: Intervention): TemplateResult {
    return html`${agreementView(intervention.content, this.guide)} ${this.#consent(intervention)}`
  }

  #consent(intervention: Intervention): TemplateResult {
    return html`<mv-consent-round .org=${this.org} .intervention=${intervention} ?canWrite=${this.canWrite} .refusal=${this.refusal}></mv-consent-round>`
  }

  #remove(): TemplateResult {
    return html`<button type="button" class="quiet proposal-remove" @click=${() => this.#modal.open()}>${t('intervention-remove')}</button>
      ${this.#modal.render(
        t('intervention-remove-title'),
        html`<p>${t('intervention-remove-what', { title: titleOf(this.intervention?.content ?? { title: '' }) })}</p>
          ${this.error ? html`<p class="fault" role="alert">${problemText(this.error)}</p>` : nothing}
          <div class="actions">
            <button type="button" class="danger" @click=${this.#onRemove}>${t('intervention-remove')}</button>
            <button type="button" @click=${this.#modal.close}>${t('frame-cancel')}</button>
          </div>`,
      )}`
  }

  readonly #onRefused = async ({ code }: StateRefused) => {
    this.refusal = code
    await this.updateComplete
    const content = agreementDrafts().bodyOf(this.proposal)?.content ?? this.intervention?.content
    const field = content && fieldOfRefusal(code, content)
    const id = field === undefined ? `consent-${this.proposal}` : `agreement-${this.proposal}-${field}`
    document.getElementById(id)?.focus()
  }

  readonly #onRemove = async () => {
    this.error = undefined
    try {
      // The words stay here until the server threw it away.
      const isKnown = this.intervention !== undefined
      if (isKnown) await this.#delete()
      await agreementDrafts().discard(this.proposal)
      // It may have reached the server for the first time meanwhile.
      if (!isKnown && this.intervention) await this.#delete()
      this.#modal.close()
      this.dispatchEvent(new ProposalGone(this.proposal))
    } catch (error) {
      this.error = refusalOf(error)
    }
  }

  #delete(): Promise<void> {
    return call<void>('DELETE', interventionPath(this.org, this.proposal))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-proposal': Proposal
  }
}
