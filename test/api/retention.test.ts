import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Retention } from '../../server/contract/own-data.ts'
import { Results } from '../../server/contract/results.ts'
import { sweepErased } from '../../server/services/erasures.ts'
import { applyRetention } from '../../server/services/retention.ts'
import { signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { filesHolding, fillOrganisation } from '../support/full-organisation.ts'

const MARK = 'zwartemerel'

const nightly = ({ database, clock, deps }: TestApp) =>
  applyRetention({ database, now: clock.now, retention: deps.privacy.retention })
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
})

/** A sign-in of now: others are over by then. */
async function freshCookie(api: TestApp, email: string): Promise<{ cookie: string }> {
  const reply = await api.nobody.post('/api/sessions', { email, password: 'correct horse battery' })
  return { cookie: `mv=${reply.cookie('mv')}` }
}
