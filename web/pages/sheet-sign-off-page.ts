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
import { unsentList, unsentOf } from '../company-sheet/unsent.ts'
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
  /** Whether handing in stopped at what is on this device only. */
  @state() private isStopped = false
  readonly #desk = new SheetDesk(this, () => ({ org: this.org, round: this.round, itemId: null }))
  readonly #view = new Reading<SignOffView>(this, async (signal) => {
    await this.#everythingSent()
    return call<SignOffView>('GET', `${sheetPath(this.#desk.place)}/sign-off`, undefined, { signal })
  })
  readonly #form = new Form(this, 'sign-off')
  /** The button that the reader pressed goes: then the heading that says so is where they are. */
  #isHandingIn = false

  protected override updated(): void {
    if (!this.#isHandingIn || !this.#desk.sheet?.signedOff) return
    this.#isHandingIn = false
    void this.#focus('h1')
  }

  protected override render(): TemplateResult {
    return this.#desk.render((sheet) => {
      const { place } = this.#desk
      return html`<div class="sheet-page narrow">
        <p class="sheet-where"><a href=${checkAddress(place)}>${t('sheet-sign-off-back')}</a></p>
        ${faultSummary(this.#form)} ${this.#unsent(sheet)}
        <h1 tabindex="-1">${t(titleOf(sheet, mayRunRounds(roleIn(this.org))))}</h1>
        <mv-sheet-status .place=${place} .sheet=${sheet} .isStale=${this.#desk.isStale}></mv-sheet-status>
        ${sheet.signedOff ? signedOffNotice(place, sheet) : this.#asking(sheet)}
      </div>`
    })
  }

  /** What keeps the sheet from being handed in, each with its question: what was refused never goes by itself. */
  #unsent(sheet: CompanySheet): TemplateResult | typeof nothing {
    const { place } = this.#desk
    const unsent = this.isStopped ? unsentOf(place) : []
    if (unsent.length === 0) return nothing
    return html`<div class="faults" role="alert" tabindex="-1" id="sign-off-unsent">
      <h2>${t('sheet-sign-off-unsent', { n: unsent.length })}</h2>
      ${unsentList(place, sheet, unsent)}
    </div>`
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
    this.isStopped = !(await this.#everythingSent())
    if (!isAgreed) this.#form.faults = [{ field: '', text: 'sheet-sign-off-agree' }]
    if (!isAgreed || this.isStopped) return this.#focus(isAgreed ? '#sign-off-unsent' : '#sign-off-faults')
    try {
      await call<unknown>('POST', `${sheetPath(this.#desk.place)}/sign-off`, { destinations: all })
      this.#isHandingIn = true
    } finally {
      this.#desk.refresh()
      void this.#view.refresh()
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.querySelector<HTMLElement>(selector)?.focus()
  }

  /** What waits on this device belongs in what is handed in; answers whether nothing waits any more. */
  async #everythingSent(): Promise<boolean> {
    const { round } = this
    const isOfSheet = ({ key }: { readonly key: string }) => key.startsWith(`${round} `)
    for (const drafts of [answerDrafts(), workDrafts()])
      await Promise.all(drafts.pending.filter(isOfSheet).map(({ key }) => drafts.settled(key)))
    return unsentOf(this.#desk.place).length === 0
  }
}

/** Who may not hand in does not read that they are about to. */
function titleOf({ signedOff }: CompanySheet, mayHandIn: boolean): string {
  if (signedOff) return 'sheet-sign-off-done'
  return mayHandIn ? 'sheet-sign-off-title' : 'sheet-go-sign-off'
}
