import { describe, expect, test } from 'vitest'
import { RoundItems } from '../../server/contract/rounds.ts'
import { newRound, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

describe.each(DATABASES)('what a round asks, on $name', ({ open }) => {
  test('its members read it in asked order, before it opens too, and nothing else about an item', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const itemIds = ['i14', 'i01', 'i48', 'i02']
    const { id } = await newRound(alice.client, alice.organisationId, { itemIds, draft: true })
    const reply = await alice.client.get(`/api/organisations/${alice.organisationId}/rounds/${id}/items`)
    expect(JSON.parse(reply.text)).toEqual({ items: itemIds })
    expect(reply.as(RoundItems).items).toEqual(itemIds)
  })
})
