import { describe, expect, test } from 'vitest'
import type { SheetOperation } from '../../server/domain/sheet.ts'
import { type TeamAnswer, TeamSheet } from '../../server/domain/team-sheet.ts'
import { diceOf } from '../attack/dice.ts'

const PEOPLE = ['ann', 'ben', 'cas']

function operation(opId: string, character: string, changes: Partial<SheetOperation> = {}): SheetOperation {
  return { opId, slot: 0, seq: 1, character, ...changes }
}

function statesOf(sheet: TeamSheet): [string, string][] {
  return sheet.changed.map(({ opId, state }) => [opId, state])
}

describe('the one sheet of a team', () => {
  test('what replaces the answer that it saw goes over it, also from a device that counts from the beginning', () => {
    const sheet = new TeamSheet([])
    expect(sheet.take(operation('a', '4', { seq: 7 }), 'ann', true)).toBe('applied')
    expect(sheet.take(operation('b', '2', { replaces: 'a' }), 'ben', true)).toBe('applied')
    expect(sheet.take(operation('c', '3', { replaces: 'b' }), 'ben', true)).toBe('applied')
    expect(statesOf(sheet)).toEqual([
      ['a', 'replaced'],
      ['b', 'replaced'],
      ['c', 'stands'],
    ])
  })

  test('a person who answers twice unseen has one answer that waits: the newest', () => {
    const sheet = new TeamSheet([])
    sheet.take(operation('a', '4'), 'ann', true)
    expect(sheet.take(operation('b', '2'), 'ben', true)).toBe('conflict')
    expect(sheet.take(operation('c', '3', { seq: 2 }), 'ben', true)).toBe('conflict')
    expect(sheet.take(operation('d', '1'), 'cas', true)).toBe('conflict')
    expect(statesOf(sheet)).toEqual([
      ['a', 'stands'],
      ['b', 'set-aside'],
      ['c', 'conflict'],
      ['d', 'conflict'],
    ])
  })

  test('where an answer was taken back nothing stands: who saw that may answer without replacing anything', () => {
    const sheet = new TeamSheet([])
    sheet.take(operation('a', '4'), 'ann', true)
    sheet.take(operation('b', '.', { replaces: 'a' }), 'ann', true)
    expect(sheet.take(operation('c', '2', { replaces: 'a' }), 'ben', true)).toBe('conflict')
    expect(sheet.take(operation('d', '3'), 'cas', true)).toBe('applied')
  })

  test('an answer whose author nobody knows any more is nobody’s own', () => {
    const gone: TeamAnswer = { ...operation('a', '4'), by: null, state: 'stands' }
    const sheet = new TeamSheet([gone])
    expect(sheet.take(operation('b', '2', { seq: 2 }), 'ben', true)).toBe('conflict')
    expect(sheet.take(operation('a', '4'), 'ben', true)).toBe('duplicate')
  })

  test('what came after closing waits, and is counted in the order in which it came', () => {
    const sheet = new TeamSheet([])
    sheet.take(operation('a', '4'), 'ann', true)
    expect(sheet.take(operation('b', '2', { replaces: 'a' }), 'ben', false)).toBe('late')
    expect(sheet.take(operation('c', '3'), 'cas', false)).toBe('late')
    expect(sheet.standing(0)?.opId).toBe('a')
    sheet.countLate()
    expect(statesOf(sheet)).toEqual([
      ['a', 'replaced'],
      ['b', 'stands'],
      ['c', 'conflict'],
    ])
  })

  test('however deliveries repeat, each after its first, the sheet is the same, and nothing that was given is lost', () => {
    for (let run = 0; run < 500; run += 1) {
      const dice = diceOf(run)
      const roll = (sides: number) => dice.below(sides)
      const sent: { operation: SheetOperation; by: string }[] = []
      const got = new Map<string, string>()
      const once = new TeamSheet([])
      const often = new TeamSheet([])
      for (let n = 0; n < 12; n += 1) {
        const seen = sent[roll(sent.length + 1)]?.operation.opId
        const given = operation(`op-${roll(1000)}-${n}`, '12345.?'.charAt(roll(7)), {
          slot: roll(2),
          seq: roll(4),
          ...(seen !== undefined && { replaces: seen }),
        })
        const by = PEOPLE[roll(3)] ?? 'ann'
        sent.push({ operation: given, by })
        const status = once.take(given, by, true)
        expect(often.take(given, by, true)).toBe(status)
        got.set(given.opId, status === 'applied' ? 'duplicate' : status)
        for (let again = roll(4); again > 0; again -= 1) {
          const repeated = sent[roll(sent.length)]
          if (repeated !== undefined)
            expect(often.take(repeated.operation, repeated.by, true)).toBe(got.get(repeated.operation.opId))
        }
      }
      expect(often.changed).toEqual(once.changed)
      expect(new Set(once.changed.map(({ opId }) => opId))).toEqual(new Set(sent.map((one) => one.operation.opId)))
      for (const slot of [0, 1])
        expect(once.changed.filter((one) => one.slot === slot && one.state === 'stands').length).toBeLessThanOrEqual(1)
    }
  })
})
