import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ReflectionInput, ReflectionSummary } from '../../server/contract/reflections.ts'
import { call } from '../api.ts'
import { accessChanges, roleIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import { capitalBoxes } from './capitals-choice.ts'
import './start-texts.ts'

/** On a result page: starts a conversation about it, and leads to those that were started. */
@customElement('mv-start-reflection')
export class StartReflection extends MvElement {
  @property() org = ''
  @property() round = ''
  @property({ attribute: false }) instrument!: InstrumentView
  @state() private capitals: readonly string[] = []
  readonly #modal = new Modal('start-reflection')
  readonly #form = new Form(this, 'start-reflection')
  readonly #list = new Reading(this, (signal) =>
    call<{ items: readonly ReflectionSummary[] }>('GET', this.#path, undefined, { signal }),
  )
  /** The same for every press, so that a press that got no answer makes no second conversation. */
  readonly #id = randomId()

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render(): TemplateResult | typeof nothing {
    const started = (this.#list.value?.items ?? []).filter(({ roundId }) => roundId === this.round)
    return html`<div class="start-reflection screen-only">
      ${this.#mayStart ? html`<button type="button" class="primary" @click=${() => this.#modal.open()}>${t('reflection-start')}</button>` : nothing}
      ${started.length === 0 ? nothing : this.#started(started)}
      ${this.#modal.render(t('reflection-start-title'), this.#choice(), () => this.#form.clear())}
    </div>`
  }

  get #path(): string {
    return `/api/organisations/${this.org}/reflections`
  }

  get #mayStart(): boolean {
    return ['owner', 'facilitator', 'contributor'].includes(roleIn(this.org) ?? '')
  }

  #started(started: readonly ReflectionSummary[]): TemplateResult {
    return html`<p>${t('reflection-start-existing')}</p>
      <ul class="started">
        ${started.map(
          ({ id, title, state }) => html`<li>
            <a href="/o/${this.org}/reflections/${id}">${title}</a> <span class="muted">${t(`reflection-state-${state}`)}</span>
          </li>`,
        )}
      </ul>`
  }

  #choice(): TemplateResult {
    return html`<p>${t('reflection-start-why')}</p>
      ${faultSummary(this.#form)}
      <form novalidate @submit=${this.#form.onSubmit(this.#start)}>
        <fieldset>
          <legend>${t('reflection-capitals-legend')}</legend>
          <p class="hint">${t('reflection-start-capitals')}</p>
          ${capitalBoxes(this.instrument, this.capitals, (chosen) => (this.capitals = chosen))}
        </fieldset>
        ${formActions(
          this.#form,
          html`<button type="submit" class="primary">${t('reflection-start-go')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  readonly #start = async () => {
    const input: ReflectionInput = { id: this.#id, roundId: this.round, capitals: [...this.capitals] }
    const { id } = await call<{ id: string }>('POST', this.#path, input)
    this.#modal.close()
    go(`/o/${this.org}/reflections/${id}/q/1`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-start-reflection': StartReflection
  }
}
