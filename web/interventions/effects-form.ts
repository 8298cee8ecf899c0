import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Baseline, Projection } from '../../server/domain/projection.ts'
import { MvElement } from '../app/element.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { projectedMark, TOGETHER, type WholeRange } from '../charts/projection-model.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { inSentence } from '../results/words.ts'
import { interventionPath } from './agreements.ts'
import { draftLine } from './draft-line.ts'
import { effectDrafts, storedEffects } from './effect-drafts.ts'
import './effects-conflict.ts'
import { effectName } from './effect-words.ts'
import {
  type EffectsBody,
  type Expected,
  effectAt,
  isSplit,
  missingOfPrice,
  pricedDimensions,
  withExpected,
} from './effects.ts'
import { CONFIDENCES, EFFECTS, TERMS } from './lists.ts'
import { priceFields } from './price-fields.ts'
import { stepsField } from './steps-field.ts'

/** What the group expects of one intervention, capital by capital, and who pays the price. Saves itself; sends `mv-written`. */
@customElement('mv-effects-form')
export class EffectsForm extends MvElement {
  @property() org = ''
  @property({ attribute: false }) intervention!: Intervention
  @property({ attribute: false }) instrument!: InstrumentView
  /** The figures now, and as all interventions that count are expected to move them. */
  @property({ attribute: false }) baselines: Readonly<Record<string, Baseline>> = {}
  @property({ attribute: false }) projected: Readonly<Record<string, Projection>> = {}
  /** Capitals that are shown inside and outside apart, though the same is expected of both. */
  @state() private apart: ReadonlySet<string> = new Set()
  #names!: Names

  protected override render(): TemplateResult {
    this.#names = namesOf(this.instrument, locale())
    const { id } = this.intervention
    const drafts = effectDrafts()
    const body = this.#body()
    const missing = missingOfPrice(body)
    const state = drafts.stateOf(id)
    const isSafeHere = drafts.isLasting && (state === 'waiting' || state === 'refused')
    return html`<div class="effects-form" @focusout=${() => drafts.flush()}>
      ${state === 'conflict' ? html`<mv-effects-conflict .intervention=${id} .instrument=${this.instrument}></mv-effects-conflict>` : nothing}
      ${this.instrument.dimensions.map((code) => guard(this.#basisOf(code, body), () => this.#capital(code, body)))}
      ${priceFields({
        name: id,
        body,
        missing,
        dimensions: this.instrument.dimensions,
        nameOf: this.#names.dimension,
        onPrice: (price) => this.#write({ ...this.#body(), price }),
      })}
      ${missing && isSafeHere ? html`<p class="draft-line" role="status">${t('intervention-price-waits')}</p>` : draftLine(state, drafts.isLasting, drafts.refusalOf(id))}
    </div>`
  }

  #body(): EffectsBody {
    const stored = storedEffects(this.intervention)
    return effectDrafts().newestOf(this.intervention.id, stored)?.body ?? stored.body
  }

  #write({ effects, price }: EffectsBody): void {
    const { id, effectsRevision } = this.intervention
    const dimensions = pricedDimensions({ effects, price }, this.instrument.dimensions)
    const body = { effects, price: { ...price, dimensions } }
    void effectDrafts().keep(id, `${interventionPath(this.org, id)}/effects`, body, effectsRevision)
    // The page hands down what all expectations make of it, and with that this form is drawn again.
    this.dispatchEvent(new Event('mv-written', { bubbles: true }))
  }

  /** What the part of a capital follows from: when none of it changed, it is not drawn again. */
  #basisOf(code: string, body: EffectsBody): unknown[] {
    const { perspectives } = this.instrument
    const views = [TOGETHER, ...perspectives].map((view) => {
      const { now, range } = projectedMark(view, this.baselines[code], this.projected[code])
      return `${now} ${range?.low} ${range?.high}`
    })
    const own = body.effects.filter(({ dimension }) => dimension === code)
    const said = own.map(
      ({ perspective, effect, term, confidence }) => `${perspective} ${effect} ${term} ${confidence}`,
    )
    return [locale(), this.intervention.id, this.instrument, this.apart.has(code), said.join(), views.join()]
  }

  #capital(code: string, body: EffectsBody): TemplateResult {
    const { perspectives } = this.instrument
    const name = this.#names.dimension(code)
    const split = this.apart.has(code) || isSplit(body.effects, code, perspectives)
    const rows = split ? perspectives.map((one) => [one]) : [perspectives]
    return html`<div class="effect-capital" role="group" aria-labelledby="effect-${this.intervention.id}-${code}">
      <p class="effect-name" id="effect-${this.intervention.id}-${code}">${capitalIcon(code, name)} ${name}</p>
      ${rows.map((row) => this.#row(code, row, split, body))} ${this.#splitButton(code, split)}
    </div>`
  }

  #row(code: string, perspectives: readonly string[], split: boolean, body: EffectsBody): TemplateResult {
    const [first = ''] = perspectives
    const said = effectAt(body.effects, code, first)
    const side = split ? this.#names.perspective(first) : t('intervention-effect-both')
    const name = `effect-${this.intervention.id}-${code}-${split ? first : TOGETHER}`
    const write = (change: Partial<Expected>) => {
      // Asked now: this part may have been drawn before something else changed.
      const newest = this.#body()
      this.#write({ ...newest, effects: withExpected(newest.effects, code, perspectives, change) })
    }
    const legend = html`<span class="visually-hidden">${this.#names.dimension(code)}: </span>${
      perspectives.length === 1 && !split ? t('intervention-effect') : side
    }`
    return html`<div class="effect-row">
      ${stepsField({
        name,
        legend,
        steps: EFFECTS.map((step) => ({ value: String(step), label: effectName(step) })),
        chosen: said && String(said.effect),
        look: 'effect-steps',
        onChoose: (value) => write({ effect: Number(value) }),
      })}
      ${said && said.effect !== 0 ? this.#details(name, said, write) : nothing}
      ${this.#outcome(code, split ? first : TOGETHER)}
    </div>`
  }

  #details(name: string, said: Expected, write: (change: Partial<Expected>) => void): TemplateResult {
    return html`<div class="effect-details">
      <label for="${name}-term">${t('intervention-term')}</label>
      <select id="${name}-term" @change=${(event: Event) => write({ term: chosenOf(event, TERMS) ?? said.term })}>
        ${TERMS.map((term) => html`<option value=${term} ?selected=${said.term === term}>${t(`intervention-term-${term}`)}</option>`)}
      </select>
      <label for="${name}-confidence">${t('intervention-confidence')}</label>
      <select id="${name}-confidence" @change=${(event: Event) => write({ confidence: chosenOf(event, CONFIDENCES) ?? said.confidence })}>
        ${CONFIDENCES.map((one) => html`<option value=${one} ?selected=${said.confidence === one}>${t(`intervention-confidence-${one}`)}</option>`)}
      </select>
    </div>`
  }

  /** What all that counts in the picture does here, so that a phone need not scroll to the picture. */
  #outcome(code: string, view: string): TemplateResult | typeof nothing {
    const { now, range, moves } = projectedMark(view, this.baselines[code], this.projected[code])
    if (now === null || range === null) return nothing
    const words = pageWords()
    const text = moves
      ? t('intervention-effect-outcome', { now: words.number(now), later: rangeWords(range) })
      : t('intervention-effect-stays', { now: words.number(now) })
    return html`<p class="effect-outcome muted">${text}</p>`
  }

  #splitButton(code: string, split: boolean): TemplateResult | typeof nothing {
    const { perspectives } = this.instrument
    const [first = ''] = perspectives
    if (perspectives.length < 2) return nothing
    const capital = html`<span class="visually-hidden">: ${inSentence(this.#names.dimension(code))}</span>`
    if (!split) {
      return html`<button type="button" class="quiet" @click=${() => this.#setApart(code, true)}>${t('intervention-effect-split')}${capital}</button>`
    }
    return html`<button type="button" class="quiet" @click=${() => this.#join(code, first)}>${t('intervention-effect-join')}${capital}</button>`
  }

  /** What was said of the first perspective holds for all of them from now on. */
  #join(code: string, first: string): void {
    const body = this.#body()
    this.#setApart(code, false)
    const said = effectAt(body.effects, code, first)
    if (!said || !isSplit(body.effects, code, this.instrument.perspectives)) return
    const { effect, term, confidence } = said
    const { perspectives } = this.instrument
    this.#write({ ...body, effects: withExpected(body.effects, code, perspectives, { effect, term, confidence }) })
  }

  #setApart(code: string, isApart: boolean): void {
    const others = [...this.apart].filter((one) => one !== code)
    this.apart = new Set(isApart ? [...others, code] : others)
  }
}

function rangeWords({ low, high }: WholeRange): string {
  const words = pageWords()
  return low === high
    ? words.number(low)
    : t('intervention-range-words', { low: words.number(low), high: words.number(high) })
}

function chosenOf<Value extends string>({ target }: Event, values: readonly Value[]): Value | undefined {
  return target instanceof HTMLSelectElement ? values.find((value) => value === target.value) : undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-effects-form': EffectsForm
  }
}
