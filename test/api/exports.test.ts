import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { joinRound, newRound, type Respondent, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { invitePerson } from '../support/people.ts'
import { readWorkbook, recordsOf, takeFile } from '../support/workbooks.ts'

const Rows = z.array(z.record(z.string(), z.string()))
const ITEMS = ['i01', 'i02', 'i03']
const EVIL = '=HYPERLINK("http://x","y")'

async function answer(phone: Respondent, itemId: string, value: object, seq = 1): Promise<void> {
  await phone.client.put('/api/response/answers', [{ opId: randomUUID(), itemId, horizon: 'now', seq, ...value }])
}

/** An open round of three people: every way to answer, and a name that a spreadsheet would run. */
async function openRound(api: TestApp, owner: Client, organisationId: string) {
  const round = await newRound(owner, organisationId, {
    mode: 'open',
    itemIds: ITEMS,
    title: 'Team',
    groups: ['staff'],
  })
  const ann = await joinRound(api.nobody, round.code, { name: EVIL, group: 'staff' })
  await answer(ann, 'i01', { rating: 1 })
  await answer(ann, 'i02', { missing: 'unknown' })
  await answer(ann, 'i03', { missing: 'not_applicable', reason: '+31 "6"; two\nlines' })
  const bob = await joinRound(api.nobody, round.code, { name: 'Bob', group: 'staff' })
  await answer(bob, 'i01', { rating: 5 })
  await joinRound(api.nobody, round.code, { name: 'Silent', group: 'staff' })
  await owner.post(`/api/organisations/${organisationId}/rounds/${round.id}/close`)
  return { round, ann, bob, path: `/api/organisations/${organisationId}/rounds/${round.id}/export` }
}

async function anonymousRound(api: TestApp, owner: Client, organisationId: string, phones: number) {
  const round = await newRound(owner, organisationId, { variant: 'full', title: 'Everybody' })
  const respondents: string[] = []
  for (let phone = 0; phone < phones; phone += 1) {
    const one = await joinRound(api.nobody, round.code)
    respondents.push(one.respondentId)
    await answer(one, 'i01', { rating: (phone % 5) + 1 })
  }
  await owner.post(`/api/organisations/${organisationId}/rounds/${round.id}/close`)
  return { round, respondents, path: `/api/organisations/${organisationId}/rounds/${round.id}/export` }
}

const csvOf = (bytes: Buffer) => Rows.parse(parse(bytes, { bom: true, delimiter: ';', columns: true }))

describe.each(DATABASES)('a round as a file on $name', ({ open }) => {
  test('of an open round has every answer by name, numbers as numbers, and nothing missing as 0', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { path, ann, bob } = await openRound(api, alice.client, alice.organisationId)
    const taken = await takeFile(api, alice.client, `${path}.xlsx?locale=en`)
    expect([taken.status, taken.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
    expect(String(taken.headers['content-disposition'])).toMatch(/^attachment; filename="[\w.-]+\.xlsx"$/)
    const sheets = await readWorkbook(taken.bytes)
    expect(Object.keys(sheets)).toEqual(['long', 'wide', 'figures', 'codebook', 'about'])
    const long = recordsOf(sheets['long'])
    expect(long.length).toBe(3 * ITEMS.length)
    const of = (respondent: string) =>
      long.filter((row) => row['respondent'] === respondent).map((row) => [row['item'], row['rating'], row['missing']])
    expect(of(ann.respondentId)).toEqual([
      ['i01', 1, null],
      ['i02', null, 'unknown'],
      ['i03', null, 'not_applicable'],
    ])
    expect(of(bob.respondentId)).toEqual([
      ['i01', 5, null],
      ['i02', null, 'not_answered'],
      ['i03', null, 'not_answered'],
    ])
    expect(long.find((row) => row['reason'] !== null)).toMatchObject({
      name: `'${EVIL}`,
      reason: `'+31 "6"; two\nlines`,
      group: 'staff',
      late: 0,
    })
    const wide = recordsOf(sheets['wide']).find((row) => row['respondent'] === ann.respondentId)
    expect(wide).toMatchObject({ i01_now: 1, i01_now_missing: null, i02_now: null, i02_now_missing: 'unknown' })
    expect(recordsOf(sheets['codebook']).map((row) => [row['item'], row['dimension'], row['lowest']])).toEqual(
      ITEMS.map((item) => [item, expect.any(String), 1]),
    )
    const figures = recordsOf(sheets['figures'])
    expect(figures.find((row) => row['figure'] === 'item' && row['item'] === 'i01')).toMatchObject({ n: 2, value: 50 })
    expect(figures.filter((row) => row['value'] === null && row['figure'] === 'cell')[0]?.['not_shown']).toBeTruthy()
    expect(JSON.stringify(sheets['about'])).toContain('By name')
  })

  test('of an anonymous round has what was released, with reasons for the rest, and no sheet', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { path, respondents } = await anonymousRound(api, alice.client, alice.organisationId, 6)
    const taken = await takeFile(api, alice.client, `${path}.xlsx`)
    const sheets = await readWorkbook(taken.bytes)
    expect(Object.keys(sheets)).toEqual(['long', 'wide', 'codebook', 'about'])
    const long = recordsOf(sheets['long'])
    expect(long.find((row) => row['item'] === 'i01')).toMatchObject({ n: 6, value: null, not_shown: 'too-few' })
    expect(long.filter((row) => row['item'] === 'i02')).toEqual([
      expect.objectContaining({ n: 0, value: null, not_shown: 'nothing-answered' }),
    ])
    for (const [figure, row] of long.filter((row) => row['figure'] === 'cell').entries())
      expect([figure, row['value'] !== null || row['not_shown'] !== null]).toEqual([figure, true])
    expect(sheets['wide']).toEqual([['wide'], [expect.stringContaining('anoniem')]])
    for (const id of respondents) expect(JSON.stringify(sheets)).not.toContain(id)
    const csv = await takeFile(api, alice.client, `${path}.csv`)
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(csvOf(csv.bytes).length).toBe(long.length)
    for (const what of ['csv?shape=wide', 'sps'])
      expect((await alice.client.get(`${path}.${what}`)).refusal).toBe('answers-stay-here')
  })

  test('as CSV opens in a Dutch spreadsheet, and says the same as the workbook', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { path } = await openRound(api, alice.client, alice.organisationId)
    const sheets = await readWorkbook((await takeFile(api, alice.client, `${path}.xlsx`)).bytes)
    for (const shape of ['long', 'wide'] as const) {
      const { bytes, headers } = await takeFile(api, alice.client, `${path}.csv?shape=${shape}`)
      expect(headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(bytes.toString()).toMatch(/^\ufeffrespondent;name;group;[^\n]*\r\n/)
      const inWorkbook = recordsOf(sheets[shape]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
      )
      expect(csvOf(bytes)).toEqual(inWorkbook)
    }
  })

  test('gives single answers to who runs rounds, figures to every member, and nothing to anybody else', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { path, ann } = await openRound(api, alice.client, alice.organisationId)
    const people = { facilitator: true, contributor: false, viewer: false } as const
    for (const [role, readsAnswers] of Object.entries(people)) {
      const person = await invitePerson(api, alice.client, alice.organisationId, {
        name: role,
        role: role as keyof typeof people,
      })
      const sheets = await readWorkbook((await takeFile(api, person.client, `${path}.xlsx`)).bytes)
      expect([role, JSON.stringify(sheets).includes(ann.respondentId)]).toEqual([role, readsAnswers])
      expect(JSON.stringify(sheets)).toContain('level')
      const wide = await person.client.get(`${path}.csv?shape=wide`)
      expect([role, wide.status]).toEqual([role, readsAnswers ? 200 : 403])
    }
    expect((await api.nobody.get(`${path}.xlsx`)).refusal).toBe('sign-in-needed')
  })

  test('keeps what was revealed in a room for who runs rounds until it is released to the client', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const round = await newRound(alice.client, alice.organisationId, { itemIds: ITEMS })
    const made = await alice.client.post(`${org}/workshops`, { roundId: round.id })
    const workshop = made.as(z.object({ id: z.string() })).id
    for (let phone = 0; phone < 6; phone += 1)
      await answer(await joinRound(api.nobody, round.code), 'i01', { rating: (phone % 5) + 1 })
    await alice.client.post(`${org}/rounds/${round.id}/close`)
    const viewer = await invitePerson(api, alice.client, alice.organisationId, { name: 'Vi', role: 'viewer' })
    const rows = async (client: Client) =>
      csvOf((await takeFile(api, client, `${org}/rounds/${round.id}/export.csv`)).bytes).length
    const all = await rows(alice.client)
    await alice.client.post(`${org}/workshops/${workshop}/commands`, { do: 'reveal' })
    expect([all > 0, await rows(viewer.client)]).toEqual([true, 0])
    await alice.client.post(`${org}/workshops/${workshop}/release-to-client`)
    expect(await rows(viewer.client)).toBe(all)
  })

  test('of all rounds is for owners who showed lately who they are, and is noted like every other', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const named = await openRound(api, alice.client, alice.organisationId)
    const quiet = await anonymousRound(api, alice.client, alice.organisationId, 6)
    const { bytes } = await takeFile(api, alice.client, `${org}/export.xlsx?locale=en`)
    const sheets = await readWorkbook(bytes)
    expect(Object.keys(sheets)).toEqual(['long', 'wide', 'figures', 'codebook', 'about'])
    const long = recordsOf(sheets['long'])
    expect(new Set(long.map((row) => row['round']))).toEqual(new Set([named.round.id]))
    expect(recordsOf(sheets['wide']).map((row) => [row['title'], row['instrument']])).toEqual(
      Array(3).fill(['Team', 'six-capitals 1.0.0']),
    )
    expect(new Set(recordsOf(sheets['figures']).map((row) => row['title']))).toEqual(new Set(['Team', 'Everybody']))
    for (const id of quiet.respondents) expect(JSON.stringify(sheets)).not.toContain(id)
    await takeFile(api, alice.client, `${quiet.path}.csv`)
    const events = await api.database.db
      .selectFrom('auditEvent')
      .select(['action', 'object'])
      .where('action', 'like', 'export.%')
      .orderBy('number')
      .execute()
    expect(events).toEqual([
      { action: 'export.rounds', object: alice.organisationId },
      { action: 'export.round', object: quiet.round.id },
    ])
    const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'facilitator' })
    expect((await bob.client.get(`${org}/export.xlsx`)).refusal).toBe('not-allowed')
    api.clock.pass({ minutes: 11 })
    expect((await alice.client.get(`${org}/export.xlsx`)).refusal).toBe('confirm-needed')
  })

  test('goes on without the answers of a round whose questionnaire is gone, and says so', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const org = `/api/organisations/${alice.organisationId}`
    const gone = await openRound(api, alice.client, alice.organisationId)
    const there = await anonymousRound(api, alice.client, alice.organisationId, 6)
    const { db } = api.database
    const about = {
      id: 'six-capitals',
      version: '0.1.0',
      contentHash: 'of long ago',
      addedAt: '2024-01-01T00:00:00.000Z',
    }
    await db.insertInto('instrumentVersion').values(about).execute()
    await db.updateTable('round').set({ instrumentVersion: '0.1.0' }).where('id', '=', gone.round.id).execute()
    const { bytes, status } = await takeFile(api, alice.client, `${org}/export.xlsx?locale=en`)
    expect(status).toBe(200)
    const sheets = await readWorkbook(bytes)
    const roundsOf = (sheet: string) => new Set(recordsOf(sheets[sheet]).map((row) => row['round']))
    expect(roundsOf('long')).toEqual(new Set())
    expect(roundsOf('figures')).toEqual(new Set([there.round.id, gone.round.id]))
    expect(JSON.stringify(sheets['about'])).toContain('six-capitals 0.1.0 is not on this installation any more')
  })

  test('says of no question what it feeds while a team answers together, and does once it has signed off', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const sheet = await newSheet(alice.client, alice.organisationId)
    await sheet.answer(alice.client, rated('i01', 4))
    const erin = await invitePerson(api, alice.client, alice.organisationId, { name: 'Erin', role: 'contributor' })
    const path = `/api/organisations/${alice.organisationId}/rounds/${sheet.roundId}/export.xlsx?locale=en`
    const take = async () => readWorkbook((await takeFile(api, erin.client, path)).bytes)
    const before = await take()
    const feeds = (rows: typeof before) =>
      recordsOf(rows['codebook']).flatMap((row) => [row['dimension'] ?? null, row['perspective'] ?? null])
    expect(feeds(before)).toEqual([null, null, null, null, null, null])
    expect(JSON.stringify(before)).not.toMatch(/natural|Natural/)
    expect(JSON.stringify(before['about'])).toContain('Until it has handed in')
    await sheet.signOff(alice.client)
    const after = await take()
    expect(feeds(after)).not.toContain(null)
    expect(JSON.stringify(after['about'])).not.toContain('Until it has handed in')
  })
})
