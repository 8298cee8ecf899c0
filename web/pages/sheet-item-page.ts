import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AnswerConflict, CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import { go } from '../app/router.ts'
import { checkAddress, itemAddress, listAddress } from '../company-sheet/addresses.ts'
import '../company-sheet/answer-conflict.ts'
import '../company-sheet/evidence-files.ts'
import '../company-sheet/fact-list.ts'
import { keepLastItem } from '../company-sheet/last-place.ts'
import '../company-sheet/sheet-answers.ts'
import type { QuestionStepEvent } from '../company-sheet/sheet-answers.ts'
import { SheetDesk } from '../company-sheet/sheet-desk.ts'
import '../company-sheet/sheet-status.ts'
import '../company-sheet/sheet-texts.ts'
import { listWords, nameOrGone, textsOf, themeName } from '../company-sheet/sheet-words.ts'
import { signedOffNotice } from '../company-sheet/signed-off.ts'
import { itemOrder, peopleAt, themeOf } from '../company-sheet/standing.ts'
import '../company-sheet/work-assign.ts'
import '../company-sheet/work-certainty.ts'
import '../company-sheet/work-link.ts'
import '../company-sheet/work-note.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import '../styles/company-sheet.css'
import '../styles/company-sheet-beside.css'
import '../styles/company-sheet-conflict.css'
import '../styles/company-sheet-question.css'
import '../styles/question-between.css'

/** One question of a sheet that a team fills in together, with everything that goes with it. */
@customElement('mv-sheet-item-page')
export class SheetItemPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  @property({ attribute: false }) item = ''
  /** Conflicts that were there when the reader came: they stand on top; later ones below, so that nothing moves. */
  #known: ReadonlySet<string> | undefined
  readonly #desk = new SheetDesk(this, () => ({ org: this.org, round: this.round, itemId: this.#itemId }))

  protected override render(): TemplateResult {
    return this.#desk.render((sheet) => (themeOf(sheet, this.#itemId) ? this.#view(sheet) : this.#unknown()))
  }

  get #itemId(): string {
    return decodeURIComponent(this.item)
  }

  #view(sheet: CompanySheet): TemplateResult {
    const { place } = this.#desk
    const itemId = this.#itemId
    keepLastItem(place, itemId)
    const conflicts = sheet.conflicts.filter((conflict) => conflict.itemId === itemId)
    this.#known ??= new Set(conflicts.map(({ id }) => id))
    const { question, explanation, example } = textsOf(sheet.items.find(({ id }) => id === itemId))
    const [known, later] = split(conflicts, ({ id }) => this.#known?.has(id) ?? false)
    return html`<div class="sheet-item" @mv-question-step=${this.#onStep}>
      <p class="sheet-where"><a href=${listAddress(place)}>${t('sheet-item-list')}</a> <span class="muted">${this.#where(sheet)}</span></p>
      <h1 tabindex="-1">${question}</h1>
      <mv-sheet-status .place=${place} .sheet=${sheet} .isStale=${this.#desk.isStale}></mv-sheet-status>
      <p class="sheet-here" role="status">${this.#here(sheet)}</p>
      ${signedOffNotice(place, sheet)} ${known.map((conflict) => this.#conflict(sheet, conflict))}
      <div class="sheet-columns">
        <div class="sheet-main">
          <mv-fact-list .facts=${sheet.facts.filter((fact) => fact.itemId === itemId)}></mv-fact-list>
          ${
            explanation === '' && example === ''
              ? nothing
              : html`<details class="fold">
                  <summary>${t('participant-question-help')}</summary>
                  ${explanation === '' ? nothing : html`<p>${explanation}</p>`}
                  ${example === '' ? nothing : html`<p><strong>${t('participant-question-example')}.</strong> ${example}</p>`}
                </details>`
          }
          <mv-sheet-answers .desk=${this.#desk} .sheet=${sheet} .itemId=${itemId}></mv-sheet-answers>
          <p class="sheet-conflict-here" role="status">${later[0] ? toConflict(later[0]) : nothing}</p>
          ${later.map((conflict) => this.#conflict(sheet, conflict))} ${this.#ways(sheet)}
        </div>
        ${this.#beside(sheet)}
      </div>
    </div>`
  }

  #where(sheet: CompanySheet): string {
    const theme = themeOf(sheet, this.#itemId)
    if (!theme) return ''
    const number = theme.items.indexOf(this.#itemId) + 1
    return t('sheet-item-where', { theme: themeName(sheet, theme.code), number, total: theme.items.length })
  }

  #here(sheet: CompanySheet): string {
    const people = peopleAt(sheet, this.#itemId).map((id) => nameOrGone(sheet, id))
    return people.length === 0 ? '' : t('sheet-here-question', { n: people.length, names: listWords(people) })
  }

  #conflict(sheet: CompanySheet, conflict: AnswerConflict): TemplateResult {
    return html`<mv-answer-conflict .desk=${this.#desk} .sheet=${sheet} .conflict=${conflict}></mv-answer-conflict>`
  }

  #beside(sheet: CompanySheet): TemplateResult {
    const desk = this.#desk
    const itemId = this.#itemId
    return html`<section class="sheet-beside" aria-labelledby="sheet-beside">
      <h2 id="sheet-beside">${t('sheet-beside-title')}</h2>
      <mv-work-certainty .desk=${desk} .sheet=${sheet} .itemId=${itemId}></mv-work-certainty>
      <mv-work-note .desk=${desk} .sheet=${sheet} .itemId=${itemId}></mv-work-note>
      <mv-work-link .desk=${desk} .sheet=${sheet} .itemId=${itemId}></mv-work-link>
      <mv-evidence-files .desk=${desk} .sheet=${sheet} .itemId=${itemId}></mv-evidence-files>
      <mv-work-assign .desk=${desk} .sheet=${sheet} .itemId=${itemId}></mv-work-assign>
    </section>`
  }

  #ways(sheet: CompanySheet): TemplateResult {
    const { place } = this.#desk
    const before = this.#neighbour(sheet, -1)
    const after = this.#neighbour(sheet, 1)
    return html`<nav class="sheet-ways" aria-label=${t('sheet-item-ways')}>
      ${before === undefined ? nothing : html`<a class="button" href=${itemAddress(place, before)}>${t('sheet-item-previous')}</a>`}
      <a class="button primary" href=${after === undefined ? checkAddress(place) : itemAddress(place, after)}>
        ${t(after === undefined ? 'sheet-go-check' : 'sheet-item-next')}
      </a>
    </nav>`
  }

  readonly #onStep = ({ by }: QuestionStepEvent) => {
    const { sheet, place } = this.#desk
    if (!sheet) return
    const to = this.#neighbour(sheet, by)
    if (to !== undefined) go(itemAddress(place, to))
    else if (by === 1) go(checkAddress(place))
  }

  #neighbour(sheet: CompanySheet, by: 1 | -1): string | undefined {
    const order = itemOrder(sheet)
    return order[order.indexOf(this.#itemId) + by]
  }

  #unknown(): TemplateResult {
    return html`<h1>${t('sheet-item-unknown')}</h1>
      ${emptyState(t('sheet-item-unknown-why'), html`<a class="button" href=${listAddress(this.#desk.place)}>${t('sheet-item-list')}</a>`)}`
  }
}

/** The notice may be below the screen, while the answer of the other one took the place of the reader's own. */
function toConflict({ id }: AnswerConflict): TemplateResult {
  const show = (event: Event) => {
    event.preventDefault()
    const heading = document.getElementById(`conflict-${id}`)
    heading?.scrollIntoView()
    heading?.focus()
  }
  return html`<strong>${t('sheet-conflict-title')}.</strong> <a href="#conflict-${id}" @click=${show}>${t('sheet-conflict-go')}</a>`
}

function split<One>(all: readonly One[], isFirst: (one: One) => boolean): [readonly One[], readonly One[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}
