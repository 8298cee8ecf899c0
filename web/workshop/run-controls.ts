import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Command, Workshop } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import './countdown.ts'
import './display-link.ts'
import type { NextStep } from './next-scene.ts'
import { CommandEvent } from './remote.ts'

const TIMERS = [1, 2, 5, 10]

/** How many joined, began and finished, and everything that can be switched in the room. Never what anybody answered. */
@customElement('mv-run-controls')
export class RunControls extends MvElement {
  @property() org = ''
  @property({ attribute: false }) workshop: Workshop | undefined
  /** What the large button does already. */
  @property({ attribute: false }) next: NextStep = { do: 'end' }
  @property({ type: Number }) offset = 0
  readonly #screen = new Modal('screen')

  protected override render() {
    const workshop = this.workshop
    if (!workshop) return html``
    const { isPaused, isBlack, isLocked } = workshop.room
    return html`${this.#counts(workshop)}
      <div class="switches">
        ${this.#switch('pause', isPaused, { do: 'pause', on: !isPaused })}
        ${this.#switch('black', isBlack, { do: 'black', on: !isBlack })}
        ${this.#switch('door', isLocked, { do: 'door', locked: !isLocked })}
        <button type="button" @click=${() => this.#screen.open()}>${t('workshop-control-screen')}</button>
      </div>
      ${this.#timer(workshop)} ${this.#collecting(workshop)}
      ${this.#screen.render(
        t('workshop-task-screen'),
        html`<mv-display-link .org=${this.org} .workshop=${workshop.id}></mv-display-link>
          <p class="actions"><button type="button" @click=${this.#screen.close}>${t('frame-close')}</button></p>`,
      )}`
  }

  #counts({ round, votes }: Workshop): TemplateResult {
    const vote = votes.findLast(({ isRevealed }) => !isRevealed)
    const { joined, started, finished } = vote?.counts ?? round.counts
    const figures = [
      [joined, t('workshop-count-joined', { n: joined })],
      [started, t('workshop-count-started')],
      [finished, t('workshop-count-finished')],
    ] as const
    return html`<section aria-labelledby="counts-heading">
      <h2 id="counts-heading">${vote ? t('workshop-vote-number', { number: vote.number }) : t('workshop-count-title')}</h2>
      <ul class="counts">
        ${figures.map(([value, label]) => html`<li><strong>${value}</strong> ${label}</li>`)}
      </ul>
      ${round.expected === null || vote ? nothing : html`<p class="muted">${t('workshop-count-of', { expected: round.expected })}</p>`}
    </section>`
  }

  #switch(what: 'pause' | 'black' | 'door', isOn: boolean, command: Command): TemplateResult {
    return html`<button type="button" aria-pressed=${isOn} @click=${() => this.#send(command)}>${t(`workshop-control-${what}`)}</button>`
  }

  #timer({ room: { timer } }: Workshop): TemplateResult {
    return html`<fieldset class="run-timer">
      <legend>
        ${t('workshop-timer')}
        ${timer ? html`<mv-countdown .until=${timer.endsAt} .offset=${this.offset}></mv-countdown>` : nothing}
      </legend>
      ${TIMERS.map(
        (minutes) => html`<button
          type="button"
          aria-label=${t('workshop-timer-start', { minutes })}
          @click=${() => this.#send({ do: 'timer', seconds: minutes * 60 })}
        >
          ${minutes}
        </button>`,
      )}
      <button type="button" class="quiet ${timer ? '' : 'is-nowhere'}" @click=${() => this.#send({ do: 'timer', seconds: null })}>
        ${t('workshop-timer-stop')}
      </button>
    </fieldset>`
  }

  /** Closing and showing, when the large button is about something else. */
  #collecting({ round, votes, isRevealed }: Workshop): TemplateResult | typeof nothing {
    const vote = votes.findLast((candidate) => !candidate.isRevealed)
    const state = vote?.state ?? round.state
    const what = state === 'open' ? 'close' : state === 'closed' && (vote || !isRevealed) ? 'reveal' : undefined
    if (!what || this.next.do === what) return nothing
    return html`<button type="button" class="wide" @click=${() => this.#send({ do: what })}>
      ${t(`workshop-next-${what}`, { vote: vote ? 'yes' : 'no' })}
    </button>`
  }

  #send(command: Command): void {
    this.dispatchEvent(new CommandEvent(command))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-controls': RunControls
  }
}
