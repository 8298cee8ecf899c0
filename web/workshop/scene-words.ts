import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RoomState, Scene } from '../../server/contract/workshops.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { type Names, namesOf } from '../results/names.ts'
import { type OwnView, viewsOf } from '../results/views.ts'
import { inSentence } from '../results/words.ts'

/** What the wall shows, in a few words. */
export function wallWords(room: RoomState, instrument: InstrumentView): string {
  if (room.isBlack) return t('workshop-scene-black')
  const words = sceneWords(room.scene, instrument)
  return room.isPaused ? t('workshop-scene-paused', { scene: words }) : words
}

/** A scene in a few words, in the reader's language. */
export function sceneWords(scene: Scene, instrument: InstrumentView): string {
  const names = namesOf(instrument, locale())
  // Items that stand for themselves are in one picture, whatever the view is called.
  if (!instrument.scores && 'view' in scene) return t('workshop-scene-overview')
  switch (scene.kind) {
    case 'join':
    case 'progress':
      return t(`workshop-scene-${scene.kind}`)
    case 'divided':
    case 'groups':
      return t(`workshop-scene-${scene.kind}`, { horizon: inSentence(names.horizon(scene.horizon)) })
    case 'question':
      return t('workshop-scene-question', { topic: names.topic(scene.itemId) })
    case 'item':
      return t('workshop-scene-item', {
        topic: names.topic(scene.itemId),
        horizon: inSentence(names.horizon(scene.horizon)),
      })
    case 'shift':
      return t('workshop-scene-shift', { topic: names.topic(scene.itemId) })
    case 'cards':
      return t('workshop-scene-cards', { number: scene.question })
    case 'consent':
    case 'projection':
      return t(`workshop-scene-${scene.kind}`)
    default:
      return t(`workshop-scene-${scene.kind}`, { view: viewWords(scene.view, instrument, names) })
  }
}

/** What the code of a view puts side by side, in the middle of a sentence. */
export function viewWords(code: string, instrument: InstrumentView, names: Names): string {
  const view = viewByCode(code, instrument)
  if (!view) return code
  if (view.kind === 'one') return inSentence(names.horizon(view.horizon))
  const isSides = view.kind === 'sides'
  const [first = '', second = ''] = isSides
    ? view.perspectives.map(names.perspective)
    : view.horizons.map(names.horizon)
  const horizon = isSides ? inSentence(names.horizon(view.horizon)) : ''
  return t(`workshop-view-${view.kind}`, { first: inSentence(first), second: inSentence(second), horizon })
}

/** Looks in the views of every round that could be made with this instrument: about one horizon, or about all. */
function viewByCode(code: string, instrument: InstrumentView): OwnView | undefined {
  return [instrument.horizons, ...instrument.horizons.map((horizon) => [horizon])]
    .flatMap((horizons) =>
      viewsOf({ horizons: Object.fromEntries(horizons.map((known) => [known, true])) }, instrument),
    )
    .find((view) => view.code === code)
}
