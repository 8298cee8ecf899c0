import type { Scene } from '../../server/contract/workshops.ts'

/** A scene in which the room works on a reflection, with more to fetch than its figures. */
export type ReflectionScene = Extract<Scene, { kind: 'cards' | 'consent' | 'projection' }>

/** Whether a scene shows what the room works on in a reflection. */
export function isReflectionScene(scene: Scene | undefined): scene is ReflectionScene {
  return scene?.kind === 'cards' || scene?.kind === 'consent' || scene?.kind === 'projection'
}
