import { dirname } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationErasure } from '../../server/contract/own-data.ts'
import { tablesOf } from '../../server/data-inventory.ts'
import type { Database } from '../../server/db/open.ts'
import { FORMER_MEMBER } from '../../server/db/queries/erasures.ts'
import { sweepErased } from '../../server/services/erasures.ts'
import { eraseDueOrganisations } from '../../server/services/organisation-erasure.ts'
import { joinRound, newRound, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { filesHolding, fillOrganisation } from '../support/full-organisation.ts'
import { invitePerson } from '../support/people.ts'
import { PROGRAMME_TABLES } from '../support/programme-tables.ts'

const MARK = 'zwartemerel'

/** Alice's bakery, with a second owner who did everything in it. */
async function bakeryWithMark(open: (typeof DATABASES)[number]['open']) {
  const api = await startAppForTest(open)
  const alice = await signUp(api)
  const { organisationId } = alice
  const mark = await invitePerson(api, alice.client, organisationId, { name: `${MARK}persoon`, role: 'owner' })
  const filled = await fillOrganisation(api, mark, organisationId, MARK)
  return { api, alice, mark, organisationId, filled, org: `/api/organisations/${organisationId}` }
}

async function rowsOf({ db }: Database, organisationId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [table, { columns }] of tablesOf()) {
    if (!Object.values(columns).flat().includes('organisationId')) continue
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('n'))
      .where(db.dynamic.ref<string>('organisationId'), '=', organisationId)
      .executeTakeFirstOrThrow()
    counts[table] = Number(n)
  }
  return counts
}

/** Everything in the database as one text, for who searches it. */
async function everything({ db }: Database): Promise<string> {
  const plain = db.withoutPlugins()
  const tables = await plain.introspection.getTables()
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(plain)))
  return JSON.stringify(rows.map((result) => result.rows))
}

describe.each(DATABASES)('erasing an account on $name', ({ open }) => {
  test('takes the person out of everything, and leaves what others go on with to a former member', async () => {
    const { api, alice, mark, organisationId, filled, org } = await bakeryWithMark(open)
    expect((await mark.client.delete('/api/me')).status).toBe(204)
    expect((await mark.client.get('/api/me')).refusal).toBe('sign-in-needed')
    const all = await everything(api.database)
    for (const gone of [mark.email, `${MARK}persoon`, `user:${mark.userId}`]) expect(all).not.toContain(gone)
    // The bare id is left in what happened, in the ledger, and nowhere else.
    const { db } = api.database
    const left = await db.selectFrom('auditEvent').select('id').where('userId', '=', mark.userId).execute()
    expect(left.length).toBeGreaterThan(5)
    const card = await db.selectFrom('reflectionEntry').select(['body', 'authorId']).executeTakeFirstOrThrow()
    expect([card.authorId, card.body]).toEqual([FORMER_MEMBER, expect.stringContaining(`${MARK} card`)])
    const reply = await alice.client.get(`${org}/interventions/${filled.interventionId}`)
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('former member')
    expect((await alice.client.get(`${org}/reflections/${filled.reflectionId}`)).status).toBe(200)
    expect((await alice.client.get(`${org}/members`)).text).not.toContain(mark.userId)
    expect((await rowsOf(api.database, organisationId))['agreementReview']).toBe(1)
    const [line] = api.deps.ledger.read()
    expect(line).toMatchObject({ kind: 'account', erased: mark.userId })
  })

  test('is refused to the only owner of an organisation, which is named, and to the only operator', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const reply = await alice.client.delete('/api/me')
    expect(reply.refusal).toBe('last-owner')
    expect(reply.problem().errors).toEqual([
      { pointer: `/organisations/${alice.organisationId}`, detail: "Alice's bakery" },
    ])
    await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'owner' })
    expect((await alice.client.delete('/api/me')).refusal).toBe('last-operator')
    expect((await alice.client.get('/api/me')).status).toBe(200)
    expect(api.deps.ledger.read()).toEqual([])
  })

  test('leaves nobody without an owner when two owners leave at the same moment', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const owners = await Promise.all(
      ['Bob', 'Carol'].map((name) => invitePerson(api, alice.client, alice.organisationId, { name, role: 'owner' })),
    )
    const org = `/api/organisations/${alice.organisationId}`
    await owners[0]?.client.delete(`${org}/members/${alice.userId}`)
    const replies = await Promise.all(owners.map(({ client }) => client.delete('/api/me')))
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409])
  })

  test('needs who showed lately who they are', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    api.clock.pass({ minutes: 11 })
    for (const reply of [await alice.client.delete('/api/me'), await alice.client.get('/api/me/export')])
      expect(reply.refusal).toBe('confirm-needed')
  })
})

describe.each(DATABASES)('erasing an organisation on $name', ({ open, name }) => {
  test('happens at once when a second owner agrees, and leaves no row, no word and no byte of it', async () => {
    const { api, alice, mark, organisationId, org } = await bakeryWithMark(open)
    const before = await rowsOf(api.database, organisationId)
    const empty = Object.entries(before).flatMap(([table, n]) => (n === 0 ? [table] : []))
    // Only what waits for this very call, what retention has not looked at yet, and what no company has.
    expect(empty.sort()).toEqual(['erasureRequest', 'retention', ...PROGRAMME_TABLES].sort())
    expect((await alice.client.post(`${org}/erasure/confirm`)).refusal).toBe('erasure-not-asked')
    const asked = (await mark.client.post(`${org}/erasure`)).as(OrganisationErasure)
    expect(asked.waiting).toMatchObject({ by: `${MARK}persoon`, isMine: true, dueAt: '2026-11-16T09:00:00.000Z' })
    expect((await mark.client.post(`${org}/erasure/confirm`)).refusal).toBe('erasure-by-another')
    expect((await alice.client.get(`${org}/erasure`)).as(OrganisationErasure).waiting?.isMine).toBe(false)
    expect((await alice.client.post(`${org}/erasure/confirm`)).status).toBe(204)
    expect((await alice.client.get(org)).refusal).toBe('not-found')
    const after = await rowsOf(api.database, organisationId)
    expect(Object.entries(after).filter(([, n]) => n > 0)).toEqual([])
    const { db } = api.database
    const event = await db
      .selectFrom('systemEvent')
      .select(['userId', 'object'])
      .where('action', '=', 'erasure.organisation')
      .executeTakeFirst()
    expect(event).toEqual({ userId: alice.userId, object: organisationId })
    // Both keep their accounts; the second owner's name is marked too, and goes with that account.
    expect((await mark.client.get('/api/me')).status).toBe(200)
    const path = name === 'SQLite' ? dirname(api.database.sqlite?.name ?? '') : undefined
    if (path !== undefined) expect(filesHolding(path, `${MARK} card`).length).toBeGreaterThan(0)
    await mark.client.delete('/api/me')
    expect(await everything(api.database)).not.toContain(MARK)
    expect(await sweepErased({ database: api.database, now: api.clock.now })).toBe(2)
    if (path !== undefined) for (const words of [MARK, mark.email]) expect(filesHolding(path, words)).toEqual([])
    expect(await sweepErased({ database: api.database, now: api.clock.now })).toBe(0)
  })

  test('happens fourteen days later by itself, unless an owner stops it', async () => {
    const { api, alice, mark, organisationId, org } = await bakeryWithMark(open)
    const deps = { ...api.deps, ledger: api.deps.ledger, database: api.database, now: api.clock.now }
    await alice.client.post(`${org}/erasure`)
    const again = (await mark.client.post(`${org}/erasure`)).as(OrganisationErasure)
    expect(again.waiting?.isMine, 'a second wish is no agreement').toBe(false)
    api.clock.pass({ days: 13, hours: 23 })
    await eraseDueOrganisations(deps)
    expect((await rowsOf(api.database, organisationId))['round']).toBeGreaterThan(0)
    // Signed in anew: a sign-in does not last so long.
    const { database } = api
    const waiting = await database.db.selectFrom('erasureRequest').select('dueAt').execute()
    expect(waiting).toEqual([{ dueAt: '2026-11-16T09:00:00.000Z' }])
    await database.db.deleteFrom('erasureRequest').execute()
    api.clock.pass({ hours: 2 })
    await eraseDueOrganisations(deps)
    expect((await rowsOf(database, organisationId))['round']).toBeGreaterThan(0)
    const dueAt = api.clock.now().toISOString()
    const requestedAt = '2026-11-02T09:00:00.000Z'
    await database.db
      .insertInto('erasureRequest')
      .values({ organisationId, requestedBy: alice.userId, requestedAt, dueAt })
      .execute()
    await Promise.all([eraseDueOrganisations(deps), eraseDueOrganisations(deps)])
    expect((await rowsOf(database, organisationId))['round']).toBe(0)
    expect(api.deps.ledger.read().map(({ kind }) => kind)).toEqual(['organisation'])
  })

  test('is stopped by any owner, and everybody in it hears that it waits', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'owner' })
    const vera = await invitePerson(api, alice.client, alice.organisationId, { name: 'Vera', role: 'viewer' })
    await alice.client.post(`${org}/erasure`)
    const Waiting = z.object({ memberships: z.array(z.object({ erasedOn: z.string().nullable() })) })
    expect((await vera.client.get('/api/me')).as(Waiting).memberships[0]?.erasedOn).toBe('2026-11-16T09:00:00.000Z')
    expect((await bob.client.delete(`${org}/erasure`)).status).toBe(204)
    expect((await bob.client.delete(`${org}/erasure`)).status).toBe(204)
    expect((await vera.client.get(`${org}/erasure`)).as(OrganisationErasure)).toEqual({ waiting: null })
  })
})

describe.each(DATABASES)('erasing the own answers on $name', ({ open }) => {
  test('takes the sheet, the name and the secret, while the round is open', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { code } = await newRound(alice.client, alice.organisationId, { mode: 'open' })
    const ann = await joinRound(api.nobody, code, { name: `${MARK} Ann` })
    const ben = await joinRound(api.nobody, code, { name: 'Ben' })
    const itemId = api.deps.instruments.find('six-capitals', '1.0.0')?.items[0]?.id ?? ''
    await ann.client.put('/api/response/answers', [{ opId: 'operation-1', itemId, horizon: 'now', seq: 1, rating: 4 }])
    expect((await ann.client.delete('/api/response')).status).toBe(204)
    expect((await ann.client.get('/api/response')).refusal).toBe('sign-in-needed')
    expect((await ann.client.delete('/api/response')).refusal).toBe('sign-in-needed')
    expect((await ben.client.get('/api/response')).status).toBe(200)
    const all = await everything(api.database)
    expect(all).not.toContain(MARK)
    expect(api.deps.ledger.read()).toMatchObject([{ kind: 'respondent', erased: ann.respondentId }])
  })

  test('is refused after closing', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { id, code } = await newRound(alice.client, alice.organisationId)
    const { client } = await joinRound(api.nobody, code)
    await alice.client.post(`/api/organisations/${alice.organisationId}/rounds/${id}/close`)
    expect((await client.delete('/api/response')).refusal).toBe('round-closed')
  })

  test('leaves what a release holds of an anonymous sheet under another id, so that no next release tells it', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { id, code } = await newRound(alice.client, alice.organisationId)
    const itemId = api.deps.instruments.find('six-capitals', '1.0.0')?.items[0]?.id ?? ''
    const phones = await answering(api, code, itemId, 6)
    const rounds = `/api/organisations/${alice.organisationId}/rounds/${id}`
    const first = await alice.client.post(`${rounds}/releases`)
    expect(first.status).toBeLessThan(300)
    await phones[0]?.client.delete('/api/response')
    const second = await alice.client.post(`${rounds}/releases`)
    const figures = (text: string) => (JSON.parse(text) as { n: unknown; items: unknown }).n
    expect(figures(second.text), 'one person less would tell what that person answered').toEqual(figures(first.text))
    const held = await api.database.db.selectFrom('releaseContributor').select('respondentId').execute()
    expect(held.length).toBe(6)
    expect(held.map(({ respondentId }) => respondentId)).not.toContain(phones[0]?.respondentId)
  })
})

async function answering(api: TestApp, code: string, itemId: string, n: number) {
  const phones = []
  for (let index = 0; index < n; index += 1) {
    const phone = await joinRound(api.nobody, code)
    const rating = (index % 5) + 1
    await phone.client.put('/api/response/answers', [
      { opId: `operation-${index}`, itemId, horizon: 'now', seq: 1, rating },
    ])
    phones.push(phone)
  }
  return phones
}
