import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { KeptFocus } from '../app/kept-focus.ts'
import '../company-sheet/sheet-texts.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary, formActions, radioField } from './fields.ts'
import { Modal } from './modal.ts'

/** Minutes that phones may still deliver after a round was closed, as offered. */
const GRACES = [0, 2, 5]

/** The state of a round was changed; the page reads it again. */
export class RoundChangeEvent extends Event {
  constructor() {
    super('mv-round-change', { bubbles: true })
  }
}

/** What can be done next with a round, and what its state means; `mayRun` false shows the words without the buttons. */
@customElement('mv-round-steps')
export class RoundSteps extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round: Round | undefined
  @property({ type: Boolean }) mayRun = false
  @state() private isReleased = false
  readonly #form = new Form(this, 'steps')
  readonly #closing = new Form(this, 'close')
  readonly #modal = new Modal('close')

  constructor() {
    super()
    new KeptFocus(this)
  }

  protected override render() {
    const round = this.round
    if (!round) return html``
    return html`<section aria-labelledby="steps-heading" class="steps">
      ${faultSummary(this.#form)}
      <h2 id="steps-heading">${t('round-next-title')}</h2>
      <p>${this.#meaning(round)}</p>
      ${round.counts.late > 0 ? html`<p class="warning">${t('round-counts-late', { late: round.counts.late })}</p>` : nothing}
      <div class="actions">
        ${this.#results(round)} ${this.mayRun ? this.#buttons(round) : nothing}
        <span role="status" class="done">${this.isReleased ? t('round-released') : ''}</span>
      </div>
      ${this.mayRun ? hint(round) : nothing}
      ${this.#modal.render(t('round-close-title'), this.#closeForm(round))}
    </section>`
  }

  #meaning(round: Round): string {
    if (round.state === 'closing' && round.closesAt) return t('round-next-closing', { until: new Date(round.closesAt) })
    if (round.state === 'closed' && round.releases === 0) return t('round-next-closed-empty')
    if (isTogether(round) && round.state === 'open')
      return t(this.mayRun ? 'sheet-round-next-open' : 'sheet-round-next-viewer')
    if (isTogether(round) && round.state === 'draft') return t('sheet-round-draft-explain')
    return t(round.state === 'open' && !this.mayRun ? 'round-next-viewer-open' : `round-next-${round.state}`)
  }

  #results(round: Round): TemplateResult | typeof nothing {
    if (round.releases === 0) return nothing
    const isOver = round.state === 'closed' || round.state === 'archived'
    return html`<a class="button ${isOver ? 'primary' : ''}" href="/o/${this.org}/r/${round.id}/results">${t('round-results')}</a>`
  }

  #buttons(round: Round): TemplateResult | typeof nothing {
    switch (round.state) {
      case 'draft':
        return html`<button type="button" class="primary" @click=${() => this.#move('open')}>${t('round-open')}</button>`
      case 'open':
        // A sheet of a team is closed by handing it in.
        if (isTogether(round)) return nothing
        return html`<button type="button" class="primary" @click=${this.#openClose}>${t('round-close')}</button>
          <button type="button" @click=${this.#release}>${t('round-release')}</button>`
      case 'closing':
        return html`<button type="button" @click=${() => this.#move('close', { graceMinutes: 0 })}>${t('round-close-now')}</button>
          <button type="button" class="quiet" @click=${() => this.#move('reopen')}>${t('round-reopen')}</button>`
      case 'closed':
        return html`<button type="button" @click=${() => this.#move('reopen')}>${t('round-reopen')}</button>
          <button type="button" class="quiet" @click=${() => this.#move('archive')}>${t('round-archive')}</button>`
      default:
        return nothing
    }
  }

  #closeForm(round: Round): TemplateResult {
    const form = this.#closing
    const unfinished = round.counts.joined - round.counts.finished
    return html`<form novalidate @submit=${form.onSubmit(this.#close)}>
      ${faultSummary(form)}
      <p>${t('round-close-explain')}</p>
      ${unfinished > 0 ? html`<p class="warning">${t('round-close-unfinished', { unfinished })}</p>` : nothing}
      ${radioField(form, {
        name: 'grace',
        label: t('round-close-grace'),
        options: GRACES.map((minutes) => ({
          value: String(minutes),
          label: t('round-close-grace-minutes', { minutes }),
          hint: t('round-close-grace-hint', { minutes }),
        })),
        chosen: ['2'],
      })}
      ${formActions(
        form,
        html`<button class="primary">${t('round-close-submit')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  readonly #openClose = () => {
    this.#closing.clear()
    this.#modal.open()
  }

  readonly #close = async (values: FormData) => {
    this.isReleased = false
    await this.#post('close', { graceMinutes: Number(textOf(values, 'grace')) })
    this.#modal.close()
  }

  readonly #release = () =>
    this.#form.run(async () => {
      await this.#post('releases')
      this.isReleased = true
    })

  #move(step: string, body?: unknown): Promise<void> {
    this.isReleased = false
    return this.#form.run(() => this.#post(step, body))
  }

  async #post(step: string, body: unknown = {}): Promise<void> {
    try {
      await call<unknown>('POST', `/api/organisations/${this.org}/rounds/${this.round?.id ?? ''}/${step}`, body)
    } finally {
      // A refusal may mean that somebody else was first: the page shows where the round is now.
      this.dispatchEvent(new RoundChangeEvent())
    }
  }
}

function isTogether({ answering }: Round): boolean {
  return answering === 'together'
}

function hint(round: Round): TemplateResult | typeof nothing {
  const { state } = round
  if (isTogether(round)) return state === 'closed' ? html`<p class="hint">${t('sheet-round-reopen-hint')}</p>` : nothing
  if (state === 'open') return html`<p class="hint">${t('round-release-hint')}</p>`
  return state === 'closed' || state === 'closing' ? html`<p class="hint">${t('round-reopen-hint')}</p>` : nothing
}

declare global {
  interface HTMLElementEventMap {
    'mv-round-change': RoundChangeEvent
  }
}
