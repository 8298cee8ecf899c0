import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { ApiError } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { KeptWords } from '../drafts/kept-words.ts'
import { t } from '../i18n/texts.ts'
import { callAbout } from './agreements.ts'
import { refusalOf } from './refusal.ts'
import { stepsField } from './steps-field.ts'

const STANCES = ['no-objection', 'concern', 'objection'] as const
type Stance = (typeof STANCES)[number]

/** Where the reader says whether they object to a proposal. Words that are not sent yet stay on the device. */
@customElement('mv-own-stance')
export class OwnStance extends MvElement {
  @property() org = ''
  /** The id of the intervention. */
  @property({ attribute: false }) name = ''
  /** What the reader said before; null: nothing yet. */
  @property({ attribute: false }) own: Intervention['consent']['own'] = null
  @state() private stance: Stance | undefined
  @state() private error: ApiError | undefined
  @state() private isUnchosen = false
  @state() private isBusy = false
  readonly #words = new KeptWords(() => `stance-${this.name}`)

  protected override render(): TemplateResult {
    const chosen = this.stance ?? this.own?.stance
    const isSaid = this.stance === undefined && this.own !== null
    return html`<div class="own-stance">
      ${stepsField({
        name: `stance-${this.name}`,
        legend: t('intervention-stance'),
        steps: STANCES.map((stance) => ({ value: stance, label: t(`intervention-stance-${stance}`) })),
        chosen,
        look: 'wide',
        onChoose: (value) => {
          this.stance = STANCES.find((one) => one === value)
          this.isUnchosen = false
        },
      })}
      ${chosen === 'concern' || chosen === 'objection' ? this.#text(chosen) : nothing}
      ${this.#fault === undefined ? nothing : html`<p class="fault" id="stance-fault-${this.name}" role="alert">${this.#fault}</p>`}
      <div class="actions">
        <button type="button" class="primary" @click=${this.#send}>${isSaid ? t('intervention-stance-again') : t('intervention-stance-send')}</button>
        <span role="status" class="done">${isSaid ? t('intervention-stance-sent') : ''}</span>
      </div>
    </div>`
  }

  get #fault(): string | undefined {
    if (this.isUnchosen) return t('intervention-stance-choose')
    return this.error && problemText(this.error)
  }

  #text(chosen: Stance): TemplateResult {
    const id = `stance-text-${this.name}`
    const isFaulty = this.#fault !== undefined
    return html`<div class=${isFaulty ? 'field is-faulty' : 'field'}>
      <label for=${id}>${t(`intervention-stance-text-${chosen}`)}</label>
      <p class="hint" id="${id}-hint">${t('intervention-stance-unnamed')}</p>
      <textarea
        id=${id}
        rows="3"
        maxlength="500"
        aria-describedby="${id}-hint${isFaulty ? ` stance-fault-${this.name}` : ''}"
        .value=${this.#words.value ?? this.own?.text ?? ''}
        @input=${(event: Event) => this.#onInput(event)}
      ></textarea>
    </div>`
  }

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return
    this.#words.keep(target.value)
    this.stance ??= this.own?.stance
    this.requestUpdate()
  }

  readonly #send = async () => {
    const stance = this.stance ?? this.own?.stance
    if (this.isBusy) return
    this.error = undefined
    this.isUnchosen = stance === undefined
    if (stance === undefined) return void this.querySelector('input')?.focus()
    this.isBusy = true
    const text = stance === 'no-objection' ? '' : (this.#words.value ?? this.own?.text ?? '').trim()
    try {
      await callAbout('PUT', this.org, this.name, '/stance', { stance, text })
      this.#words.forget()
      this.stance = undefined
    } catch (error) {
      this.error = refusalOf(error)
      await this.updateComplete
      this.querySelector('textarea')?.focus()
    } finally {
      this.isBusy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-own-stance': OwnStance
  }
}
