import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { InstrumentFile, LineageFile } from '../../server/contract/instruments.ts'
import { Results } from '../../server/contract/results.ts'
import type { RoundMade } from '../../server/contract/rounds.ts'
import { Trend } from '../../server/contract/trend.ts'
import { type Instruments, loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { StartError } from '../../server/start-error.ts'
import { joinRound, newRound, signUp, startApp, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

/** Human and natural capital, inside and outside: one item each. */
const ITEMS = ['i01', 'i34', 'i08', 'i12']
const LOW = [1, 2, 2, 3, 1, 2, 3, 2]
const HIGH = LOW.map((rating) => rating + 2)

/** Six-capitals 1.0.0, and beside it a version 1.1.0 in which some items changed; in a folder of its own. */
class TwoVersions {
  readonly root = mkdtempSync(join(tmpdir(), 'meervoud-lineage-'))
  readonly #later = join(this.root, 'six-capitals', '1.1.0')

  constructor() {
    for (const version of ['1.0.0', '1.1.0'])
      cpSync(join(DATA_ROOT, 'instruments/six-capitals/1.0.0'), join(this.root, 'six-capitals', version), {
        recursive: true,
      })
    const instrument = this.#read() as InstrumentFile
    writeFileSync(join(this.#later, 'instrument.json'), JSON.stringify({ ...instrument, version: '1.1.0' }))
  }

  #read(): unknown {
    return JSON.parse(readFileSync(join(this.#later, 'instrument.json'), 'utf8'))
  }

  /** Every item kept, but for what is said of some. */
  load(
    changes: readonly Partial<LineageFile['items'][number]>[] = [],
    dropped: LineageFile['dropped'] = [],
  ): Instruments {
    const { items } = this.#read() as InstrumentFile
    const lineage: LineageFile = {
      from: '1.0.0',
      items: items.map(({ id }) => ({
        ...{ id, kind: 'kept', was: [id], comparable: true, why: 'the same words' },
        ...changes.find((change) => change.id === id),
      })),
      dropped,
    }
    writeFileSync(join(this.#later, 'lineage.json'), JSON.stringify(lineage))
    return loadInstruments([this.root])
  }

  faults(...args: Parameters<TwoVersions['load']>): string {
    try {
      this.load(...args)
      return ''
    } catch (error) {
      if (!(error instanceof StartError)) throw error
      return error.details.join('\n')
    }
  }
}

let versions: TwoVersions
beforeAll(() => {
  versions = new TwoVersions()
})
afterAll(() => rmSync(versions.root, { recursive: true }))

describe('a lineage is refused', () => {
  test.each([
    ['that calls an item kept and not comparable', [{ id: 'i01', comparable: false }], /i01 was kept/],
    [
      'of which an item came from nowhere',
      [{ id: 'i01', was: ['i99'] }],
      /i01 was i99, which the version before has not/,
    ],
    [
      'that loses an item of the version before',
      [{ id: 'i01', kind: 'new', was: [], comparable: false }],
      /i01 .* nowhere/,
    ],
    ['that calls one item merged', [{ id: 'i01', kind: 'merged' }], /i01 is not merged/],
    ['that compares an item with one of another capital', [{ id: 'i01', kind: 'reworded', was: ['i02'] }], /i01 mean/],
  ] as const)('%s', (_, changes, fault) => {
    expect(
      versions.faults(changes.map((change) => ({ ...change, was: 'was' in change ? [...change.was] : [change.id] }))),
    ).toMatch(fault)
  })

  test('in which an item of the version before is both here and dropped', () => {
    expect(versions.faults([], [{ id: 'i01', why: 'nobody understood it' }])).toMatch(/i01 .* here and dropped/)
  })
})

describe.each(DATABASES)('a new version of an instrument, on $name', ({ open }) => {
  let api: TestApp
  let org: string
  let owner: Awaited<ReturnType<typeof signUp>>['client']

  const start = async (instruments: Instruments) => {
    const database = await open()
    api = await startApp(database, { instruments })
    onTestFinished(async () => {
      await api.close()
      await database.close()
    })
    const { client, organisationId } = await signUp(api)
    owner = client
    org = organisationId
  }

  async function hold(version: string, period: string, ratings: readonly number[]): Promise<RoundMade> {
    api.clock.pass({ minutes: 1 })
    const round = await newRound(owner, org, {
      instrument: { id: 'six-capitals', version },
      period,
      itemIds: [...ITEMS],
    })
    for (const rating of ratings) {
      const { client, respondentId } = await joinRound(api.nobody, round.code)
      const operations = ITEMS.map((itemId) => {
        return { opId: `${respondentId}-${itemId}`, itemId, horizon: 'now', seq: 1, rating }
      })
      await client.put('/api/response/answers', operations)
    }
    const closed = await owner.post(`/api/organisations/${org}/rounds/${round.id}/close`)
    expect(closed.status, closed.text).toBe(200)
    return round
  }

  const resultsText = async ({ id }: RoundMade) =>
    (await owner.get(`/api/organisations/${org}/rounds/${id}/results`)).text
  const trend = async () => (await owner.get(`/api/organisations/${org}/trend`)).as(Trend)

  test('leaves old reports as they are, to the byte, and goes on with words of change where items are comparable', async () => {
    await start(versions.load([{ id: 'i01', kind: 'reworded', why: 'shorter' }]))
    const first = await hold('1.0.0', '2026-Q3', LOW)
    const before = await resultsText(first)
    const second = await hold('1.1.0', '2026-Q4', HIGH)
    expect(await resultsText(first)).toBe(before)
    const { changes } = Results.parse(JSON.parse(await resultsText(second)))
    expect(changes[0]?.since.roundId).toBe(first.id)
    expect(changes[0]?.horizons['now']?.dimensions['human']?.word).toBe('increased')
    expect((await trend()).points.map(({ continues }) => continues)).toEqual(['start', 'comparable'])
  })

  test('breaks the trend, and says no word, where the items mean something else', async () => {
    await start(versions.load([{ id: 'i01', kind: 'reworded', comparable: false, why: 'asks about something else' }]))
    await hold('1.0.0', '2026-Q3', LOW)
    const second = await hold('1.1.0', '2026-Q4', HIGH)
    const { changes } = Results.parse(JSON.parse(await resultsText(second)))
    const words = changes[0]?.horizons['now']?.dimensions
    expect(words?.['human']?.cells).toMatchObject({ internal: 'too_few_to_say', external: 'increased' })
    expect(words?.['natural']?.word).toBe('increased')
    expect((await trend()).points.map(({ continues }) => continues)).toEqual(['start', 'break'])
  })
})
