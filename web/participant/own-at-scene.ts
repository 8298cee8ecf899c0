import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RevealedView, Scene } from '../../server/contract/workshops.ts'
import { t } from '../i18n/texts.ts'
import { horizonsIn } from '../results/missing.ts'
import { answerWords } from './answer-words.ts'
import { GivenAnswers } from './given-answers.ts'
import { ParticipantScreen } from './participant-screen.ts'
import type { Answer } from './phone-store.ts'

/**
 * What this phone's owner answered at the item on the screen, where the drawing does not mark it: an answer without a
 * rating, and both answers of a second vote. It never leaves the phone.
 */
@customElement('mv-own-at-scene')
export class OwnAtScene extends ParticipantScreen {
  @property({ attribute: false }) scene!: Scene
  @property({ attribute: false }) revealed!: RevealedView
  @state() private second: { readonly voteId: string; readonly answers: GivenAnswers } | undefined

  protected override willUpdate(): void {
    if (this.scene.kind === 'shift' && this.scene.voteId !== this.second?.voteId) void this.#readVote(this.scene.voteId)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scene } = this
    if (scene.kind === 'item') {
      const answer = this.state.answers.get(scene)
      return answer && 'missing' in answer
        ? own(t('phone-reveal-own', { answer: this.#words(answer, scene.itemId) }))
        : nothing
    }
    if (scene.kind !== 'shift') return nothing
    const vote = this.revealed.votes.find(({ id }) => id === scene.voteId)
    const horizons = vote ? horizonsIn(vote.results, this.revealed.instrument.horizons) : []
    return html`${horizons.map((horizon) => this.#both({ itemId: scene.itemId, horizon }))}`
  }

  #both(slot: { itemId: string; horizon: string }): TemplateResult | typeof nothing {
    const first = this.state.answers.get(slot)
    const second = this.second?.answers.get(slot)
    if (!second) return first ? own(t('phone-reveal-own-first', { answer: this.#words(first, slot.itemId) })) : nothing
    const said = { first: this.#words(first, slot.itemId), second: this.#words(second, slot.itemId) }
    return own(t('phone-reveal-own-both', said))
  }

  #words(answer: Answer | undefined, itemId: string): string {
    return this.state.view ? answerWords(answer, this.state.view, itemId) : ''
  }

  async #readVote(voteId: string): Promise<void> {
    const answers = new GivenAnswers()
    this.second = { voteId, answers }
    const { store, response } = this.state
    const inVote = (await store.responses()).find((one) => one.voteId === voteId && one.voteOf === response?.joinId)
    answers.takeOver({}, inVote ? await store.answers(inVote.joinId) : [])
    this.requestUpdate()
  }
}

function own(words: string): TemplateResult {
  return html`<p class="notice">${words}</p>`
}
