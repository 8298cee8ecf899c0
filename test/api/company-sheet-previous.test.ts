import { describe, expect, test } from 'vitest'
import type { LineageFile } from '../../server/contract/instruments.ts'
import { Instruments, type LoadedInstrument, loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { newSheet, rated, type SheetCalls } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'

describe.each(DATABASES)('what the sheet before says, on $name', ({ open }) => {
  async function start(api?: TestApp) {
    const app = api ?? (await startAppForTest(open))
    const people = await gatherPeople(app)
    const owner = people.alice.client
    const make = (period: string, input: Readonly<Record<string, unknown>> = {}) =>
      newSheet(owner, people.bakery, { period, ...input })
    const signed = async (sheet: SheetCalls, ...operations: object[]) => {
      await sheet.answer(owner, ...operations)
      await sheet.signOff(owner)
      return sheet
    }
    return { ...people, app, owner, make, signed }
  }

  test('stands beside the questions, with how sure it was, and never in the answers', async () => {
    const { owner, make, signed } = await start()
    const before = await make('2026-Q3')
    await before.work(owner, 'i01', { revision: 0, certainty: 'measured', note: 'From the ledger' })
    await before.work(owner, 'i03', { revision: 0, link: 'https://example.org' })
    const { rating: _, ...place } = rated('i02', 0)
    await signed(before, rated('i01', 4), { ...place, missing: 'not_applicable', reason: 'No chain' })
    const sheet = await make('2026-Q4')
    const { previous, answers, work, signedOff } = await sheet.read(owner)
    expect(previous).toEqual({
      roundId: before.roundId,
      title: 'Six values in balance 2026-Q3',
      period: '2026-Q3',
      answers: {
        i01: { now: { rating: 4 } },
        i02: { now: { missing: 'not_applicable', reason: 'No chain' } },
      },
      work: { i01: { certainty: 'measured', note: 'From the ledger' } },
    })
    // Nothing of it is filled in: an answer of before is an answer of now only when somebody says so.
    expect([answers, work, signedOff]).toEqual([{}, {}, null])
    expect((await sheet.signOff(owner)).refusal).toBe('nothing-to-release')
  })

  test('is the newest that was signed off before: not an open one, not one of another kind, not a later one', async () => {
    const { owner, make, signed } = await start()
    await signed(await make('2026-Q1'), rated('i01', 1))
    const last = await signed(await make('2026-Q2'), rated('i01', 2))
    await make('2026-Q3')
    await (await make('2026-Q3', { answering: 'each' })).move(owner, 'close')
    const later = await signed(await make('2027-Q1'), rated('i01', 5))
    const sheet = await make('2026-Q4')
    expect((await sheet.read(owner)).previous).toMatchObject({
      roundId: last.roundId,
      answers: { i01: { now: { rating: 2 } } },
    })
    expect((await later.read(owner)).previous?.roundId).toBe(last.roundId)
  })

  test('of a whole year comes after its first quarters, and before the year that follows', async () => {
    const { owner, make, signed } = await start()
    await signed(await make('2026-Q1'), rated('i01', 1))
    const year = await signed(await make('2026'), rated('i01', 2))
    const spring = await signed(await make('2026-Q2'), rated('i01', 3))
    expect((await spring.read(owner)).previous?.period).toBe('2026-Q1')
    const sheet = await make('2027-Q1')
    expect((await sheet.read(owner)).previous?.roundId).toBe(year.roundId)
  })

  test('is nothing for a first one, and nothing of another organisation', async () => {
    const { owner, carol, mill, make } = await start()
    const theirs = await newSheet(carol.client, mill, { period: '2026-Q1' })
    await theirs.answer(carol.client, rated('i01', 4))
    expect((await theirs.signOff(carol.client)).status).toBe(204)
    expect((await (await make('2026-Q4')).read(owner)).previous).toBeNull()
  })

  test('after an update of the instrument only questions that mean the same are there, under their ids of now', async () => {
    const database = await open()
    const api = await startApp(database, { instruments: twoVersions() })
    const { owner, make, signed } = await start(api)
    await signed(await make('2026-Q2'), rated('i01', 1))
    const all = ['i01', 'i02', 'i03', 'i04', 'i05']
    const full = await make('2026-Q3', { itemIds: all })
    await full.work(owner, 'i05', { revision: 0, certainty: 'audited' })
    await signed(full, ...all.map((id, n) => rated(id, n + 1)))
    const later = await make('2026-Q4', { instrument: { id: 'six-capitals', version: '2.0.0' }, itemIds: all })
    const { previous } = await later.read(owner)
    expect(previous?.answers).toEqual({
      // Reworded, and it means the same.
      i01: { now: { rating: 1 } },
      // It was called i05; i02 and i05 mean something else now, and i03 is of two.
      i04: { now: { rating: 5 } },
    })
    expect(previous?.work).toEqual({ i04: { certainty: 'audited', note: '' } })
    await api.close()
    await database.close()
  })
})

/** Six-capitals 1.0.0, and a version 2.0.0 in which some items were changed, moved and put together. */
function twoVersions(): Instruments {
  const first = loadInstruments([`${DATA_ROOT}/instruments`]).find('six-capitals', '1.0.0')
  if (first === undefined) throw new Error('there is no six-capitals 1.0.0')
  const changes: Readonly<Record<string, Partial<LineageFile['items'][number]>>> = {
    i01: { kind: 'reworded' },
    i02: { comparable: false },
    i03: { kind: 'merged', was: ['i03', 'i04'], comparable: false },
    i04: { was: ['i05'] },
    i05: { kind: 'new', was: [], comparable: false },
  }
  const items = first.items.map(({ id }): LineageFile['items'][number] => {
    return { id, kind: 'kept', was: [id], comparable: true, why: 'for a test', ...changes[id] }
  })
  const second: LoadedInstrument = {
    ...first,
    version: '2.0.0',
    lineage: { from: '1.0.0', items, dropped: [] },
    contentHash: 'of a test',
  }
  return new Instruments([first, second])
}
