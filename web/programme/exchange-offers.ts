import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Offer } from '../../server/contract/exchange.ts'
import { CAPITALS, type Capital } from '../../server/domain/capitals.ts'
import { MOST_LETTERS, MOST_OFFERS, type OfferKind, TOPICS } from '../../server/domain/exchange.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { areaField, faultSummary, formActions, selectField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { capitalName } from '../network/network-words.ts'
import { randomId } from '../participant/random-id.ts'
import { ExchangeEvent, topicName } from './exchange-words.ts'

/** What the company itself offers and needs; who may puts something there, or ends it. */
@customElement('mv-exchange-offers')
export class ExchangeOffers extends MvElement {
  /** Address of the calls about this company in this programme. */
  @property() path = ''
  @property({ attribute: false }) offers: readonly Offer[] = []
  @property({ type: Boolean }) mayWrite = false
  @state() private kind: OfferKind = 'offer'
  @state() private capital: Capital = CAPITALS[0]
  @state() private opened = 0
  @state() private ended: Offer | undefined
  /** Of what is being written: sent again, it makes no second one. */
  #id = ''
  readonly #form = new Form(this, 'exchange-offer', [
    {
      field: 'text',
      fault: 'programme-exchange-form-text-fault',
      holds: (value) => value.trim() !== '' && value.trim().length <= MOST_LETTERS,
    },
  ])
  readonly #ending = new Form(this, 'exchange-end')
  readonly #modal = new Modal('exchange-offer')
  readonly #endModal = new Modal('exchange-end')

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="exchange-own-heading">
        <h2 id="exchange-own-heading">${t('programme-exchange-own-title')}</h2>
        ${this.offers.length === 0 ? html`<p>${t('programme-exchange-own-none')}</p>` : this.#list()}
        ${this.mayWrite ? this.#buttons() : html`<p class="muted">${t('programme-exchange-own-readers')}</p>`}
      </section>
      ${this.#modal.render(t(`programme-exchange-${this.kind}`), this.opened === 0 ? nothing : this.#fields())}
      ${this.#endModal.render(t('programme-exchange-end-title'), this.ended === undefined ? nothing : this.#sure(this.ended))}`
  }

  #buttons(): TemplateResult {
    const isFull = this.offers.length >= MOST_OFFERS
    return html`<div class="actions">
        <button type="button" class="primary" ?disabled=${isFull} @click=${() => this.#open('offer')}>${t('programme-exchange-offer')}</button>
        <button type="button" ?disabled=${isFull} @click=${() => this.#open('need')}>${t('programme-exchange-need')}</button>
      </div>
      ${this.offers.length > 0 ? html`<p class="muted">${t('programme-exchange-own-most', { n: this.offers.length })}</p>` : nothing}`
  }

  #list(): TemplateResult {
    return html`<ul class="rows">
      ${this.offers.map(
        (offer) => html`<li>
          <div>
            <p class="exchange-what">${capitalIcon(offer.capital, capitalName(offer.capital))} <strong>${ownWords(offer)}</strong></p>
            <p class="muted">${t('programme-exchange-capital-line', { capital: capitalName(offer.capital), day: formatDay(offer.createdAt) })}</p>
            <p class="exchange-text">${offer.text}</p>
            ${offer.matchEndedAt === null ? nothing : html`<p class="notice">${t('programme-exchange-match-ended', { day: formatDay(offer.matchEndedAt) })}</p>`}
          </div>
          ${
            this.mayWrite
              ? html`<button type="button" class="quiet" aria-label=${t('programme-exchange-end-of', { what: ownWords(offer) })} @click=${() => this.#askToEnd(offer)}>
                  ${t('programme-exchange-end')}
                </button>`
              : nothing
          }
        </li>`,
      )}
    </ul>`
  }

  #fields(): TemplateResult {
    const form = this.#form
    const capitals = CAPITALS.map((value) => ({ value, label: capitalName(value) }))
    const topics = TOPICS[this.capital].map((value) => ({ value, label: topicName(value) }))
    return html`<form novalidate @submit=${form.onSubmit(this.#put)}>
      ${faultSummary(form)}
      ${selectField(form, {
        name: 'capital',
        label: t('programme-exchange-form-capital'),
        options: capitals,
        chosen: [this.capital],
        onChoose: this.#choose,
      })}
      ${selectField(form, { name: 'topic', label: t('programme-exchange-form-topic'), options: topics })}
      ${areaField(form, {
        name: 'text',
        label: t(`programme-exchange-form-text-${this.kind}`),
        hint: t('programme-exchange-form-text-hint'),
        rows: 4,
      })}
      ${formActions(
        form,
        html`<button class="primary">${t('programme-exchange-form-submit')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  #sure(offer: Offer): TemplateResult {
    return html`<p><strong>${ownWords(offer)}</strong></p>
      <p>${t('programme-exchange-end-about')}</p>
      <form novalidate @submit=${this.#ending.onSubmit(() => this.#end(offer))}>
        ${faultSummary(this.#ending)}
        ${formActions(
          this.#ending,
          html`<button class="danger">${t('programme-exchange-end-yes')}</button>
            <button type="button" class="quiet" @click=${this.#endModal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  readonly #choose = (value: string) => {
    this.capital = CAPITALS.find((capital) => capital === value) ?? CAPITALS[0]
  }

  #open(kind: OfferKind): void {
    this.kind = kind
    this.opened += 1
    this.#id = randomId()
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  #askToEnd(offer: Offer): void {
    this.ended = offer
    this.#ending.clear()
    void this.updateComplete.then(() => this.#endModal.open())
  }

  readonly #put = async (values: FormData) => {
    const { kind, capital } = this
    await call<Offer>('PUT', `${this.path}/offers/${this.#id}`, {
      kind,
      capital,
      topic: textOf(values, 'topic'),
      text: textOf(values, 'text'),
    })
    this.#modal.close()
    // The next time the form is empty.
    this.opened = 0
    this.dispatchEvent(new ExchangeEvent())
  }

  async #end({ id }: Offer): Promise<void> {
    await call<void>('DELETE', `${this.path}/offers/${id}`)
    this.#endModal.close()
    this.dispatchEvent(new ExchangeEvent())
  }
}

function ownWords({ kind, topic }: Offer): string {
  return t(`programme-exchange-is-${kind}`, { topic: topicName(topic) })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-exchange-offers': ExchangeOffers
  }
}
