import { describe, expect, it } from 'vitest'
import type { Phase } from '../../server/contract/reflections.ts'
import type { Scene } from '../../server/contract/workshops.ts'
import { nextScene, previousScene, type RunState, type Showable } from '../../web/workshop/next-scene.ts'
import { cardsRoom, consentRoom } from '../support/wall-reflections.ts'

const SHOWN: Showable = {
  horizon: 'now',
  items: ['i07', 'i02'],
  radar: 'now-ahead',
  pairs: ['sides-now', 'now-ahead'],
  hasGroups: true,
}
const VOTE = { id: 'v1', itemIds: ['i07', 'i02'] }

function room(changes: Partial<RunState> = {}): RunState {
  return { scene: { kind: 'join' }, roundState: 'open', isRevealed: false, votes: [], shown: undefined, ...changes }
}

function revealed(scene: Scene, changes: Partial<RunState> = {}): RunState {
  return room({ scene, roundState: 'closed', isRevealed: true, shown: SHOWN, ...changes })
}

/** Presses next until the end; what the wall showed on the way. */
function walk(state: RunState): Scene[] {
  const scenes: Scene[] = []
  for (let next = nextScene(state); next.do === 'show'; next = nextScene(state)) {
    scenes.push(next.scene)
    state = { ...state, scene: next.scene }
    if (scenes.length > 50) throw new Error('it never ends')
  }
  return scenes
}

describe('before the reveal, next', () => {
  it('goes from joining to how many are done, and from a question too', () => {
    const progress = { do: 'show', scene: { kind: 'progress' } }
    expect(nextScene(room())).toEqual(progress)
    expect(nextScene(room({ scene: { kind: 'question', itemId: 'i01' } }))).toEqual(progress)
  })

  it('opens a round that is a draft, closes one that is open, waits while it closes, and shows one that is closed', () => {
    const scene: Scene = { kind: 'progress' }
    expect(nextScene(room({ roundState: 'draft' }))).toEqual({ do: 'open' })
    expect(nextScene(room({ scene }))).toEqual({ do: 'close' })
    expect(nextScene(room({ scene, roundState: 'closing' }))).toEqual({ do: 'closing' })
    expect(nextScene(room({ scene, roundState: 'closed' }))).toEqual({ do: 'reveal' })
  })

  it('shows a round that was closed before the session without going past how many are done', () => {
    expect(nextScene(room({ roundState: 'closed' }))).toEqual({ do: 'reveal' })
  })
})

describe('after the reveal, next', () => {
  it('goes along the most divided, its items one by one, the radar, the pairs and the groups, and ends', () => {
    expect(walk(revealed({ kind: 'divided', horizon: 'now' }))).toEqual([
      { kind: 'item', itemId: 'i07', horizon: 'now' },
      { kind: 'item', itemId: 'i02', horizon: 'now' },
      { kind: 'radar', view: 'now-ahead' },
      { kind: 'pairs', view: 'sides-now' },
      { kind: 'pairs', view: 'now-ahead' },
      { kind: 'groups', horizon: 'now' },
    ])
  })

  it('begins with the most divided, also when the wall went back to joining', () => {
    expect(nextScene(revealed({ kind: 'join' }))).toEqual({ do: 'show', scene: { kind: 'divided', horizon: 'now' } })
  })

  it('goes on after the items from one that the facilitator chose from the list', () => {
    const scene: Scene = { kind: 'item', itemId: 'i20', horizon: 'ahead' }
    expect(nextScene(revealed(scene))).toEqual({ do: 'show', scene: { kind: 'radar', view: 'now-ahead' } })
  })

  it('leaves out what there is nothing to show of', () => {
    const shown: Showable = { horizon: 'now', items: [], radar: 'now', pairs: [], hasGroups: false }
    expect(walk(revealed({ kind: 'divided', horizon: 'now' }, { shown }))).toEqual([{ kind: 'radar', view: 'now' }])
  })

  it('says the same when it is asked twice: a command goes somewhere, not further', () => {
    const state = revealed({ kind: 'divided', horizon: 'now' })
    expect(nextScene(state)).toEqual(nextScene(state))
  })
})

describe('with a second vote, next', () => {
  const during = (roundState: RunState['roundState']) =>
    revealed({ kind: 'groups', horizon: 'now' }, { votes: [{ ...VOTE, state: roundState, isRevealed: false }] })

  it('closes and shows the vote, whatever the wall shows', () => {
    expect(nextScene(during('open'))).toEqual({ do: 'close' })
    expect(nextScene(during('closing'))).toEqual({ do: 'closing' })
    expect(nextScene(during('closed'))).toEqual({ do: 'reveal' })
  })

  it('then goes along the shift of each of its items', () => {
    const votes = [{ ...VOTE, state: 'closed', isRevealed: true } as const]
    const first: Scene = { kind: 'shift', voteId: 'v1', itemId: 'i07' }
    expect(walk(revealed(first, { votes }))).toEqual([{ kind: 'shift', voteId: 'v1', itemId: 'i02' }])
    expect(walk(revealed({ kind: 'groups', horizon: 'now' }, { votes }))).toHaveLength(2)
  })
})

describe('previous', () => {
  it('goes back along the same way, and to nothing from before the reveal', () => {
    expect(previousScene(revealed({ kind: 'radar', view: 'now-ahead' }))).toEqual({
      kind: 'item',
      itemId: 'i02',
      horizon: 'now',
    })
    expect(previousScene(revealed({ kind: 'divided', horizon: 'now' }))).toBeUndefined()
  })

  it('goes from how many are done to joining, and no further', () => {
    expect(previousScene(room({ scene: { kind: 'progress' } }))).toEqual({ kind: 'join' })
    expect(previousScene(room())).toBeUndefined()
  })
})

describe('in the reflection, next', () => {
  const reflection = { id: 'r1', title: 'Day', proposals: [{ id: 'p1', title: 'One roof', consent: 'none' as const }] }
  const cards = (question: number): Scene => ({ kind: 'cards', reflectionId: 'r1', question })
  const consent: Scene = { kind: 'consent', interventionId: 'p1' }
  const last = revealed({ kind: 'groups', horizon: 'now' })

  it('offers to begin one after the last picture, and goes on with the one that is open', () => {
    expect(nextScene(last)).toEqual({ do: 'reflect' })
    expect(nextScene({ ...last, reflection })).toEqual({ do: 'show', scene: cards(1) })
    expect(nextScene({ ...last, shown: undefined })).toEqual({ do: 'end' })
  })

  it('lets the room choose about the first question, and read the cards of the others, before it goes on', () => {
    const at = (question: 1 | 2, phase: Phase) =>
      nextScene(revealed(cards(question), { reflection, room: cardsRoom(question, phase, 3) }))
    expect(at(1, 'writing')).toEqual({ do: 'phase', question: 1, phase: 'voting' })
    expect(at(1, 'voting')).toEqual({ do: 'phase', question: 1, phase: 'voted' })
    expect(at(1, 'voted')).toEqual({ do: 'show', scene: cards(2) })
    expect(at(2, 'writing')).toEqual({ do: 'phase', question: 2, phase: 'shown' })
    expect(at(2, 'shown')).toEqual({ do: 'show', scene: cards(3) })
    expect(at(2, 'voting')).toEqual({ do: 'phase', question: 2, phase: 'voted' })
  })

  it('asks every proposal whether anybody objects, then shows what is expected, and ends', () => {
    const state = { ...revealed(cards(6), { reflection }), room: undefined }
    expect(nextScene(state)).toEqual({ do: 'show', scene: consent })
    const proposal = consentRoom('open').proposal
    if (proposal === null) throw new Error('no proposal')
    const asked = (consentState: 'none' | 'open' | 'closed') =>
      nextScene(
        revealed(consent, {
          reflection,
          room: { ...consentRoom('open'), proposal: { ...proposal, id: 'p1', state: consentState } },
        }),
      )
    expect(asked('none')).toEqual({ do: 'consent', interventionId: 'p1', state: 'open' })
    expect(asked('open')).toEqual({ do: 'consent', interventionId: 'p1', state: 'closed' })
    const projection: Scene = { kind: 'projection', reflectionId: 'r1' }
    expect(asked('closed')).toEqual({ do: 'show', scene: projection })
    expect(nextScene(revealed(projection, { reflection }))).toEqual({ do: 'end' })
  })

  it('does not look at what the room worked on before', () => {
    const room = cardsRoom(1, 'writing', 3)
    expect(nextScene(revealed(cards(2), { reflection, room }))).toEqual({ do: 'show', scene: cards(3) })
  })
})
