import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Match, MatchAnswer, MatchList } from '../../server/contract/exchange.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { capitalName } from '../network/network-words.ts'
import { ExchangeEvent, topicName } from './exchange-words.ts'

type Agreed = NonNullable<Match['agreed']>

/** What fits, with a yes or a no of the company, and what was agreed: there stands who the other is. */
@customElement('mv-exchange-matches')
export class ExchangeMatches extends MvElement {
  /** Address of the calls about this company in this programme. */
  @property() path = ''
  @property({ attribute: false }) list: MatchList = { enough: true, items: [] }
  @property({ type: Boolean }) mayWrite = false
  @state() private chosen: Match | undefined
  readonly #answers = new Form(this, 'exchange-answers')
  readonly #form = new Form(this, 'exchange-yes', [
    {
      field: 'contact',
      fault: 'programme-exchange-yes-contact-fault',
      holds: (value) => value.trim() !== '' && value.trim().length <= 200,
    },
  ])
  readonly #modal = new Modal('exchange-yes')

  protected override render(): TemplateResult {
    const agreed = this.list.items.flatMap((match) => (match.agreed === null ? [] : [{ match, agreed: match.agreed }]))
    const proposed = this.list.items.filter((match) => match.agreed === null)
    return html`${
      agreed.length === 0
        ? nothing
        : html`<section aria-labelledby="exchange-agreed-heading">
            <h2 id="exchange-agreed-heading">${t('programme-exchange-agreed-title')}</h2>
            <ul class="rows">
              ${agreed.map((one) => agreedRow(one.match, one.agreed))}
            </ul>
          </section>`
    }
      <section aria-labelledby="exchange-proposals-heading">
        <h2 id="exchange-proposals-heading">${t('programme-exchange-proposals-title')}</h2>
        ${faultSummary(this.#answers)} ${this.#proposals(proposed)}
      </section>
      ${this.#modal.render(t('programme-exchange-yes-title'), this.chosen === undefined ? nothing : this.#yesForm(this.chosen))}`
  }

  #proposals(proposed: readonly Match[]): TemplateResult {
    if (!this.list.enough) return html`<p>${t('programme-exchange-proposals-few')}</p>`
    if (proposed.length === 0) return html`<p>${t('programme-exchange-proposals-none')}</p>`
    return html`<ul class="rows">
      ${proposed.map(
        (match) => html`<li>
          <div>
            <p class="exchange-what">${icon(match)} <strong>${t(`programme-exchange-proposal-${match.kind}`, { topic: topicName(match.topic) })}</strong></p>
            ${match.isSamePark === null ? nothing : html`<p class="muted">${t(match.isSamePark ? 'programme-exchange-same-park' : 'programme-exchange-other-park')}</p>`}
            ${match.says === null ? nothing : html`<p>${t(`programme-exchange-says-${match.says}`)}</p>`}
            ${this.mayWrite ? html`<div class="actions">${this.#buttons(match)}</div>` : nothing}
          </div>
        </li>`,
      )}
    </ul>`
  }

  #buttons(match: Match): TemplateResult {
    const named = (text: string) =>
      t('programme-exchange-answer-of', { answer: t(text), topic: topicName(match.topic) })
    const button = (text: string, work: () => void) =>
      html`<button type="button" aria-label=${named(text)} @click=${work}>${t(text)}</button>`
    if (match.says === 'yes')
      return button('programme-exchange-back-yes', () => void this.#answer(match, { says: 'nothing' }))
    if (match.says === 'no')
      return button('programme-exchange-back-no', () => void this.#answer(match, { says: 'nothing' }))
    return html`${button('programme-exchange-yes', () => this.#ask(match))}
    ${button('programme-exchange-no', () => void this.#answer(match, { says: 'no' }))}`
  }

  #yesForm(match: Match): TemplateResult {
    const form = this.#form
    return html`<p><strong>${t(`programme-exchange-proposal-${match.kind}`, { topic: topicName(match.topic) })}</strong></p>
      <p>${t('programme-exchange-yes-about')}</p>
      <form novalidate @submit=${form.onSubmit((values) => this.#yes(match, values))}>
        ${faultSummary(form)}
        ${textField(form, {
          name: 'contact',
          label: t('programme-exchange-yes-contact'),
          hint: t('programme-exchange-yes-contact-hint'),
        })}
        ${formActions(
          form,
          html`<button class="primary">${t('programme-exchange-yes-submit')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  #ask(match: Match): void {
    this.chosen = match
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  async #yes(match: Match, values: FormData): Promise<void> {
    await this.#send(match, { says: 'yes', contact: textOf(values, 'contact') })
    this.#modal.close()
    this.chosen = undefined
    this.dispatchEvent(new ExchangeEvent())
  }

  #answer(match: Match, answer: MatchAnswer): Promise<void> {
    return this.#answers.run(async () => {
      await this.#send(match, answer)
      this.dispatchEvent(new ExchangeEvent())
    })
  }

  #send({ id }: Match, answer: MatchAnswer): Promise<Match> {
    return call<Match>('PUT', `${this.path}/matches/${id}`, answer)
  }
}

function agreedRow({ capital, kind, topic, contact }: Match, agreed: Agreed): TemplateResult {
  return html`<li>
    <div>
      <p class="exchange-what">${icon({ capital })} <strong>${t(`programme-exchange-agreed-${kind}`, { company: agreed.company, topic: topicName(topic) })}</strong></p>
      <p class="muted">${t('programme-exchange-agreed-line', { park: agreed.park, day: formatDay(agreed.at) })}</p>
      <p class="exchange-text">${agreed.text}</p>
      <p>${t('programme-exchange-agreed-contact', { contact: agreed.contact })}</p>
      ${contact === null ? nothing : html`<p class="muted">${t('programme-exchange-agreed-own', { contact })}</p>`}
    </div>
  </li>`
}

function icon({ capital }: Pick<Match, 'capital'>): TemplateResult {
  return capitalIcon(capital, capitalName(capital))
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-exchange-matches': ExchangeMatches
  }
}
