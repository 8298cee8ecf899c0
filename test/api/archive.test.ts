import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { makeImportedId } from '../../server/auth/secrets.ts'
import { ArchiveImported, ArchivePreview } from '../../server/contract/archives.ts'
import { Results } from '../../server/contract/results.ts'
import { columnsOf, INVENTORY } from '../../server/data-inventory.ts'
import { hashOfArchive } from '../../server/export/archive.ts'
import {
  ARCHIVE_TABLES,
  archivedColumns,
  OTHERWISE_ARCHIVED,
  tablesToArchive,
} from '../../server/export/archive-tables.ts'
import { ARCHIVE_ROWS } from '../../server/import/archive-rows.ts'
import { erase } from '../../server/services/erasures.ts'
import { joinRound, newRound, type TestApp } from '../support/app.ts'
import { countsOf, elsewhere, fullOrganisation, rowsOf, send } from '../support/archive-sending.ts'
import { type Archive, archiveOf, archiveText, normalised } from '../support/archives.ts'
import { OWN_ORIGIN } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { invitePerson } from '../support/people.ts'

describe('an archive', () => {
  test('has every table that the list says an organisation may take along: nobody forgets one', () => {
    const archived = [...ARCHIVE_TABLES.map(({ table }) => table), ...OTHERWISE_ARCHIVED]
    // Dots have no column that is exported as it is: only how many there are together.
    expect([...tablesToArchive(), 'reflectionVote'].sort()).toEqual([...archived].sort())
  })

  test('has for every column of these tables either the column or what stands there instead', () => {
    for (const archived of ARCHIVE_TABLES) {
      const { table, instead = {} } = archived
      const all = [...columnsOf(INVENTORY[table]).keys()]
      const known = ['organisationId', ...archivedColumns(archived), ...Object.keys(instead)]
      expect([table, all.filter((column) => !known.includes(column))]).toEqual([table, []])
      const schema = Object.entries(ARCHIVE_ROWS).find(([name]) => name === table)?.[1]
      expect([table, Object.keys(schema?.shape ?? {}).sort()]).toEqual([table, archivedColumns(archived).sort()])
    }
  })
})

describe.each(DATABASES)('an archive on $name', ({ open }) => {
  test('goes out, comes in elsewhere and goes out again as the same', async () => {
    const { api, alice, organisationId } = await fullOrganisation(open)
    const reply = await alice.client.get(`/api/organisations/${organisationId}/export`)
    const first = JSON.parse(reply.text) as Archive
    for (const { table } of ARCHIVE_TABLES) expect([table, rowsOf(first, table).length > 0]).toEqual([table, true])
    const { api: other, zoe } = await elsewhere(open)
    const preview = (await send(zoe, reply.text, '/preview')).as(ArchivePreview)
    expect(preview).toMatchObject({ faults: [], archive: { name: "Alice's bakery", counts: { anonymous: 1 } } })
    const made = (await send(zoe, reply.text)).as(ArchiveImported)
    expect(made.id).not.toBe(organisationId)
    const again = await archiveOf(other.database, made.id)
    expect(normalised(again)).toEqual(normalised(comingIn(first, again)))
    // And once more: what came in is an archive like any other.
    const third = await send(zoe, await archiveText(other.database, made.id))
    expect(third.status).toBe(201)
    expect(api.database).not.toBe(other.database)
  })

  test('keeps releases byte for byte, and pages of them as they were', async () => {
    const { api, alice, organisationId, filled } = await fullOrganisation(open)
    const text = await archiveText(api.database, organisationId)
    const { api: other, zoe } = await elsewhere(open)
    const { id } = (await send(zoe, text)).as(ArchiveImported)
    const documents = async ({ database }: TestApp, organisation: string) =>
      (
        await database.db
          .selectFrom('release')
          .select(['id', 'document'])
          .where('organisationId', '=', organisation)
          .execute()
      ).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(await documents(other, id)).toEqual(await documents(api, organisationId))
    const cells = async ({ database }: TestApp, organisation: string) =>
      (await database.db.selectFrom('releaseCell').selectAll().where('organisationId', '=', organisation).execute())
        // A group of which nothing is shown has cells without a score, and the document does not say which.
        .filter(({ score }) => score !== null)
        .map((cell) => JSON.stringify({ ...cell, organisationId: '' }))
        .sort()
    expect(await cells(other, id)).toEqual(await cells(api, organisationId))
    for (const round of [filled.roundId, filled.anonymousRoundId]) {
      const before = (await alice.client.get(`/api/organisations/${organisationId}/rounds/${round}/results`)).as(
        Results,
      )
      const after = (await zoe.client.get(`/api/organisations/${id}/rounds/${round}/results`)).as(Results)
      expect(after).toEqual(before)
    }
  })

  test('never lets an anonymous round be opened again without its answers, nor brings any', async () => {
    const { api, alice, organisationId, filled } = await fullOrganisation(open)
    const still = await newRound(alice.client, organisationId, { title: 'Still open' })
    await joinRound(api.nobody, still.code)
    const { api: other, zoe } = await elsewhere(open)
    const { id } = (await send(zoe, await archiveText(api.database, organisationId))).as(ArchiveImported)
    const rounds = `/api/organisations/${id}/rounds`
    expect((await zoe.client.post(`${rounds}/${filled.anonymousRoundId}/reopen`)).refusal).toBe('answers-gone')
    expect((await zoe.client.post(`${rounds}/${still.id}/reopen`)).refusal).toBe('round-not-open')
    const sheets = await other.database.db.selectFrom('sheet').select('roundId').distinct().execute()
    expect(sheets.map(({ roundId }) => roundId)).not.toContain(filled.anonymousRoundId)
    // A round by name goes on: it gets a new code.
    expect((await zoe.client.post(`${rounds}/${filled.roundId}/reopen`)).status).toBe(200)
  })

  test('makes the importer the only owner, and gives nobody else a way in or a word that is not theirs', async () => {
    const { api, alice, organisationId } = await fullOrganisation(open)
    const bob = await invitePerson(api, alice.client, organisationId, { name: 'Bob', role: 'viewer' })
    const text = await archiveText(api.database, organisationId)
    // Bob has an account here, and so has Alice: neither of them gets in, and no row names Alice.
    const carol = await invitePerson(api, alice.client, organisationId, { name: 'Carol', role: 'viewer' })
    const { id } = (await send(carol, text)).as(ArchiveImported)
    for (const person of [alice, bob])
      expect((await person.client.get(`/api/organisations/${id}`)).refusal).toBe('not-found')
    const members = await carol.client.get(`/api/organisations/${id}/members`)
    expect(members.as(z.object({ items: z.array(z.object({ userId: z.string(), role: z.string() })) })).items).toEqual([
      { userId: carol.userId, role: 'owner' },
    ])
    expect(await archiveText(api.database, id)).not.toContain(alice.userId)
    const people = rowsOf(await archiveOf(api.database, id), 'people')
    expect(people.map(({ name }) => name).sort()).toEqual(['Alice', 'merel elsewhere'])
    expect((await alice.client.get('/api/me/export')).text).not.toContain(id)
  })

  test('gives other ids to what is here already, so that no two rounds are found by one', async () => {
    const { api, alice, organisationId, filled } = await fullOrganisation(open)
    const { id } = (await send(alice, await archiveText(api.database, organisationId))).as(ArchiveImported)
    const [first, second] = [await archiveOf(api.database, organisationId), await archiveOf(api.database, id)]
    const ids = (archive: Archive) =>
      ARCHIVE_TABLES.filter(({ key }) => key.join() === 'id').flatMap(({ table }) =>
        rowsOf(archive, table).map((row) => String(row['id'])),
      )
    expect(ids(second).length).toBe(ids(first).length)
    expect(ids(second).filter((one) => ids(first).includes(one))).toEqual([])
    // The same again once the ids are put back.
    const back = new Map(ids(second).map((one, index) => [one, ids(first)[index] ?? '']))
    expect(back.size).toBe(ids(first).length)
    expect((await alice.client.get(`/api/organisations/${id}/rounds/${filled.roundId}`)).refusal).toBe('not-found')
  })

  test('with a questionnaire that is another one here is refused while it is written, and leaves nothing behind', async () => {
    const { api, organisationId } = await fullOrganisation(open)
    const archive = await archiveOf(api.database, organisationId)
    const { api: other, zoe } = await elsewhere(open)
    const own = rowsOf(archive, 'importedInstrument')[0]
    await other.database.db
      .insertInto('instrumentVersion')
      .values({
        id: String(own?.['id']),
        version: String(own?.['version']),
        contentHash: 'another',
        addedAt: '2026-01-01T00:00:00.000Z',
      })
      .execute()
    const before = await other.database.db.selectFrom('organisation').select('id').execute()
    expect((await send(zoe, JSON.stringify(archive))).refusal).toBe('instrument-taken')
    expect(await other.database.db.selectFrom('organisation').select('id').execute()).toEqual(before)
    expect(await other.database.db.selectFrom('round').select('id').execute()).toEqual([])
  })

  test('that comes in again makes nothing anew, as long as who made it owns it', async () => {
    const { api, organisationId } = await fullOrganisation(open)
    const text = await archiveText(api.database, organisationId)
    const { api: other, zoe } = await elsewhere(open)
    const first = (await send(zoe, text)).as(ArchiveImported)
    const before = await countsOf(other)
    const again = await send(zoe, text)
    expect([again.status, again.as(ArchiveImported)]).toEqual([200, { ...first, isNew: false }])
    expect(await countsOf(other)).toEqual(before)
    // Somebody else gets one of their own, and so does whoever let the first one go.
    const yan = await invitePerson(other, zoe.client, first.id, { name: 'Yan', role: 'owner' })
    const theirs = (await send(yan, text)).as(ArchiveImported)
    expect([theirs.isNew, theirs.id === first.id]).toEqual([true, false])
    await other.database.db.deleteFrom('membership').where('userId', '=', zoe.userId).execute()
    expect((await send(zoe, text)).as(ArchiveImported).isNew).toBe(true)
  })

  test('forgets whoever erased an account here, in copies that are here and in those that come', async () => {
    const { api, alice, organisationId } = await fullOrganisation(open)
    const bob = await invitePerson(api, alice.client, organisationId, { name: 'Bob', role: 'viewer' })
    const carol = await invitePerson(api, alice.client, organisationId, { name: 'Carol', role: 'owner' })
    const text = await archiveText(api.database, organisationId)
    const { id } = (await send(bob, text)).as(ArchiveImported)
    const copy = await archiveText(api.database, id)
    const named = async () =>
      (await api.database.db.selectFrom('importedPerson').select('name').where('name', '=', 'Alice').execute()).length
    expect(await named()).toBeGreaterThan(0)
    await erase(api.deps, { kind: 'account', erased: alice.userId }, alice.userId)
    expect(await named()).toBe(0)
    for (const later of [text, copy]) {
      const again = (await send(carol, later)).as(ArchiveImported)
      expect(await archiveText(api.database, again.id)).not.toMatch(
        new RegExp(`${alice.userId}|${makeImportedId(alice.userId)}`),
      )
    }
    expect(await named()).toBe(0)
  })

  test('holds the turn of who sends it before its first byte came, and gives it back when they go away', async () => {
    const { api, zoe } = await elsewhere(open)
    const port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port)
    const turn = async (answer: 'busy' | 'invalid-request') => {
      await expect
        .poll(async () => (await send(zoe, '', '/preview')).refusal, { interval: 100, timeout: 5000 })
        .toBe(answer)
    }
    const slow = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/organisations/import',
      headers: {
        ...zoe.client.headers,
        host: 'localhost',
        origin: OWN_ORIGIN,
        'content-type': 'application/octet-stream',
        'content-length': 1_000_000,
      },
    })
    slow.on('error', () => undefined)
    onTestFinished(() => void slow.destroy())
    slow.flushHeaders()
    await turn('busy')
    slow.destroy()
    await turn('invalid-request')
  })

  test('is read one at a time, sixty times an hour at most, and what it made is noted', async () => {
    const { api, organisationId } = await fullOrganisation(open)
    const text = await archiveText(api.database, organisationId)
    const { api: other, zoe } = await elsewhere(open)
    const [first, second] = await Promise.all([send(zoe, text, '/preview'), send(zoe, text, '/preview')])
    expect([first.status, second.refusal]).toEqual([200, 'busy'])
    const { id } = (await send(zoe, text)).as(ArchiveImported)
    const events = await other.database.db
      .selectFrom('auditEvent')
      .select(['userId', 'action', 'object'])
      .where('organisationId', '=', id)
      .execute()
    expect(events).toEqual([{ userId: zoe.userId, action: 'organisation.import', object: JSON.parse(text).hash }])
    // The attempt counts before there is a file.
    const replies: (string | undefined)[] = []
    for (let times = 0; times < 60; times += 1) replies.push((await send(zoe, '', '/preview')).refusal)
    expect(new Set(replies)).toEqual(new Set(['invalid-request', 'too-many-attempts']))
  })
})

test('the hash of an archive is of what it says, not of how it is written', async () => {
  const archive: Archive = { b: 1, round: [{ a: 'é' }] }
  const hash = createHash('sha256').update('"b":1\n"round":{"a":"é"}\n').digest('hex')
  expect(await hashOfArchive(JSON.parse(JSON.stringify(archive, undefined, 4)) as Archive)).toBe(hash)
})

/** Rounds that were open come in closed, at the moment of the import; all else is as it was. */
function comingIn(archive: Archive, later: Archive): Archive {
  const after = new Map(rowsOf(later, 'round').map((row) => [row['id'], row]))
  const closing = new Set<unknown>()
  const round = rowsOf(archive, 'round').map((row) => {
    if (!['open', 'closing'].includes(String(row['state'])) || row['answering'] === 'together') return row
    closing.add(row['id'])
    return {
      ...row,
      state: after.get(row['id'])?.['state'],
      closedAt: after.get(row['id'])?.['closedAt'],
      closesAt: null,
    }
  })
  const sheet = rowsOf(archive, 'sheet').map((row) => (closing.has(row['roundId']) ? { ...row, operations: [] } : row))
  return { ...archive, round, sheet }
}
