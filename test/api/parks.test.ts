import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Me, Organisation, OrganisationMade } from '../../server/contract/accounts.ts'
import { listOf, type Role } from '../../server/contract/common.ts'
import { Park, ParkImportPreview, ParkMade, ParkRegion, ParksImported } from '../../server/contract/parks.ts'
import { PROGRAMME_ROLES } from '../../server/contract/roles.ts'
import { Round } from '../../server/contract/rounds.ts'
import { WhoSees } from '../../server/contract/who-sees.ts'
import { newRound, type Person, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { whileTableIsHeld } from '../support/held-table.ts'
import { invitePerson } from '../support/people.ts'
import { Stream } from '../support/stream.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/parks/ibis-sample.csv'))
const PARKS = 44

describe.each(DATABASES)('the parks of a programme, on $name', ({ open }) => {
  async function start(): Promise<{ api: TestApp; manager: Person; id: string; org: string }> {
    const api = await startAppForTest(open)
    const manager = await signUp(api)
    const made = await manager.client.post('/api/organisations', { name: 'Achterhoek', kind: 'programme' })
    const { id } = made.as(OrganisationMade)
    return { api, manager, id, org: `/api/organisations/${id}/programme` }
  }
  const parksOf = async (by: Client, org: string) => (await by.get(`${org}/parks`)).as(listOf(Park)).items
  const eventsOf = async ({ database }: TestApp, organisationId: string) => {
    const events = database.db.selectFrom('auditEvent').select('action').where('organisationId', '=', organisationId)
    return (await events.orderBy('number').execute()).map(({ action }) => action)
  }

  test('come from a file of the register after a look, as organisations in regions, and by name', async () => {
    const { api, manager, id, org } = await start()
    const preview = (await manager.client.post(`${org}/parks/import/preview`, SAMPLE)).as(ParkImportPreview)
    expect(preview.counts).toEqual({ added: PARKS, changed: 0, same: 0, leftOut: 0 })
    expect(preview.notes.map(({ code }) => code)).toEqual(['columns-passed-over', 'kind-empty', 'unknown', 'net-zero'])
    expect(preview.first[0]).toMatchObject({ name: 'De Rieze (fases I t/m V)', region: { code: 'GM1509' } })
    expect(await parksOf(manager.client, org)).toEqual([])
    const done = await manager.client.post(`${org}/parks/import?source=IBIS%202024`, SAMPLE)
    expect(done.as(ParksImported)).toEqual(preview.counts)
    const parks = await parksOf(manager.client, org)
    expect(parks).toHaveLength(PARKS)
    expect(parks.map(({ name }) => name)).toEqual(parks.map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : 1)))
    expect(parks.find(({ registerNumber }) => registerNumber === '962')).toMatchObject({
      region: { code: 'GM1509', name: 'Oude IJsselstreek' },
      hectaresGross: 66.1915,
      kind: 'B1',
      source: 'IBIS 2024',
    })
    const regions = (await manager.client.get(`${org}/regions`)).as(listOf(ParkRegion)).items
    expect(regions.map(({ code }) => code)).toEqual(['GM1859', 'GM0268', 'GM1586', 'GM1509'])
    expect(regions.reduce((sum, region) => sum + region.parks, 0)).toBe(PARKS)
    expect(await eventsOf(api, id)).toEqual(['organisation.create', 'park.import'])
    const { memberships } = (await manager.client.get('/api/me')).as(Me)
    expect(memberships.map(({ kind }) => kind).sort()).toEqual(['company', 'programme'])
  })

  test('from the same file again are none, with other facts change by number, and none loses a round', async () => {
    const { manager, org } = await start()
    await manager.client.post(`${org}/parks/import`, SAMPLE)
    const [first] = (await parksOf(manager.client, org)).filter(({ registerNumber }) => registerNumber === '962')
    await newRound(manager.client, first?.id ?? '')
    const again = (await manager.client.post(`${org}/parks/import`, SAMPLE)).as(ParksImported)
    expect(again).toEqual({ added: 0, changed: 0, same: PARKS, leftOut: 0 })
    const changed = Buffer.from(
      'rin;naam;gemeente_code;gemeente;ha_bruto\n962;De Rieze;1509;Oude IJsselstreek;70,5\n;Nieuw;1509;Oude IJsselstreek;\n',
    )
    const preview = (await manager.client.post(`${org}/parks/import/preview`, changed)).as(ParkImportPreview)
    expect(preview.notes.map(({ code }) => code)).toContain('name-kept')
    const done = (await manager.client.post(`${org}/parks/import`, changed)).as(ParksImported)
    expect(done).toEqual({ added: 1, changed: 1, same: 0, leftOut: 0 })
    // A park without a number is known by its name and municipality.
    expect((await manager.client.post(`${org}/parks/import`, changed)).as(ParksImported).same).toBe(2)
    const parks = await parksOf(manager.client, org)
    expect(parks).toHaveLength(PARKS + 1)
    const after = parks.find(({ registerNumber }) => registerNumber === '962')
    expect(after).toMatchObject({ id: first?.id, name: first?.name, hectaresGross: 70.5, revision: 2 })
    const { hectaresNet, kind, asOf } = first ?? {}
    expect(after, 'what the file has no column for stays').toMatchObject({ hectaresNet, kind, asOf })
    expect(hectaresNet).toBeGreaterThan(0)
    expect(preview.first[0]).toMatchObject({ hectaresGross: 70.5, hectaresNet })
    const rounds = (await manager.client.get(`/api/organisations/${first?.id}/rounds`)).as(listOf(Round))
    expect(rounds.items).toHaveLength(1)
  })

  test('two imports at the same moment make no doubles', async () => {
    const { api, manager, org } = await start()
    // Neither has stored a park when the other begins.
    const replies = await whileTableIsHeld(api.database, 'park_fact', 2, () =>
      Promise.all([1, 2].map(() => manager.client.post(`${org}/parks/import`, SAMPLE))),
    )
    expect(replies.map((reply) => reply.as(ParksImported).added).sort((a, b) => a - b)).toEqual([0, PARKS])
    expect(await parksOf(manager.client, org)).toHaveLength(PARKS)
  })

  test('are not taken from a file that cannot be read, which is said with its line', async () => {
    const { manager, org } = await start()
    const broken = Buffer.from('naam,rin\n"Park,1\n')
    const preview = (await manager.client.post(`${org}/parks/import/preview`, broken)).as(ParkImportPreview)
    expect(preview.faults).toEqual([{ line: 2, code: 'quote', variables: {} }])
    const reply = await manager.client.post(`${org}/parks/import`, broken)
    expect([reply.refusal, reply.problem().errors]).toEqual([
      'import-refused',
      [{ pointer: 'line 2', detail: 'quote' }],
    ])
  })

  test('are added by hand and get other facts, once by whoever was first', async () => {
    const { api, manager, id, org } = await start()
    const input = { name: 'De Kamp', registerNumber: '7', regionCode: 'GM1586', municipality: 'Oost Gelre' }
    const made = (await manager.client.post(`${org}/parks`, input)).as(ParkMade)
    expect((await manager.client.post(`${org}/parks`, { ...input, name: 'Twice' })).refusal).toBe('park-known')
    const park = `${org}/parks/${made.id}`
    const { name: _, ...facts } = input
    const first = { ...facts, hectaresNet: 12.5, revision: 1 }
    const [changed, late] = [await manager.client.put(park, first), await manager.client.put(park, { revision: 1 })]
    expect(changed.as(Park)).toMatchObject({ hectaresNet: 12.5, hectaresGross: null, revision: 2 })
    expect(late.refusal).toBe('edited-meanwhile')
    expect((await manager.client.put(park, first)).as(Park).revision, 'the same again').toBe(2)
    expect(await eventsOf(api, id)).toEqual(['organisation.create', 'park.add', 'park.change'])
    const organisation = (await manager.client.get(`/api/organisations/${made.id}`)).as(Organisation)
    expect(organisation).toMatchObject({ kind: 'park', role: 'owner', programme: { id, name: 'Achterhoek' } })
  })

  test('of another programme are not found', async () => {
    const { manager, org } = await start()
    const other = await manager.client.post('/api/organisations', { name: 'Elsewhere', kind: 'programme' })
    const elsewhere = `/api/organisations/${other.as(OrganisationMade).id}/programme/parks`
    const { id } = (await manager.client.post(`${org}/parks`, { name: 'Ours' })).as(ParkMade)
    expect((await manager.client.get(`${elsewhere}/${id}`)).refusal).toBe('not-found')
    expect((await manager.client.put(`${elsewhere}/${id}`, { kind: 'B1', revision: 1 })).refusal).toBe('not-found')
    expect((await manager.client.get(elsewhere)).as(listOf(Park)).items).toEqual([])
  })

  const IN_PARK: Readonly<Record<(typeof PROGRAMME_ROLES)[number], Role>> = {
    owner: 'owner',
    analyst: 'viewer',
    adviser: 'facilitator',
    student: 'contributor',
    overseer: 'viewer',
  }

  test('are entered by the staff of the programme, each in the role that follows, and by nobody else', async () => {
    const { api, manager, id, org } = await start()
    const parkId = (await manager.client.post(`${org}/parks`, { name: 'De Kamp' })).as(ParkMade).id
    const park = `/api/organisations/${parkId}`
    const round = await newRound(manager.client, parkId)
    const origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
    for (const role of PROGRAMME_ROLES) {
      const { client } = await invitePerson(api, manager.client, id, { name: `The-${role}`, role })
      expect((await client.get(park)).as(Organisation).role, role).toBe(IN_PARK[role])
      expect((await client.get(`${park}/rounds`)).status, role).toBe(200)
      const makes = await client.post(`${park}/rounds`, {
        instrument: { id: 'six-capitals', version: '1.0.0' },
        variant: 'pulse',
        period: '2026-Q4',
        horizons: ['now'],
        mode: 'anonymous',
      })
      expect(makes.status, `${role} makes a round`).toBe(['owner', 'adviser'].includes(role) ? 201 : 403)
      const invites = await client.post(`${park}/invitations`, { role: 'viewer' })
      expect(invites.status, `${role} invites`).toBe(role === 'owner' ? 201 : 403)
      const line = await Stream.open(`${origin}/api/live/rounds/${round.id}`, { ...client.headers })
      onTestFinished(() => line.close())
      expect(line.status, `${role} follows`).toBe(200)
    }
    const stranger = await invitePerson(api, manager.client, id, { name: 'Stranger', role: 'adviser' })
    await manager.client.delete(`/api/organisations/${id}/members/${stranger.userId}`)
    expect((await stranger.client.get(park)).refusal).toBe('not-found')
    const { people } = (await manager.client.get(`${park}/access`)).as(WhoSees)
    expect(people.map(({ name, role }) => [name, role])).toContainEqual(['The-adviser', 'facilitator'])
    expect(people).toHaveLength(6)
  })

  test('close for who is removed from the programme at once, on open lines too', async () => {
    const { api, manager, id, org } = await start()
    const parkId = (await manager.client.post(`${org}/parks`, { name: 'De Kamp' })).as(ParkMade).id
    const round = await newRound(manager.client, parkId)
    const bob = await invitePerson(api, manager.client, id, { name: 'Bob', role: 'adviser' })
    const address = `${await api.app.listen({ port: 0, host: '127.0.0.1' })}/api/live/rounds/${round.id}`
    const follow = async (client: Client) => {
      const line = await Stream.open(address, { ...client.headers })
      onTestFinished(() => line.close())
      return line
    }
    const [bobs, managers] = [await follow(bob.client), await follow(manager.client)]
    expect([bobs.status, managers.status]).toEqual([200, 200])
    const gone = bobs.until(() => !bobs.isOpen)
    await Promise.all([gone, manager.client.delete(`/api/organisations/${id}/members/${bob.userId}`)])
    expect(managers.isOpen).toBe(true)
    expect((await follow(bob.client)).status).toBe(404)
    for (const path of ['', '/rounds', `/rounds/${round.id}`])
      expect((await bob.client.get(`/api/organisations/${parkId}${path}`)).refusal).toBe('not-found')
  })
})
