import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Phase } from '../../server/contract/reflections.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import './room-texts.ts'

/** The phases in their order. */
const PHASES: readonly Phase[] = ['writing', 'shown', 'voting', 'voted']

/** How many cards the room has, of how many people, and how many gave dots; what is not known is null. */
export interface RoomCounts {
  readonly cards: number
  readonly writers: number | null
  readonly voters: number
}

/** How far the room is with a question, and buttons that bring it elsewhere. Going back deletes nothing. */
@customElement('mv-room-phases')
export class RoomPhases extends MvElement {
  @property() org = ''
  @property() reflectionId = ''
  @property({ type: Number }) question = 1
  @property() phase: Phase = 'writing'
  @property({ attribute: false }) counts: RoomCounts = { cards: 0, writers: null, voters: 0 }
  @state() private problem: ApiError | undefined
  @state() private wanted: Phase | undefined

  protected override willUpdate(): void {
    if (this.wanted === this.phase) this.wanted = undefined
  }

  protected override render(): TemplateResult {
    const now = this.wanted ?? this.phase
    return html`<fieldset class="room-phases">
      <legend>${t('reflection-room-phase', { number: this.question })}</legend>
      <div class="phase-buttons">
        ${PHASES.map(
          (phase) => html`<button type="button" aria-pressed=${phase === now} @click=${() => this.#go(phase)}>
            ${t(`reflection-room-phase-${phase}`)}
          </button>`,
        )}
      </div>
      <p class="phase-counts" role="status">${this.#counts()}</p>
      ${this.problem ? html`<p class="fault" role="alert">${problemText(this.problem)}</p>` : nothing}
    </fieldset>`
  }

  #counts(): string {
    const { cards, writers, voters } = this.counts
    const written =
      writers === null
        ? t('reflection-room-cards', { cards })
        : t('reflection-room-cards-of', { cards, people: writers })
    return voters === 0 ? written : `${written} ${t('reflection-room-voters', { people: voters })}`
  }

  async #go(phase: Phase): Promise<void> {
    this.wanted = phase
    this.problem = undefined
    try {
      const path = `/api/organisations/${this.org}/reflections/${this.reflectionId}/phase`
      await call<void>('PUT', path, { question: this.question, phase })
    } catch (error) {
      this.wanted = undefined
      if (!(error instanceof ApiError)) throw error
      this.problem = error
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-room-phases': RoomPhases
  }
}
