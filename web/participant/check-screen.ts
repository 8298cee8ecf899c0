import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ResponseView } from '../../server/contract/responses.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { answerWords } from './answer-words.ts'
import { cloudIcon } from './icons.ts'
import { textsOf } from './item-texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { fragmentOf } from './place.ts'
import { problemText } from './problem-text.ts'

/** All answers in one list, with what is empty, what is unsent and what was refused. */
@customElement('mv-check-screen')
export class CheckScreen extends ParticipantScreen {
  protected override render(): TemplateResult | typeof nothing {
    const { view } = this.state
    if (!view) return nothing
    return html`<div class="screen">
      <h1 tabindex="-1">${t('participant-check-title')}</h1>
      ${this.#missing(view)} ${this.#unsent()} ${this.#refused(view)}
      <ol class="answers">${view.items.map((item, index) => this.#row(item, index, view))}</ol>
      <div class="ways">
        <button type="button" class="primary wide" @click=${this.#finish}>${t('participant-check-done')}</button>
        <a class="button quiet" href=${questionAt('question', view.items.length - 1)}>${t('participant-check-back')}</a>
      </div>
      <p class="hint">${t('participant-check-done-hint')}</p>
    </div>`
  }

  /** The link that changes one question, counted from 0: where somebody goes on who comes back from changing it. */
  changeLinkOf(index: number): HTMLElement | null {
    return this.querySelector(`.answers-change[href="${questionAt('change', index)}"]`)
  }

  #missing(view: ResponseView): TemplateResult {
    const empty = view.items.map((item) => this.#emptyHorizons(item.id, view))
    const n = empty.reduce((sum, one) => sum + one, 0)
    if (n === 0) return html`<p class="lead">${t('participant-check-complete')}</p>`
    const first = empty.findIndex((one) => one > 0)
    return html`<p class="lead">${t('participant-check-missing', { n })}</p>
      <p><a class="button" href=${questionAt('change', first)}>${t('participant-check-first-missing')}</a></p>`
  }

  #unsent(): TemplateResult | typeof nothing {
    const { isLasting } = this.state
    const { unsent } = this.state.answers
    if (unsent.length === 0) return nothing
    return html`<section class="notice warning" aria-labelledby="unsent-title">
      <h2 id="unsent-title">${t('participant-check-unsent', { n: unsent.length })}</h2>
      <p>${t(isLasting ? 'participant-check-unsent-lead' : 'participant-check-unsent-held')}</p>
      <button type="button" @click=${() => this.state.sendNow()}>${t('participant-check-send')}</button>
    </section>`
  }

  #refused(view: ResponseView): TemplateResult | typeof nothing {
    const { refused } = this.state.answers
    if (refused.length === 0) return nothing
    return html`<section class="notice refused" aria-labelledby="refused-title">
      <h2 id="refused-title">${t('participant-check-refused', { n: refused.length })}</h2>
      <ul>
        ${refused.map(({ operation, refusal }) => {
          const index = view.items.findIndex((item) => item.id === operation.itemId)
          const text = refusal === 'conflict' ? t('participant-saved-conflict') : problemText(refusal ?? 'internal')
          if (index < 0) return html`<li>${text}</li>`
          return html`<li>
            <a href=${questionAt('change', index)}>${t('participant-check-question', { number: index + 1 })}</a>: ${text}
          </li>`
        })}
      </ul>
    </section>`
  }

  #row(item: ResponseView['items'][number], index: number, view: ResponseView): TemplateResult {
    const number = index + 1
    return html`<li>
      <p class="answers-question"><span class="caption">${t('participant-check-question', { number })}</span> ${textsOf(item).question}</p>
      ${view.round.horizons.map((horizon) => this.#answer(item.id, horizon, view))}
      <a class="answers-change" href=${questionAt('change', index)} aria-label=${t('participant-check-change-which', { number })}>
        ${t('participant-check-change')}
      </a>
    </li>`
  }

  #answer(itemId: string, horizon: string, view: ResponseView): TemplateResult {
    const answer = this.state.answers.get({ itemId, horizon })
    const stem = view.stems[locale()][horizon] ?? ''
    const isUnsent = this.state.answers.unsent.some(
      ({ operation }) => operation.itemId === itemId && operation.horizon === horizon,
    )
    const kind = answer === undefined ? 'unanswered' : 'rating' in answer ? 'rating' : 'missing'
    return html`<p class="answers-answer" data-kind=${kind}>
      ${view.round.horizons.length > 1 ? html`<span class="answers-stem">${stem}</span>` : nothing}
      <span class="answers-words">${answerWords(answer, view, itemId)}</span>
      ${isUnsent ? html`<span class="answers-unsent">${cloudIcon()} ${t('participant-check-not-received')}</span>` : nothing}
    </p>`
  }

  #emptyHorizons(itemId: string, view: ResponseView): number {
    return view.round.horizons.filter((horizon) => this.state.answers.get({ itemId, horizon }) === undefined).length
  }

  #finish(): void {
    void this.state.finish()
    location.hash = fragmentOf({ screen: 'done' })
  }
}

function questionAt(screen: 'question' | 'change', index: number): string {
  return fragmentOf({ screen, index })
}
