import { describe, expect, test } from 'vitest'
import { Me } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Participation } from '../../server/contract/participations.ts'
import { OpenProgrammeInvitation, ProgrammeInvitationView } from '../../server/contract/programme-invitations.ts'
import { newRound } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { consentTo } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { whileTableIsHeld } from '../support/held-table.ts'
import { invitePerson } from '../support/people.ts'
import { inviteBy, LINKS, participationOf, startValley, takePartAs } from '../support/programme-invitations.ts'

describe.each(DATABASES)('a link that invites a company, on $name', ({ open }) => {
  test('is looked at without using it up, and taken up once with an account, a company, a park and a sector', async () => {
    const valley = await startValley(open)
    const { api, manager, org, parks, id } = valley
    const { token } = await inviteBy(manager.client, org, { note: 'The butcher' })
    const view = (await api.nobody.post(`${LINKS}/view`, { token })).as(ProgrammeInvitationView)
    expect(view).toMatchObject({ programme: 'The valley', park: null })
    expect(view.parks.map(({ name }) => name)).toEqual(['North', 'South'])
    const { client, companyId } = await takePartAs(valley, token, 'Butcher', { parkId: parks[1], sector: 'C' })
    const { memberships } = (await client.get('/api/me')).as(Me)
    expect(memberships).toMatchObject([{ organisationId: companyId, name: 'Butcher', kind: 'company', role: 'owner' }])
    const list = (await client.get(`/api/organisations/${companyId}/participations`)).as(listOf(Participation))
    expect(list.items).toMatchObject([
      {
        programme: { id, name: 'The valley' },
        park: { name: 'South' },
        sector: 'C',
        leftAt: null,
        consents: { benchmark: false, named: false, public: false },
      },
    ])
    expect((await api.nobody.post(`${LINKS}/view`, { token })).refusal).toBe('invitation-not-valid')
    const { db } = api.database
    const joins = db
      .selectFrom('auditEvent')
      .select(['organisationId', 'userId'])
      .where('action', '=', 'participation.join')
    const events = await joins.orderBy('userId').execute()
    expect(events.map((event) => [event.organisationId, event.userId === null]).sort()).toEqual(
      [
        [companyId, false],
        [id, true],
      ].sort(),
    )
  })

  test('needs a park of the programme unless it names one itself, and a section of the classification', async () => {
    const valley = await startValley(open)
    const { api, manager, org, parks } = valley
    const { token } = await inviteBy(manager.client, org)
    const accept = (body: object) =>
      manager.client.post(`${LINKS}/accept`, { token, company: { name: 'New' }, ...body })
    expect((await accept({})).problem().errors?.[0]?.pointer).toBe('#/parkId')
    expect((await accept({ parkId: valley.id })).refusal).toBe('invalid-request')
    expect((await accept({ parkId: parks[0], sector: 'Z' })).refusal).toBe('invalid-request')
    const preset = await inviteBy(manager.client, org, { parkId: parks[0] })
    const view = (await api.nobody.post(`${LINKS}/view`, { token: preset.token })).as(ProgrammeInvitationView)
    expect(view).toMatchObject({ park: { name: 'North' }, parks: [] })
    const taken = await manager.client.post(`${LINKS}/accept`, { token: preset.token, company: { name: 'New' } })
    expect(taken.status).toBe(200)
    expect((await manager.client.post(`${org}/invitations`, { parkId: valley.id })).refusal).toBe('invalid-request')
  })

  test('is for owners of a company: not for its other members, other kinds, or the company of somebody else', async () => {
    const valley = await startValley(open)
    const { api, manager, org, parks, id } = valley
    const { token } = await inviteBy(manager.client, org, { parkId: parks[0] })
    const alices = (await manager.client.get('/api/me')).as(Me).memberships.find(({ kind }) => kind === 'company')
    const bakery = alices?.organisationId ?? ''
    const bob = await invitePerson(api, manager.client, bakery, { name: 'Bob', role: 'facilitator' })
    const eve = await takePartAs(valley, (await inviteBy(manager.client, org, { parkId: parks[0] })).token, 'Eve')
    const accept = (by: Client, companyId: string) => by.post(`${LINKS}/accept`, { token, company: { id: companyId } })
    expect((await accept(bob.client, bakery)).refusal).toBe('not-allowed')
    expect((await accept(eve.client, bakery)).refusal).toBe('not-found')
    expect((await accept(manager.client, id)).refusal).toBe('not-found')
    expect((await accept(eve.client, eve.companyId)).refusal).toBe('participates-already')
    expect((await accept(manager.client, bakery)).status, 'the link stayed good').toBe(200)
    expect((await accept(manager.client, bakery)).refusal).toBe('invitation-not-valid')
  })

  test('is for one company, even at the same moment', async () => {
    const valley = await startValley(open)
    const { api, manager, org, parks } = valley
    const { token } = await inviteBy(manager.client, org, { parkId: parks[0] })
    // All three looked at the link before the first of them takes it up.
    const replies = await whileTableIsHeld(api.database, 'participation', 3, () =>
      Promise.all(
        ['One', 'Two', 'Three'].map((name) => manager.client.post(`${LINKS}/accept`, { token, company: { name } })),
      ),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    expect((await participationOf(manager.client, org)).total.joined).toBe(1)
  })

  test('ends after thirty days, when it is withdrawn, and when who made it may not invite any more', async () => {
    const { api, manager, id, org } = await startValley(open)
    const adviser = await invitePerson(api, manager.client, id, { name: 'Ada', role: 'adviser' })
    const [withdrawn, made, late] = [
      await inviteBy(manager.client, org),
      await inviteBy(adviser.client, org),
      await inviteBy(manager.client, org),
    ]
    const isGood = async (token: string) => (await api.nobody.post(`${LINKS}/view`, { token })).status === 200
    expect((await adviser.client.delete(`${org}/invitations/${withdrawn.id}`)).status).toBe(204)
    expect((await adviser.client.delete(`${org}/invitations/${withdrawn.id}`)).refusal).toBe('not-found')
    expect([await isGood(withdrawn.token), await isGood(made.token)]).toEqual([false, true])
    await manager.client.patch(`/api/organisations/${id}/members/${adviser.userId}`, { role: 'analyst' })
    expect(await isGood(made.token)).toBe(false)
    const list = (await manager.client.get(`${org}/invitations`)).as(listOf(OpenProgrammeInvitation))
    expect(list.items.map((link) => link.id)).toEqual([late.id])
    api.clock.pass({ days: 29 })
    expect(await isGood(late.token)).toBe(true)
    api.clock.pass({ days: 2 })
    expect(await isGood(late.token)).toBe(false)
  })

  test('lets a company come back that left, with none of the consents it gave before', async () => {
    const valley = await startValley(open)
    const { api, manager, id, org, parks } = valley
    const { client, companyId } = await takePartAs(
      valley,
      (await inviteBy(manager.client, org, { parkId: parks[0] })).token,
      'Butcher',
    )
    const participation = `/api/organisations/${companyId}/participations`
    expect((await consentTo('named', client, `${participation}/${id}`)).status).toBe(200)
    api.clock.pass({ minutes: 5 })
    await client.delete(`${participation}/${id}`)
    expect((await participationOf(manager.client, org)).total.joined).toBe(0)
    api.clock.pass({ minutes: 5 })
    const { token } = await inviteBy(manager.client, org, { parkId: parks[1] })
    expect((await client.post(`${LINKS}/accept`, { token, company: { id: companyId } })).status).toBe(200)
    const list = (await client.get(participation)).as(listOf(Participation)).items
    expect(list).toMatchObject([{ park: { name: 'South' }, leftAt: null, consents: { named: false } }])
  })
})

describe.each(DATABASES)('who takes part in a programme, on $name', ({ open }) => {
  test('is told as counts per park, with names for managers and advisers only, and never a score', async () => {
    const valley = await startValley(open)
    const { api, manager, id, org, parks } = valley
    await inviteBy(manager.client, org, { parkId: parks[0] })
    await inviteBy(manager.client, org)
    const join = async (name: string) =>
      takePartAs(valley, (await inviteBy(manager.client, org, { parkId: parks[1] })).token, name)
    const [quiet, busy] = [await join('Quiet'), await join('Busy')]
    for (const { client, companyId } of [quiet, busy]) await newRound(client, companyId)
    // Of a company that consents to nothing, nobody of the programme learns that it began.
    expect((await participationOf(manager.client, org)).total).toEqual({
      invited: 2,
      joined: 2,
      consented: 0,
      started: 0,
      contributed: 0,
    })
    const busyPath = `/api/organisations/${busy.companyId}/participations/${id}`
    expect((await consentTo('benchmark', busy.client, busyPath)).status).toBe(200)
    const seen = await participationOf(manager.client, org)
    expect(seen).toMatchObject({ period: '2026-Q4', anywhere: 1, total: { consented: 1, started: 1, contributed: 0 } })
    expect(seen.parks).toMatchObject([
      { name: 'North', invited: 1, joined: 0 },
      { name: 'South', invited: 0, joined: 2, consented: 1, started: 1 },
    ])
    expect(seen.companies?.map(({ name, state }) => [name, state])).toEqual([
      ['Busy', 'started'],
      ['Quiet', 'joined'],
    ])
    // Who began nothing and who consents to nothing look the same.
    const [, company = {}] = seen.companies ?? []
    expect(Object.keys(company).toSorted()).toEqual(['id', 'joinedAt', 'name', 'parkId', 'sector', 'state'])
    for (const role of ['adviser', 'analyst', 'student', 'overseer'] as const) {
      const { client } = await invitePerson(api, manager.client, id, { name: `The-${role}`, role })
      const { companies, total } = await participationOf(client, org)
      expect([role, companies === null]).toEqual([role, role !== 'adviser'])
      expect(total.joined).toBe(2)
      expect((await client.get(`${org}/invitations`)).status, role).toBe(role === 'adviser' ? 200 : 403)
      for (const path of ['', '/rounds', '/members', '/participations'])
        expect((await client.get(`/api/organisations/${busy.companyId}${path}`)).refusal, role).toBe('not-found')
    }
  })
})
