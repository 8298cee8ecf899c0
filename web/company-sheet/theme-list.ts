import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { MvElement } from '../app/element.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { itemAddress, type SheetPlace } from './addresses.ts'
import { hasEvidence } from './consistency.ts'
import { EVERYTHING, type Filter, isFiltering, passes } from './filtering.ts'
import { certaintyWords, listWords, nameOrGone, standingWords, themeName, topicOf } from './sheet-words.ts'
import { hasConflict, peopleAt, standingOfItem, standingOfTheme } from './standing.ts'

type Theme = CompanySheet['themes'][number]

/** Somebody wants to see other questions of the task list. */
export class FilterEvent extends Event {
  readonly filter: Filter

  constructor(filter: Filter) {
    super('mv-filter', { bubbles: true })
    this.filter = filter
  }
}

/** The task list: themes with how far each is in words, and in them the questions, each a way in. Never a score. */
@customElement('mv-theme-list')
export class ThemeList extends MvElement {
  @property({ attribute: false }) place!: SheetPlace
  @property({ attribute: false }) sheet!: CompanySheet
  @property({ attribute: false }) filter: Filter = EVERYTHING
  /** The theme that stands open at first. */
  @property({ attribute: false }) first: string | undefined
  /** What the reader opened and closed. */
  @state() private opened: ReadonlyMap<string, boolean> = new Map()

  protected override render(): TemplateResult {
    const themes = this.sheet.themes.filter((theme) => this.#shownOf(theme).length > 0)
    if (themes.length === 0) return this.#nothingFound()
    return html`<ul class="sheet-themes">
      ${repeat(
        themes,
        ({ code }) => code,
        (theme) => html`<li>${this.#theme(theme)}</li>`,
      )}
    </ul>`
  }

  #theme(theme: Theme): TemplateResult {
    const { sheet } = this
    const standing = standingOfTheme(sheet, theme)
    const done = theme.items.filter((itemId) => standingOfItem(sheet, itemId) === 'done').length
    const isOpen = this.opened.get(theme.code) ?? (isFiltering(this.filter) || theme.code === this.first)
    const toggle = (event: Event) => {
      event.preventDefault()
      this.opened = new Map([...this.opened, [theme.code, !isOpen]])
    }
    return html`<details class="sheet-theme" .open=${isOpen}>
      <summary @click=${toggle}>
        <span class="sheet-theme-words">
          <span class="sheet-theme-name">${themeName(sheet, theme.code)}</span>
          <span class="sheet-theme-side">${t('sheet-theme-counts', { done, total: theme.items.length })}${this.#conflicts(theme)}</span>
          ${this.#here(theme)}
        </span>
        <span class="sheet-standing is-${standing}">${standingWords(sheet, standing)}</span>
      </summary>
      <ul class="sheet-rows">
        ${repeat(
          this.#shownOf(theme),
          (itemId) => itemId,
          (itemId) => this.#row(itemId),
        )}
      </ul>
    </details>`
  }

  #conflicts({ items }: Theme): string {
    const n = items.filter((itemId) => hasConflict(this.sheet, itemId)).length
    return n === 0 ? '' : `, ${t('sheet-theme-conflicts', { n })}`
  }

  #here({ items }: Theme): TemplateResult | typeof nothing {
    const people = items.flatMap((itemId) => peopleAt(this.sheet, itemId))
    if (people.length === 0) return nothing
    const names = listWords(people.map((id) => nameOrGone(this.sheet, id)))
    return html`<span class="sheet-here">${t('sheet-here-theme', { n: people.length, names })}</span>`
  }

  #row(itemId: string): TemplateResult {
    const { sheet } = this
    const standing = standingOfItem(sheet, itemId)
    return html`<li>
      <span class="sheet-row-words">
        <a href=${itemAddress(this.place, itemId)}>${topicOf(sheet, itemId)}</a>
        ${this.#beside(itemId)}
      </span>
      ${
        hasConflict(sheet, itemId)
          ? html`<span class="sheet-standing is-conflict">${t('sheet-standing-conflict')}</span>`
          : html`<span class="sheet-standing is-${standing}">${standingWords(sheet, standing)}</span>`
      }
    </li>`
  }

  /** Who has it, how sure the team is, whether something shows it, and who is there now: in one quiet line. */
  #beside(itemId: string): TemplateResult | typeof nothing {
    const { sheet } = this
    const work = sheet.work[itemId]
    const assigned = work?.assignedTo ?? null
    const words = [
      assigned === null
        ? ''
        : assigned === sheet.me
          ? t('sheet-row-mine')
          : t('sheet-row-assigned', { name: nameOrGone(sheet, assigned) }),
      work?.certainty ? certaintyWords(work.certainty) : '',
      hasEvidence(sheet, itemId) ? t('sheet-row-evidence') : '',
    ].filter((one) => one !== '')
    const people = peopleAt(sheet, itemId).map((id) => nameOrGone(sheet, id))
    if (words.length === 0 && people.length === 0) return nothing
    return html`<span class="sheet-row-side">
      ${words.map((one) => html`<span>${one}</span>`)}
      ${people.length > 0 ? html`<span class="sheet-here">${t('sheet-here-item', { n: people.length, names: listWords(people) })}</span>` : nothing}
    </span>`
  }

  #nothingFound(): TemplateResult {
    const all = () => this.dispatchEvent(new FilterEvent(EVERYTHING))
    return emptyState(
      t(`sheet-empty-${this.filter.certainty === 'any' ? this.filter.which : 'certainty'}`),
      html`<button type="button" @click=${all}>${t('sheet-empty-all')}</button>`,
    )
  }

  #shownOf({ items }: Theme): readonly string[] {
    return items.filter((itemId) => passes(this.sheet, itemId, this.filter))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-theme-list': ThemeList
  }
  interface HTMLElementEventMap {
    'mv-filter': FilterEvent
  }
}
