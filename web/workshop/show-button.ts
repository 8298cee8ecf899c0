import { html, type TemplateResult } from 'lit'
import type { RoomState, Scene } from '../../server/contract/workshops.ts'
import { t } from '../i18n/texts.ts'
import { isSameScene } from './next-scene.ts'
import { CommandEvent } from './remote.ts'

/**
 * A button that puts a scene on the wall, and says so while it is there. It sends `mv-command`.
 *
 * @param topic what the scene is about, for who hears the button without its row.
 */
export function showButton(scene: Scene, topic: string, room: RoomState): TemplateResult {
  const isShown = isSameScene(room.scene, scene) && !room.isBlack
  const words = isShown ? 'workshop-explore-shown' : 'workshop-explore-show'
  const show = ({ target }: Event) => target?.dispatchEvent(new CommandEvent({ do: 'show', scene }))
  return html`<button
    type="button"
    class="small"
    aria-label=${t(`${words}-of`, { topic })}
    aria-current=${isShown ? 'true' : 'false'}
    @click=${show}
  >
    ${t(words)}
  </button>`
}
