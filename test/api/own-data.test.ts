import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { OwnData } from '../../server/contract/own-data.ts'
import { columnsOf, tablesOf, userColumnsOf } from '../../server/data-inventory.ts'
import type { Database } from '../../server/db/open.ts'
import { signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { fillOrganisation } from '../support/full-organisation.ts'
import { invitePerson } from '../support/people.ts'
import { EXAMPLE } from '../support/world-reflections.ts'

const MARK = 'zwartemerel'
type Row = Record<string, unknown>

async function bakeryWithMark(open: (typeof DATABASES)[number]['open']) {
  const api = await startAppForTest(open)
  const alice = await signUp(api)
  const { organisationId } = alice
  const mark = await invitePerson(api, alice.client, organisationId, { name: `${MARK}persoon`, role: 'owner' })
  await mark.client.post('/api/tokens', { name: `${MARK} script` })
  const filled = await fillOrganisation(api, mark, organisationId, MARK)
  return { api, alice, mark, organisationId, filled, org: `/api/organisations/${organisationId}` }
}

async function allRows({ db }: Database, table: string): Promise<Row[]> {
  return (await db
    .selectFrom(table as 'user')
    .selectAll()
    .execute()) as unknown as Row[]
}

/** The texts and numbers that a value holds, whether it is JSON or not, as they stand in JSON. */
function leaves(value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (value instanceof Uint8Array) return [JSON.stringify(Buffer.from(value).toString('base64'))]
  if (Buffer.isBuffer(value)) return [value.toString('base64')]
  if (typeof value === 'string' && /^[[{]/.test(value)) return leaves(JSON.parse(value))
  if (typeof value === 'object') return Object.values(value).flatMap(leaves)
  return [JSON.stringify(value)]
}

describe.each(DATABASES)('what somebody takes along on $name', ({ open }) => {
  test('is every row that carries the account, with every column that the list says, and no secret', async () => {
    const { api, mark } = await bakeryWithMark(open)
    const reply = await mark.client.get('/api/me/export')
    expect(String(reply.headers['content-disposition'])).toBe('attachment; filename="meervoud-account-2026-11-02.json"')
    const own = reply.as(OwnData)
    expect(own.organisations.map(({ name }) => name)).toEqual(["Alice's bakery"])
    let [rows, columns] = [0, 0]
    for (const [table, line] of tablesOf()) {
      const users = userColumnsOf(line).map(([column]) => column)
      const naming = (await allRows(api.database, table)).filter((row) =>
        users.some((column) => [mark.userId, `user:${mark.userId}`].includes(String(row[column]))),
      )
      for (const [column, { person }] of columnsOf(line)) {
        const exported = (own.tables[table] ?? []).map((row) => row[column])
        const isIn = person === 'exported' && naming.length > 0
        // The file is made before its own event is noted, and confirms nothing else.
        if (table !== 'systemEvent')
          expect([table, column, exported.filter((value) => value !== undefined).length]).toEqual([
            table,
            column,
            isIn ? naming.length : 0,
          ])
        if (person === 'exported') columns += 1
        if (person === 'secret')
          for (const row of naming)
            if (typeof row[column] === 'string') expect(reply.text).not.toContain(String(row[column]))
      }
      rows += naming.length
    }
    expect(rows).toBeGreaterThan(20)
    expect(columns).toBeGreaterThan(80)
    for (const words of ['card', 'concern', 'why', 'place', 'loose', 'script'])
      expect(reply.text).toContain(`${MARK} ${words}`)
    expect(own.leftOut).toContain('user.passwordHash: secret')
  })

  test('has no text that others wrote since in an organisation that the person was put out of', async () => {
    const { api, alice, mark, organisationId, filled, org } = await bakeryWithMark(open)
    await alice.client.delete(`${org}/members/${mark.userId}`)
    const { db } = api.database
    await db.updateTable('intervention').set({ content: '{"title":"of today"}', reviewOn: '2031-01-01' }).execute()
    await db.updateTable('reflectionEntry').set({ body: '{"text":"of today"}' }).execute()
    await db.updateTable('reflection').set({ title: 'of today' }).execute()
    await db.updateTable('example').set({ content: '{"place":"of today"}' }).execute()
    const reply = await mark.client.get('/api/me/export')
    const own = reply.as(OwnData)
    for (const words of ['of today', '2031-01-01']) expect(reply.text).not.toContain(words)
    const agreement = own.tables['intervention']?.find(({ id }) => id === filled.interventionId)
    expect(agreement).toMatchObject({ organisationId, reflectionId: filled.reflectionId, createdBy: mark.userId })
    expect(agreement?.['createdAt']).toBe('2026-11-02T09:00:00.000Z')
    // What only they wrote, and nobody else can change, is theirs.
    for (const words of ['concern', 'why', 'note', 'script']) expect(reply.text).toContain(`${MARK} ${words}`)
    for (const words of ['card', 'place', 'loose']) expect(reply.text).not.toContain(`${MARK} ${words}`)
    const why = 'no-member-now, and others write it too'
    expect(own.leftOut).toContain(`intervention.content of ${organisationId}: ${why}`)
    expect(own.leftOut.filter((entry) => entry.startsWith('agreementReview.'))).toEqual([])
    const mill = (await mark.client.post('/api/organisations', { name: 'Mill' })).as(z.object({ id: z.string() })).id
    const content = { ...EXAMPLE, place: `${MARK} harbour` }
    await mark.client.put(`/api/organisations/${mill}/examples/${randomUUID()}`, { content, revision: 0 })
    const later = await mark.client.get('/api/me/export')
    expect([later.text.includes(`${MARK} harbour`), later.text.includes('of today')]).toEqual([true, false])
  })

  test('is noted by the bare id, and is at most ten files an hour', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    for (let times = 0; times < 10; times += 1) expect((await alice.client.get('/api/me/export')).status).toBe(200)
    expect((await alice.client.get('/api/me/export')).refusal).toBe('too-many-attempts')
    const { db } = api.database
    const events = await db.selectFrom('systemEvent').select('userId').where('action', '=', 'export.person').execute()
    expect(events.map(({ userId }) => userId)).toEqual(Array(10).fill(alice.userId))
  })
})

describe.each(DATABASES)('what an owner takes along of an organisation on $name', ({ open }) => {
  test('has every value of every column that the list says, and no single anonymous answer', async () => {
    const { api, mark, organisationId, filled, org } = await bakeryWithMark(open)
    const reply = await mark.client.get(`${org}/export`)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    const document = JSON.parse(reply.text) as { round: { id: string; mode: string }[]; sheet: { roundId: string }[] }
    let values = 0
    const missing: string[] = []
    for (const [table, line] of tablesOf()) {
      const rows = (await allRows(api.database, table)).filter((row) => {
        if (table === 'user') return true
        const isOf =
          row['organisationId'] === organisationId || (table === 'organisation' && row['id'] === organisationId)
        const isQuiet = row['roundId'] === filled.anonymousRoundId && /^(respondent|sheet)/.test(table)
        // Nobody has answered the second vote, which is open still: the export has its answers by name, none.
        return isOf && !isQuiet
      })
      for (const [column, { organisation }] of columnsOf(line)) {
        if (organisation !== 'exported') continue
        for (const leaf of rows.flatMap((row) => leaves(row[column]))) {
          values += 1
          if (!reply.text.includes(leaf)) missing.push(`${table}.${column} ${leaf}`)
        }
      }
    }
    expect(missing).toEqual([])
    expect(values).toBeGreaterThan(200)
    const anonymous = document.round.find(({ id }) => id === filled.anonymousRoundId)
    const sheets = document.sheet.filter(({ roundId }) => roundId === filled.anonymousRoundId)
    expect([anonymous?.mode, sheets]).toEqual(['anonymous', []])
    const quiet = (await allRows(api.database, 'respondent')).filter(
      (row) => row['roundId'] === filled.anonymousRoundId,
    )
    expect(quiet.length).toBe(6)
    for (const row of quiet) expect(reply.text).not.toContain(String(row['id']))
    for (const [table, column] of [
      ['credential', 'secretHash'],
      ['invitation', 'tokenHash'],
      ['reflectionVote', 'voterKey'],
    ] as const)
      for (const row of await allRows(api.database, table)) expect(reply.text).not.toContain(String(row[column]))
  })

  test('is for owners who showed lately who they are, is noted, and is at most ten files an hour', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'facilitator' })
    expect((await bob.client.get(`${org}/export`)).refusal).toBe('not-allowed')
    for (let times = 0; times < 10; times += 1) expect((await alice.client.get(`${org}/export`)).status).toBe(200)
    expect((await alice.client.get(`${org}/export`)).refusal).toBe('too-many-attempts')
    const { db } = api.database
    const events = await db
      .selectFrom('auditEvent')
      .select('userId')
      .where('action', '=', 'export.organisation')
      .execute()
    expect(events.map(({ userId }) => userId)).toEqual(Array(10).fill(alice.userId))
    api.clock.pass({ hours: 1, minutes: 1 })
    expect((await alice.client.get(`${org}/export`)).refusal).toBe('confirm-needed')
  })
})
