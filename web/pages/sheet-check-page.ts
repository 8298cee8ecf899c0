import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import { itemAddress, listAddress, signOffAddress } from '../company-sheet/addresses.ts'
import { remarksOn } from '../company-sheet/consistency.ts'
import { coverageLine } from '../company-sheet/coverage-line.ts'
import { SheetDesk } from '../company-sheet/sheet-desk.ts'
import '../company-sheet/sheet-status.ts'
import '../company-sheet/sheet-texts.ts'
import { answerWords, certaintyWords, stemOf, themeName, topicOf } from '../company-sheet/sheet-words.ts'
import { signedOffNotice } from '../company-sheet/signed-off.ts'
import { itemOrder } from '../company-sheet/standing.ts'
import { t } from '../i18n/texts.ts'
import '../styles/company-sheet.css'
import '../styles/company-sheet-check.css'

type Theme = CompanySheet['themes'][number]

/** All answers of a sheet per theme: what is not filled in first, with what deserves a second look. */
@customElement('mv-sheet-check-page')
export class SheetCheckPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  readonly #desk = new SheetDesk(this, () => ({ org: this.org, round: this.round, itemId: null }))

  override connectedCallback(): void {
    super.connectedCallback()
    // Whoever loses the server before handing in finds that page here already.
    import('./sheet-sign-off-page.ts').catch(() => undefined)
  }

  protected override render(): TemplateResult {
    return this.#desk.render((sheet) => this.#view(sheet))
  }

  #view(sheet: CompanySheet): TemplateResult {
    const { place } = this.#desk
    return html`<div class="sheet-page sheet-check">
      <p class="sheet-where"><a href=${listAddress(place)}>${t('sheet-item-list')}</a></p>
      <h1>${t('sheet-check-title')}</h1>
      <p class="lead">${this.#headline(sheet)}</p>
      <mv-sheet-status .place=${place} .sheet=${sheet} .isStale=${this.#desk.isStale}></mv-sheet-status>
      ${signedOffNotice(place, sheet)} ${coverageLine(sheet)} ${sheet.themes.map((theme) => this.#theme(sheet, theme))}
      ${
        sheet.mayWrite
          ? html`<p class="actions sheet-check-go"><a class="button primary large" href=${signOffAddress(place)}>${t('sheet-go-sign-off')}</a></p>`
          : nothing
      }
    </div>`
  }

  #headline(sheet: CompanySheet): string {
    const order = itemOrder(sheet)
    const empty = order.filter((itemId) => isEmpty(sheet, itemId)).length
    const remarks = order.filter((itemId) => remarksOn(sheet, itemId).length > 0).length
    if (empty === 0 && remarks === 0) return t('sheet-check-all-well')
    return [t('sheet-check-empty', { n: empty }), t('sheet-check-remarks', { n: remarks })].join(' ')
  }

  #theme(sheet: CompanySheet, { code, items }: Theme): TemplateResult {
    const id = `check-${code}`
    const rank = (itemId: string) => (isEmpty(sheet, itemId) ? 0 : remarksOn(sheet, itemId).length > 0 ? 1 : 2)
    const ordered = [...items].sort((one, other) => rank(one) - rank(other))
    return html`<section aria-labelledby=${id}>
      <h2 id=${id}>${themeName(sheet, code)}</h2>
      <ul class="sheet-check-rows">
        ${ordered.map((itemId) => this.#row(sheet, itemId))}
      </ul>
    </section>`
  }

  #row(sheet: CompanySheet, itemId: string): TemplateResult {
    const topic = topicOf(sheet, itemId)
    const certainty = sheet.work[itemId]?.certainty
    return html`<li class=${isEmpty(sheet, itemId) ? 'is-empty' : ''}>
      <h3><a href=${itemAddress(this.#desk.place, itemId)}>${topic}</a></h3>
      <div class="sheet-check-words">
        ${isEmpty(sheet, itemId) ? html`<p class="sheet-check-none">${t('sheet-answer-none')}</p>` : this.#answers(sheet, itemId)}
        ${certainty ? html`<p class="hint">${certaintyWords(certainty)}</p>` : nothing}
        ${remarksOn(sheet, itemId).map((remark) => html`<p class="sheet-remark">${t(`sheet-remark-${remark}`)}</p>`)}
      </div>
    </li>`
  }

  #answers(sheet: CompanySheet, itemId: string): TemplateResult {
    const { horizons } = sheet.round
    return html`<dl>
      ${horizons.map((horizon) => {
        const answer = sheet.answers[itemId]?.[horizon]?.answer
        return html`<div class=${answer === undefined ? 'is-empty' : ''}>
          <dt class=${horizons.length === 1 ? 'visually-hidden' : ''}>${stemOf(sheet, horizon)}</dt>
          <dd>${answerWords(sheet, itemId, answer)}</dd>
        </div>`
      })}
    </dl>`
  }
}

/** Whether nobody has answered a question at any moment. */
function isEmpty(sheet: CompanySheet, itemId: string): boolean {
  return sheet.round.horizons.every((horizon) => sheet.answers[itemId]?.[horizon] === undefined)
}
