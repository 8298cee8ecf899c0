import { describe, expect, it } from 'vitest'
import type { Scene } from '../../server/contract/workshops.ts'
import { nextScene, previousScene, type RunState, type Showable } from '../../web/workshop/next-scene.ts'

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
