import type { Locale } from '../../server/contract/common.ts'
import type { Results } from '../../server/contract/results.ts'
import type { RevealedView, Scene, WallView } from '../../server/contract/workshops.ts'
import { ownInstrument, ownResults } from './own-results.ts'
import type { OwnInstrument } from './own-rounds.ts'
import { VOTE, type WallFrame, wallView } from './wall-frames.ts'

/** Every scene of the wall that an instrument of which each item stands for itself draws in its own way. */
export function ownWallFrames(locale: Locale): WallFrame[] {
  const shown = (scene: Scene) => wallView(scene, locale, { isRevealed: true, join: null })
  const overview: Scene = { kind: 'pairs', view: 'now-wanted' }
  const lines = revealedOf('sociosphere', ownResults('sociosphere', 12))
  const often = revealedOf('seven-principles', ownResults('seven-principles', 12))
  const item = (itemId: string): Scene => ({ kind: 'item', itemId, horizon: 'now' })
  const shift: Scene = { kind: 'shift', voteId: VOTE, itemId: 'i05' }
  return [
    { name: 'own-question', wall: asking('sociosphere', locale) },
    { name: 'own-question-often', wall: asking('three-principles', locale) },
    { name: 'own-lines', wall: shown(overview), revealed: lines },
    {
      name: 'own-lines-words',
      wall: shown(overview),
      revealed: revealedOf('sociosphere', ownResults('sociosphere', 7)),
    },
    { name: 'own-lines-divided', wall: shown({ kind: 'divided', horizon: 'now' }), revealed: lines },
    { name: 'own-lines-item', wall: shown(item('i05')), revealed: lines },
    { name: 'own-lines-shift', wall: shown(shift), revealed: lines },
    { name: 'own-often', wall: shown({ kind: 'pairs', view: 'now' }), revealed: often },
    { name: 'own-often-divided', wall: shown({ kind: 'divided', horizon: 'now' }), revealed: often },
    { name: 'own-often-item', wall: shown(item('i05')), revealed: often },
  ]
}

function asking(id: OwnInstrument, locale: Locale): WallView {
  const instrument = ownInstrument(id)
  const [first] = instrument.items
  if (first === undefined) throw new Error(`${id} has no items`)
  const { nl, en } = instrument.names
  const labels = instrument.scale.kind === undefined ? { nl: nl.scale, en: en.scale } : null
  return wallView({ kind: 'question', itemId: first.id }, locale, {
    question: { number: 1, of: instrument.items.length, texts: first.texts, scale: instrument.scale, labels },
  })
}

/** With a second vote of other people on the divided line, who stand further to the right. */
function revealedOf(id: OwnInstrument, results: Results): RevealedView {
  const instrument = ownInstrument(id)
  const items = results.items
    .filter(({ itemId, horizon }) => itemId === 'i05' && horizon === 'now')
    .map((item) => ({ ...item, score: item.score === null ? null : item.score + 20 }))
  const { now } = results.horizons
  const second: Results = { ...results, horizons: now ? { now } : {}, items }
  const vote = { id: VOTE, number: 1, itemIds: ['i05'], results: second, arguments: {} }
  return { results, instrument, itemIds: instrument.items.map((item) => item.id), votes: [vote] }
}
