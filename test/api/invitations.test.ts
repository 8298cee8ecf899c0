import { beforeEach, describe, expect, test } from 'vitest'
import { hashSecret } from '../../server/auth/secrets.ts'
import {
  InvitationAccepted,
  InvitationMade,
  InvitationView,
  Me,
  OpenInvitation,
  Organisation,
} from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { asUser, confirmed, PASSWORD, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, inviteTo, type People, tokenOf } from '../support/people.ts'

const Invitations = listOf(OpenInvitation)
const account = { email: 'zoe@example.org', password: PASSWORD, name: 'Zoe', locale: 'nl' }

describe.each(DATABASES)('invitations on $name', ({ open }) => {
  let api: TestApp
  let people: People

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
  })

  const invitations = () => `/api/organisations/${people.bakery}/invitations`
  const accept = (client: Client, body: object) => client.post('/api/invitations/accept', body)
  const roleOf = async (client: Client) => {
    return (await client.get(`/api/organisations/${people.bakery}`)).as(Organisation).role
  }

  describe('making one', () => {
    test('it gives a link that carries the token behind the hash, for seven days', async () => {
      const reply = await people.alice.client.post(invitations(), { role: 'viewer', note: 'for Zoe' })
      const { url, expiresAt } = reply.as(InvitationMade)
      expect(reply.status).toBe(201)
      expect(url).toMatch(/^http:\/\/localhost(:80)?\/invitation#t=[\w-]{43}$/)
      expect(Date.parse(expiresAt) - api.clock.now().getTime()).toBe(7 * 24 * 3_600_000)
      const { tokenHash } = await api.database.db
        .selectFrom('invitation')
        .select('tokenHash')
        .where('note', '=', 'for Zoe')
        .executeTakeFirstOrThrow()
      expect(tokenHash).toBe(hashSecret(tokenOf(url)))
    })

    test('the link starts with the public address when there is one', async () => {
      const other = await startApp(api.database, { publicOrigin: 'http://meervoud.example.org' })
      const alice = other.nobody.with(people.alice.client.headers)
      other.clock.pass({ hours: 2 })
      const { url } = (await alice.post(invitations(), { role: 'viewer' })).as(InvitationMade)
      expect(url).toMatch(/^http:\/\/meervoud\.example\.org\/invitation#t=/)
      await other.close()
    })

    test('owners see the open ones, newest first, without token', async () => {
      const first = (await people.alice.client.post(invitations(), { role: 'viewer' })).as(InvitationMade)
      api.clock.pass({ seconds: 1 })
      const second = (await people.alice.client.post(invitations(), { role: 'owner' })).as(InvitationMade)
      const list = await people.alice.client.get(invitations())
      expect(list.as(Invitations).items.map(({ id }) => id)).toEqual([second.id, first.id])
      expect(list.text).not.toContain(tokenOf(first.url))
      expect(list.text).not.toContain('token')
    })

    test.each(['bob', 'erin', 'frank'] as const)(
      '%s, who is no owner, makes, sees and withdraws none',
      async (name) => {
        const { id } = (await people.alice.client.post(invitations(), { role: 'viewer' })).as(InvitationMade)
        const { client } = people[name]
        const replies = [
          await client.post(invitations(), { role: 'owner' }),
          await client.get(invitations()),
          await client.delete(`${invitations()}/${id}`),
        ]
        expect(replies.map(({ refusal }) => refusal)).toEqual(['not-allowed', 'not-allowed', 'not-allowed'])
      },
    )

    test('it refuses a membership that would be over before it begins', async () => {
      const until = api.clock.now().toISOString()
      const reply = await people.alice.client.post(invitations(), { role: 'viewer', until })
      expect([reply.status, reply.refusal]).toEqual([422, 'invalid-request'])
      expect(reply.problem().errors?.[0]?.pointer).toBe('#/until')
    })

    test.each([{}, { role: 'operator' }, { role: 'viewer', email: 'zoe@example.org' }])(
      'it refuses %o',
      async (body) => {
        expect((await people.alice.client.post(invitations(), body)).refusal).toBe('invalid-request')
      },
    )
  })

  describe('taking one up', () => {
    test('looking tells what it is for and does not use it up', async () => {
      const until = '2027-01-01T00:00:00.000Z'
      const token = await inviteTo(people.alice.client, people.bakery, 'facilitator', until)
      for (let look = 1; look <= 2; look += 1) {
        const view = (await api.nobody.post('/api/invitations/view', { token })).as(InvitationView)
        expect(view).toEqual({ organisation: "Alice's bakery", kind: 'company', role: 'facilitator', until })
      }
    })

    test('a new user gets an account, a membership and a session', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'facilitator', '2027-01-01T00:00:00.000Z')
      const reply = await accept(api.nobody, { token, account })
      expect(reply.as(InvitationAccepted)).toEqual({ organisationId: people.bakery })
      expect(reply.headers['set-cookie']).toMatch(/^mv=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
      const me = (await asUser(api.nobody, reply).get('/api/me')).as(Me)
      expect(me.user).toMatchObject({ email: 'zoe@example.org', locale: 'nl' })
      expect(me.memberships).toMatchObject([{ role: 'facilitator', until: '2027-01-01T00:00:00.000Z' }])
      const events = await api.database.db
        .selectFrom('auditEvent')
        .select('action')
        .where('userId', '=', me.user.id)
        .orderBy('action')
        .execute()
      expect(events.map(({ action }) => action)).toEqual(['invitation.accept', 'user.sign-up'])
    })

    test('who is signed in joins with the token alone, by cookie or by API token', async () => {
      const first = await inviteTo(people.alice.client, people.bakery, 'contributor')
      expect((await accept(people.carol.client, { token: first })).status).toBe(200)
      expect(await roleOf(people.carol.client)).toBe('contributor')
      const second = await inviteTo(people.carol.client, people.mill, 'viewer')
      const alice = await confirmed(api.nobody, people.alice.client)
      const made = await alice.post('/api/tokens', { name: 'script' })
      const { token } = JSON.parse(made.text)
      const reply = await accept(api.nobody.with({ authorization: `Bearer ${token}` }), { token: second })
      expect(reply.as(InvitationAccepted)).toEqual({ organisationId: people.mill })
      expect(reply.headers['set-cookie']).toBeUndefined()
    })

    test('whose membership had ended is a member again', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
      expect((await accept(people.dan.client, { token })).status).toBe(200)
      expect(await roleOf(people.dan.client)).toBe('viewer')
    })

    test('an owner who tries the link out stays owner, and the link stays good', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
      expect((await accept(people.alice.client, { token })).as(InvitationAccepted).organisationId).toBe(people.bakery)
      expect(await roleOf(people.alice.client)).toBe('owner')
      expect((await accept(api.nobody, { token, account })).status).toBe(200)
    })

    test('without a session and without an account it says to sign in, and the link stays good', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
      const reply = await accept(api.nobody, { token })
      expect([reply.status, reply.refusal]).toEqual([401, 'sign-in-needed'])
      expect((await accept(api.nobody, { token, account })).status).toBe(200)
    })

    test('an address that has an account is refused, and the link stays good', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
      const reply = await accept(api.nobody, { token, account: { ...account, email: 'Bob@Example.org' } })
      expect([reply.status, reply.refusal]).toEqual([409, 'email-taken'])
      expect((await accept(api.nobody, { token, account })).status).toBe(200)
    })

    test.each([{ password: 'elevenchars' }, { email: 'zoe' }, { name: '' }, { role: 'owner' }])(
      'it refuses an account with %o',
      async (change) => {
        const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
        const reply = await accept(api.nobody, { token, account: { ...account, ...change } })
        expect([reply.status, reply.refusal]).toEqual([422, 'invalid-request'])
      },
    )
  })

  describe('what is no invitation any more', () => {
    const refused = async (token: string) => {
      const replies = [
        await api.nobody.post('/api/invitations/view', { token }),
        await accept(api.nobody, { token, account }),
        await accept(people.carol.client, { token }),
      ]
      for (const reply of replies) {
        expect([reply.status, reply.refusal, reply.text]).toEqual([404, 'invitation-not-valid', replies[0]?.text])
      }
      const { memberships } = (await people.carol.client.get('/api/me')).as(Me)
      expect(memberships.map(({ organisationId }) => organisationId)).toEqual([people.mill])
      expect(
        await api.database.db.selectFrom('user').select('id').where('email', '=', account.email).execute(),
      ).toEqual([])
    }

    test('one that was used', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
      await accept(people.dan.client, { token })
      await refused(token)
    })

    test('one that is older than seven days', async () => {
      const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
      // Only the invitation ages: a week on the clock would end every session too.
      await api.database.db.updateTable('invitation').set({ expiresAt: api.clock.now().toISOString() }).execute()
      await refused(token)
      expect((await people.alice.client.get(invitations())).as(Invitations).items).toEqual([])
    })

    test('one that was withdrawn', async () => {
      const reply = await people.alice.client.post(invitations(), { role: 'viewer' })
      const { id, url } = reply.as(InvitationMade)
      expect((await people.alice.client.delete(`${invitations()}/${id}`)).status).toBe(204)
      await refused(tokenOf(url))
      expect((await people.alice.client.delete(`${invitations()}/${id}`)).refusal).toBe('not-found')
    })

    test('one that nobody made', async () => {
      await refused('x'.repeat(43))
    })

    test('one of an owner who is none any more, so that nobody comes back through an old link', async () => {
      const owners = await inviteTo(people.alice.client, people.bakery, 'owner')
      await accept(people.dan.client, { token: owners })
      const token = await inviteTo(people.dan.client, people.bakery, 'owner')
      await people.alice.client.delete(`/api/organisations/${people.bakery}/members/${people.dan.userId}`)
      await refused(token)
    })
  })

  test('of people who take one link up at the same moment, one becomes a member', async () => {
    const token = await inviteTo(people.alice.client, people.bakery, 'viewer')
    const names = ['v', 'w', 'x', 'y', 'z']
    const replies = await Promise.all(
      names.map((name) => accept(api.nobody, { token, account: { ...account, email: `${name}@example.org`, name } })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404])
    const made = await api.database.db
      .selectFrom('user')
      .select('email')
      .where('email', 'like', '_@example.org')
      .execute()
    expect(made).toHaveLength(1)
  })

  test("another organisation's invitation cannot be withdrawn", async () => {
    const made = (await people.alice.client.post(invitations(), { role: 'viewer' })).as(InvitationMade)
    const reply = await people.carol.client.delete(`/api/organisations/${people.mill}/invitations/${made.id}`)
    expect(reply.refusal).toBe('not-found')
    expect((await people.alice.client.get(invitations())).as(Invitations).items).toHaveLength(1)
  })
})
