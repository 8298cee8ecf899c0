import { describe, expect, test } from 'vitest'
import { ItemWork } from '../../server/contract/company-sheets.ts'
import { startAppForTest } from '../support/app.ts'
import { newSheet } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { hashOfTables } from '../support/table-hash.ts'

describe.each(DATABASES)('what a team keeps with a question, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const sheet = await newSheet(people.alice.client, people.bakery)
    return { ...people, api, sheet, owner: people.alice.client }
  }

  test('keeps with a question who answers it, how sure, a note and a link; what is left out stays', async () => {
    const { sheet, owner, bob, erin, api } = await start()
    const link = 'https://example.org/meter?week=44'
    const first = await sheet.work(bob.client, 'i01', { revision: 0, assignedTo: erin.userId, certainty: 'estimate' })
    const kept = { assignedTo: erin.userId, certainty: 'estimate', note: '', link: null, revision: 1 }
    expect(first.as(ItemWork)).toEqual(kept)
    const second = await sheet.work(owner, 'i01', { revision: 1, note: ' From the ledger ', link })
    expect(second.as(ItemWork)).toEqual({ ...kept, note: 'From the ledger', link, revision: 2 })
    const third = await sheet.work(owner, 'i01', { revision: 2, assignedTo: null, link: null })
    expect(third.as(ItemWork)).toMatchObject({ assignedTo: null, link: null, note: 'From the ledger', revision: 3 })
    const before = await hashOfTables(api.database)
    expect((await sheet.work(owner, 'i01', { revision: 2, assignedTo: null, link: null })).status).toBe(200)
    expect(await hashOfTables(api.database)).toBe(before)
    expect((await sheet.read(owner)).work['i01']?.revision).toBe(3)
  })

  test('two people who write with one question do not overwrite each other', async () => {
    const { sheet, owner, bob } = await start()
    await sheet.work(owner, 'i01', { revision: 0, note: 'From the ledger' })
    const late = await sheet.work(bob.client, 'i01', { revision: 0, note: 'Counted by hand' })
    expect([late.status, late.refusal]).toEqual([409, 'edited-meanwhile'])
    expect((await sheet.read(bob.client)).work['i01']?.note).toBe('From the ledger')
  })

  test.each([
    ['a link that runs in a page', { link: 'javascript:alert(1)' }, 'invalid-request'],
    ['a link to a file', { link: 'file:///etc/passwd' }, 'invalid-request'],
    ['a certainty that is none', { certainty: 'quite' }, 'invalid-request'],
    ['a question for somebody who only looks', { assignedTo: 'frank' }, 'invalid-request'],
    ['a question for a stranger', { assignedTo: 'carol' }, 'invalid-request'],
    ['a question for who has left', { assignedTo: 'dan' }, 'invalid-request'],
  ])('refuses %s', async (_, change, code) => {
    const world = await start()
    const { sheet, owner, api } = world
    const who = 'assignedTo' in change ? { assignedTo: world[change.assignedTo as 'frank'].userId } : change
    const before = await hashOfTables(api.database)
    expect((await sheet.work(owner, 'i01', { revision: 0, ...who } as never)).refusal).toBe(code)
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('shows who is where, for 45 seconds, and not oneself', async () => {
    const { sheet, owner, erin, frank, api } = await start()
    expect((await sheet.here(erin.client, 'i02')).status).toBe(204)
    expect((await sheet.here(frank.client, null)).status).toBe(204)
    expect((await sheet.here(erin.client, 'i48')).refusal).toBe('not-found')
    const at = api.clock.now().toISOString()
    const seen = (await sheet.read(owner)).here
    expect(seen).toHaveLength(2)
    expect(seen).toContainEqual({ userId: erin.userId, itemId: 'i02', at })
    expect((await sheet.read(erin.client)).here).toEqual([{ userId: frank.userId, itemId: null, at }])
    api.clock.pass({ seconds: 45 })
    expect((await sheet.read(owner)).here).toHaveLength(2)
    api.clock.pass({ seconds: 1 })
    expect((await sheet.read(owner)).here).toEqual([])
  })
})
