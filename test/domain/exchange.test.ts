import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CAPITALS } from '../../server/domain/capitals.ts'
import {
  ALL_TOPICS,
  fits,
  fittingTo,
  isTopicOf,
  type Listed,
  OFFER_KINDS,
  TOPICS,
  toldCount,
} from '../../server/domain/exchange.ts'

const few = (...values: string[]) => fc.constantFrom(...values)
const anything: fc.Arbitrary<Listed> = fc.record({
  id: fc.uuid(),
  programmeId: few('valley', 'hills'),
  companyId: few('bakery', 'mill', 'smith'),
  parkId: few('north', 'south'),
  kind: fc.constantFrom(...OFFER_KINDS),
  capital: few('human', 'natural'),
  topic: few('training', 'energy'),
})

describe('topics', () => {
  test('there are at least five for every capital, and none belongs to two', () => {
    for (const capital of CAPITALS) expect(TOPICS[capital].length).toBeGreaterThanOrEqual(5)
    expect(new Set(ALL_TOPICS).size).toBe(ALL_TOPICS.length)
    for (const topic of ALL_TOPICS) expect(CAPITALS.filter((capital) => isTopicOf(capital, topic))).toHaveLength(1)
  })
})

describe('what fits', () => {
  test('is an offer and a need of two companies of one programme, about one topic of one capital', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        expect(fits(one, other)).toBe(fits(other, one))
        if (!fits(one, other)) return
        expect([one.kind, other.kind].sort()).toEqual(['need', 'offer'])
        expect(one.companyId).not.toBe(other.companyId)
        expect([one.programmeId, one.capital, one.topic]).toEqual([other.programmeId, other.capital, other.topic])
      }),
    )
  })

  test('leaves nothing out, stands with the same park first, and does not depend on the order given', () => {
    fc.assert(
      fc.property(anything, fc.uniqueArray(anything, { selector: ({ id }) => id, maxLength: 30 }), (one, others) => {
        const fitting = fittingTo(one, others)
        expect(new Set(fitting)).toEqual(new Set(others.filter((other) => fits(one, other))))
        const isNear = fitting.map(({ parkId }) => parkId === one.parkId)
        expect(isNear).toEqual(isNear.toSorted((a, b) => Number(b) - Number(a)))
        expect(fittingTo(one, others.toReversed())).toEqual(fitting)
      }),
    )
  })
})

test('a count below five is told as a small one, also when it is none', () => {
  expect([0, 1, 4, 5, 12].map(toldCount)).toEqual([null, null, null, 5, 12])
})
