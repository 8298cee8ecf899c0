import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listUnsweptRetention } from '../../server/db/queries/erasures.ts'
import { sweepErased } from '../../server/services/erasures.ts'
import { signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { startMailApp } from '../support/mail-app.ts'
import { invitePerson } from '../support/people.ts'
import { AGREEMENT } from '../support/world-reflections.ts'

describe.each(DATABASES)('what an erased account leaves on $name', ({ open }) => {
  test('is no address: not in the invitation that it took up, not in one that waits, not in mail', async () => {
    const api = await startMailApp(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const bob = await invitePerson(api, alice.client, alice.organisationId, {
      name: 'Bob',
      role: 'viewer',
      address: 'Bob@Example.org',
    })
    const second = { role: 'facilitator', email: 'BOB@example.org' }
    await alice.client.post(`${org}/invitations`, second)
    await alice.client.post(`${org}/invitations`, { role: 'viewer', email: 'someone@else.org' })
    const { db } = api.database
    const left = async () => [
      (await db.selectFrom('invitation').select('email').execute()).map(({ email }) => email).sort(),
      (await db.selectFrom('mail').select('recipient').execute()).map(({ recipient }) => recipient),
    ]
    expect((await left()).map((addresses) => addresses.length)).toEqual([3, 3])
    expect((await bob.client.delete('/api/me')).status).toBe(204)
    expect(await left()).toEqual([[null, null, 'someone@else.org'].sort(), ['someone@else.org']])
  })

  test('is no name on an agreement of an organisation that the person was put out of before', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bobhilde', role: 'viewer' })
    const content = { ...AGREEMENT, owner: 'Bobhilde' }
    const agreement = `${org}/interventions/${randomUUID()}`
    const made = await alice.client.put(agreement, { reflectionId: null, roundId: null, content, revision: 0 })
    expect(made.status).toBeLessThan(300)
    await alice.client.delete(`${org}/members/${bob.userId}`)
    expect((await bob.client.delete('/api/me')).status).toBe(204)
    const reply = await alice.client.get(agreement)
    expect([reply.text.includes('Bobhilde'), reply.text.includes('former member')]).toEqual([false, true])
  })

  test('is somebody who runs the installation, when the two who do leave at the same moment', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const people = await Promise.all(
      ['Bob', 'Carol'].map((name) => invitePerson(api, alice.client, alice.organisationId, { name, role: 'viewer' })),
    )
    const { db } = api.database
    const [bob, carol] = people.map(({ userId }) => userId)
    await db.updateTable('user').set({ isOperator: 0 }).execute()
    await db
      .updateTable('user')
      .set({ isOperator: 1 })
      .where('id', 'in', [bob ?? '', carol ?? ''])
      .execute()
    const replies = await Promise.all(people.map(({ client }) => client.delete('/api/me')))
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409])
    expect(await db.selectFrom('user').select('isOperator').where('isOperator', '=', 1).execute()).toHaveLength(1)
  })

  test('is written anew once more when retention deleted something while the files were written', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { db } = api.database
    const { organisationId } = alice
    const done = { doneAt: '2026-11-02T08:00:00.000Z', sheets: 1, texts: 0, events: 0 }
    await db
      .insertInto('retention')
      .values({ organisationId, day: '2026-11-02', ...done })
      .execute()
    // The clock is read before the files are written; what is deleted from that moment on is not in that writing.
    let isWriting = false
    const now = () => {
      if (!isWriting) queueMicrotask(() => api.clock.pass({ minutes: 1 }))
      isWriting = true
      return api.clock.now()
    }
    await sweepErased({ database: api.database, now }, 'now')
    const { sweptAt } = await db.selectFrom('retention').select('sweptAt').executeTakeFirstOrThrow()
    expect(sweptAt).toBe('2026-11-02T09:00:00.000Z')
  })

  test('is not written anew for ever because a clock that ran ahead was set back', async () => {
    const api = await startAppForTest(open)
    const { organisationId } = await signUp(api)
    const { db } = api.database
    const doneAt = '2031-01-01T02:00:00.000Z'
    const row = { organisationId, day: '2031-01-01', doneAt, sheets: 1, texts: 0, events: 0 }
    await db.insertInto('retention').values(row).execute()
    expect((await listUnsweptRetention(db)).length).toBe(1)
    await sweepErased({ database: api.database, now: api.clock.now }, 'now')
    expect(await listUnsweptRetention(db)).toEqual([])
  })
})
