import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { InstrumentFile, InstrumentTexts, type LineageFile } from '../../server/contract/instruments.ts'
import { Results } from '../../server/contract/results.ts'
import type { RoundMade } from '../../server/contract/rounds.ts'
import { Trend } from '../../server/contract/trend.ts'
import type { Database } from '../../server/db/open.ts'
import { type Instruments, loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { joinRound, newRound, signUp, startApp, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

const SHIPPED = join(DATA_ROOT, 'instruments/six-capitals')
const LOW = [1, 2, 2, 3, 1, 2, 3, 2]
const HIGH = LOW.map((rating) => rating + 2)

/** A folder of instruments in which a version can be put beside the ones that are there. */
class Shelf {
  readonly root = mkdtempSync(join(tmpdir(), 'meervoud-shelf-'))

  constructor() {
    this.add('1.0.0')
  }

  add(version: string): void {
    cpSync(join(SHIPPED, version), join(this.root, 'six-capitals', version), { recursive: true })
  }

  /** A version after 1.0.0 that only calls itself something else. */
  addRenamed(version: string, title: string): void {
    const folder = join(this.root, 'six-capitals', version)
    cpSync(join(SHIPPED, '1.0.0'), folder, { recursive: true })
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content))
    const instrument = InstrumentFile.parse(read('instrument.json'))
    const items = instrument.items.map(({ id }) => ({
      ...{ id, kind: 'kept' as const, was: [id], comparable: true, why: 'only the title is another' },
    }))
    write('lineage.json', { from: '1.0.0', items, dropped: [] } satisfies LineageFile)
    write('instrument.json', { ...instrument, version })
    for (const locale of ['nl', 'en'])
      write(`texts.${locale}.json`, { ...InstrumentTexts.parse(read(`texts.${locale}.json`)), title })
  }

  load(): Instruments {
    return loadInstruments([this.root])
  }

  remove(): void {
    rmSync(this.root, { recursive: true })
  }
}

describe.each(DATABASES)('an instrument update, on $name', ({ open }) => {
  let shelf: Shelf
  let database: Database
  let api: TestApp
  let org: string
  let owner: Awaited<ReturnType<typeof signUp>>['client']

  beforeAll(() => {
    shelf = new Shelf()
  })
  afterAll(() => shelf.remove())

  beforeEach(async () => {
    database = await open()
    api = await startApp(database, { instruments: shelf.load() })
    const { client, organisationId } = await signUp(api)
    owner = client
    org = organisationId
    onTestFinished(async () => {
      await api.close()
      await database.close()
    })
  })

  /** The server stops, and starts on the same database with what the shelf holds by then. */
  async function restart(): Promise<void> {
    const { now } = api.clock
    await api.close()
    api = await startApp(database, { instruments: shelf.load(), now })
    owner = api.nobody.with(owner.headers)
  }

  async function hold(version: string, period: string, ratings: readonly number[], itemIds?: string[]) {
    const asked = itemIds === undefined ? {} : { itemIds }
    const round = await newRound(owner, org, { instrument: { id: 'six-capitals', version }, period, ...asked })
    const items = (await owner.get(`/api/organisations/${org}/rounds/${round.id}/items`)).text
    for (const rating of ratings) {
      const { client, respondentId } = await joinRound(api.nobody, round.code)
      const { items: ids } = JSON.parse(items) as { items: string[] }
      await client.put(
        '/api/response/answers',
        ids.map((itemId) => ({ opId: `${respondentId}-${itemId}`, itemId, horizon: 'now', seq: 1, rating })),
      )
    }
    const closed = await owner.post(`/api/organisations/${org}/rounds/${round.id}/close`)
    expect(closed.status, closed.text).toBe(200)
    return round
  }

  const trend = async () => (await owner.get(`/api/organisations/${org}/trend`)).as(Trend)
  const resultsOf = async ({ id }: RoundMade) =>
    (await owner.get(`/api/organisations/${org}/rounds/${id}/results`)).as(Results)

  /** Whatever the application tells about closed rounds, byte for byte, by address. */
  async function reports(rounds: readonly RoundMade[]): Promise<Map<string, string>> {
    const addresses = rounds.flatMap(({ id }) => {
      const at = `/api/organisations/${org}/rounds/${id}`
      return [at, `${at}/items`, `${at}/results`, `${at}/releases`]
    })
    const told = new Map<string, string>()
    for (const address of [...addresses, `/api/organisations/${org}/trend`, `/api/organisations/${org}/export`]) {
      const reply = await owner.get(address)
      expect([address, reply.status]).toEqual([address, 200])
      // Having asked for it before is in the export too, and so in the hash at its end.
      told.set(address, reply.text.replace(/"events":\[[^\]]*\]/, '').replace(/"hash":"[0-9a-f]{64}"\s*}\s*$/, ''))
    }
    return told
  }

  test('leaves old reports identical, byte for byte: result, trend and export', async () => {
    const rounds = [await hold('1.0.0', '2026-Q3', LOW), await hold('1.0.0', '2026-Q4', HIGH)]
    const before = await reports(rounds)
    const view = (await owner.get('/api/instruments/six-capitals/1.0.0')).text
    shelf.add('1.1.0')
    await restart()
    expect((await owner.get('/api/instruments/six-capitals/1.1.0')).status).toBe(200)
    expect((await owner.get('/api/instruments/six-capitals/1.0.0')).text).toBe(view)
    expect(await reports(rounds)).toEqual(before)
  })

  test('breaks the line of the capital whose questions changed, and of no other', async () => {
    shelf.add('1.1.0')
    await restart()
    const itemIds = (version: string) =>
      api.deps.instruments.find('six-capitals', version)?.items.map(({ id }) => id) ?? []
    await hold('1.0.0', '2026-Q2', LOW, itemIds('1.0.0'))
    await hold('1.0.0', '2026-Q3', LOW)
    const changed = await hold('1.1.0', '2026-Q4', HIGH)
    await hold('1.1.0', '2027-Q1', HIGH, itemIds('1.1.0'))
    const { points } = await trend()
    expect(points.map(({ broken }) => broken)).toEqual([[], [], ['manufactured'], []])
    expect(points.map(({ continues }) => continues)).toEqual(['start', 'comparable', 'break', 'comparable'])
    const now = points[2]?.horizons['now']?.dimensions
    expect(now?.['manufactured']).toEqual({ score: 75, word: null })
    for (const capital of ['human', 'social', 'intellectual', 'natural', 'financial'])
      expect([capital, now?.[capital]?.word]).toEqual([capital, 'increased'])
    const [change] = (await resultsOf(changed)).changes
    expect(change?.horizons['now']?.dimensions['manufactured']?.cells['external']).toBe('too_few_to_say')
  })

  test('breaks every line where a round with the older version follows one with the newer', async () => {
    shelf.add('1.1.0')
    await restart()
    await hold('1.1.0', '2026-Q3', LOW)
    const back = await hold('1.0.0', '2026-Q4', HIGH)
    const { points } = await trend()
    expect(points[1]?.broken).toEqual(['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial'])
    expect(points[1]?.continues).toBe('break')
    expect((await resultsOf(back)).changes).toEqual([])
  })

  test('that only gives it another title loses nothing: answers, results and lines go on', async () => {
    const rounds = [await hold('1.0.0', '2026-Q3', LOW)]
    const before = await reports(rounds)
    shelf.addRenamed('1.0.1', 'Zes waarden, opnieuw genoemd')
    await restart()
    expect(await reports(rounds)).toEqual(before)
    const later = await hold('1.0.1', '2026-Q4', HIGH)
    expect((await trend()).points.map(({ continues }) => continues)).toEqual(['start', 'comparable'])
    const [change] = (await resultsOf(later)).changes
    const words = Object.values(change?.horizons['now']?.dimensions ?? {}).map(({ word }) => word)
    expect(words).toEqual(Array(6).fill('increased'))
  })

  test('or another name for the organisation or a round loses no answer, no result and no line', async () => {
    const rounds = [await hold('1.0.0', '2026-Q3', LOW), await hold('1.0.0', '2026-Q4', HIGH)]
    const [first, second] = rounds
    const told = async () => {
      const replies = await Promise.all(rounds.map(({ id }) => owner.get(`${at()}/rounds/${id}/results`)))
      return replies.map(({ text }) => text)
    }
    const at = () => `/api/organisations/${org}`
    const [results, before] = [await told(), await trend()]
    for (const [path, body] of [
      ['name', { name: 'The bakery of Alice' }],
      [`rounds/${first?.id}/title`, { title: 'Spring' }],
      [`rounds/${second?.id}/title`, { title: 'Summer' }],
    ] as const)
      expect((await owner.put(`${at()}/${path}`, body)).status).toBe(204)
    expect(await told()).toEqual(results)
    const after = await trend()
    expect(after.points.map(({ round: { title } }) => title)).toEqual(['Spring', 'Summer'])
    const unnamed = ({ points }: Trend) => points.map((point) => ({ ...point, round: { ...point.round, title: '' } }))
    expect(unnamed(after)).toEqual(unnamed(before))
    // Opened again, every answer is still there.
    await owner.post(`${at()}/rounds/${second?.id}/reopen`)
    await owner.post(`${at()}/rounds/${second?.id}/close`)
    const { n, horizons } = await resultsOf(second ?? { id: '', code: '', joinUrl: '' })
    expect([n, horizons['now']?.dimensions['human']?.score]).toEqual([8, 75])
  })
})
