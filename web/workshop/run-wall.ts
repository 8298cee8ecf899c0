import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RevealedView, WallView } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import '../wall/wall-scene.ts'
import { wallWords } from './scene-words.ts'

/** What the wall shows at this moment: the real thing, small, with its words below for who does not see it. */
@customElement('mv-run-wall')
export class RunWall extends MvElement {
  @property({ attribute: false }) wall!: WallView
  @property({ attribute: false }) revealed: RevealedView | undefined
  @property({ attribute: false }) reflection: RoomReflection | undefined
  @property({ attribute: false }) instrument!: InstrumentView

  protected override render() {
    const { room } = this.wall
    return html`<figure class="thumb">
      <div class="thumb-screen always-light"><mv-wall-scene thumbnail .wall=${this.wall} .revealed=${this.revealed} .reflection=${this.reflection}></mv-wall-scene></div>
      <figcaption>
        <span class="muted">${t('workshop-wall-now')}</span>
        <strong aria-live="polite">${room ? wallWords(room, this.instrument) : ''}</strong>
      </figcaption>
    </figure>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-wall': RunWall
  }
}
