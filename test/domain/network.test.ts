import { describe, expect, test } from 'vitest'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { inCapitalOrder, type NetworkLink, overviewOf } from '../../server/domain/network.ts'

const link = (
  dimension: NetworkLink['dimension'],
  direction: NetworkLink['direction'] = 'to-us',
  state: NetworkLink['state'] = 'active',
): NetworkLink => ({ dimension, direction, state })

describe('the overview of a network', () => {
  test('counts nobody without parties, and finds no capital coming in', () => {
    expect(overviewOf([])).toEqual({ parties: 0, sleeping: 0, untied: 0, notComingIn: CAPITALS })
  })

  test('a party sleeps when all its lines do, and not when it has none', () => {
    const parties = [
      { links: [link('human', 'both', 'dormant'), link('social', 'to-us', 'dormant')] },
      { links: [link('human', 'both', 'dormant'), link('social')] },
      { links: [] },
    ]
    expect(overviewOf(parties)).toMatchObject({ parties: 3, sleeping: 1, untied: 1 })
  })

  test('a capital comes in along an active line to us, or of both directions', () => {
    const parties = [
      { links: [link('human'), link('social', 'both'), link('intellectual', 'from-us')] },
      { links: [link('natural', 'to-us', 'dormant'), link('financial', 'both', 'dormant')] },
    ]
    expect(overviewOf(parties).notComingIn).toEqual(['intellectual', 'manufactured', 'natural', 'financial'])
  })

  test('lines stand in the order of the capitals, and what was given stays as it was', () => {
    const given = CAPITALS.map((capital) => link(capital)).reverse()
    expect(inCapitalOrder(given).map(({ dimension }) => dimension)).toEqual(CAPITALS)
    expect(given[0]?.dimension).toBe('financial')
  })
})
