import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Retention } from '../../server/contract/own-data.ts'
import { ResponseView } from '../../server/contract/responses.ts'
import { Results } from '../../server/contract/results.ts'
import { sweepErased } from '../../server/services/erasures.ts'
import { remind } from '../../server/services/reminders.ts'
import { applyRetention } from '../../server/services/retention.ts'
import { joinRound, newRound, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { fillSheet, newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { filesHolding, fillOrganisation } from '../support/full-organisation.ts'
import { startMailApp } from '../support/mail-app.ts'

const MARK = 'zwartemerel'

const nightly = ({ database, clock, deps }: TestApp) =>
  applyRetention({ ...deps, now: clock.now, retention: deps.privacy.retention, database })
const MONTH = { days: 31 }

describe.each(DATABASES)('retention on $name', ({ open, name }) => {
  test('deletes texts after a year and answers after two, and leaves what was released', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { organisationId } = alice
    const org = `/api/organisations/${organisationId}`
    const { roundId, anonymousRoundId } = await fillOrganisation(api, alice, organisationId, MARK)
    const { db } = api.database
    const count = async (table: 'sheet' | 'respondent' | 'releaseContributor' | 'release' | 'sheetChange') => {
      const rows = await db.selectFrom(table).select('organisationId').execute()
      return rows.length
    }
    const view = async () =>
      (await api.nobody.with(await freshCookie(api, alice.email)).get(`${org}/retention`)).as(Retention)
    const shown = await view()
    expect(shown.months).toEqual({ answers: 24, texts: 12, audit: 24 })
    expect(shown.last).toBeNull()
    expect(shown.rounds.find(({ id }) => id === roundId)).toMatchObject({
      answersUntil: '2028-11-02T09:00:00.000Z',
      textsUntil: '2027-11-02T09:00:00.000Z',
    })
    expect(shown.rounds.find(({ id }) => id === anonymousRoundId)?.textsUntil).toBeNull()
    const before = { sheets: await count('sheet'), releases: await count('release') }
    await nightly(api)
    expect(await count('sheet')).toBe(before.sheets)

    for (let month = 0; month < 12; month += 1) api.clock.pass(MONTH)
    await nightly(api)
    const texts = await db.selectFrom('sheet').select(['remarks', 'late']).where('roundId', '=', roundId).execute()
    expect(texts.map(({ remarks }) => remarks)).toEqual(['{}', '{}'])
    expect(await count('sheet')).toBe(before.sheets)
    expect((await view()).last).toMatchObject({ sheets: 0 })
    expect((await view()).last?.texts).toBeGreaterThan(0)

    for (let month = 0; month < 12; month += 1) api.clock.pass(MONTH)
    await Promise.all([nightly(api), nightly(api)])
    // The second vote is open still: nothing of it goes.
    const left = await db.selectFrom('respondent').select('roundId').execute()
    expect(left.filter((row) => [roundId, anonymousRoundId].includes(row.roundId))).toEqual([])
    expect([await count('releaseContributor'), await count('release')]).toEqual([0, before.releases])
    const owner = api.nobody.with(await freshCookie(api, alice.email))
    const results = (await owner.get(`${org}/rounds/${anonymousRoundId}/results`)).as(Results)
    expect(results.release.final).toBe(true)
    expect((await owner.post(`${org}/rounds/${anonymousRoundId}/reopen`)).refusal).toBe('round-not-open')
    const events = await db
      .selectFrom('auditEvent')
      .select(['action', 'object', 'userId'])
      .where('action', '=', 'retention.answers')
      .execute()
    expect(events).toEqual(
      expect.arrayContaining([{ action: 'retention.answers', object: anonymousRoundId, userId: null }]),
    )
    const days = await db.selectFrom('systemEvent').select('object').where('action', '=', 'retention.done').execute()
    expect(days.length, 'one night, one event, however many processes; the first has gone too').toBe(2)
    await sweepErased({ database: api.database, now: api.clock.now })
    if (name === 'SQLite') {
      const folder = dirname(api.database.sqlite?.name ?? '')
      for (const words of ['phone', 'other', 'reason', 'kept', 'argument'])
        expect([words, filesHolding(folder, `${MARK} ${words}`)]).toEqual([words, []])
      expect(filesHolding(folder, `${MARK} card`).length).toBeGreaterThan(0)
    }
    const check = await owner.get(`${org}/audit/check`)
    expect([check.status, check.text]).toEqual([200, expect.stringContaining('whole')])
  })

  test('closes a round that was left open for as long as answers stay, and its answers go after as long again', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { organisationId } = alice
    const { db } = api.database
    const years = (count: number) => {
      for (let month = 0; month < 12 * count; month += 1) api.clock.pass(MONTH)
    }
    const left = await newRound(alice.client, organisationId, { title: 'Left open' })
    for (const _ of Array(6)) await answer(api, left)
    years(1)
    const named = await newRound(await ownerNow(api), organisationId, { title: 'In use', mode: 'open' })
    years(1)
    await answer(api, named)
    years(1)
    await nightly(api)
    const states = async () => {
      const rows = await db.selectFrom('round').select(['id', 'state']).execute()
      return [left.id, named.id].map((wanted) => rows.find(({ id }) => id === wanted)?.state)
    }
    expect(await states()).toEqual(['closed', 'open'])
    const results = await (await ownerNow(api)).get(`/api/organisations/${organisationId}/rounds/${left.id}/results`)
    expect(results.as(Results).release.final).toBe(true)
    const events = await db.selectFrom('auditEvent').select(['action', 'object', 'userId']).execute()
    expect(events).toContainEqual({ action: 'round.close', object: left.id, userId: null })
    await (await ownerNow(api)).post(`/api/organisations/${organisationId}/rounds/${left.id}/reopen`)
    api.clock.pass(MONTH)
    await nightly(api)
    expect(await states(), 'somebody wants it open').toEqual(['open', 'open'])
    years(5)
    await nightly(api)
    years(3)
    await nightly(api)
    expect(await db.selectFrom('respondent').select('id').execute()).toEqual([])
    expect(await states()).toEqual(['archived', 'archived'])
  })

  test('deletes words of a team that stand in no sheet any more, who was where in it, and never what it works on', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const sheet = await fillSheet(alice.client, alice.organisationId, MARK)
    const { db } = api.database
    const words = async () =>
      (await db.selectFrom('teamAnswer').select('reason').where('reason', 'is not', null).execute()).length
    expect([await words(), (await db.selectFrom('sheetPresence').selectAll().execute()).length]).toEqual([2, 1])
    // One that nobody signs off, and in which somebody writes a note after a year and a half.
    const slow = await newSheet(alice.client, alice.organisationId, { period: '2027-Q1' })
    const months = (count: number) => {
      for (let month = 0; month < count; month += 1) api.clock.pass(MONTH)
    }
    months(13)
    await nightly(api)
    expect([await words(), await db.selectFrom('sheetPresence').selectAll().execute()]).toEqual([0, []])
    months(5)
    expect((await slow.work(await ownerNow(api), 'i01', { revision: 0, note: MARK })).status).toBe(200)
    months(10)
    await nightly(api)
    expect((await slow.read(await ownerNow(api))).round.state).toBe('open')
    const read = await sheet.read(await ownerNow(api))
    expect([read.round.state, read.answers, read.work['i01']?.note]).toEqual(['archived', {}, `${MARK} ledger`])
    expect(await db.selectFrom('teamAnswer').selectAll().execute()).toEqual([])
    expect((await sheet.send(await ownerNow(api), [rated('i01', 4)])).refusal).toBe('round-closed')
  })

  test('closes what a team left open without a result, which counts as no sheet before; a file is work', async () => {
    const api = await startAppForTest(open)
    const alice = await signUp(api)
    const { organisationId } = alice
    const { db } = api.database
    const months = (count: number) => {
      for (let month = 0; month < count; month += 1) api.clock.pass(MONTH)
    }
    const left = await newSheet(alice.client, organisationId, { period: '2026-Q3' })
    const slow = await newSheet(alice.client, organisationId, { period: '2026-Q4' })
    for (const sheet of [left, slow]) await sheet.answer(alice.client, rated('i01', 4))
    months(18)
    const added = await slow.addFile(await ownerNow(api), 'i01', Buffer.from('1200 kWh'), 'meter.txt')
    expect(added.status).toBe(200)
    months(10)
    await nightly(api)
    const owner = await ownerNow(api)
    const states = async () => [(await left.read(owner)).round.state, (await slow.read(owner)).round.state]
    expect(await states()).toEqual(['closed', 'open'])
    expect(await db.selectFrom('release').select('id').execute()).toEqual([])
    const next = await newSheet(owner, organisationId, { period: '2029-Q1' })
    expect((await next.read(owner)).previous).toBeNull()
    expect((await left.move(owner, 'reopen')).status).toBe(200)
    expect((await left.signOff(owner)).status).toBe(204)
    expect((await next.read(owner)).previous?.roundId).toBe(left.roundId)
  })

  test('forgets mail after seven days, with the links that are over and the days of reminders', async () => {
    const api = await startMailApp(open)
    await signUp(api)
    await api.nobody.post('/api/password-resets', { email: 'alice@example.org' })
    await remind({ db: api.database.db, now: api.clock.now, mail: api.post })
    await api.post.deliver()
    const { db } = api.database
    const kept = async () => [
      (await db.selectFrom('mail').select('id').execute()).length,
      (await db.selectFrom('passwordReset').select('userId').execute()).length,
      (await db.selectFrom('reminderDay').select('day').execute()).length,
    ]
    expect(await kept()).toEqual([1, 1, 1])
    api.clock.pass({ days: 6 })
    await nightly(api)
    expect(await kept()).toEqual([1, 0, 1])
    api.clock.pass({ days: 2 })
    await nightly(api)
    expect(await kept()).toEqual([0, 0, 0])
  })
})

/** Somebody who joins and answers the first item. */
async function answer(api: TestApp, { code }: { code: string }): Promise<void> {
  const { client } = await joinRound(api.nobody, code)
  const itemId = (await client.get('/api/response')).as(ResponseView).items[0]?.id ?? ''
  const given = { opId: randomUUID(), itemId, horizon: 'now', seq: 1, rating: 4 }
  expect((await client.put('/api/response/answers', [given])).status).toBe(200)
}

async function ownerNow(api: TestApp): Promise<Client> {
  return api.nobody.with(await freshCookie(api, 'alice@example.org'))
}

/** A sign-in of now: others are over by then. */
async function freshCookie(api: TestApp, email: string): Promise<{ cookie: string }> {
  const reply = await api.nobody.post('/api/sessions', { email, password: 'correct horse battery' })
  return { cookie: `mv=${reply.cookie('mv')}` }
}
