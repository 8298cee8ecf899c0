import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import type { Scene, Workshop } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { laterIn } from '../results/horizon-words.ts'
import { stepsApart, whyNoWord } from '../results/item-words.ts'
import { isBetweenPoles, sideWords, stepsOf } from '../results/lines.ts'
import { wayNames } from '../results/lines-headline.ts'
import '../results/lines-texts.ts'
import { horizonsIn } from '../results/missing.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { type View, viewsOf } from '../results/views.ts'
import { inSentence } from '../results/words.ts'
import { EXPLORE_ORDERS, type ExploreOrder, type ExploreRow, exploreRows, ordersOf } from './explore-order.ts'
import { sceneWords } from './scene-words.ts'
import { showButton } from './show-button.ts'
import { MOST_CHOSEN } from './vote-start.ts'

/**
 * What the facilitator sees alone after the reveal: every item in an order to choose, to put on the wall or into a
 * second vote, and the other pictures. It has the same figures as everybody: the released ones.
 */
@customElement('mv-run-explore')
export class RunExplore extends MvElement {
  @property({ attribute: false }) results!: Results
  @property({ attribute: false }) instrument!: InstrumentView
  @property({ attribute: false }) workshop!: Workshop
  @state() private order: ExploreOrder = 'divided'
  @state() private chosenHorizon: string | undefined
  @state() private chosen: readonly string[] = []

  protected override render() {
    const horizons = horizonsIn(this.results, this.instrument.horizons)
    const horizon = horizons.find((code) => code === this.chosenHorizon) ?? horizons[0]
    if (horizon === undefined) return html`<p>${t('workshop-explore-nothing')}</p>`
    const names = namesOf(this.instrument, locale())
    const rows = exploreRows(this.results, horizon, this.order, horizons)
    return html`<section class="explore" aria-labelledby="explore-heading">
      <div class="section-head">
        <h2 id="explore-heading">${t('workshop-explore-title')}</h2>
        <p class="muted">${t('workshop-explore-private')}</p>
      </div>
      <div class="explore-tools">${this.#orders(horizons)} ${horizons.length > 1 ? this.#horizons(horizons, horizon, names) : nothing}</div>
      <div class="explore-columns">
        <ul class="rows explore-rows">
          ${rows.map((row) => this.#row(row, names, horizons))}
        </ul>
        <div>${this.#pictures(horizons)}</div>
      </div>
      <mv-vote-start
        class=${this.chosen.length > 0 ? 'is-needed' : ''}
        .chosen=${this.chosen}
        .horizons=${horizons}
        .instrument=${this.instrument}
        .isRunning=${this.workshop.votes.some(({ isRevealed }) => !isRevealed)}
        @mv-command=${() => (this.chosen = [])}
      ></mv-vote-start>
    </section>`
  }

  #orders(horizons: readonly string[]): TemplateResult {
    return html`<label>
      ${t('workshop-explore-order')}
      <select @change=${(event: Event) => (this.order = orderOf(event) ?? this.order)}>
        ${ordersOf(horizons, this.instrument).map(
          (order) =>
            html`<option value=${order} ?selected=${order === this.order}>${this.#orderName(order, horizons)}</option>`,
        )}
      </select>
    </label>`
  }

  #orderName(order: ExploreOrder, horizons: readonly string[]): string {
    const isExpected = this.instrument.scores && laterIn(horizons).later === 'ahead'
    if (order !== 'ahead' || isExpected) return t(`workshop-explore-order-${order}`)
    return t('workshop-explore-order-way', wayNames(horizons, namesOf(this.instrument, locale())))
  }

  #horizons(horizons: readonly string[], chosen: string, names: Names): TemplateResult {
    return html`<fieldset class="views">
      <legend class="visually-hidden">${t('workshop-explore-horizon')}</legend>
      ${horizons.map(
        (horizon) => html`<label class="view">
          <input
            type="radio"
            name="explore-horizon"
            value=${horizon}
            .checked=${live(horizon === chosen)}
            @change=${() => (this.chosenHorizon = horizon)}
          />
          ${names.horizon(horizon)}
        </label>`,
      )}
    </fieldset>`
  }

  #row({ item, points }: ExploreRow, names: Names, horizons: readonly string[]): TemplateResult {
    const topic = names.topic(item.itemId)
    const scene: Scene = { kind: 'item', itemId: item.itemId, horizon: item.horizon }
    return html`<li>
      <label class="choice explore-pick">
        <input
          type="checkbox"
          .checked=${live(this.chosen.includes(item.itemId))}
          aria-label=${t('workshop-explore-choose', { topic })}
          @change=${() => this.#toggle(item.itemId)}
        />
        <span>
          <strong>${topic}</strong>
          ${this.instrument.scores ? place(item, names) : nothing}
        </span>
      </label>
      <div class="row-side">
        <span class="explore-figure">${this.#figure(item, points, names, horizons)}</span>
        ${showButton(scene, topic, this.workshop.room)}
      </div>
    </li>`
  }

  #figure(item: ItemResult, points: number | null, names: Names, horizons: readonly string[]): TemplateResult {
    if (this.order === 'divided') return this.#agreement(item)
    if (points === null) return html`<span class="absent">${t('workshop-explore-no-figure')}</span>`
    if (this.order === 'lowest') return html`${t('workshop-explore-score', { n: points })}`
    const steps = isBetweenPoles(this.instrument) ? stepsOf(points, 0, this.instrument) : null
    if (steps !== null) return html`${sideWords(steps, 'lines-gap', pageWords())}`
    const [first = '', second = ''] = (
      this.order === 'sides'
        ? this.instrument.perspectives.map(names.perspective)
        : horizons.slice(0, 2).map(names.horizon)
    ).map(inSentence)
    return html`${t(`workshop-explore-${this.order}`, {
      n: Math.abs(points),
      direction: points > 0 ? 'up' : points < 0 ? 'down' : 'same',
      dimension: names.dimension(item.dimension),
      first,
      second,
    })}`
  }

  #agreement(item: ItemResult): TemplateResult {
    const { word } = item.agreement
    if (word === null) return html`<span class="absent">${whyNoWord(this.results, item, pageWords())}</span>`
    return html`<span class="word word-${word}">${t(`results-word-${word}`)}</span>
      <span class="steps-apart">${stepsApart(item, pageWords())}</span>`
  }

  /** Everything else that the wall can show of this release. */
  #pictures(horizons: readonly string[]): TemplateResult {
    const views = viewsOf(this.results, this.instrument)
    const own = views.slice(0, 1).map(({ code }): Scene => ({ kind: 'pairs', view: code }))
    const divided = horizons.map((horizon): Scene => ({ kind: 'divided', horizon }))
    const scenes: Scene[] = this.instrument.scores ? this.#scenes(divided, views, horizons) : [...divided, ...own]
    return html`<h3>${t('workshop-explore-pictures')}</h3>
      <ul class="rows explore-pictures">
        ${scenes.map((scene) => {
          const words = sceneWords(scene, this.instrument)
          return html`<li><span>${words}</span> ${showButton(scene, words, this.workshop.room)}</li>`
        })}
      </ul>`
  }

  #scenes(divided: readonly Scene[], views: readonly View[], horizons: readonly string[]): Scene[] {
    return [
      ...divided,
      ...views.map(({ code }): Scene => ({ kind: 'radar', view: code })),
      ...views.flatMap(({ kind, code }): Scene[] => (kind === 'one' ? [] : [{ kind: 'pairs', view: code }])),
      ...(this.workshop.round.groups.length > 1 ? horizons.map((horizon): Scene => ({ kind: 'groups', horizon })) : []),
    ]
  }

  #toggle(itemId: string): void {
    const others = this.chosen.filter((other) => other !== itemId)
    const isNew = others.length === this.chosen.length
    this.chosen = isNew && others.length < MOST_CHOSEN ? [...others, itemId] : others
  }
}

function orderOf({ target }: Event): ExploreOrder | undefined {
  return target instanceof HTMLSelectElement ? EXPLORE_ORDERS.find((order) => order === target.value) : undefined
}

/** Which capital an item feeds, from which side. */
function place({ dimension, perspective }: ItemResult, names: Names): TemplateResult {
  return html`<span class="hint">${capitalIcon(dimension, names.dimension(dimension))} ${names.dimension(dimension)}, ${inSentence(names.perspective(perspective))}</span>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-explore': RunExplore
  }
}
