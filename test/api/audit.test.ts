import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { SYSTEM_CHAIN } from '../../server/auth/event-hash.ts'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { AuditCheck, AuditEntry, SystemEntry } from '../../server/contract/audit.ts'
import { listOf } from '../../server/contract/common.ts'
import { makeAnchor } from '../../server/services/audit-check.ts'
import { dailyAnchor } from '../../server/services/audit-chores.ts'
import { RefusedAccess } from '../../server/services/refused-access.ts'
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
import { eventsOf, noteEvents } from '../support/audit.ts'
import { DATABASES } from '../support/databases.ts'
import { World } from '../support/world.ts'

const Log = listOf(AuditEntry)
const SystemLog = listOf(SystemEntry)

describe.each(DATABASES)('the log of an organisation on $name', ({ open }) => {
  /** Alice, who owns the bakery, and an application. */
  async function start(): Promise<{ api: TestApp; alice: Person; url: string; organisationId: string }> {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { organisationId } = alice
    return { api, alice, organisationId, url: `/api/organisations/${organisationId}/audit` }
  }

  const read = async (person: Pick<Person, 'client'>, url: string) => (await person.client.get(url)).as(Log)

  test('says who did what to which thing, newest first, with the names that they have now', async () => {
    const { api, alice, organisationId, url } = await start()
    const round = await newRound(alice.client, organisationId, { title: 'Pulse of autumn' })
    api.clock.pass({ minutes: 5 })
    await alice.client.post(`/api/organisations/${organisationId}/rounds/${round.id}/close`)
    const { items, next } = await read(alice, url)
    expect(next).toBeNull()
    expect(items[0]).toMatchObject({
      action: 'round.close',
      kind: 'releases',
      at: '2026-11-02T09:05:00.000Z',
      who: { id: alice.userId, name: 'Alice', is: 'member' },
      object: round.id,
      objectIs: 'round',
      objectName: 'Pulse of autumn',
    })
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => items.length - index))
    expect(items.at(-1)).toMatchObject({ action: 'organisation.create', number: 1 })
  })

  test('calls who was removed a former member, and says when a thing is gone', async () => {
    const api = await startAppForTest(open)
    const world = await World.make(api)
    const { alice } = world.people
    const url = `/api/organisations/${world.people.bakery}`
    const victor = world.actors.find(({ roles }) => roles.bakery === 'viewer')
    if (victor?.userId === undefined) throw new Error('the bakery has no viewer')
    expect((await alice.client.delete(`${url}/members/${victor.userId}`)).status).toBe(204)
    const { items } = await read(alice, `${url}/audit?kind=roles`)
    expect(items[0]).toMatchObject({ action: 'member.remove', object: victor.userId, objectName: null })
    const accepted = items.find(({ who }) => who.id === victor.userId)
    expect(accepted?.who).toEqual({ id: victor.userId, name: null, is: 'former' })
  })

  test('is filtered by kind and days, and read on from where a page ended', async () => {
    const started = await start()
    const { api, organisationId, url } = started
    let { alice } = started
    await noteEvents(api.database, organisationId, [70])
    api.clock.pass({ days: 2 })
    // The first sign-in is over by then; this one is noted too.
    const session = await api.nobody.post('/api/sessions', { email: alice.email, password: PASSWORD })
    alice = { ...alice, client: asUser(api.nobody, session) }
    await newRound(alice.client, organisationId)
    const first = await read(alice, url)
    expect(first.items).toHaveLength(50)
    const second = await read(alice, `${url}?cursor=${first.next}`)
    const numbers = [...first.items, ...second.items].map(({ number }) => number)
    expect(second.next).toBeNull()
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index))
    const late = await read(alice, `${url}?from=2026-11-04T00:00:00Z&to=2026-11-05T00:00:00Z`)
    expect(late.items.map(({ action }) => action)).toEqual(['round.open', 'round.create', 'user.sign-in'])
    expect((await read(alice, `${url}?to=2026-11-04T00:00:00Z`)).items).toHaveLength(50)
    expect((await read(alice, `${url}?kind=workshops`)).items).toEqual([])
    expect((await read(alice, `${url}?kind=other`)).items.map(({ action }) => action)).toEqual(['organisation.create'])
    for (const wrong of ['kind=nothing', 'from=yesterday', 'cursor=x', 'cursor=99999999999', 'more=1'])
      expect((await alice.client.get(`${url}?${wrong}`)).refusal).toBe('invalid-request')
  })

  test('says that it is whole, and which event is the first that is not', async () => {
    const { api, alice, organisationId, url } = await start()
    await newRound(alice.client, organisationId, { title: 'Pulse' })
    const check = async () => (await alice.client.get(`${url}/check`)).as(AuditCheck)
    const events = await eventsOf(api.database, organisationId)
    expect(await check()).toMatchObject({ state: 'whole', events: events.length, broken: null })
    const { db } = api.database
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('auditDoor').values({ chain: organisationId }).execute()
      await trx.deleteFrom('auditEvent').where('number', '=', 2).execute()
      await trx.deleteFrom('auditDoor').execute()
    })
    expect(await check()).toMatchObject({ state: 'broken', broken: { number: 2, why: 'missing', event: null } })
  })

  test('is a file for spreadsheets in the language of its reader, and taking it is noted', async () => {
    const { alice, organisationId, url } = await start()
    await newRound(alice.client, organisationId, { title: '=HYPERLINK("http://evil")' })
    const reply = await alice.client.get(`${url}.csv?locale=en`)
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.headers['content-disposition']).toBe('attachment; filename="audit.csv"')
    expect(reply.text).toContain('"Alice opened the round =HYPERLINK(""http://evil"")."')
    expect(reply.text.split('\r\n').some((line) => /(^|;)"?[=+@]/.test(line))).toBe(false)
    expect((await alice.client.get(`${url}.csv?locale=nl&kind=releases`)).text).toContain('Alice opende de ronde')
    expect((await read(alice, url)).items[0]).toMatchObject({ action: 'export.audit', kind: 'exports' })
  })

  test('notes a link to the calendar that is made and ended, without the link', async () => {
    const { api, alice, organisationId, url } = await start()
    const feed = `/api/organisations/${organisationId}/calendar-feed`
    await alice.client.post(feed)
    await alice.client.delete(feed)
    await alice.client.delete(feed)
    const { items } = await read(alice, `${url}?kind=exports`)
    expect(items.map(({ action }) => action)).toEqual(['calendar.link-ended', 'calendar.link-made'])
    expect(JSON.stringify(await eventsOf(api.database, organisationId))).not.toContain('http')
  })

  test('notes once a day who asked for what the own role does not allow, and nothing at the moment itself', async () => {
    const database = await open()
    const clock = { now: new Date('2026-11-02T10:00:00.000Z') }
    const refused = new RefusedAccess(database.db, () => clock.now)
    const api = await startApp(database, { refused })
    onTestFinished(async () => {
      await api.close()
      await database.close()
    })
    const world = await World.make(api)
    const url = `/api/organisations/${world.people.bakery}`
    const viewer = world.actors.find(({ roles }) => roles.bakery === 'viewer')
    if (viewer?.userId === undefined) throw new Error('the bakery has no viewer')
    const noted = async () => {
      const events = await eventsOf(database, world.people.bakery)
      return events.filter(({ action }) => action === 'access.refused').map(({ userId }) => userId)
    }
    const before = await eventsOf(database, world.people.bakery)
    for (let times = 0; times < 20; times += 1) expect((await viewer.client.get(`${url}/audit`)).status).toBe(403)
    expect(await eventsOf(database, world.people.bakery)).toEqual(before)
    await refused.write()
    await viewer.client.get(`${url}/audit`)
    await refused.write()
    expect(await noted()).toEqual([viewer.userId])
    clock.now = new Date('2026-11-03T10:00:00.000Z')
    await viewer.client.get(`${url}/audit`)
    await refused.write()
    expect(await noted()).toEqual([viewer.userId, viewer.userId])
  })
})

describe.each(DATABASES)('refusals that could not be written on $name', ({ open }) => {
  test('are written the next time, others at once, and those of an organisation that is gone never', async () => {
    const api = await startAppForTest(open)
    const { userId, organisationId, client } = await signUp(api)
    const { db } = api.database
    const refused = new RefusedAccess(db, api.clock.now)
    const noted = async (id: string) =>
      (await eventsOf(api.database, id)).filter(({ action }) => action === 'access.refused').length
    const second = (await client.post('/api/organisations', { name: 'Second' })).as(OrganisationMade).id
    const chain = () => db.updateTable('auditHead').where('chain', '=', organisationId)
    const gone = '00000000-0000-4000-8000-000000000000'
    for (const id of [gone, organisationId, second]) refused.note(id, userId)
    // A number that is taken already: this log takes nothing more.
    const { number } = await db
      .selectFrom('auditHead')
      .select('number')
      .where('chain', '=', organisationId)
      .executeTakeFirstOrThrow()
    await chain().set({ number: 0 }).execute()
    await expect(refused.write()).rejects.toThrow(AggregateError)
    expect([await noted(organisationId), await noted(second)]).toEqual([0, 1])
    await chain().set({ number }).execute()
    await refused.write()
    expect([await noted(organisationId), await noted(second)]).toEqual([1, 1])
  })
})

describe.each(DATABASES)('the log of the installation on $name', ({ open }) => {
  test('is read by who runs it, page by page, and names users and nothing else', async () => {
    const api = await startAppForTest(open)
    const world = await World.make(api)
    const { bakery } = world.people
    await noteEvents(api.database, SYSTEM_CHAIN, [60])
    const operator = world.actors.find(({ isOperator }) => isOperator)
    if (operator === undefined) throw new Error('nobody runs the installation')
    const readAll = async (cursor: string | null): Promise<SystemEntry[]> => {
      const page = (await operator.client.get(`/api/operator/events${cursor === null ? '' : `?cursor=${cursor}`}`)).as(
        SystemLog,
      )
      return page.next === null ? page.items : [...page.items, ...(await readAll(page.next))]
    }
    const items = await readAll(null)
    expect(items.length).toBeGreaterThanOrEqual(60)
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => items.length - index))
    expect(JSON.stringify(items)).not.toContain(bakery)
    expect((await operator.client.get('/api/operator/events?cursor=x')).refusal).toBe('invalid-request')
  })

  test('says once in a while that a limit was reached, and that a token for scripts was made or withdrawn', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { id } = (await alice.client.post('/api/tokens', { name: 'nightly' })).as(z.object({ id: z.string() }))
    await alice.client.delete(`/api/tokens/${id}`)
    for (let times = 0; times < 9; times += 1)
      await api.nobody.post('/api/sessions', { email: 'nobody@example.org', password: 'a wrong password' })
    const { items } = (await alice.client.get('/api/operator/events')).as(SystemLog)
    const times = (action: string) => items.filter((event) => event.action === action).length
    expect(times('user.sign-in-limited')).toBe(1)
    expect(times('user.sign-in-failed')).toBe(5)
    expect([times('token.make'), times('token.withdraw')]).toEqual([1, 1])
    expect(JSON.stringify(items)).not.toContain('example.org')
  })

  test('and all others are anchored in one line a day for whoever keeps the log', async () => {
    const api = await startAppForTest(open)
    const { organisationId } = await signUp(api)
    const { db } = api.database
    const lines: object[] = []
    const tell = dailyAnchor(db, api.clock.now, { info: (about, message) => lines.push({ ...about, message }) })
    await tell()
    await tell()
    const first = await makeAnchor(db)
    expect(lines).toEqual([{ chains: 2, hash: first.hash, message: 'audit-anchor' }])
    expect(z.string().length(64).safeParse(first.hash).success).toBe(true)
    await noteEvents(api.database, organisationId, [1])
    api.clock.pass({ days: 1 })
    await tell()
    expect(lines).toHaveLength(2)
    expect(lines[1]).not.toMatchObject({ hash: first.hash })
  })
})
