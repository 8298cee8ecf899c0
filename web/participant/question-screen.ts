import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { ResponseView } from '../../server/contract/responses.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { AnswerChangeEvent, AnswerField, Step } from './answer-field.ts'
import './answer-field.ts'
import './save-line.ts'
import { textsOf } from './item-texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { fragmentOf, type Place } from './place.ts'

type Item = ResponseView['items'][number]

/** One question, with a field for each horizon that the round asks about. */
@customElement('mv-question-screen')
export class QuestionScreen extends ParticipantScreen {
  @query('form') private form!: HTMLFormElement

  override connectedCallback(): void {
    super.connectedCallback()
    // A click beside the answers puts the focus here, so that the keys work and only while the question has the focus.
    this.tabIndex = -1
    this.addEventListener('keydown', this.#press)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('keydown', this.#press)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, place } = this.state
    const item = 'index' in place ? view?.items[place.index] : undefined
    if (!view || !item || !('index' in place)) return nothing
    const number = place.index + 1
    const total = view.items.length
    return html`<form class="screen question" novalidate @submit=${this.#next}>
      <progress max=${total} value=${number} aria-label=${t('participant-question-progress')}></progress>
      <h1 tabindex="-1">
        <span class="caption">${t('participant-question-caption', { number, total })}</span>
        ${textsOf(item).question}
      </h1>
      ${keyed(item.id, this.#fields(item, view))}
      <mv-save-line .subject=${item.id} .whereabouts=${this.state.answers.whereabouts(item.id, view.round.horizons)} .refusal=${this.state.answers.refusalOf(item.id)}></mv-save-line>
      ${this.#ways(place.index, total, place.screen === 'change')}
      <p class="hint keys">${t(isBetween(view) ? 'participant-question-keys-between' : 'participant-question-keys', { from: view.round.scale.min, to: view.round.scale.max })}</p>
    </form>`
  }

  #fields(item: Item, view: ResponseView): TemplateResult {
    const { explanation, example } = textsOf(item)
    const hasHelp = explanation !== '' || example !== ''
    return html`${
      hasHelp
        ? html`<details>
            <summary>${t('participant-question-help')}</summary>
            ${explanation === '' ? nothing : html`<p>${explanation}</p>`}
            ${example === '' ? nothing : html`<p><strong>${t('participant-question-example')}.</strong> ${example}</p>`}
          </details>`
        : nothing
    }
      <div class="horizons">${view.round.horizons.map((horizon) => this.#field(item, horizon, view))}</div>`
  }

  #field(item: Item, horizon: string, view: ResponseView): TemplateResult {
    const slot = { itemId: item.id, horizon }
    return html`<mv-answer-field
      .name=${`${item.id}-${horizon}`}
      .legend=${view.stems[locale()][horizon] ?? ''}
      .steps=${stepsOf(item, view)}
      .isBetween=${isBetween(view)}
      .answer=${this.state.answers.get(slot)}
      .note=${this.state.room?.noteAt(slot) ?? ''}
      @mv-answer-change=${(event: AnswerChangeEvent) => void this.state.answers.give(slot, event.answer)}
    ></mv-answer-field>`
  }

  #ways(index: number, total: number, isChange: boolean): TemplateResult {
    if (isChange) {
      return html`<div class="ways">
        <button type="submit" class="primary wide">${t('participant-question-return')}</button>
      </div>`
    }
    const isLast = index + 1 === total
    return html`<div class="ways">
      <button type="submit" class="primary wide">
        ${t(isLast ? 'participant-question-last' : 'participant-question-next')}
      </button>
      ${index > 0 ? html`<a class="button quiet" href=${questionAt(index - 1)}>${t('participant-question-back')}</a>` : html`<span></span>`}
      ${this.#isAnswered() ? nothing : html`<a class="button quiet" href=${fragmentOf(this.#following())}>${t('participant-question-skip')}</a>`}
    </div>`
  }

  #isAnswered(): boolean {
    const { view, place } = this.state
    const itemId = 'index' in place ? view?.items[place.index]?.id : undefined
    if (!view || itemId === undefined) return false
    return view.round.horizons.every((horizon) => this.state.answers.get({ itemId, horizon }) !== undefined)
  }

  #following(): Place {
    const { view, place } = this.state
    const index = place.screen === 'question' ? place.index + 1 : (view?.items.length ?? 0)
    return index < (view?.items.length ?? 0) ? { screen: 'question', index } : { screen: 'check' }
  }

  #next(event: Event): void {
    event.preventDefault()
    location.hash = fragmentOf(this.#following())
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const { target } = event
    if (!(target instanceof HTMLElement) || target.matches('input[type="text"]')) return
    if (event.key === 'Enter' && !target.closest('button, a, summary, input')) {
      event.preventDefault()
      this.form.requestSubmit()
    }
    if (/^\d$/.test(event.key) && this.#choose(Number(event.key))) event.preventDefault()
  }

  #choose(digit: number): boolean {
    const fields = [...this.querySelectorAll<AnswerField>('mv-answer-field')]
    const current =
      fields.find((field) => field.contains(document.activeElement)) ??
      fields.find((field) => field.answer === undefined) ??
      fields[0]
    return current?.choose(digit === 0 ? 'unknown' : digit) ?? false
  }
}

function isBetween({ round }: ResponseView): boolean {
  return round.scale.kind === 'bipolar'
}

function stepsOf(item: Item, view: ResponseView): Step[] {
  const { min, max } = view.round.scale
  return Array.from({ length: max - min + 1 }, (_, step) => {
    const rating = min + step
    const words = view.steps[locale()][String(rating)] ?? ''
    return { rating, words, anchor: textsOf(item).anchors[String(rating)] }
  })
}

function questionAt(index: number): string {
  return fragmentOf({ screen: 'question', index })
}
