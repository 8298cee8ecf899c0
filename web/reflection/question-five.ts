import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './card.ts'
import { blankBody, shortText } from './card-body.ts'
import { cardDrafts } from './card-drafts.ts'
import { cardWords } from './card-reading.ts'
import { type Card, type CardTable, newCard } from './cards.ts'
import type { Desk } from './desk.ts'

/** More conditions than this nobody remembers, and the server takes no more. */
const MOST_CONDITIONS = 3

/**
 * Question 5: the bright spots side by side, and at most three conditions that they have in common. Bright spots go
 * under a condition by ticking them and pressing a button, or by dragging; both do the same.
 */
@customElement('mv-question-five')
export class QuestionFive extends MvElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) table!: CardTable
  /** Of the desk: it renders again when the page does. */
  @property({ attribute: false }) turn = 0
  @state() private chosen: ReadonlySet<string> = new Set()
  /** The condition that something is dragged over; '' is "none". */
  @state() private over: string | undefined
  #composerId = ''

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.#composerId) this.table.release(this.#composerId)
    this.#composerId = ''
  }

  protected override render(): TemplateResult | typeof nothing {
    const { guide, mayWrite } = this.desk
    if (!guide) return nothing
    const conditions = this.table.of(5, 'condition')
    const spots = this.table.of(4, 'bright-spot')
    const loose = spots.filter(({ groupId }) => !conditions.some(({ id }) => id === groupId))
    return html`<div class="five-board" @mv-card=${this.#onCard}>
      <section aria-labelledby="conditions-heading">
        <h2 id="conditions-heading">${t('reflection-five-conditions')}</h2>
        ${conditions.length === 0 && !mayWrite ? html`<p class="muted">${t('reflection-cards-none')}</p>` : nothing}
        <ol class="five-conditions">
          ${repeat(
            conditions,
            ({ id }) => id,
            (condition, at) => this.#condition(condition, at + 1, spots, guide),
          )}
        </ol>
        ${mayWrite ? this.#another(conditions.length) : nothing}
      </section>
      <section aria-labelledby="spots-heading">
        <h2 id="spots-heading">${t('reflection-five-spots')}</h2>
        ${spots.length === 0 ? this.#noSpots() : nothing} ${mayWrite && spots.length > 0 ? this.#grouping(conditions) : nothing}
        ${this.#zone('', loose, guide)}
        ${spots.length > 0 && loose.length === 0 ? html`<p class="muted">${t('reflection-five-all-grouped')}</p>` : nothing}
      </section>
    </div>`
  }

  #noSpots(): TemplateResult {
    const { org, reflection } = this.desk.place
    return html`<p class="muted">${t('reflection-five-no-spots')}</p>
      <p><a href="/o/${org}/reflections/${reflection}/q/4">${t('reflection-five-to-four')}</a></p>`
  }

  #condition(condition: Card, number: number, spots: readonly Card[], guide: GuideTexts): TemplateResult {
    const mine = spots.filter(({ groupId }) => groupId === condition.id)
    return html`<li class="five-condition">
      <h3>${t('reflection-five-condition', { number })}</h3>
      <mv-reflection-card .card=${condition} .desk=${this.desk} .table=${this.table} .label=${t('reflection-five-condition', { number })}></mv-reflection-card>
      ${this.#zone(condition.id, mine, guide)}
    </li>`
  }

  #another(count: number): TemplateResult {
    if (count >= MOST_CONDITIONS) return html`<p class="muted">${t('reflection-five-enough')}</p>`
    this.#composerId ||= this.table.compose()
    return html`<mv-reflection-card
      class="composer"
      .card=${newCard(this.#composerId, 5, blankBody('condition'))}
      .desk=${this.desk}
      .table=${this.table}
      .label=${t('reflection-five-new')}
      .mode=${'composer'}
    ></mv-reflection-card>`
  }

  /** Where bright spots lie and can be dropped; `into` '' is no condition. */
  #zone(into: string, spots: readonly Card[], guide: GuideTexts): TemplateResult {
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      this.over = undefined
      const id = event.dataTransfer?.getData('text/plain') ?? ''
      if (this.table.of(4, 'bright-spot').some((card) => card.id === id)) void this.#group([id], into)
    }
    const onDragOver = (event: DragEvent) => {
      if (!this.desk.mayWrite) return
      event.preventDefault()
      this.over = into
    }
    return html`<ul
      class="talk-cards zone ${this.over === into ? 'is-over' : ''}"
      @dragover=${onDragOver}
      @dragleave=${() => (this.over = undefined)}
      @drop=${onDrop}
    >
      ${into !== '' && spots.length === 0 ? html`<li class="muted">${t('reflection-five-empty')}</li>` : nothing}
      ${repeat(
        spots,
        ({ id }) => id,
        (spot) => this.#spot(spot, guide),
      )}
    </ul>`
  }

  #spot({ id, body }: Card, guide: GuideTexts): TemplateResult {
    const { mayWrite } = this.desk
    const onDragStart = (event: DragEvent) => event.dataTransfer?.setData('text/plain', id)
    const toggle = (event: Event) => {
      const isOn = event.target instanceof HTMLInputElement && event.target.checked
      const others = [...this.chosen].filter((one) => one !== id)
      this.chosen = new Set(isOn ? [...others, id] : others)
    }
    return html`<li class="talk-card spot" draggable=${mayWrite ? 'true' : 'false'} @dragstart=${onDragStart}>
      ${
        mayWrite
          ? html`<label class="spot-tick"><input type="checkbox" .checked=${this.chosen.has(id)} @change=${toggle} />
              <span class="visually-hidden">${t('reflection-five-tick', { text: shortText(body) })}</span></label>`
          : nothing
      }
      <div>${cardWords(body, guide)}</div>
    </li>`
  }

  #grouping(conditions: readonly Card[]): TemplateResult {
    const number = this.chosen.size
    return html`<div class="grouping" role="group" aria-label=${t('reflection-five-grouping')}>
      <p class="muted" role="status">${t('reflection-five-chosen', { n: number })}</p>
      ${conditions.map(
        (condition, at) => html`<button type="button" @click=${() => void this.#groupChosen(condition.id)}>
          ${t('reflection-five-under', { number: at + 1, text: shortText(condition.body) })}
        </button>`,
      )}
      <button type="button" class="quiet" @click=${() => void this.#groupChosen('')}>${t('reflection-five-loose')}</button>
    </div>`
  }

  #groupChosen(into: string): Promise<void> | void {
    if (this.chosen.size === 0) return this.desk.say(t('reflection-five-choose-first'))
    return this.#group([...this.chosen], into)
  }

  async #group(entryIds: readonly string[], into: string): Promise<void> {
    const groupId = into === '' ? null : into
    await Promise.all([...entryIds, ...(groupId ? [groupId] : [])].map((id) => cardDrafts().settled(id)))
    const isDone = await this.desk.act(
      (path) => call<void>('PUT', `${path}/groups`, { entryIds, groupId }),
      (reflection) => ({
        ...reflection,
        entries: reflection.entries.map((entry) => (entryIds.includes(entry.id) ? { ...entry, groupId } : entry)),
      }),
    )
    if (!isDone) return
    this.chosen = new Set()
    this.desk.say(t(groupId ? 'reflection-five-grouped' : 'reflection-five-ungrouped', { n: entryIds.length }))
  }

  readonly #onCard = (event: Event) => {
    event.stopPropagation()
    if (!('id' in event) || event.id !== this.#composerId) return this.requestUpdate()
    this.table.release(this.#composerId)
    this.#composerId = this.table.compose()
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.composer textarea')?.focus())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-question-five': QuestionFive
  }
}
