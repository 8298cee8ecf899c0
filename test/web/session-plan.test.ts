import { describe, expect, it } from 'vitest'
import type { PlanStep, Scene } from '../../server/contract/workshops.ts'
import { currentStep, sceneOfStep, startTimes } from '../../web/workshop/agenda-steps.ts'
import { defaultPlan } from '../../web/workshop/default-plan.ts'
import type { Showable } from '../../web/workshop/next-scene.ts'
import { visibilityOf } from '../../web/workshop/room-size.ts'

const SHOWN: Showable = {
  horizon: 'now',
  items: ['i07'],
  radar: 'now-ahead',
  pairs: ['sides-now', 'now-ahead'],
  hasGroups: true,
}
const FULL = defaultPlan({ horizons: 2, perspectives: 2, groups: 2 }, (part) => part)
const at = (part: string) => FULL.findIndex(({ title }) => title === part)
const minutes = (plan: readonly PlanStep[]) => startTimes(plan).at(-1)

describe('the standard plan', () => {
  it('takes ninety minutes, whatever the round has to show', () => {
    for (const horizons of [1, 2])
      for (const perspectives of [1, 2])
        for (const groups of [0, 3]) expect(minutes(defaultPlan({ horizons, perspectives, groups }, String))).toBe(90)
  })

  it('leaves out moments and groups that the round does not have', () => {
    const parts = defaultPlan({ horizons: 1, perspectives: 2, groups: 0 }, (part) => part).map(({ title }) => title)
    expect(parts).toContain('sides')
    expect(parts).not.toContain('ahead')
    expect(parts).not.toContain('groups')
  })
})

describe('a step of the plan', () => {
  it('shows the first pair at the first step with pairs, and the next pair at the next', () => {
    expect(sceneOfStep(FULL, at('sides'), SHOWN, 'i01')).toEqual({ kind: 'pairs', view: 'sides-now' })
    expect(sceneOfStep(FULL, at('ahead'), SHOWN, 'i01')).toEqual({ kind: 'pairs', view: 'now-ahead' })
  })

  it('has nothing to show yet when it is about figures and nothing was revealed', () => {
    expect(sceneOfStep(FULL, at('balance'), undefined, 'i01')).toBe('not-yet')
    expect(sceneOfStep(FULL, at('words'), undefined, 'i01')).toEqual({ kind: 'question', itemId: 'i01' })
    expect(sceneOfStep(FULL, at('end'), SHOWN, 'i01')).toBe('none')
  })

  it('shows the question of the open reflection that it begins with, and what is expected, once there is one', () => {
    expect(sceneOfStep(FULL, at('bright'), SHOWN, 'i01')).toBe('no-reflection')
    expect(sceneOfStep(FULL, at('tension'), undefined, 'i01', 'r1')).toBe('not-yet')
    const questions = ['tension', 'behaviour', 'bright', 'proposals'].map((part) => {
      const scene = sceneOfStep(FULL, at(part), SHOWN, 'i01', 'r1')
      return typeof scene === 'object' && scene.kind === 'cards' ? scene.question : scene
    })
    expect(questions).toEqual([1, 2, 4, 6])
    expect(sceneOfStep(FULL, at('expected'), SHOWN, 'i01', 'r1')).toEqual({ kind: 'projection', reflectionId: 'r1' })
    expect(sceneOfStep(FULL, at('expected'), { ...SHOWN, radar: undefined }, 'i01', 'r1')).toBe('none')
  })
})

describe('the present step', () => {
  const now = (scene: Scene, before = -1, more: Partial<Parameters<typeof currentStep>[3]> = {}) =>
    FULL[currentStep(FULL, before, scene, { isClosed: false, isVoting: false, shown: SHOWN, ...more })]?.title

  it('is the one that the wall belongs to', () => {
    expect(now({ kind: 'join' })).toBe('join')
    expect(now({ kind: 'radar', view: 'sides-now' })).toBe('balance')
    expect(now({ kind: 'item', itemId: 'i20', horizon: 'now' })).toBe('divided')
    expect(now({ kind: 'pairs', view: 'now-ahead' })).toBe('ahead')
  })

  it('is filling in while the round is open, and closing from then on', () => {
    expect(now({ kind: 'progress' })).toBe('fill-in')
    expect(now({ kind: 'progress' }, at('fill-in'), { isClosed: true })).toBe('close')
  })

  it('is the talk about what divides the room while it votes again, unless the plan has a step of its own for that', () => {
    expect(now({ kind: 'progress' }, at('groups'), { isVoting: true, isClosed: true })).toBe('divided')
    const own: PlanStep[] = [
      { title: 'look', minutes: 5, scene: 'radar' },
      { title: 'vote', minutes: 5 },
      { title: 'cards', minutes: 5, scene: 'cards' },
      { title: 'end', minutes: 5 },
    ]
    const shift: Scene = { kind: 'shift', voteId: 'v1', itemId: 'i07' }
    expect(currentStep(own, 0, shift, { isClosed: false, isVoting: false, shown: SHOWN })).toBe(1)
  })

  it('goes through the questions of the reflection, two by two where the run sheet does', () => {
    const cards = (question: number): Scene => ({ kind: 'cards', reflectionId: 'r1', question })
    expect([1, 2, 3, 4, 5, 6, 7].map((question) => now(cards(question)))).toEqual([
      'tension',
      'behaviour',
      'behaviour',
      'bright',
      'bright',
      'proposals',
      'proposals',
    ])
    expect(now({ kind: 'consent', interventionId: 'p1' })).toBe('proposals')
    expect(now({ kind: 'projection', reflectionId: 'r1' })).toBe('expected')
  })
})

describe('what a room gets to see', () => {
  const round = (joined: number, expected: number | null, mode: 'anonymous' | 'open' = 'anonymous') =>
    visibilityOf({ mode, threshold: 5, expected, counts: { joined, started: 0, finished: 0, late: 0 } })

  it('goes by how many are expected, or came when that is more', () => {
    expect(round(0, null)).toBe('unknown')
    expect(round(0, 4)).toBe('nothing')
    expect(round(0, 5)).toBe('words')
    expect(round(9, 4)).toBe('words')
    expect(round(10, 9)).toBe('figures')
  })

  it('is everything in an open round', () => {
    expect(round(2, 2, 'open')).toBe('everything')
  })
})
