import { describe, expect, test } from 'vitest'
import { Round } from '../../server/contract/rounds.ts'
import { closeDueRounds } from '../../server/services/closing.ts'
import { planChores } from '../../server/services/plan-chores.ts'
import { joinRound, newRound, signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { asProgram, TestPlanning, TOGETHER } from '../support/planning.ts'

const OPENS = '2026-12-17T07:00:00.000Z'

describe.each(DATABASES)('rounds whose time has come, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const { client, organisationId: org } = await signUp(api)
    const alice = await asProgram(api, client)
    const planning = new TestPlanning(api, alice, org)
    const eventsOf = (action: 'round.open' | 'round.close') =>
      api.database.db.selectFrom('auditEvent').select('userId').where('action', '=', action).execute()
    return { api, alice, org, planning, eventsOf }
  }

  test('open by themselves, once, also with two processes, for nobody in particular', async () => {
    const { api, planning, eventsOf } = await start()
    await planning.set()
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.tick()
    planning.goTo('2026-12-17T06:59:59.000Z')
    await planning.tick()
    expect((await planning.roundOf('2026-Q4')).state).toBe('draft')
    planning.goTo('2026-12-17T07:00:30.000Z')
    await planning.tick(...(await planning.twoProcesses()))
    const round = await planning.roundOf('2026-Q4')
    expect([round.state, round.openedAt]).toEqual(['open', '2026-12-17T07:00:30.000Z'])
    await joinRound(api.nobody, round.code ?? '')
    expect(await eventsOf('round.open')).toEqual([{ userId: null }])
  })

  test('open after a server that was off, but not when their last day is over too', async () => {
    const { alice, org, planning } = await start()
    const plannedOpenAt = '2026-11-09T07:00:00.000Z'
    const late = await newRound(alice, org, { draft: true, plannedOpenAt })
    const gone = await newRound(alice, org, { draft: true, plannedOpenAt, dueAt: '2026-11-12T22:59:00.000Z' })
    planning.goTo('2026-11-20T12:00:00.000Z')
    await planning.tick()
    expect([(await planning.round(late.id)).state, (await planning.round(gone.id)).state]).toEqual(['open', 'draft'])
    expect((await planning.move(gone.id, 'open')).dueAt, 'a day that is over is forgotten').toBeNull()
  })

  test('close after their last day, with a grace in which phones still deliver', async () => {
    const { api, planning, eventsOf } = await start()
    await planning.set()
    planning.goTo(OPENS)
    await planning.tick()
    const { id, code } = await planning.roundOf('2026-Q4')
    const { client } = await joinRound(api.nobody, code ?? '')
    planning.goTo('2026-12-31T22:58:59.000Z')
    await planning.tick()
    expect((await planning.round(id)).state).toBe('open')
    planning.goTo('2026-12-31T22:59:10.000Z')
    await planning.tick(...(await planning.twoProcesses()))
    expect(await planning.round(id)).toMatchObject({ state: 'closing', closesAt: '2026-12-31T23:04:10.000Z' })
    const answer = { opId: 'in-the-grace', itemId: (await planning.itemsOf(id))[0], horizon: 'now', seq: 1, rating: 4 }
    expect((await client.put('/api/response/answers', [answer])).text).toContain('applied')
    planning.goTo('2026-12-31T23:04:11.000Z')
    await closeDueRounds(api.deps)
    expect((await planning.round(id)).state).toBe('closed')
    expect(await eventsOf('round.close')).toEqual([{ userId: null }])
  })

  test('that were opened again stay open until somebody gives them another last day', async () => {
    const { planning } = await start()
    await planning.set()
    planning.goTo(OPENS)
    await planning.tick()
    const { id } = await planning.roundOf('2026-Q4')
    planning.goTo('2027-01-01T12:00:00.000Z')
    await planning.tick()
    expect(await planning.move(id, 'reopen')).toMatchObject({ state: 'open', dueAt: null })
    await planning.tick()
    expect((await planning.round(id)).state).toBe('open')
    await planning.change(id, { dueAt: '2027-01-02T22:59:00.000Z' })
    planning.goTo('2027-01-02T22:59:10.000Z')
    await planning.tick()
    expect((await planning.round(id)).state).toBe('closing')
  })

  test('never close the sheet of a team: the page says that it is overdue', async () => {
    const { planning } = await start()
    await planning.set(TOGETHER)
    planning.goTo(OPENS)
    await planning.tick()
    expect((await planning.roundOf('2026-Q4')).code).toBeNull()
    planning.goTo('2027-01-01T08:00:00.000Z')
    await planning.tick()
    const { others } = await planning.read()
    expect(others.map(({ state, period }) => [state, period])).toEqual([['overdue', '2026-Q4']])
  })

  test('get other days while they are prepared or open, not in the past and not after closing', async () => {
    const { alice, planning } = await start()
    await planning.set()
    planning.goTo('2026-12-01T12:00:00.000Z')
    await planning.tick()
    const { id } = await planning.roundOf('2026-Q4')
    const refusal = async (change: object) => (await planning.change(id, change)).refusal
    expect(await refusal({ plannedOpenAt: '2026-11-30T07:00:00.000Z' })).toBe('opening-past')
    expect(await refusal({ dueAt: '2026-11-30T07:00:00.000Z' })).toBe('due-past')
    expect(await refusal({ plannedOpenAt: '2027-01-05T07:00:00.000Z' })).toBe('due-before-opening')
    expect(await refusal({ remindDays: [1, 1] })).toBe('invalid-request')
    await planning.change(id, { plannedOpenAt: '2026-12-10T07:00:00.000Z' })
    planning.goTo('2026-12-10T07:00:00.000Z')
    await planning.tick()
    expect(await refusal({ plannedOpenAt: '2026-12-20T07:00:00.000Z' })).toBe('round-not-draft')
    const later = '2027-01-15T22:59:00.000Z'
    const changed = await planning.change(id, { dueAt: later, remindDays: [1] })
    expect(changed.as(Round)).toMatchObject({ state: 'open', dueAt: later, remindDays: [1] })
    planning.goTo('2027-01-10T12:00:00.000Z')
    await planning.tick()
    expect((await planning.round(id)).state).toBe('open')
    await planning.move(id, 'close')
    expect(await refusal({ dueAt: '2027-02-15T22:59:00.000Z' })).toBe('round-closed')
    const made = await alice.post(`${planning.path}/rounds`, {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      variant: 'pulse',
      period: '2027-Q1',
      horizons: ['now'],
      mode: 'open',
      draft: true,
      dueAt: '2027-01-01T22:59:00.000Z',
    })
    expect(made.refusal).toBe('due-past')
  })

  test('do nothing by a clock that jumps ahead, while people go on by hand; set back, all is as it was', async () => {
    const { api, alice, org, planning } = await start()
    const ran = 0
    const [chore] = planChores(api.deps, () => ran)
    const due = await newRound(alice, org, { dueAt: '2026-11-20T22:59:00.000Z' })
    const planned = { draft: true, period: '2026', plannedOpenAt: '2026-11-20T07:00:00.000Z' } as const
    const [one, other] = [await newRound(alice, org, planned), await newRound(alice, org, planned)]
    const states = () => Promise.all([due, one, other].map(async ({ id }) => (await planning.round(id)).state))
    await chore?.run()
    api.clock.pass({ days: 40 })
    await chore?.run()
    expect(await states()).toEqual(['open', 'draft', 'draft'])
    const told = (await planning.read()).others.map(({ state }) => state)
    expect(told.toSorted()).toEqual(['late', 'late'])
    await planning.move(one.id, 'open')
    api.clock.pass({ days: -40 })
    await chore?.run()
    expect(await states()).toEqual(['open', 'open', 'draft'])
  })

  test('come at last by a clock that went on as time does', async () => {
    const { api, alice, org, planning } = await start()
    let ran = 0
    const [chore] = planChores(api.deps, () => ran)
    const { id } = await newRound(alice, org, { draft: true, plannedOpenAt: '2026-12-10T07:00:00.000Z' })
    await chore?.run()
    api.clock.pass({ days: 40 })
    await chore?.run()
    const live = async (hours: number) => {
      api.clock.pass({ hours })
      ran += hours * 3_600_000
      await chore?.run()
      return (await planning.round(id)).state
    }
    expect([await live(1), await live(20), await live(4)]).toEqual(['draft', 'draft', 'open'])
  })
})
