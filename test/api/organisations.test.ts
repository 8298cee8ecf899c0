import { beforeEach, describe, expect, test } from 'vitest'
import { Me, Member, Organisation, OrganisationMade } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { whileTableIsHeld } from '../support/held-table.ts'
import { gatherPeople, invitePerson, type People } from '../support/people.ts'

const Members = listOf(Member)
const NOBODY = '00000000-0000-4000-8000-000000000000'

describe.each(DATABASES)('organisations on $name', ({ open }) => {
  let api: TestApp
  let people: People

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
  })

  const member = (person: { userId: string }) => `/api/organisations/${people.bakery}/members/${person.userId}`
  const rolesOf = async () => {
    const { items } = (await people.alice.client.get(`/api/organisations/${people.bakery}/members`)).as(Members)
    return Object.fromEntries(items.map(({ name, role }) => [name, role]))
  }

  describe('making one', () => {
    test('who makes it is its owner, without end', async () => {
      const { client } = people.frank
      const { id } = (await client.post('/api/organisations', { name: 'Park North', kind: 'park', locale: 'en' })).as(
        OrganisationMade,
      )
      expect((await client.get(`/api/organisations/${id}`)).as(Organisation)).toEqual({
        id,
        name: 'Park North',
        kind: 'park',
        locale: 'en',
        role: 'owner',
        programme: null,
      })
      const { memberships } = (await client.get('/api/me')).as(Me)
      expect(memberships.find(({ organisationId }) => organisationId === id)).toMatchObject({
        role: 'owner',
        until: null,
      })
    })

    test('without a kind it is a company, in Dutch', async () => {
      const { id } = (await people.bob.client.post('/api/organisations', { name: 'Client' })).as(OrganisationMade)
      const organisation = (await people.bob.client.get(`/api/organisations/${id}`)).as(Organisation)
      expect(organisation).toMatchObject({ kind: 'company', locale: 'nl' })
    })

    test.each([{}, { name: '' }, { name: 'x'.repeat(121) }, { name: 'x', kind: 'state' }, { name: 'x', id: NOBODY }])(
      'it refuses %o and makes nothing',
      async (body) => {
        const reply = await people.alice.client.post('/api/organisations', body)
        expect([reply.status, reply.refusal]).toEqual([422, 'invalid-request'])
        expect(await api.database.db.selectFrom('organisation').select('id').execute()).toHaveLength(2)
      },
    )
  })

  describe('who sees one', () => {
    test('every member sees it, with the role of who asks', async () => {
      const { bakery, alice, bob, erin, frank } = people
      const roles = await Promise.all(
        [alice, bob, erin, frank].map(async ({ client }) => {
          return (await client.get(`/api/organisations/${bakery}`)).as(Organisation).role
        }),
      )
      expect(roles).toEqual(['owner', 'facilitator', 'contributor', 'viewer'])
    })

    test('for who is no member, for whose membership has ended, and for an address that is none, it is missing', async () => {
      const missing = await people.carol.client.get(`/api/organisations/${NOBODY}`)
      expect([missing.status, missing.refusal]).toEqual([404, 'not-found'])
      for (const { client } of [people.carol, people.dan]) {
        const reply = await client.get(`/api/organisations/${people.bakery}`)
        expect([reply.status, reply.text]).toEqual([404, missing.text])
      }
      expect((await people.alice.client.get('/api/organisations/__proto__')).text).toBe(missing.text)
    })

    test('an ended membership is not in the list of who asks, but owners see when it ended', async () => {
      expect((await people.dan.client.get('/api/me')).as(Me).memberships).toEqual([])
      const { items } = (await people.alice.client.get(`/api/organisations/${people.bakery}/members`)).as(Members)
      expect(items.map(({ name, role }) => [name, role])).toEqual([
        ['Alice', 'owner'],
        ['Bob', 'facilitator'],
        ['Dan', 'facilitator'],
        ['Erin', 'contributor'],
        ['Frank', 'viewer'],
      ])
      expect(items.find(({ name }) => name === 'Dan')?.until).toBe('2026-11-02T10:00:00.000Z')
    })
  })

  describe('members', () => {
    test('an owner changes role and end; it counts from the next request on', async () => {
      const until = '2026-12-31T23:00:00.000Z'
      const reply = await people.alice.client.patch(member(people.frank), { role: 'contributor', until })
      expect(reply.as(Member)).toMatchObject({ name: 'Frank', role: 'contributor', until })
      const organisation = (await people.frank.client.get(`/api/organisations/${people.bakery}`)).as(Organisation)
      expect(organisation.role).toBe('contributor')
    })

    test('have roles that fit the kind of organisation: a programme has its own, and no others', async () => {
      const { client } = people.alice
      const valley = (await client.post('/api/organisations', { name: 'Valley', kind: 'programme' })).as(
        OrganisationMade,
      )
      const invitations = (org: string) => `/api/organisations/${org}/invitations`
      expect((await client.post(invitations(valley.id), { role: 'overseer' })).status).toBe(201)
      expect((await client.post(invitations(valley.id), { role: 'viewer' })).refusal).toBe('role-not-here')
      expect((await client.post(invitations(people.bakery), { role: 'analyst' })).refusal).toBe('role-not-here')
      expect((await client.patch(member(people.frank), { role: 'student', until: null })).refusal).toBe('role-not-here')
      const frank = (await people.frank.client.get(`/api/organisations/${people.bakery}`)).as(Organisation)
      expect(frank.role).toBe('viewer')
    })

    test('an owner removes a member, who is out with the next request', async () => {
      expect((await people.alice.client.delete(member(people.bob))).status).toBe(204)
      expect((await people.bob.client.get(`/api/organisations/${people.bakery}`)).status).toBe(404)
    })

    test('others than owners change nobody', async () => {
      for (const { client } of [people.bob, people.erin, people.frank]) {
        const changes = [
          await client.patch(member(people.frank), { role: 'owner' }),
          await client.delete(member(people.frank)),
        ]
        expect(changes.map(({ refusal }) => refusal)).toEqual(['not-allowed', 'not-allowed'])
      }
      expect(await rolesOf()).toMatchObject({ Frank: 'viewer' })
    })

    test('somebody of another organisation looks like nobody', async () => {
      const foreign = await people.alice.client.patch(member(people.carol), { role: 'viewer' })
      const missing = await people.alice.client.patch(member({ userId: NOBODY }), { role: 'viewer' })
      expect([foreign.status, foreign.text]).toEqual([404, missing.text])
      expect((await people.alice.client.delete(member(people.carol))).text).toBe(missing.text)
    })

    test.each([{ role: 'viewer' }, { role: 'owner', until: '2030-01-01T00:00:00.000Z' }])(
      'the last owner without end cannot become %o',
      async (change) => {
        const reply = await people.alice.client.patch(member(people.alice), change)
        expect([reply.status, reply.refusal]).toEqual([409, 'last-owner'])
        expect(await rolesOf()).toMatchObject({ Alice: 'owner' })
      },
    )

    test('the last owner cannot leave, and an owner with an end does not count as one who stays', async () => {
      await people.alice.client.patch(member(people.bob), { role: 'owner', until: '2030-01-01T00:00:00.000Z' })
      expect((await people.alice.client.delete(member(people.alice))).refusal).toBe('last-owner')
      await people.alice.client.patch(member(people.bob), { role: 'owner' })
      expect((await people.alice.client.delete(member(people.alice))).status).toBe(204)
      expect((await people.alice.client.get(`/api/organisations/${people.bakery}`)).status).toBe(404)
    })

    test('of two owners who remove each other at the same moment, one stays', async () => {
      const gina = await invitePerson(api, people.alice.client, people.bakery, { name: 'Gina', role: 'owner' })
      const replies = await whileTableIsHeld(api.database, 'membership', 2, () => {
        return Promise.all([people.alice.client.delete(member(gina)), gina.client.delete(member(people.alice))])
      })
      expect(replies.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1)
      const owners = await api.database.db
        .selectFrom('membership')
        .select('userId')
        .where('organisationId', '=', people.bakery)
        .where('role', '=', 'owner')
        .execute()
      expect(owners).toHaveLength(1)
    })

    test.each([{}, { role: 'operator' }, { role: 'viewer', until: 'soon' }, { role: 'viewer', userId: NOBODY }])(
      'it refuses %o',
      async (change) => {
        const reply = await people.alice.client.patch(member(people.frank), change)
        expect([reply.status, reply.refusal]).toEqual([422, 'invalid-request'])
        expect(await rolesOf()).toMatchObject({ Frank: 'viewer' })
      },
    )

    test('changes are noted with ids only', async () => {
      await people.alice.client.patch(member(people.frank), { role: 'contributor' })
      await people.alice.client.delete(member(people.frank))
      const events = await api.database.db
        .selectFrom('auditEvent')
        .select(['action', 'object', 'userId'])
        .where('organisationId', '=', people.bakery)
        .where('object', '=', people.frank.userId)
        .where('action', 'like', 'member.%')
        .orderBy('action')
        .execute()
      const by = { object: people.frank.userId, userId: people.alice.userId }
      expect(events).toEqual([
        { action: 'member.change', ...by },
        { action: 'member.remove', ...by },
      ])
    })
  })
})
