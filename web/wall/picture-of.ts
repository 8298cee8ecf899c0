import type { Scene } from '../../server/contract/workshops.ts'
import type { Picture, Shown } from './picture.ts'
import { pairsPicture, radarPicture } from './scenes/balance.ts'
import { cardsPicture } from './scenes/cards.ts'
import { consentPicture } from './scenes/consent.ts'
import { dividedPicture } from './scenes/divided.ts'
import { groupsPicture } from './scenes/groups.ts'
import { itemPicture } from './scenes/item.ts'
import { ownPicture } from './scenes/own.ts'
import { projectionPicture } from './scenes/projection.ts'
import { shiftPicture } from './scenes/shift.ts'

/** The picture of a scene with figures; undefined for a scene without, and for what the release does not know. */
export function pictureOf(scene: Scene, shown: Shown): Picture | undefined {
  switch (scene.kind) {
    case 'divided':
      return dividedPicture(scene.horizon, shown)
    case 'item':
      return itemPicture(scene.itemId, scene.horizon, shown)
    case 'radar':
      return shown.revealed.instrument.scores ? radarPicture(scene.view, shown) : ownPicture(shown)
    case 'pairs':
      return shown.revealed.instrument.scores ? pairsPicture(scene.view, shown) : ownPicture(shown)
    case 'groups':
      return groupsPicture(scene.horizon, shown)
    case 'shift':
      return shiftPicture(scene.voteId, scene.itemId, shown)
    case 'cards':
      return cardsPicture(shown)
    case 'consent':
      return consentPicture(shown)
    case 'projection':
      return projectionPicture(shown)
    default:
      return undefined
  }
}
