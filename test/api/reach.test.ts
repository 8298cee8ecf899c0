import { beforeEach, describe, expect, test } from 'vitest'
import { hashSecret } from '../../server/auth/secrets.ts'
import { ReachCheck, ReachCheckMade, Venue } from '../../server/contract/venue.ts'
import {
  asUser,
  newRound,
  PASSWORD,
  type Person,
  signUp,
  startApp,
  startAppForTest,
  type TestApp,
} from '../support/app.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { invitePerson, withToken } from '../support/people.ts'

describe.each(DATABASES)('a trial of the network, on $name', ({ open }) => {
  let api: TestApp
  let alice: Person & { organisationId: string }

  beforeEach(async () => {
    api = await startAppForTest(open)
    alice = await signUp(api)
  })
  const begin = async (client: Client = alice.client) => (await client.post('/api/reach-checks')).as(ReachCheckMade)
  const look = async (id: string) => (await alice.client.get(`/api/reach-checks/${id}`)).as(ReachCheck)
  const reach = (code: string) => api.nobody.post('/api/reach', { code })
  const rows = () => api.database.db.selectFrom('reachCheck').selectAll().execute()

  test('its address is for phones, and its code is stored as a hash only', async () => {
    const { url, code, id } = await begin()
    expect(url).toBe(`http://phones.test/d#proef-${code}`)
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
    expect(await rows()).toEqual([
      expect.objectContaining({ id, codeHash: hashSecret(code), userId: alice.userId, reached: 0, lastAt: null }),
    ])
  })

  test('it says that nobody came, then how many times a phone came and when the last did', async () => {
    const { id, code } = await begin()
    expect(await look(id)).toEqual({ reached: 0, lastAt: null })
    api.clock.pass({ minutes: 3 })
    expect((await reach(code)).status).toBe(204)
    api.clock.pass({ minutes: 1 })
    expect((await reach(code.toLowerCase())).status).toBe(204)
    expect(await look(id)).toEqual({ reached: 2, lastAt: api.clock.now().toISOString() })
  })

  test('phones come through on the address for phones, where no trial can be started or read', async () => {
    const room = await startApp(api.database, {}, 'participants')
    const { id, code } = await begin()
    expect((await room.nobody.post('/api/reach', { code })).status).toBe(204)
    expect((await look(id)).reached).toBe(1)
    const inRoom = room.nobody.with(alice.client.headers)
    expect((await inRoom.post('/api/reach-checks')).refusal).toBe('accounts-refused-here')
    expect((await inRoom.get(`/api/reach-checks/${id}`)).refusal).toBe('accounts-refused-here')
    await room.close()
  })

  test("another user's trial looks like none, though both are of one organisation", async () => {
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'owner' })
    const { id } = await begin(bob.client)
    const foreign = await alice.client.get(`/api/reach-checks/${id}`)
    const missing = await alice.client.get('/api/reach-checks/00000000-0000-4000-8000-000000000000')
    expect([foreign.status, foreign.text]).toEqual([404, missing.text])
  })

  test('after a day it is over, and the next trial clears it away', async () => {
    // No session lasts that long without being used.
    const { client } = await withToken(api, alice)
    const first = await begin(client)
    api.clock.pass({ hours: 11 })
    const second = await begin(client)
    api.clock.pass({ hours: 12, minutes: 59 })
    expect((await reach(first.code)).status).toBe(204)
    api.clock.pass({ minutes: 1 })
    expect((await reach(first.code)).refusal).toBe('reach-check-unknown')
    const later = asUser(api.nobody, await signIn(api))
    expect((await later.get(`/api/reach-checks/${first.id}`)).refusal).toBe('not-found')
    const third = await begin(later)
    expect((await rows()).map(({ id }) => id).sort()).toEqual([second.id, third.id])
  })

  test('a wrong code is refused in words, and counts as one', async () => {
    const { code } = await begin()
    const wrong = await reach('ZZZZZZ')
    expect([wrong.status, wrong.refusal]).toEqual([404, 'reach-check-unknown'])
    for (let guess = 1; guess < 300; guess += 1) await reach(`GUESS${guess}`)
    expect((await reach(code)).refusal).toBe('too-many-attempts')
    expect((await api.nobody.post('/api/join', { code: 'ZZZZZZ' })).refusal).toBe('too-many-attempts')
    api.clock.pass({ minutes: 1 })
    expect((await reach(code)).status).toBe(204)
  })

  test('a code of a round is no code of a trial, and the other way round', async () => {
    const { code } = await begin()
    expect((await api.nobody.post('/api/join/preview', { code })).refusal).toBe('wrong-code')
    const round = await newRound(alice.client, alice.organisationId)
    expect((await reach(round.code)).refusal).toBe('reach-check-unknown')
  })

  test('staff read how phones come in', async () => {
    const { listening, origins, certificate } = (await alice.client.get('/api/venue')).as(Venue)
    expect([listening, origins, certificate]).toEqual([true, ['http://phones.test'], 'none'])
    expect((await api.nobody.get('/api/venue')).refusal).toBe('sign-in-needed')
  })
})

/** Sessions end after twelve hours: who looks a day later has signed in again. */
function signIn({ nobody }: TestApp): Promise<Reply> {
  return nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
}
