import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectationsOf, verdictOn } from '../../server/domain/ledger.ts'
import { MOVES_IN_ORDER, type Proposal, placeProposal, scriptOf } from '../../server/domain/script.ts'

const proposal = (changes: Partial<Proposal> = {}): Proposal => ({
  impact: 4,
  support: { staff: 'for', management: 'pulling' },
  potential: { time: 3, skills: 2 },
  ...changes,
})

describe('the script', () => {
  const UNWILLING = { staff: 'waiting', customer: 'waiting' } as const
  test.each([
    ['agree', proposal()],
    ['free', proposal({ potential: { time: 0, skills: 2 } })],
    ['dialogue', proposal({ support: UNWILLING })],
    ['dialogue', proposal({ support: UNWILLING, potential: { time: 0 } })],
    ['do', proposal({ impact: 1 })],
    ['park', proposal({ impact: 0, support: UNWILLING })],
  ] as const)('says %s', (move, given) => {
    expect(placeProposal(given).move).toBe(move)
  })

  test('one group that is against is a conversation to have, however many are for', () => {
    const support = { staff: 'pulling', management: 'pulling', customer: 'pulling', neighbour: 'against' } as const
    expect(placeProposal(proposal({ support }))).toMatchObject({ support: 'low', move: 'dialogue' })
  })

  test('says nothing before it knows enough, and does not take what nobody said for 0', () => {
    expect(placeProposal(proposal({ impact: null })).move).toBeNull()
    expect(placeProposal(proposal({ support: {} })).move).toBeNull()
    expect(placeProposal(proposal({ potential: {} }))).toMatchObject({ potential: null, move: null })
    // Where potential does not decide, it need not be known.
    expect(placeProposal(proposal({ impact: 1, potential: {} })).move).toBe('do')
  })

  const proposals = fc.record({
    impact: fc.option(fc.integer({ min: 0, max: 4 })),
    support: fc.dictionary(
      fc.constantFrom('staff', 'customer'),
      fc.constantFrom('against', 'waiting', 'for', 'pulling'),
    ),
    potential: fc.dictionary(fc.constantFrom('time', 'money'), fc.integer({ min: 0, max: 4 })),
  }) satisfies fc.Arbitrary<Proposal>

  test('property: brings the moves in their order, unplaced ones last, and loses none', () => {
    fc.assert(
      fc.property(fc.array(proposals), (given) => {
        const script = scriptOf(given)
        const ranks = script.map(({ placed }) => (placed.move === null ? 99 : MOVES_IN_ORDER.indexOf(placed.move)))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(new Set(script.map((line) => line.proposal))).toEqual(new Set(given))
      }),
    )
  })

  test('property: the order in which proposals come changes only the order of equals', () => {
    const keyOf = ({ proposal: { impact }, placed }: ReturnType<typeof scriptOf>[number]) => `${placed.move} ${impact}`
    fc.assert(
      fc.property(fc.array(proposals), (given) => {
        expect(scriptOf(given.toReversed()).map(keyOf)).toEqual(scriptOf(given).map(keyOf))
      }),
    )
  })
})

describe('the ledger', () => {
  const SIDES = ['internal', 'external']

  test('expects one thing of a capital when the same is expected inside and outside', () => {
    const both = SIDES.map((perspective) => ({ dimension: 'human', perspective, effect: 1 }))
    expect(expectationsOf(both, SIDES)).toEqual([{ dimension: 'human', perspective: 'all', expected: 'up' }])
  })

  test('keeps inside and outside apart when they are expected to part', () => {
    const split = [
      { dimension: 'human', perspective: 'internal', effect: 2 },
      { dimension: 'human', perspective: 'external', effect: -1 },
      { dimension: 'natural', perspective: 'external', effect: 1 },
      { dimension: 'natural', perspective: 'internal', effect: 0 },
    ]
    expect(expectationsOf(split, SIDES)).toEqual([
      { dimension: 'human', perspective: 'internal', expected: 'up' },
      { dimension: 'human', perspective: 'external', expected: 'down' },
      { dimension: 'natural', perspective: 'external', expected: 'up' },
    ])
  })

  test.each([
    ['up', 'increased', 'as-expected'],
    ['up', 'decreased', 'opposite'],
    ['up', 'no_clear_difference', 'not-visible-yet'],
    ['up', 'too_few_to_say', 'too-few-to-say'],
    ['up', undefined, 'too-few-to-say'],
    ['down', 'decreased', 'as-expected'],
    ['down', 'increased', 'opposite'],
  ] as const)('expected %s and %s is %s', (expected, word, verdict) => {
    expect(verdictOn(expected, word)).toBe(verdict)
  })
})
