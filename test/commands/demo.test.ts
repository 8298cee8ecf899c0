import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES, STAKEHOLDER_GROUPS } from '../../server/contract/common.ts'
import { Results } from '../../server/contract/results.ts'
import { JoinPreview } from '../../server/contract/rounds.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { loadPark } from '../../server/demo/park.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { temporaryFolder } from '../support/databases.ts'
import { CommandProcess, placeFor, run } from './run.ts'

describe('demo', () => {
  const folder = temporaryFolder()
  const env = { DATA_DIR: join(folder.path, 'demo') }
  let database: Database
  let documents: (Results & { organisation: string })[]

  beforeAll(async () => {
    const { code, out, err } = await run(['demo', '--build-only'], env)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^The made-up business park is ready: 60 organisations, 153 rounds, [\d,]+ participants\.$/)
    database = await openDatabase({ dataDir: env.DATA_DIR })
    const names = loadPark().park.organisations.map(({ name }) => name)
    documents = (await readReleases(database)).filter(({ organisation }) => names.includes(organisation))
  })
  afterAll(async () => {
    await database.close()
    folder.remove()
  })

  test('has a park, five companies, a consultancy and a programme with seven parks and 45 companies', async () => {
    const kinds = await database.db
      .selectFrom('organisation')
      .select(['kind', ({ fn }) => fn.countAll().as('n')])
      .groupBy('kind')
      .orderBy('kind')
      .execute()
    expect(kinds).toEqual([
      { kind: 'company', n: 50 },
      { kind: 'consultancy', n: 1 },
      { kind: 'park', n: 8 },
      { kind: 'programme', n: 1 },
    ])
    const roles = await database.db
      .selectFrom('membership')
      .innerJoin('user', 'user.id', 'membership.userId')
      .select('role')
      .where('email', '=', 'demo@meervoud.example')
      .orderBy('role')
      .execute()
    expect(roles.map(({ role }) => role)).toEqual([...Array(5).fill('facilitator'), ...Array(4).fill('owner')])
  })

  test('has four quarters in anonymous and open rounds, one round to join, and one draft', async () => {
    const rounds = await database.db
      .selectFrom('round')
      .select(['state', 'mode', 'period', 'code', 'closedAt', 'openedAt'])
      .execute()
    const closed = rounds.filter(({ state }) => state === 'closed')
    expect([...new Set(closed.map(({ period }) => period))].sort()).toEqual([
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ])
    expect(new Set(closed.map(({ mode }) => mode))).toEqual(new Set(['anonymous', 'open']))
    expect(closed.filter(({ code, closedAt }) => code !== null || closedAt === null)).toEqual([])
    expect(rounds.filter(({ state }) => state === 'open').map(({ code }) => code)).toEqual(['PARK26'])
    expect(rounds.filter(({ state }) => state === 'draft').map(({ openedAt }) => openedAt)).toEqual([null])
  })

  test('released every closed round and the second vote once, and one of them twice', () => {
    const final = documents.filter(({ release }) => release.final)
    expect([final.length, documents.length]).toEqual([27, 28])
    expect(documents.filter(({ release }) => release.number === 2).length).toBe(1)
  })

  test('has a workshop that was held, with a second vote in which people came closer, and one being prepared', async () => {
    const workshops = await database.db.selectFrom('workshop').selectAll().orderBy('createdAt').execute()
    expect(workshops.map(({ revealedReleaseId }) => revealedReleaseId === null)).toEqual([false, true])
    const votes = await database.db.selectFrom('secondVote').selectAll().execute()
    expect(votes.map(({ number }) => number)).toEqual([1])
    const [vote] = documents.filter(({ release }) => release.id === votes[0]?.revealedReleaseId)
    const first = documents.find(({ release }) => release.id === workshops[0]?.revealedReleaseId)
    for (const { itemId, agreement } of vote?.items ?? []) {
      const before = first?.items.find((item) => item.itemId === itemId && item.horizon === 'now')
      expect(agreement.averageDeviation).toBeLessThan(before?.agreement.averageDeviation ?? 0)
    }
    expect(vote?.items.length).toBeGreaterThan(0)
  })

  test('has every stakeholder group with figures of its own in the large rounds of the park', () => {
    const large = documents.filter(
      ({ organisation, groups }) => organisation.includes('Linden') && Object.keys(groups).length === 8,
    )
    expect(large.length).toBe(2)
    for (const { groups } of large) {
      expect(Object.keys(groups)).toEqual([...STAKEHOLDER_GROUPS])
      expect(Object.values(groups).filter(({ horizons }) => horizons !== null).length).toBe(8)
    }
  })

  test('has a complete profile with level, balance and floor in most rounds', () => {
    const complete = documents.filter(({ horizons }) => horizons['now']?.level !== null)
    expect(complete.length).toBeGreaterThanOrEqual(20)
    for (const { horizons } of complete) {
      const { dimensions = {}, balance, floor } = horizons['now'] ?? {}
      expect(Object.keys(dimensions)).toEqual([...CAPITALS])
      expect(Object.values(dimensions).map(({ score }) => score)).not.toContain(null)
      expect([balance === null, floor?.length === 0]).toEqual([false, false])
    }
  })

  test('has one round with too few people, which shows nothing', () => {
    const small = documents.filter(({ n, mode }) => mode === 'anonymous' && n < 5)
    expect(small.map(({ suppressed }) => suppressed)).toEqual([[{ what: 'all', reason: 'too-few' }]])
  })

  test('has a round in which a single capital is missing', () => {
    const missing = documents.flatMap(({ horizons }) => {
      const without = CAPITALS.filter((capital) => horizons['now']?.dimensions[capital]?.score === null)
      return without.length === 1 ? without : []
    })
    expect(missing).toContain('financial')
  })

  test('has divided items, knowledge gaps and reasons why something does not apply', async () => {
    expect(documents.some(({ items }) => items.some(({ agreement }) => agreement.word === 'divided'))).toBe(true)
    expect(documents.some(({ items }) => items.some(({ unknownShare }) => (unknownShare ?? 0) >= 0.2))).toBe(true)
    const remarks = await database.db.selectFrom('sheet').select('remarks').where('remarks', '<>', '{}').execute()
    expect(remarks.length).toBeGreaterThan(20)
  })

  test('is used again when it is there, and made the same when it is made anew', async () => {
    const again = await run(['demo', '--build-only'], env)
    expect(again).toEqual({ code: 0, out: '', err: '' })
    const figures = (all: readonly Results[]) =>
      all.map(({ release: { period, title }, changes, ...rest }) => {
        const since = changes.map((change) => {
          const { since: earlier, seed: _, ...words } = change
          return { period: earlier.period, ...words }
        })
        return { period, title, since, ...rest }
      })
    const elsewhere = { DATA_DIR: join(folder.path, 'second') }
    await run(['demo', '--build-only'], elsewhere)
    const second = await openDatabase({ dataDir: elsewhere.DATA_DIR })
    const same = figures(await readReleases(second))
    await second.close()
    expect(same).toEqual(figures(await readReleases(database)))
  })

  test('is made anew with --fresh, after it was stopped halfway, and in another language', async () => {
    const own = { DATA_DIR: join(folder.path, 'third') }
    for (const locale of LOCALES) {
      await run(['demo', '--build-only'], own, locale)
      const titles = await titlesIn(own.DATA_DIR)
      expect(titles[0]).toBe(locale === 'nl' ? 'Kwartaalronde 2025-Q4' : 'Management team round 2025-Q4')
    }
    expect((await run(['demo', '--build-only', '--fresh'], own)).out).toMatch(/is ready/)
    writeFileSync(join(own.DATA_DIR, 'demo.json'), '{"demo":true,"built":null}')
    expect((await run(['demo', '--build-only'], own)).out).toMatch(/is ready/)
  })

  test('refuses a folder with a real database and leaves it alone', async () => {
    const place = await placeFor()
    const real = readFileSync(join(place.folder, DATABASE_FILE))
    const { code, out, err } = await run(['demo', '--build-only', '--fresh'], place.env)
    expect([code, out, err]).toEqual([
      1,
      '',
      expect.stringContaining(`${place.folder} holds a database that is not of the demo.`),
    ])
    expect(readFileSync(join(place.folder, DATABASE_FILE)).equals(real)).toBe(true)
    expect(existsSync(join(place.folder, 'demo.json'))).toBe(false)
    await place.remove()
  })

  test('serves itself, marked as made up, with a password of this run and a code to join', async () => {
    // Settings of a real installation must not lead the demo to it.
    const real = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PUBLIC_ORIGIN: 'https://real.example' }
    const start = async () => {
      const demo = new CommandProcess(['demo', '--port', '0'], { ...env, ...real })
      const [, origin = ''] = await demo.says(/Open: (http:\/\/127\.0\.0\.1:\d+)$/m)
      const [, email = '', password = ''] = await demo.says(/Sign in with (\S+) and this password: (\S+)/)
      await demo.says(/\/d#PARK26$/m)
      const signIn = (secret: string) =>
        fetch(`${origin}/api/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, password: secret }),
        })
      return { demo, origin, password, signIn }
    }
    const first = await start()
    expect(await (await fetch(`${first.origin}/api/start`)).json()).toMatchObject({ demo: true, setUpNeeded: false })
    expect((await first.signIn(first.password)).status).toBe(204)
    const preview = await fetch(`${first.origin}/api/join/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'park26' }),
    })
    expect(JoinPreview.parse(await preview.json())).toMatchObject({
      organisation: 'Bedrijvenpark De Zes Linden',
      items: 24,
    })
    expect((await first.demo.stop()).code).toBe(0)

    const second = await start()
    expect(second.password).not.toBe(first.password)
    expect((await second.signIn(first.password)).status).toBe(401)
    await second.demo.stop()

    // Also `serve` says that it is made up.
    const served = new CommandProcess(['serve'], { ...env, PORT: '0' })
    const [, origin = ''] = await served.says(/Open: (\S+)/)
    expect(await (await fetch(`${origin}/api/start`)).json()).toMatchObject({ demo: true })
    await served.stop()
  })
})

async function readReleases({ db }: Database): Promise<(Results & { organisation: string })[]> {
  const rows = await db
    .selectFrom('release')
    .innerJoin('round', 'round.id', 'release.roundId')
    .innerJoin('organisation', 'organisation.id', 'release.organisationId')
    .select(['document', 'organisation.name'])
    .orderBy('organisation.name')
    .orderBy('round.period')
    .orderBy('round.purpose')
    .orderBy('release.number')
    .execute()
  return rows.map(({ document, name }) => ({ ...Results.parse(JSON.parse(document)), organisation: name }))
}

async function titlesIn(dataDir: string): Promise<string[]> {
  const database = await openDatabase({ dataDir })
  const rows = await database.db
    .selectFrom('round')
    .select('title')
    .where('period', '=', '2025-Q4')
    .orderBy('title')
    .execute()
  await database.close()
  return rows.map(({ title }) => title)
}
