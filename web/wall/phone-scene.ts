import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RevealedView, Scene } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import '../styles/phone-scene.css'
import { pictureTable } from './picture.ts'
import { pictureOf } from './picture-of.ts'
import './wall-texts.ts'

const TABLE = 'phone-scene-table'

/**
 * A revealed scene on a phone: the same headline, drawing and numbers as on the wall, with the table under it, in the
 * language of the phone. Load it only when something is revealed. It draws nothing for a scene without figures.
 *
 * `ownRating` gives what this phone's owner chose at an item, or null; it is drawn here and never leaves the device.
 */
@customElement('mv-phone-scene')
export class PhoneScene extends MvElement {
  @property({ attribute: false }) scene: Scene | undefined
  @property({ attribute: false }) revealed: RevealedView | undefined
  /** Of a scene of a reflection. */
  @property({ attribute: false }) reflection: RoomReflection | undefined
  @property({ attribute: false }) ownRating: (itemId: string, horizon: string) => number | null = () => null

  protected override render(): TemplateResult {
    const { scene, revealed } = this
    if (scene === undefined || revealed === undefined) return html``
    const words = pageWords()
    const { ownRating, reflection } = this
    const picture = pictureOf(scene, {
      revealed,
      reflection,
      names: namesOf(revealed.instrument, locale()),
      words,
      locale: locale(),
      tableId: TABLE,
      medium: 'phone',
      ownRating,
    })
    if (picture === undefined) return html``
    return html`<section class="picture picture-${scene.kind}">
      <p class="kicker with-icon">${picture.kicker}</p>
      <h2 class="headline">${picture.headline}</h2>
      ${picture.key ?? nothing}
      <div class="picture-body">${picture.body}</div>
      ${picture.table ? html`<div class="table-scroll" role="group" aria-label=${picture.table.caption} tabindex="0">${pictureTable(picture.table, TABLE)}</div>` : nothing}
      <p class="picture-n">${picture.behind}</p>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-phone-scene': PhoneScene
  }
}
