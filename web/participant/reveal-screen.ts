import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { RevealedView, Scene } from '../../server/contract/workshops.ts'
import { t } from '../i18n/texts.ts'
import '../styles/phone-reveal.css'
import '../wall/phone-scene.ts'
import { chainOf, isSameScene } from '../workshop/next-scene.ts'
import { showableOf } from '../workshop/showable.ts'
import { lateNotice, whereaboutsNotice } from './done-screen.ts'
import './own-at-scene.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { problemText } from './problem-text.ts'

/** What was revealed: the scene that the wall shows, or another one for who wants to look around alone. */
@customElement('mv-reveal-screen')
export class RevealScreen extends ParticipantScreen {
  /** The scene that somebody looks at alone; `undefined`: this phone follows the wall. */
  @state() private ownScene: Scene | undefined
  /** What a screen reader hears when another scene comes. */
  @state() private headline = ''

  protected override updated(): void {
    void this.querySelector('mv-phone-scene')?.updateComplete.then(() => {
      this.headline = this.querySelector('.headline')?.textContent ?? ''
    })
  }

  protected override render(): TemplateResult {
    return html`<div class="screen reveal">
      <h1 tabindex="-1">${t('phone-reveal-title')}</h1>
      ${lateNotice(this.state)} ${this.state.answers.unsent.length > 0 ? whereaboutsNotice(this.state) : nothing}
      ${this.#content()} ${this.#vote()}
    </div>`
  }

  #content(): TemplateResult {
    const revealed = this.state.room?.revealed?.value
    if (!revealed) return this.#waiting()
    const { n, threshold } = revealed.results
    if (n < threshold) return html`<p class="lead">${t('phone-reveal-too-few', { threshold })}</p>`
    return html`<p class="hint">${t(this.ownScene ? 'phone-reveal-alone' : 'phone-reveal-following')}</p>
      <p class="visually-hidden" role="status">${this.headline}</p>
      ${this.#scene(revealed)}
      <div class="ways">${this.ownScene ? this.#waysAlone(revealed, this.ownScene) : this.#wayOff(revealed)}</div>`
  }

  #waiting(): TemplateResult {
    const figures = this.state.room?.revealed
    if (figures?.problem === undefined) return html`<p class="waiting" role="status">${t('participant-waiting')}</p>`
    return html`<div class="notice refused" role="status">
      <p>${problemText(figures.problem)}</p>
      <button type="button" @click=${() => figures.retry()}>${t('participant-waiting-retry')}</button>
    </div>`
  }

  #scene(revealed: RevealedView): TemplateResult {
    const room = this.state.room?.wall?.room
    const scene = this.ownScene ?? room?.scene
    if (!this.ownScene && room?.isBlack) return html`<p class="lead">${t('phone-reveal-black')}</p>`
    if (!scene || !FIGURES.includes(scene.kind)) return html`<p class="lead">${t('phone-reveal-nothing')}</p>`
    return html`<mv-phone-scene .scene=${scene} .revealed=${revealed} .ownRating=${this.#ownRating}></mv-phone-scene>
      <mv-own-at-scene .state=${this.state} .scene=${scene} .revealed=${revealed}></mv-own-at-scene>`
  }

  readonly #ownRating = (itemId: string, horizon: string): number | null => {
    const answer = this.state.answers.get({ itemId, horizon })
    return answer && 'rating' in answer ? answer.rating : null
  }

  #wayOff(revealed: RevealedView): TemplateResult {
    const scenes = scenesOf(revealed)
    const shown = this.state.room?.wall?.room?.scene
    const start = scenes.find((scene) => shown && isSameScene(scene, shown)) ?? scenes[0]
    return html`<button type="button" @click=${() => this.#look(start)}>${t('phone-reveal-browse')}</button>`
  }

  #waysAlone(revealed: RevealedView, own: Scene): TemplateResult {
    const scenes = scenesOf(revealed)
    const at = scenes.findIndex((scene) => isSameScene(scene, own))
    const step = (by: number, text: string) => {
      const scene = scenes[at + by]
      return scene
        ? html`<button type="button" @click=${() => this.#look(scene)}>${t(text)}</button>`
        : html`<span></span>`
    }
    return html`${step(-1, 'phone-reveal-previous')}
      <span class="reveal-place">${t('phone-reveal-place', { number: at + 1, total: scenes.length })}</span>
      ${step(1, 'phone-reveal-next')}
      <button type="button" class="primary wide" @click=${() => this.#look(undefined)}>${t('phone-reveal-follow')}</button>`
  }

  #look(scene: Scene | undefined): void {
    this.ownScene = scene
  }

  /** For who first did not want to take part. */
  #vote(): TemplateResult | typeof nothing {
    const vote = this.state.room?.invitation
    if (!vote) return nothing
    const join = () => void this.state.keep({ declined: '' })
    return html`<p><button type="button" class="quiet" @click=${join}>${t('phone-vote-after-all', { n: vote.items })}</button></p>`
  }
}

const FIGURES: readonly Scene['kind'][] = ['divided', 'item', 'radar', 'pairs', 'groups', 'shift']

function scenesOf(revealed: RevealedView): Scene[] {
  return chainOf({ shown: showableOf(revealed, revealed.instrument), votes: revealed.votes })
}
