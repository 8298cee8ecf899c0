import { property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import type { ResponseState } from './response-state.ts'

/** Base of every part of the participant's page: it has the state, and renders again whenever that changes. */
export class ParticipantScreen extends MvElement {
  @property({ attribute: false }) state!: ResponseState
  readonly #onChange = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.state.addEventListener('change', this.#onChange)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.state.removeEventListener('change', this.#onChange)
  }
}
