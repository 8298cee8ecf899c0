import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RevealedView, Scene, WallView } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { namesOf } from '../results/names.ts'
import { wordsIn } from '../results/page-words.ts'
import type { Words } from '../results/words.ts'
import '../styles/wall-projection.css'
import '../styles/span-marks.css'
import '../styles/wall-answering.css'
import '../styles/wall-cards.css'
import '../styles/wall-charts.css'
import '../styles/wall-pictures.css'
import '../styles/wall-scene.css'
import { ServerClock } from './clock.ts'
import { collectingOf } from './collecting.ts'
import { fitText } from './fitting.ts'
import type { Picture, Shown } from './picture.ts'
import { pictureOf } from './picture-of.ts'
import { progressScene, questionScene } from './scenes/answering.ts'
import { joinScene } from './scenes/join.ts'
import { band, foot, pictureScene, rehearsalMark } from './wall-frame.ts'
import './wall-texts.ts'

/** What one layer of the wall was drawn from: during a cross-fade the old one stays below the new one. */
interface Layer {
  readonly key: string
  readonly wall: WallView
  readonly revealed: RevealedView | undefined
  readonly reflection: RoomReflection | undefined
}

const JOIN: Scene = { kind: 'join' }

/**
 * One frame of the wall, from the state of the room and nothing else. It fills its box, whatever its size: a projector,
 * or a thumbnail (`thumbnail`), which assistive technology skips because the same page says it in words. It speaks the
 * language of the organisation.
 */
@customElement('mv-wall-scene')
export class WallScene extends MvElement {
  @property({ attribute: false }) wall: WallView | undefined
  @property({ attribute: false }) revealed: RevealedView | undefined
  /** What the room works on, while the scene is one of a reflection. */
  @property({ attribute: false }) reflection: RoomReflection | undefined
  @property({ type: Boolean, reflect: true }) thumbnail = false
  @state() private layers: readonly Layer[] = []
  readonly #clock = new ServerClock()
  #ticking: ReturnType<typeof setTimeout> | undefined
  readonly #size = new ResizeObserver(() => this.requestUpdate())

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#ticking)
    this.#size.disconnect()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { wall, revealed, reflection } = this
    if (wall === undefined) return
    if (changed.has('wall')) this.#clock.learn(wall.serverTime)
    if (!changed.has('wall') && !changed.has('revealed') && !changed.has('reflection')) return
    const next = { key: keyOf(wall), wall, revealed, reflection }
    const shown = this.layers.at(-1)
    const isSame = shown === undefined || shown.key === next.key
    this.layers = isSame || !mayMove() ? [next] : [shown, next]
    this.lang = wall.round.locale
    this.toggleAttribute('inert', this.thumbnail)
    if (this.thumbnail) this.setAttribute('aria-hidden', 'true')
  }

  protected override render(): TemplateResult {
    const { wall } = this
    if (wall === undefined) return html``
    const words = wordsIn(wall.round.locale)
    const now = this.#clock.now()
    this.#tick(wall, now)
    if (wall.room?.isBlack)
      return html`<div class="wall-black"><h1 class="visually-hidden">${words.say('wall-black')}</h1></div>`
    return html`${repeat(
      this.layers,
      ({ key }) => key,
      (layer, at) => this.#layer(layer, at === this.layers.length - 1, words, now),
    )}
    ${band(wall, words, now)} ${wall.isRehearsal ? rehearsalMark(words) : nothing}`
  }

  protected override updated(): void {
    const top = this.querySelector<HTMLElement>('.wall-layer-top')
    if (top !== null) fitText(top)
  }

  #layer(layer: Layer, isTop: boolean, words: Words, now: number): TemplateResult {
    const { scene, behind } = sceneOf(layer, words, now, isTop ? 'wall-table' : 'wall-table-leaving')
    return html`<div class="wall-layer ${isTop ? 'wall-layer-top' : ''}" ?inert=${!isTop} aria-hidden=${isTop ? nothing : 'true'} @animationend=${this.#settle}>
      ${scene} ${layer.wall.room === null || layer.wall.room.scene.kind === 'join' ? html`<div class="wall-foot"></div>` : foot(layer.wall, behind, words)}
    </div>`
  }

  /** The new scene stands: the old one below it goes. */
  readonly #settle = (): void => {
    if (this.layers.length > 1) this.layers = this.layers.slice(-1)
  }

  /** Counts down on its own while something ends at a time; each step is a whole second of the server. */
  #tick(wall: WallView, now: number): void {
    clearTimeout(this.#ticking)
    const { state, closesAt } = collectingOf(wall)
    const ends = [wall.room?.timer?.endsAt, state === 'closing' ? closesAt : null].flatMap((time) =>
      time == null || Date.parse(time) < now ? [] : [Date.parse(time)],
    )
    if (ends.length === 0 || !this.isConnected) return
    const next = Math.min(...ends.map((end) => (end - now) % 1000))
    // A little later than the second, so that it has passed for certain.
    this.#ticking = setTimeout(() => this.requestUpdate(), next + 20)
  }
}

function sceneOf(layer: Layer, words: Words, now: number, tableId: string): { scene: TemplateResult; behind?: string } {
  const { wall, revealed, reflection } = layer
  const scene = wall.room?.scene ?? JOIN
  const { locale } = wall.round
  if (scene.kind === 'join') return { scene: joinScene(wall, words) }
  if (scene.kind === 'progress') return { scene: progressScene(wall, words, now) }
  if (scene.kind === 'question') return { scene: questionScene(wall, words, locale, now) }
  const picture = revealed === undefined ? undefined : draw(scene, { revealed, reflection, words, locale, tableId })
  if (picture === undefined) {
    const said = words.say(revealed === undefined ? 'wall-wait' : 'results-chart-nothing')
    return { scene: html`<div class="scene wait"><h1>${said}</h1></div>` }
  }
  return { scene: pictureScene(scene.kind, picture, tableId), behind: picture.behind }
}

function draw(
  scene: Scene,
  shown: Pick<Shown, 'revealed' | 'reflection' | 'words' | 'locale' | 'tableId'>,
): Picture | undefined {
  const names = namesOf(shown.revealed.instrument, shown.locale)
  return pictureOf(scene, { ...shown, names, medium: 'wall', ownRating: () => null })
}

function keyOf({ room }: WallView): string {
  return JSON.stringify(room?.scene ?? JOIN)
}

function mayMove(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-wall-scene': WallScene
  }
}
