import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { Scene, Workshop } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import '../reflection-room/room-phases.ts'
import type { OpenProposal, OpenReflection } from './open-reflection.ts'
import { reflectionChain } from './reflection-steps.ts'
import { StepEvent } from './run-events.ts'
import { sceneWords } from './scene-words.ts'
import { showButton } from './show-button.ts'

/**
 * The reflection of a session for who runs it: starting it, how far the room is with the question on the wall, and every
 * question, proposal and picture to put there, with its board in another window. Sends `mv-step` and `mv-command`.
 */
@customElement('mv-run-reflection')
export class RunReflection extends MvElement {
  @property() org = ''
  @property({ attribute: false }) workshop!: Workshop
  @property({ attribute: false }) reflection: OpenReflection | undefined
  /** What the room works on, while the wall shows it. */
  @property({ attribute: false }) room: RoomReflection | undefined
  @property({ attribute: false }) instrument!: InstrumentView

  protected override render(): TemplateResult {
    return html`<section class="run-reflection" aria-labelledby="reflection-heading">
      <div class="section-head">
        <h2 id="reflection-heading">${t('workshop-reflection-title')}</h2>
        <p class="muted">${t('workshop-reflection-what')}</p>
      </div>
      ${this.reflection ? this.#open(this.reflection) : this.#start()}
    </section>`
  }

  #start(): TemplateResult {
    return html`<button type="button" @click=${() => this.dispatchEvent(new StepEvent('reflect'))}>
      ${t('workshop-next-reflect')}
    </button>`
  }

  #open(reflection: OpenReflection): TemplateResult {
    return html`${this.#phases()}
      <ul class="rows run-questions">
        ${reflectionChain(reflection, this.instrument.scores).map((scene) => this.#row(scene, reflection))}
      </ul>`
  }

  #phases(): TemplateResult | typeof nothing {
    const { room } = this
    if (room?.question == null) return nothing
    return html`<mv-room-phases
      .org=${this.org}
      .reflectionId=${room.reflection.id}
      .question=${room.question}
      .phase=${room.phase ?? 'writing'}
      .counts=${room.counts}
    ></mv-room-phases>`
  }

  #row(scene: Scene, { id, proposals }: OpenReflection): TemplateResult {
    const proposal = scene.kind === 'consent' ? proposals.find((one) => one.id === scene.interventionId) : undefined
    const words = proposal ? this.#proposalWords(proposal) : sceneWords(scene, this.instrument)
    const board = scene.kind === 'cards' ? `reflections/${id}/q/${scene.question}` : boardOf(proposal, id)
    return html`<li>
      <span>${words}</span>
      <span class="row-side">
        <a href="/o/${this.org}/${board}" target="_blank" rel="noopener" aria-label=${t('workshop-reflection-board-of', { topic: words })}>
          ${t('workshop-reflection-board')}
        </a>
        ${showButton(scene, words, this.workshop.room)}
      </span>
    </li>`
  }

  #proposalWords({ title }: OpenProposal): string {
    return t('workshop-reflection-proposal', { title: title || t('workshop-reflection-untitled') })
  }
}

function boardOf(proposal: OpenProposal | undefined, reflectionId: string): string {
  return proposal ? `interventions/${proposal.id}` : `reflections/${reflectionId}/q/7`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-reflection': RunReflection
  }
}
