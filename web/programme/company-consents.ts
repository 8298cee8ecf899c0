import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { CONSENT_PURPOSES, CONSENT_STATEMENTS, type ConsentPurpose } from '../../server/contract/consent-purposes.ts'
import type { ContributionPreview, ParticipationView } from '../../server/contract/participations.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import { pageWords } from '../results/page-words.ts'
import { type Parts, readParts } from './company-names.ts'
import { previewOf } from './company-preview.ts'

interface Preview {
  readonly view: ContributionPreview
  readonly parts: Parts
}

/** An owner decided: this is what holds now. */
export class ConsentEvent extends Event {
  readonly participation: ParticipationView
  constructor(participation: ParticipationView) {
    super('mv-consent', { bubbles: true })
    this.participation = participation
  }
}

/** What a company shares with a programme: for each purpose a sentence, what would leave, and then the choice. */
@customElement('mv-company-consents')
export class CompanyConsents extends MvElement {
  @property() org = ''
  /** What the company is called. */
  @property() name = ''
  @property({ attribute: false }) participation: ParticipationView | undefined
  /** Whether the reader may decide: an owner. */
  @property({ type: Boolean }) isOwner = false
  @state() private asked: ConsentPurpose = 'benchmark'
  @state() private done: 'given' | 'withdrawn' | undefined
  readonly #preview = new Reading<Preview | undefined>(this, (signal) => this.#read(signal))
  readonly #forms: Readonly<Record<ConsentPurpose, Form>> = {
    benchmark: new Form(this, 'consent-benchmark'),
    named: new Form(this, 'consent-named'),
    public: new Form(this, 'consent-public'),
  }
  readonly #withdrawing = new Form(this, 'consent-withdraw')
  readonly #modal = new Modal('consent-withdraw')

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="consents-heading">
      <h2 id="consents-heading">${t('programme-company-consents-title')}</h2>
      <p>${t('programme-company-consents-intro')}</p>
      <p class="muted">${t(this.isOwner ? 'programme-company-consents-know' : 'programme-company-consents-owners')}</p>
      <p role="status" class="done">${this.done === undefined ? '' : t(`programme-company-done-${this.done}`)}</p>
      ${CONSENT_PURPOSES.map((purpose) => this.#purpose(purpose))}
      ${this.#modal.render(t('programme-company-withdraw-title'), this.#dialog())}
    </section>`
  }

  #purpose(purpose: ConsentPurpose): TemplateResult {
    const isGiven = this.participation?.consents[purpose] === true
    return html`<section class="consent" aria-labelledby=${headingOf(purpose)}>
      ${faultSummary(this.#forms[purpose])}
      <div class="section-head">
        <h3 id=${headingOf(purpose)} tabindex="-1">${t(`programme-company-purpose-${purpose}`)}</h3>
        <span class="state ${isGiven ? 'is-open' : ''}">${t(isGiven ? 'programme-company-given' : 'programme-company-not-given')}</span>
      </div>
      <p class="statement">${t(`programme-company-statement-${CONSENT_STATEMENTS[purpose]}`)}</p>
      ${purpose === 'benchmark' ? html`<p>${t('programme-company-benchmark-seen')}</p>` : nothing}
      ${this.isOwner ? this.#decide(purpose, isGiven) : nothing}
    </section>`
  }

  #decide(purpose: ConsentPurpose, isGiven: boolean): TemplateResult {
    if (purpose !== 'benchmark') return html`${this.#nameShown(purpose)} ${this.#buttons(purpose, isGiven)}`
    return this.#preview.render((preview) => {
      if (preview === undefined) return html``
      const { view, parts } = preview
      return html`${previewOf(view, parts, isShared(isGiven, view))}
        ${view.periods.length === 0 ? this.#firstRound() : nothing}
        ${this.#buttons(purpose, isGiven, view)}`
    }, 'part')
  }

  #firstRound(): TemplateResult {
    return html`<p><a href="/o/${this.org}/rounds/new">${t('programme-company-preview-start')}</a></p>`
  }

  #nameShown(purpose: ConsentPurpose): TemplateResult {
    const where = t('programme-company-preview-name-park', { park: this.participation?.park.name ?? '' })
    const name = purpose === 'named' ? `${this.name}, ${where}` : this.name
    return html`<p>${t('programme-company-preview-name', { name })}</p>`
  }

  #buttons(purpose: ConsentPurpose, isGiven: boolean, view?: ContributionPreview): TemplateResult {
    const form = this.#forms[purpose]
    const about = t(`programme-company-purpose-${purpose}`)
    const fresh = isGiven ? (view?.periods ?? []).filter(({ contributedAt }) => contributedAt === null) : []
    const isAsked = !isGiven || fresh.length > 0
    const give = html`<button class="primary">
      ${t(isGiven ? 'programme-company-preview-add' : 'programme-company-give')}
      <span class="visually-hidden">${t('programme-company-give-of', { purpose: about })}</span>
    </button>`
    const withdraw = html`<button type="button" class="quiet" @click=${() => this.#ask(purpose)}>
      ${t('programme-company-withdraw')}<span class="visually-hidden"> ${t('programme-company-withdraw-of', { purpose: about })}</span>
    </button>`
    return html`${fresh.length === 0 ? nothing : html`<p class="notice">${newText(fresh)}</p>`}
      <form novalidate @submit=${form.onSubmit(() => this.#change(purpose, 'given', view))}>
        ${formActions(form, html`${isAsked ? give : nothing}${isGiven ? withdraw : nothing}`)}
      </form>`
  }

  #dialog(): TemplateResult {
    const form = this.#withdrawing
    return html`<p>${t(`programme-company-withdraw-${this.asked}`)}</p>
      <form novalidate @submit=${form.onSubmit(() => this.#change(this.asked, 'withdrawn'))}>
        ${faultSummary(form)}
        ${formActions(
          form,
          html`<button class="danger">${t('programme-company-withdraw-yes')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  #ask(purpose: ConsentPurpose): void {
    this.asked = purpose
    this.#withdrawing.clear()
    this.#modal.open()
  }

  async #change(purpose: ConsentPurpose, act: 'given' | 'withdrawn', view?: ContributionPreview): Promise<void> {
    const programme = this.participation?.programme.id ?? ''
    const body = {
      purpose,
      act,
      statement: CONSENT_STATEMENTS[purpose],
      locale: locale(),
      ...(view && { tag: view.tag }),
    }
    const path = `/api/organisations/${this.org}/participations/${programme}`
    try {
      this.participation = await call<ParticipationView>('PUT', `${path}/consents`, body)
    } catch (error) {
      // The form says so above what would leave now.
      if (error instanceof ApiError && error.code === 'preview-outdated') await this.#preview.refresh()
      throw error
    }
    this.#modal.close()
    this.done = act
    await this.#preview.refresh()
    this.dispatchEvent(new ConsentEvent(this.participation))
    await this.updateComplete
    // The button that was pressed is gone: what it was about stands under this heading, with how it is now.
    if (document.activeElement === document.body) document.getElementById(headingOf(purpose))?.focus()
  }

  async #read(signal: AbortSignal): Promise<Preview | undefined> {
    if (!this.isOwner || this.participation === undefined) return undefined
    const path = `/api/organisations/${this.org}/participations/${this.participation.programme.id}/preview`
    const view = await call<ContributionPreview>('GET', path, undefined, { signal })
    return { view, parts: await readParts(view.instrument, signal) }
  }
}

function headingOf(purpose: ConsentPurpose): string {
  return `consent-${purpose}-heading`
}

/** Whether all that the preview shows stands in the programme. */
function isShared(isGiven: boolean, { periods }: ContributionPreview): boolean {
  return isGiven && periods.every(({ contributedAt }) => contributedAt !== null)
}

function newText(fresh: ContributionPreview['periods']): string {
  const periods = pageWords().list(fresh.map(({ period }) => periodText(period)))
  return t('programme-company-preview-new', { periods })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-consents': CompanyConsents
  }
}
