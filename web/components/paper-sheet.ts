import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../pages/paper-texts.ts'
import '../pages/round-texts.ts'

type Item = InstrumentView['items'][number]

/**
 * A questionnaire on paper: what a phone asks, in the same order, with circles to tick. Like the phone it says nothing
 * of what a question feeds.
 */
@customElement('mv-paper-sheet')
export class PaperSheet extends MvElement {
  @property({ attribute: false }) round: Round | undefined
  @property({ attribute: false }) instrument: InstrumentView | undefined
  /** Ids of what the round asks, in asked order. */
  @property({ attribute: false }) itemIds: readonly string[] = []

  protected override render() {
    const { round, instrument } = this
    if (!round || !instrument) return nothing
    const items = this.itemIds.flatMap((id) => instrument.items.find((item) => item.id === id) ?? [])
    return html`<div class="paper">
      ${top(round)} ${how(round, instrument)}
      <ol class="paper-items">
        ${items.map((item, index) => question(item, index + 1, round, instrument))}
      </ol>
    </div>`
  }
}

function top(round: Round): TemplateResult {
  return html`<p class="paper-round">${round.title}</p>
    <p class="paper-mode">${t(`paper-sheet-${round.mode}`)}</p>
    ${round.mode === 'open' ? html`<p class="paper-name"><span>${t('paper-sheet-name')}</span></p>` : nothing}
    ${
      round.groups.length === 0
        ? nothing
        : html`<p>${t('paper-sheet-group')}</p>
            <ul class="paper-groups">
              ${round.groups.map((group) => html`<li><span class="circle"></span>${t(`round-group-${group}`)}</li>`)}
            </ul>`
    }`
}

/** What helps to choose: the words of two poles, those of every step, both, or sentences at some of the steps. */
function kindOf({ scale, scores, items }: InstrumentView): 'between' | 'words' | 'steps' | 'anchors' {
  if (scale.kind === 'bipolar') return 'between'
  const hasAnchors = items.some(({ texts }) => Object.keys(texts[locale()].anchors).length > 0)
  // The instruction names the steps 1, 3 and 5: on another scale, or without sentences, the words of the steps do.
  if (!hasAnchors || scale.min !== 1 || scale.max !== 5) return 'words'
  return scores ? 'anchors' : 'steps'
}

function how({ horizons }: Round, instrument: InstrumentView): TemplateResult {
  const { horizons: horizonNames } = instrument.names[locale()]
  return html`<p class="paper-how">
      ${t('paper-sheet-how', { kind: kindOf(instrument) })} ${meanings(instrument)} ${t('paper-sheet-not-applicable-long')}
    </p>
    <ul class="paper-horizons">
      ${horizons.map((horizon) => {
        const { name, stem } = horizonNames[horizon] ?? { name: horizon, stem: '' }
        return horizons.length > 1 ? html`<li><strong>${name}:</strong> ${stem}</li>` : html`<li>${stem}</li>`
      })}
    </ul>`
}

/** What the named steps stand for; nothing between two poles, where no step has a name of its own. */
function meanings(instrument: InstrumentView): string {
  const { names, scale } = instrument
  const kind = kindOf(instrument)
  if (kind === 'between') return ''
  const { scale: words } = names[locale()]
  const meant = kind !== 'anchors' ? stepsOf(instrument) : [scale.min, (scale.min + scale.max) / 2, scale.max]
  const known = meant.filter((step) => words[step] !== undefined)
  return `${known.map((step) => t('paper-sheet-step', { step, words: (words[step] ?? '').toLowerCase() })).join(', ')}.`
}

function stepsOf({ scale }: InstrumentView): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index)
}

/** A line between two poles: circles without a number, because none is more than another. */
function line(item: Item, number: number, round: Round, instrument: InstrumentView): TemplateResult {
  const { question, anchors } = item.texts[locale()]
  const { min, max } = instrument.scale
  return html`<li class="paper-item is-between">
    <p class="paper-question"><b>${number}.</b> ${question}</p>
    ${round.horizons.map(
      (horizon) => html`<div class="paper-line">
        <b>${round.horizons.length > 1 ? (instrument.names[locale()].horizons[horizon]?.name ?? horizon) : nothing}</b>
        <span class="paper-pole">${anchors[min]}</span>
        <span class="paper-circles">${stepsOf(instrument).map(() => html`<span class="circle"></span>`)}</span>
        <span>${anchors[max]}</span>
        <span class="paper-circles">${others()}</span>
      </div>`,
    )}
  </li>`
}

function others(): TemplateResult {
  return html`<span class="paper-other"><span class="circle is-small"></span>${t('paper-sheet-unknown')}</span>
    <span class="paper-other"><span class="circle is-small"></span>${t('paper-sheet-not-applicable')}</span>`
}

function question(item: Item, number: number, round: Round, instrument: InstrumentView): TemplateResult {
  if (kindOf(instrument) === 'between') return line(item, number, round, instrument)
  const { names } = instrument
  const texts = item.texts[locale()]
  const steps = stepsOf(instrument)
  return html`<li class="paper-item">
    <div>
      <p class="paper-question"><b>${number}.</b> ${texts.question}</p>
      <ul class="paper-anchors">
        ${Object.entries(texts.anchors).map(([step, words]) => html`<li><b>${step}</b> ${words}</li>`)}
      </ul>
    </div>
    <div class="paper-answers">
      ${round.horizons.map((horizon) => {
        const name = names[locale()].horizons[horizon]?.name ?? horizon
        return html`${round.horizons.length > 1 ? html`<p class="paper-horizon">${name}</p>` : nothing}
          <div class="paper-circles">
            ${steps.map((step) => html`<span class="circle">${step}</span>`)}
            ${others()}
          </div>`
      })}
    </div>
  </li>`
}
