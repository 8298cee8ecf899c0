import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CompanySheet, SignOffView } from '../../server/contract/company-sheets.ts'
import { call } from '../api.ts'
import { roleIn } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { checkAddress, listAddress, sheetPath } from '../company-sheet/addresses.ts'
import { answerDrafts } from '../company-sheet/answer-drafts.ts'
import { keepFilter } from '../company-sheet/last-place.ts'
import { SheetDesk } from '../company-sheet/sheet-desk.ts'
import '../company-sheet/sheet-status.ts'
import '../company-sheet/sheet-texts.ts'
import { listWords } from '../company-sheet/sheet-words.ts'
import { signedOffNotice } from '../company-sheet/signed-off.ts'
import { workDrafts } from '../company-sheet/work-drafts.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import '../styles/company-sheet.css'
import { mayRunRounds } from './round-words.ts'

type Destination = SignOffView['destinations'][number]

/** Handing in a sheet for good: one sentence and one box for each who gets to see it afterwards. */
@customElement('mv-sheet-sign-off-page')
export class SheetSignOffPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  /** What the reader agreed to so far. */
  @state() private agreed: ReadonlySet<string> = new Set()
  readonly #desk = new SheetDesk(this, () => ({ org: this.org, round: this.round, itemId: null }))
  readonly #view = new Reading<SignOffView>(this, async (signal) => {
    await this.#everythingSent()
    return call<SignOffView>('GET', `${sheetPath(this.#desk.place)}/sign-off`, undefined, { signal })
  })
  readonly #form = new Form(this, 'sign-off')

  protected override render(): TemplateResult {
    return this.#desk.render((sheet) => {
      const { place } = this.#desk
      return html`<div class="sheet-page narrow">
        <p class="sheet-where"><a href=${checkAddress(place)}>${t('sheet-sign-off-back')}</a></p>
        ${faultSummary(this.#form)}
        <h1>${t(sheet.signedOff ? 'sheet-sign-off-done' : 'sheet-sign-off-title')}</h1>
        <mv-sheet-status .place=${place} .isStale=${this.#desk.isStale}></mv-sheet-status>
        ${sheet.signedOff ? signedOffNotice(place, sheet) : this.#asking(sheet)}
      </div>`
    })
  }

  #asking(sheet: CompanySheet): TemplateResult {
    if (!mayRunRounds(roleIn(this.org)))
      return html`<p>${t('sheet-sign-off-not-allowed')}</p>
        <a class="button" href=${listAddress(this.#desk.place)}>${t('sheet-item-list')}</a>`
    if (!sheet.mayWrite) return html`<p>${t('sheet-sign-off-not-open')}</p>`
    return this.#view.render((view) => this.#questions(view), 'part')
  }

  #questions(view: SignOffView): TemplateResult {
    const { answered, asked, conflicts } = view
    const place = this.#desk.place
    return html`<p class="lead">${t('sheet-sign-off-lead')}</p>
      <ul class="figures">
        <li><strong>${answered}</strong> ${t('sheet-sign-off-answered', { asked })}</li>
        ${asked > answered ? html`<li><strong>${asked - answered}</strong> ${t('sheet-sign-off-open', { n: asked - answered })}</li>` : nothing}
      </ul>
      ${
        conflicts > 0
          ? html`<p class="warning">${t('sheet-sign-off-conflicts', { n: conflicts })} <a href=${listAddress(place)} @click=${() => keepFilter(place, { which: 'conflicts', certainty: 'any' })}>${t('sheet-sign-off-conflicts-go')}</a></p>`
          : nothing
      }
      <form novalidate @submit=${this.#form.onSubmit(() => this.#signOff(view))}>
        <fieldset class="field sheet-destinations ${this.#form.faultOf('') ? 'is-faulty' : ''}">
          <legend>${t('sheet-sign-off-who')}</legend>
          ${view.destinations.map((destination) => this.#destination(destination))}
        </fieldset>
        ${formActions(
          this.#form,
          html`<button class="primary">${t('sheet-sign-off-submit')}</button>
            <a class="button quiet" href=${listAddress(place)}>${t('frame-cancel')}</a>`,
        )}
      </form>`
  }

  #destination({ destination, names }: Destination): TemplateResult {
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return
      const others = [...this.agreed].filter((one) => one !== destination)
      this.agreed = new Set(target.checked ? [...others, destination] : others)
    }
    const sentence = t(`sheet-destination-${destination}`, { n: names.length, names: listWords(names) })
    return html`<label class="choice">
      <input type="checkbox" name=${destination} .checked=${this.agreed.has(destination)} @change=${onChange} />
      <span>${sentence}</span>
    </label>`
  }

  async #signOff({ destinations }: SignOffView): Promise<void> {
    const all = destinations.map(({ destination }) => destination)
    const isAgreed = all.every((destination) => this.agreed.has(destination))
    const isSent = await this.#everythingSent()
    if (!isAgreed || !isSent) {
      this.#form.faults = [{ field: '', text: isAgreed ? 'sheet-sign-off-unsent' : 'sheet-sign-off-agree' }]
      return void this.updateComplete.then(() => document.getElementById('sign-off-faults')?.focus())
    }
    try {
      await call<unknown>('POST', `${sheetPath(this.#desk.place)}/sign-off`, { destinations: all })
    } finally {
      this.#desk.refresh()
      void this.#view.refresh()
    }
  }

  /** What waits on this device belongs in what is handed in; answers whether nothing waits any more. */
  async #everythingSent(): Promise<boolean> {
    const { round } = this
    const isOfSheet = ({ key }: { readonly key: string }) => key.startsWith(`${round} `)
    for (const drafts of [answerDrafts(), workDrafts()])
      await Promise.all(drafts.pending.filter(isOfSheet).map(({ key }) => drafts.settled(key)))
    return ![...answerDrafts().pending, ...workDrafts().pending].some(isOfSheet)
  }
}
