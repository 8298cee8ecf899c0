import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import '../components/copy-field.ts'
import { selectField, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { mailAddress } from './mail-address.ts'
import { SEARCH_FROM } from './park-finder.ts'
import { periodWithin } from './park-words.ts'
import './parks-texts.ts'
import './sector-texts.ts'

type Company = NonNullable<ProgrammeParticipation['companies']>[number]

/** How far a company may be. */
const STATES: readonly Company['state'][] = ['joined', 'started', 'contributed']
/** Companies in sight at first, and with each press more. */
const AT_ONCE = 25

/** The companies of a programme, by name: how far each is, and a reminder that somebody sends from their own mail. */
@customElement('mv-programme-companies')
export class ProgrammeCompanies extends MvElement {
  @property() programme = ''
  @property({ attribute: false }) standing: ProgrammeParticipation | undefined
  @state() private typed = ''
  @state() private wanted = ''
  @state() private most = AT_ONCE
  @state() private reminded: Company | undefined
  readonly #finding = new Form(this, 'companies')
  readonly #modal = new Modal('remind')

  protected override render(): TemplateResult | typeof nothing {
    const { standing } = this
    if (standing === undefined) return nothing
    return html`<section aria-labelledby="companies-heading">
      <h2 id="companies-heading">${t('parks-part-companies')}</h2>
      ${standing.companies === null ? html`<p class="muted">${t('parks-part-names-hidden')}</p>` : this.#list(standing.companies, standing)}
      ${this.#modal.render(
        t('parks-part-remind-title', { name: this.reminded?.name ?? '' }),
        this.reminded === undefined ? nothing : this.#reminder(this.reminded, standing),
      )}
    </section>`
  }

  #list(companies: readonly Company[], { parks }: ProgrammeParticipation): TemplateResult {
    if (companies.length === 0) return html`<p class="muted">${t('parks-part-companies-none')}</p>`
    const names = new Map(parks.map(({ id, name }) => [id, name]))
    const parkOf = ({ parkId }: Company) => names.get(parkId) ?? ''
    const words = this.typed.trim().toLowerCase()
    const found = companies.filter(
      (company) =>
        (this.wanted === '' || company.state === this.wanted) &&
        [company.name, parkOf(company)].some((text) => text.toLowerCase().includes(words)),
    )
    const shown = found.slice(0, this.most)
    const more = Math.min(AT_ONCE, found.length - shown.length)
    return html`${companies.length > SEARCH_FROM ? this.#search() : nothing}
      <p role="status" class="muted">${t('parks-part-companies-found', { n: found.length, all: companies.length })}</p>
      <ul class="rows">${shown.map((company) => this.#company(company, parkOf(company)))}</ul>
      ${
        more > 0
          ? html`<p class="actions">
              <button type="button" @click=${() => (this.most += AT_ONCE)}>${t('parks-show-more', { n: more })}</button>
            </p>`
          : nothing
      }`
  }

  #search(): TemplateResult {
    const states = STATES.map((value) => ({ value, label: t(`parks-part-state-${value}`) }))
    return html`<div class="park-finder screen-only">
      ${textField(this.#finding, {
        name: 'find',
        label: t('parks-part-search'),
        value: this.typed,
        onInput: (typed) => {
          this.typed = typed
        },
      })}
      ${selectField(this.#finding, {
        name: 'state',
        label: t('parks-part-search-state'),
        options: [{ value: '', label: t('parks-part-search-all') }, ...states],
        chosen: [this.wanted],
        onChoose: (wanted) => {
          this.wanted = wanted
        },
      })}
    </div>`
  }

  #company(company: Company, park: string): TemplateResult {
    const { name, sector, state } = company
    const about = [park, sector === null ? '' : t(`sector-${sector}`)].filter((part) => part !== '')
    return html`<li>
      <div>
        <strong>${name}</strong>
        <p class="muted">${about.join(', ')}</p>
      </div>
      <div class="row-side">
        <span>${t(`parks-part-state-${state}`)}</span>
        ${
          state === 'contributed'
            ? nothing
            : html`<button type="button" class="quiet" aria-label=${t('parks-part-remind-of', { name })} @click=${() => this.#remind(company)}>
                ${t('parks-part-remind')}
              </button>`
        }
      </div>
    </li>`
  }

  #reminder({ id, name }: Company, standing: ProgrammeParticipation): TemplateResult {
    const { programme } = this
    const period = periodWithin(standing.period)
    const text = t('parks-part-remind-text', { name, programme, period, url: `${location.origin}/o/${id}` })
    return html`<p>${t('parks-part-remind-about')}</p>
      <blockquote class="programme-letter">${text}</blockquote>
      <mv-copy-field name="reminder" .label=${t('parks-part-text')} .value=${text}></mv-copy-field>
      <p><a href=${mailAddress(t('parks-part-remind-subject', { programme, period }), text)}>${t('parks-part-mail')}</a></p>
      <div class="actions"><button type="button" @click=${this.#modal.close}>${t('frame-close')}</button></div>`
  }

  #remind(company: Company): void {
    this.reminded = company
    void this.updateComplete.then(() => this.#modal.open())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-programme-companies': ProgrammeCompanies
  }
}
