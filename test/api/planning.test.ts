import { describe, expect, test } from 'vitest'
import { OrganisationNow } from '../../server/contract/planning.ts'
import { openWithin } from '../../server/services/rounds.ts'
import { newRound, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { untilWaiting } from '../support/held-table.ts'
import { gatherPeople } from '../support/people.ts'
import { asProgram, RHYTHM, TestPlanning, TOGETHER } from '../support/planning.ts'

const OPENS = '2026-12-17T07:00:00.000Z'
const DUE = '2026-12-31T22:59:00.000Z'

describe.each(DATABASES)('the rhythm of rounds, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const { client, organisationId: org } = await signUp(api)
    const alice = await asProgram(api, client)
    return { api, alice, org, planning: new TestPlanning(api, alice, org) }
  }

  test('plans four quarters: everything in the quarter of the year, the short set in the others', async () => {
    const { planning } = await start()
    const before = await planning.read()
    expect([before.plan, before.zone, before.canMail]).toEqual([null, 'Europe/Amsterdam', false])
    expect(before.quarters.map(({ state }) => state)).toEqual(['unplanned', 'unplanned', 'unplanned', 'unplanned'])
    await planning.set()
    const { plan, quarters } = await planning.read()
    expect(plan).toMatchObject({ usual: 'weakest', fullQuarter: 4, remindDays: [7, 3], revision: 1 })
    expect(quarters.map(({ period, state, asks }) => [period, state, asks?.kind, asks?.items])).toEqual([
      ['2026-Q4', 'ahead', 'full', 48],
      ['2027-Q1', 'ahead', 'weakest', 24],
      ['2027-Q2', 'ahead', 'weakest', 24],
      ['2027-Q3', 'ahead', 'weakest', 24],
    ])
    expect([quarters[0]?.opensAt, quarters[0]?.dueAt]).toEqual([OPENS, DUE])
  })

  test('prepares one draft thirty days before, even by two processes at one moment', async () => {
    const { planning } = await start()
    await planning.set()
    planning.goTo('2026-11-17T06:59:00.000Z')
    await planning.tick()
    expect((await planning.quarter('2026-Q4')).state).toBe('ahead')
    planning.goTo('2026-11-17T07:00:00.000Z')
    await planning.tick(...(await planning.twoProcesses()))
    await planning.tick()
    const round = await planning.roundOf('2026-Q4')
    expect(round).toMatchObject({ state: 'draft', items: 48, plannedOpenAt: OPENS, dueAt: DUE, code: null })
    expect(round).toMatchObject({ title: 'Six values in balance, quarter 4 of 2026', expected: 20, remindDays: [7, 3] })
    expect(await planning.countRounds()).toBe(1)
  })

  test('prepares what is near at once, so that who sets it sees it', async () => {
    const { planning } = await start()
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.set()
    expect((await planning.quarter('2026-Q4')).state).toBe('prepared')
  })

  test('asks the two lowest of the newest result in full, and chooses again when the round opens', async () => {
    const { planning } = await start()
    await planning.closedRound('2026-Q3', { natural: 1, human: 1 })
    await planning.set({ fullQuarter: null })
    const lowest = { kind: 'weakest', dimensions: ['human', 'natural'], items: 32 }
    expect((await planning.quarter('2026-Q4')).asks).toEqual(lowest)
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.tick()
    expect((await planning.quarter('2026-Q4')).asks).toEqual(lowest)
    await planning.closedRound('2027', { financial: 1, manufactured: 2 })
    expect((await planning.quarter('2026-Q4')).asks, 'a draft stays as it was prepared').toEqual(lowest)
    planning.goTo(OPENS)
    await planning.tick()
    const { asks, round } = await planning.quarter('2026-Q4')
    expect(asks).toEqual({ ...lowest, dimensions: ['manufactured', 'financial'] })
    await planning.closedRound('2028', { social: 1, human: 1 })
    await planning.move(round?.id ?? '', 'close')
    await planning.move(round?.id ?? '', 'reopen')
    expect((await planning.quarter('2026-Q4')).asks, 'what was asked stays').toEqual(asks)
  })

  test('takes nothing from a result that waits for its release to the client', async () => {
    const { planning } = await start()
    await planning.closedRound('2026-Q3', { natural: 1, human: 1 }, { withWorkshop: true })
    await planning.set({ fullQuarter: null })
    expect((await planning.quarter('2026-Q4')).asks).toMatchObject({ dimensions: [], items: 24 })
  })

  test('leaves a quarter whose opening was over when it was set to people, and asks none twice that they began', async () => {
    const { alice, org, planning } = await start()
    planning.goTo('2026-12-20T12:00:00.000Z')
    await newRound(alice, org, { period: '2027-Q1' })
    await planning.set()
    await planning.tick()
    expect((await planning.quarter('2026-Q4')).state).toBe('passed')
    planning.goTo('2027-03-01T12:00:00.000Z')
    await planning.tick()
    expect((await planning.quarter('2027-Q1')).state).toBe('open')
    expect(await planning.countRounds()).toBe(1)
  })

  test('that changes takes drafts along, but not a day that somebody chose, nor a round with a session', async () => {
    const { alice, planning } = await start()
    await planning.set()
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.tick()
    const { id } = await planning.roundOf('2026-Q4')
    await planning.change(id, { plannedOpenAt: '2026-12-05T07:00:00.000Z' })
    await planning.set({ ...TOGETHER, usual: 'pulse', fullQuarter: null, opens: { from: 'end', days: -7 } })
    const round = await planning.roundOf('2026-Q4')
    expect(round).toMatchObject({ id, answering: 'together', mode: 'open', threshold: 1, items: 24, expected: null })
    expect([round.plannedOpenAt, round.dueAt]).toEqual(['2026-12-05T07:00:00.000Z', '2027-01-07T22:59:00.000Z'])
    await planning.set()
    await alice.post(`${planning.path}/workshops`, { roundId: id })
    await planning.set({ usual: 'full' })
    expect(await planning.roundOf('2026-Q4')).toMatchObject({ items: 48, answering: 'each' })
  })

  test('that changes leaves a round alone that is opened at the same moment', async () => {
    const { api, planning, org } = await start()
    const { database, deps } = api
    await planning.set()
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.tick()
    const { id } = await planning.roundOf('2026-Q4')
    const items = await planning.itemsOf(id)
    const change = () => planning.set({ ...TOGETHER, usual: 'pulse', fullQuarter: null })
    const { changing } = await database.db.transaction().execute(async (trx) => {
      await openWithin(deps, trx, { organisationId: org, userId: null }, id)
      // SQLite does one thing after another; on PostgreSQL the change waits for the opening.
      if (database.kind === 'sqlite') return { changing: undefined }
      const changing = change()
      await untilWaiting(database, 1)
      return { changing }
    })
    await (changing ?? change())
    expect(await planning.round(id)).toMatchObject({ state: 'open', mode: 'anonymous', answering: 'each' })
    expect(await planning.itemsOf(id)).toEqual(items)
  })

  test('tells who only answers together not which values are asked in full, before all is signed off', async () => {
    const api = await startAppForTest(open)
    const { alice, bob, erin, frank, bakery } = await gatherPeople(api)
    const planning = new TestPlanning(api, alice.client, bakery)
    await planning.closedRound('2026-Q3', { natural: 1, social: 2 })
    const asked = async (by: typeof alice) => {
      const { quarters } = await planning.read(by.client)
      return quarters.find(({ period }) => period === '2027-Q1')?.asks?.dimensions
    }
    await planning.set(TOGETHER)
    for (const by of [alice, bob]) expect(await asked(by)).toHaveLength(2)
    for (const by of [erin, frank]) expect(await asked(by)).toBeNull()
    await planning.set()
    expect(await asked(erin), 'a round in which everybody answers alone').toHaveLength(2)
  })

  test('that ended prepares nothing more, and what it prepared waits for people', async () => {
    const { alice, planning } = await start()
    await planning.set()
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.tick()
    for (const again of [1, 2])
      expect([again, (await alice.delete(`${planning.path}/plan`)).status]).toEqual([again, 204])
    planning.goTo(OPENS)
    await planning.tick()
    expect(await planning.quarter('2026-Q4')).toMatchObject({ state: 'prepared', round: { plannedOpenAt: null } })
  })

  test('is for who runs rounds to change, and two who do so at once hear of each other', async () => {
    const api = await startAppForTest(open)
    const { alice, bob, erin, frank, carol, bakery } = await gatherPeople(api)
    const planning = new TestPlanning(api, alice.client, bakery)
    const put = (by: typeof alice, body: object) => by.client.put(`${planning.path}/plan`, { ...RHYTHM, ...body })
    await planning.set()
    expect((await put(alice, { revision: 0 })).status, 'the same again').toBe(200)
    expect((await put(bob, { usual: 'full', revision: 1 })).status).toBe(200)
    expect((await put(alice, { usual: 'pulse', revision: 1 })).refusal).toBe('edited-meanwhile')
    for (const by of [erin, frank]) {
      expect((await put(by, { revision: 2 })).refusal).toBe('not-allowed')
      expect((await planning.read(by.client)).plan?.usual).toBe('full')
    }
    expect((await put(carol, { revision: 2 })).refusal).toBe('not-found')
    expect((await put(alice, { instrument: 'nothing', revision: 2 })).refusal).toBe('unknown-instrument')
    expect((await put(alice, { horizons: ['never'], revision: 2 })).refusal).toBe('unknown-horizon')
    expect((await put(alice, { answering: 'together', revision: 2 })).refusal).toBe('invalid-request')
    expect((await alice.client.delete(`${planning.path}/plan?revision=1`)).refusal).toBe('edited-meanwhile')
  })

  test('says what waits: what is open, what comes next, and the newest outcome', async () => {
    const { alice, planning } = await start()
    const read = async () => (await alice.get(`${planning.path}/now`)).as(OrganisationNow)
    expect(await read()).toEqual({ open: [], next: null, latest: null })
    const latest = await planning.closedRound('2026-Q3', { natural: 1 })
    await planning.set(TOGETHER)
    expect(await read()).toMatchObject({ next: { period: '2026-Q4', opensAt: OPENS }, latest: { roundId: latest } })
    planning.goTo(OPENS)
    await planning.tick()
    expect(await read()).toMatchObject({ open: [{ answering: 'together', dueAt: DUE }], next: { period: '2027-Q1' } })
  })
})
