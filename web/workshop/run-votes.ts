import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RevealedView, Workshop } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { type Names, namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { shiftSentence, shiftsOf } from '../results/shifts.ts'
import '../wall/wall-texts.ts'
import './argument-field.ts'
import { showButton } from './show-button.ts'

type Vote = RevealedView['votes'][number]

/** The second votes that were revealed, newest first: how each item moved, and which words moved people. */
@customElement('mv-run-votes')
export class RunVotes extends MvElement {
  @property({ attribute: false }) revealed!: RevealedView
  @property({ attribute: false }) instrument!: InstrumentView
  @property({ attribute: false }) workshop!: Workshop
  /** Fields whose words the server has, as `vote item`. */
  @property({ attribute: false }) saved: ReadonlySet<string> = new Set()

  protected override render() {
    const names = namesOf(this.instrument, locale())
    return html`${this.revealed.votes.toReversed().map((vote) => this.#vote(vote, names))}`
  }

  #vote(vote: Vote, names: Names): TemplateResult {
    const id = `vote-${vote.number}-heading`
    return html`<section aria-labelledby=${id}>
      <h2 id=${id}>${t('workshop-vote-number', { number: vote.number })}</h2>
      <ul class="rows votes">
        ${vote.itemIds.map((itemId) => this.#item(vote, itemId, names))}
      </ul>
    </section>`
  }

  #item(vote: Vote, itemId: string, names: Names): TemplateResult {
    const topic = names.topic(itemId)
    const shifts = shiftsOf(this.revealed.results, vote.results, itemId, this.instrument)
    return html`<li>
      <div class="vote-words">
        <h3>${topic}</h3>
        ${shifts.map(
          (shift) => html`<p>
            ${shifts.length > 1 ? t('workshop-vote-at', { horizon: names.horizon(shift.horizon) }) : ''} ${shiftSentence(shift, pageWords())}
          </p>`,
        )}
        <mv-argument-field
          .voteId=${vote.id}
          .itemId=${itemId}
          .topic=${topic}
          .value=${vote.arguments[itemId] ?? ''}
          .isSaved=${this.saved.has(`${vote.id} ${itemId}`)}
        ></mv-argument-field>
      </div>
      ${showButton({ kind: 'shift', voteId: vote.id, itemId }, topic, this.workshop.room)}
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-votes': RunVotes
  }
}
