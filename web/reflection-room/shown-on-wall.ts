import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Scene, Workshop } from '../../server/contract/workshops.ts'
import { ApiError, call } from '../api.ts'
import { Modal } from '../components/modal.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'

/**
 * Puts something on the wall of a session from a page that is not the one that runs it. When a colleague holds the
 * controls, it asks first whether to take them over.
 */
export class ShownOnWall {
  readonly #host: ReactiveControllerHost
  readonly #taking = new Modal('take-wall')
  #path: string | undefined
  #shown: string | undefined
  #problem: ApiError | undefined
  #waiting: Scene | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Says which session it is about; null: there is none, and so no wall. */
  follow(org: string, workshopId: string | null): void {
    this.#path = workshopId === null ? undefined : `/api/organisations/${org}/workshops/${workshopId}`
  }

  /** A button that puts the scene on the wall; nothing where there is no session. */
  render(scene: Scene): TemplateResult | typeof nothing {
    if (this.#path === undefined) return nothing
    const isShown = this.#shown === JSON.stringify(scene)
    return html`<p class="show-on-wall">
        <button type="button" class="primary" @click=${() => this.#show(scene)}>${t('reflection-room-show-wall')}</button>
        <span role="status">${isShown ? t('reflection-room-on-wall') : nothing}</span>
      </p>
      ${this.#problem ? html`<p class="fault" role="alert">${problemText(this.#problem)}</p>` : nothing}
      ${this.#taking.render(
        t('reflection-room-take-title'),
        html`<p>${t('reflection-room-take')}</p>
          <div class="actions">
            <button type="button" class="primary" @click=${this.#take}>${t('reflection-room-take-over')}</button>
            <button type="button" class="quiet" @click=${this.#taking.close}>${t('frame-cancel')}</button>
          </div>`,
      )}`
  }

  readonly #take = (): void => {
    const scene = this.#waiting
    this.#taking.close()
    if (scene) void this.#try(scene, true)
  }

  #show(scene: Scene): void {
    void this.#try(scene, false)
  }

  async #try(scene: Scene, isTaking: boolean): Promise<void> {
    this.#problem = undefined
    try {
      if (isTaking) await call<Workshop>('POST', `${this.#path}/controls`, { action: 'take' })
      await call<Workshop>('POST', `${this.#path}/commands`, { do: 'show', scene })
      this.#shown = JSON.stringify(scene)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.#waiting = scene
      if (error.code === 'controls-held') this.#taking.open()
      else this.#problem = error
    }
    this.#host.requestUpdate()
  }
}
