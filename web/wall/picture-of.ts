import type { Scene } from '../../server/contract/workshops.ts'
import type { Picture, Shown } from './picture.ts'
import { pairsPicture, radarPicture } from './scenes/balance.ts'
import { dividedPicture } from './scenes/divided.ts'
import { groupsPicture } from './scenes/groups.ts'
import { itemPicture } from './scenes/item.ts'
import { shiftPicture } from './scenes/shift.ts'

/** The picture of a scene with figures; undefined for a scene without, and for what the release does not know. */
export function pictureOf(scene: Scene, shown: Shown): Picture | undefined {
  switch (scene.kind) {
    case 'divided':
      return dividedPicture(scene.horizon, shown)
    case 'item':
      return itemPicture(scene.itemId, scene.horizon, shown)
    case 'radar':
      return radarPicture(scene.view, shown)
    case 'pairs':
      return pairsPicture(scene.view, shown)
    case 'groups':
      return groupsPicture(scene.horizon, shown)
    case 'shift':
      return shiftPicture(scene.voteId, scene.itemId, shown)
    default:
      return undefined
  }
}
