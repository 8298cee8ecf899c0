import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { ApiError } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { agreementDrafts } from './agreement-drafts.ts'
import { callAbout } from './agreements.ts'
import { refusalOf } from './refusal.ts'

type Voice = Intervention['consent']['voices'][number]
type Resolution = Voice['resolution']

/** What can become of an objection, and of a concern. */
const WAYS: Readonly<Record<Voice['stance'], readonly NonNullable<Resolution>[]>> = {
  objection: ['integrated', 'withdrawn'],
  concern: ['criterion', 'integrated'],
}

/** Objections and concerns of a closed consent round, unnamed, each with what becomes of it. */
@customElement('mv-consent-voices')
export class ConsentVoices extends MvElement {
  @property() org = ''
  @property({ attribute: false }) intervention!: Intervention
  @property({ type: Boolean }) canWrite = false
  @state() private error: { readonly voiceId: string; readonly refusal: ApiError | 'unsaved' } | undefined

  protected override render(): TemplateResult | typeof nothing {
    const { voices } = this.intervention.consent
    if (voices.length === 0) return nothing
    const objectionsFirst = voices.toSorted(
      (a, b) => Number(b.stance === 'objection') - Number(a.stance === 'objection'),
    )
    return html`<ul class="voices">
      ${objectionsFirst.map((voice) => this.#voice(voice))}
    </ul>`
  }

  #voice(voice: Voice): TemplateResult {
    const refusal = this.error?.voiceId === voice.id ? this.error.refusal : undefined
    return html`<li class="voice is-${voice.stance}">
      <p><strong>${t(`intervention-voice-${voice.stance}`)}</strong> ${voice.text}</p>
      ${refusal ? html`<p class="fault" role="alert">${refusal === 'unsaved' ? t('intervention-unsaved-first') : problemText(refusal)}</p>` : nothing}
      ${voice.resolution === null ? this.#ways(voice) : this.#resolved(voice, voice.resolution)}
    </li>`
  }

  #ways(voice: Voice): TemplateResult | typeof nothing {
    if (!this.canWrite) return html`<p class="hint">${t('intervention-voice-stands')}</p>`
    return html`<div class="actions">
      ${WAYS[voice.stance].map((way) => html`<button type="button" @click=${() => this.#resolve(voice, way)}>${t(`intervention-voice-${way}`)}</button>`)}
    </div>`
  }

  #resolved(voice: Voice, way: NonNullable<Resolution>): TemplateResult {
    return html`<p class="done">${t(`intervention-voice-${way}-done`)}</p>
      ${this.canWrite ? html`<button type="button" class="quiet" @click=${() => this.#resolve(voice, null)}>${t('intervention-voice-undo')}</button>` : nothing}`
  }

  async #resolve({ id: voiceId }: Voice, resolution: Resolution): Promise<void> {
    const { id } = this.intervention
    this.error = undefined
    try {
      // Becoming a criterion writes in the agreement: what is being typed there goes first.
      if ((await agreementDrafts().settled(id)) !== 'saved') {
        this.error = { voiceId, refusal: 'unsaved' }
        return
      }
      await callAbout('PUT', this.org, id, `/voices/${voiceId}`, { resolution })
    } catch (error) {
      this.error = { voiceId, refusal: refusalOf(error) }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-consent-voices': ConsentVoices
  }
}
