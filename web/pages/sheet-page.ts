import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import { checkAddress, itemAddress, signOffAddress } from '../company-sheet/addresses.ts'
import { coverageLine } from '../company-sheet/coverage-line.ts'
import '../company-sheet/facts-import.ts'
import { filterBar } from '../company-sheet/filter-bar.ts'
import type { Filter } from '../company-sheet/filtering.ts'
import { filterOf, keepFilter, lastItem } from '../company-sheet/last-place.ts'
import { SheetDesk } from '../company-sheet/sheet-desk.ts'
import '../company-sheet/sheet-status.ts'
import '../company-sheet/sheet-texts.ts'
import { listWords, nameOrGone, periodWords, topicOf } from '../company-sheet/sheet-words.ts'
import { standingOfItem, themeOf, whereToGoOn } from '../company-sheet/standing.ts'
import '../company-sheet/theme-list.ts'
import type { FilterEvent } from '../company-sheet/theme-list.ts'
import { formatDay, t } from '../i18n/texts.ts'
import '../styles/company-sheet.css'
import '../styles/company-sheet-list.css'
import { signedOffNotice } from '../company-sheet/signed-off.ts'

/** The task list of a sheet that a team fills in together. */
@customElement('mv-sheet-page')
export class SheetPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  @state() private filter: Filter | undefined
  /** The theme that stands open at first: it stays open while others answer. */
  #first: string | undefined
  readonly #desk = new SheetDesk(this, () => ({ org: this.org, round: this.round, itemId: null }))

  override connectedCallback(): void {
    super.connectedCallback()
    // Whoever loses the server on the way to a question finds its page here already.
    for (const load of [() => import('./sheet-item-page.ts'), () => import('./sheet-check-page.ts')])
      load().catch(() => undefined)
  }

  protected override render(): TemplateResult {
    return this.#desk.render((sheet) => this.#view(sheet))
  }

  #view(sheet: CompanySheet): TemplateResult {
    const { place } = this.#desk
    const filter = this.filter ?? filterOf(place)
    const next = whereToGoOn(sheet, lastItem(place))
    this.#first ??= (next && themeOf(sheet, next)?.code) ?? ''
    return html`<div class="sheet-page">
      <h1>${sheet.round.title}</h1>
      <p class="lead">${this.#lead(sheet)}</p>
      <mv-sheet-status .place=${place} .sheet=${sheet} .isStale=${this.#desk.isStale}></mv-sheet-status>
      ${signedOffNotice(place, sheet)}
      <div class="sheet-head">${coverageLine(sheet)} ${this.#ways(sheet, next)}</div>
      ${this.#here(sheet)}
      <section aria-labelledby="sheet-list">
        <h2 id="sheet-list">${t(sheet.mayWrite ? 'sheet-list-title' : 'sheet-list-title-over')}</h2>
        ${filterBar(sheet, filter, this.#choose)}
        <mv-theme-list
          .place=${place}
          .sheet=${sheet}
          .filter=${filter}
          .first=${this.#first}
          @mv-filter=${(event: FilterEvent) => this.#choose(event.filter)}
        ></mv-theme-list>
      </section>
      ${this.#facts(sheet)}
    </div>`
  }

  #lead({ round }: CompanySheet): string {
    const { dueAt, state: now } = round
    const period = periodWords(round.period)
    if (now === 'draft') return t('sheet-lead-draft', { period })
    if (now !== 'open') return t('sheet-lead-over', { period })
    return dueAt === null ? t('sheet-lead', { period }) : t('sheet-lead-due', { period, day: formatDay(dueAt) })
  }

  #ways(sheet: CompanySheet, next: string | undefined): TemplateResult {
    const { place } = this.#desk
    if (!sheet.mayWrite)
      return html`<div class="sheet-go"><a class="button" href=${checkAddress(place)}>${t('sheet-go-read')}</a></div>`
    if (next === undefined)
      return html`<div class="sheet-go">
        <a class="button primary large" href=${checkAddress(place)}>${t('sheet-go-check')}</a>
        <a href=${signOffAddress(place)}>${t('sheet-go-sign-off')}</a>
      </div>`
    const isBegun =
      lastItem(place) !== undefined || sheet.items.some(({ id }) => standingOfItem(sheet, id) !== 'not-begun')
    return html`<div class="sheet-go">
      <a class="button primary large" href=${itemAddress(place, next)}>${t(isBegun ? 'sheet-go-on' : 'sheet-go-begin')}</a>
      <span class="hint">${t('sheet-go-where', { topic: topicOf(sheet, next) })}</span>
      <a href=${checkAddress(place)}>${t('sheet-go-check')}</a>
    </div>`
  }

  #facts(sheet: CompanySheet): TemplateResult | typeof nothing {
    if (!sheet.mayWrite || !sheet.takesFigures) return nothing
    const { org, round } = this.#desk.place
    return html`<p>
      <mv-facts-import .org=${org} .round=${round} .stored=${sheet.facts.length} @mv-facts=${() => this.#desk.refresh()}></mv-facts-import>
    </p>`
  }

  #here(sheet: CompanySheet): TemplateResult | typeof nothing {
    if (sheet.here.length === 0) return nothing
    const names = [...new Set(sheet.here.map(({ userId }) => nameOrGone(sheet, userId)))]
    return html`<p class="sheet-here">${t('sheet-here-now', { n: names.length, names: listWords(names) })}</p>`
  }

  readonly #choose = (filter: Filter) => {
    this.filter = filter
    keepFilter(this.#desk.place, filter)
  }
}
