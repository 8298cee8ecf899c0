import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Results } from '../../server/contract/results.ts'
import { Round } from '../../server/contract/rounds.ts'
import { startAppForTest } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { newSheet, rated, type SheetCalls } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { hashOfTables } from '../support/table-hash.ts'

describe.each(DATABASES)('signing off what a team filled in, on $name', ({ open }) => {
  async function start(input: Readonly<Record<string, unknown>> = {}) {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const owner = people.alice.client
    const sheet = await newSheet(owner, people.bakery, input)
    const path = `/api/organisations/${people.bakery}/rounds/${sheet.roundId}`
    const round = async () => (await owner.get(path)).as(Round)
    const results = async (client: Client = owner) => (await client.get(`${path}/results`)).as(Results)
    const refusedUnchanged = async (call: () => ReturnType<SheetCalls['signOff']>) => {
      const before = await hashOfTables(api.database)
      const reply = await call()
      expect(await hashOfTables(api.database)).toBe(before)
      return reply.refusal
    }
    return { ...people, api, sheet, owner, path, round, results, refusedUnchanged }
  }

  test('it says first how much is answered, what waits for a choice, and who gets to see the result', async () => {
    const { sheet, owner, erin } = await start()
    await sheet.answer(owner, rated('i01', 4), rated('i02', 2, { horizon: 'ahead' }))
    await sheet.answer(erin.client, rated('i01', 1))
    expect(await sheet.signOffView(erin.client)).toEqual({
      answered: 2,
      asked: 6,
      conflicts: 1,
      destinations: [
        { destination: 'organisation', names: ['Alice', 'Erin', 'Frank'] },
        { destination: 'consultants', names: ['Bob'] },
      ],
    })
  })

  test('without a consultant at work there is none among those who get to see it', async () => {
    const { sheet, owner, bakery, bob } = await start()
    await owner.delete(`/api/organisations/${bakery}/members/${bob.userId}`)
    const { destinations } = await sheet.signOffView(owner)
    expect(destinations.map(({ destination }) => destination)).toEqual(['organisation'])
  })

  test('it closes the round with its final release, and says who signed off for whom', async () => {
    const { sheet, owner, alice, frank, api, round, results } = await start()
    await sheet.answer(owner, rated('i01', 5), rated('i02', 3))
    const at = api.clock.now().toISOString()
    expect((await sheet.signOff(owner)).status).toBe(204)
    expect(await round()).toMatchObject({ state: 'closed', releases: 1, code: null, closedAt: at })
    const released = await results(frank.client)
    expect(released).toMatchObject({ n: 1, mode: 'open', release: { final: true } })
    const { signedOff, mayWrite, answers } = await sheet.read(owner)
    expect(signedOff).toEqual({ by: alice.userId, at, destinations: ['organisation', 'consultants'] })
    expect(mayWrite).toBe(false)
    expect(answers['i01']?.['now']).toMatchObject({ answer: { rating: 5 }, opId: null, by: alice.userId })
  })

  test('everybody who gets to see it has to be agreed to, and nobody else', async () => {
    const { sheet, owner, refusedUnchanged } = await start()
    await sheet.answer(owner, rated('i01', 4))
    expect(await refusedUnchanged(() => sheet.signOffFor(owner, ['organisation']))).toBe('sign-off-unsaid')
    expect(await refusedUnchanged(() => sheet.signOffFor(owner, ['consultants']))).toBe('sign-off-unsaid')
    expect(await refusedUnchanged(() => sheet.signOffFor(owner, ['organisation', 'press']))).toBe('invalid-request')
    expect((await sheet.signOffFor(owner, ['consultants', 'organisation', 'organisation'])).status).toBe(204)
  })

  test('an open conflict keeps it from being signed off, and so does an empty sheet', async () => {
    const { sheet, owner, erin, refusedUnchanged } = await start()
    const unseen = rated('i01', 2)
    expect(await refusedUnchanged(() => sheet.signOff(owner))).toBe('nothing-to-release')
    await sheet.answer(owner, rated('i01', 4))
    await sheet.answer(erin.client, unseen)
    expect(await refusedUnchanged(() => sheet.signOff(owner))).toBe('sheet-has-conflicts')
    await sheet.settle(erin.client, unseen.opId, 'other')
    expect((await sheet.signOff(owner)).status).toBe(204)
  })

  test('who may not close a round may not sign off; twice is once too many', async () => {
    const { sheet, owner, erin, bob, refusedUnchanged } = await start()
    await sheet.answer(erin.client, rated('i01', 4))
    expect(await refusedUnchanged(() => sheet.signOff(erin.client))).toBe('not-allowed')
    expect((await sheet.signOff(bob.client)).status).toBe(204)
    expect(await refusedUnchanged(() => sheet.signOff(owner))).toBe('round-closed')
  })

  test('what was kept and not heard of is answered as kept after signing off: the sign-off, work and a file', async () => {
    const { sheet, owner, bob, api, refusedUnchanged } = await start()
    const id = randomUUID()
    const addFile = (text: string) => sheet.addFile(owner, 'i01', Buffer.from(text), 'meter.txt', id)
    const work = { revision: 0, note: 'From the ledger' }
    await sheet.answer(owner, rated('i01', 4))
    const first = [await sheet.work(owner, 'i01', work), await addFile('1200 kWh'), await sheet.signOff(bob.client)]
    const before = await hashOfTables(api.database)
    const again = [await sheet.work(owner, 'i01', work), await addFile('1200 kWh'), await sheet.signOff(bob.client)]
    expect(again.map(({ status, text }) => [status, text])).toEqual(first.map(({ status, text }) => [status, text]))
    expect(await hashOfTables(api.database)).toBe(before)
    expect(await refusedUnchanged(() => sheet.signOffFor(bob.client, ['organisation']))).toBe('round-closed')
    expect(await refusedUnchanged(() => sheet.work(owner, 'i01', { revision: 1, note: 'Other' }))).toBe('round-closed')
    expect(await refusedUnchanged(() => addFile('900 kWh'))).toBe('operation-reused')
  })

  test('nothing else closes it or shows a result of it before', async () => {
    const { sheet, owner, refusedUnchanged } = await start()
    await sheet.answer(owner, rated('i01', 4))
    expect(await refusedUnchanged(() => sheet.move(owner, 'close'))).toBe('sign-off-needed')
    expect(await refusedUnchanged(() => sheet.move(owner, 'releases'))).toBe('sign-off-needed')
  })

  test('afterwards nothing changes: not the work, not a choice; answers that come late are kept and do not count', async () => {
    const { sheet, owner, erin, round, refusedUnchanged } = await start()
    const unseen = rated('i01', 2)
    await sheet.answer(owner, rated('i01', 4))
    await sheet.answer(erin.client, unseen)
    await sheet.settle(erin.client, unseen.opId, 'stored')
    await sheet.signOff(owner)
    expect(await refusedUnchanged(() => sheet.work(owner, 'i01', { revision: 0, note: 'late' }))).toBe('round-closed')
    const late = rated('i02', 5)
    expect(await sheet.answer(erin.client, late)).toEqual(['late'])
    expect(await sheet.answer(erin.client, late)).toEqual(['late'])
    expect((await sheet.read(owner)).answers['i02']).toBeUndefined()
    expect((await round()).counts.late).toBe(1)
  })

  test('opened again the sign-off is taken back, what came late counts, and each answer keeps its author', async () => {
    const { sheet, owner, erin, bob, alice, api, round, results } = await start()
    const first = rated('i01', 4)
    await sheet.answer(owner, first)
    await sheet.signOff(owner)
    // One that nobody answered yet, and one over an answer that stands.
    await sheet.answer(erin.client, rated('i02', 5))
    await sheet.answer(bob.client, rated('i01', 1, { replaces: first.opId }))
    const unseen = rated('i01', 3)
    await sheet.answer(erin.client, unseen)
    api.clock.pass({ minutes: 20 })
    expect((await sheet.move(owner, 'reopen')).status).toBe(200)
    const { answers, conflicts, signedOff, mayWrite } = await sheet.read(owner)
    expect([signedOff, mayWrite]).toEqual([null, true])
    expect(answers['i02']?.['now']).toMatchObject({ answer: { rating: 5 }, by: erin.userId })
    expect(answers['i01']?.['now']).toMatchObject({ answer: { rating: 1 }, by: bob.userId })
    expect(conflicts).toMatchObject([{ id: unseen.opId, answer: { rating: 3 }, by: erin.userId }])
    expect(await round()).toMatchObject({ state: 'open', code: null, counts: { late: 0 } })
    expect(await api.database.db.selectFrom('credential').selectAll().execute()).toEqual([])
    await sheet.settle(owner, unseen.opId, 'stored')
    expect((await sheet.signOff(owner)).status).toBe(204)
    expect((await results()).release).toMatchObject({ number: 2, final: true })
    expect((await sheet.read(owner)).signedOff?.by).toBe(alice.userId)
  })

  test('a draft asks for nothing yet; once opened it has one empty sheet and no code', async () => {
    const { sheet, owner, erin, round, refusedUnchanged, api } = await start({ draft: true })
    expect((await sheet.read(owner)).mayWrite).toBe(false)
    expect(await refusedUnchanged(() => sheet.send(erin.client, [rated('i01', 4)]))).toBe('round-not-open')
    expect(await refusedUnchanged(() => sheet.work(erin.client, 'i01', { revision: 0, note: 'x' }))).toBe(
      'round-not-open',
    )
    expect(await refusedUnchanged(() => sheet.signOff(owner))).toBe('round-not-open')
    expect((await sheet.move(owner, 'open')).status).toBe(200)
    expect(await round()).toMatchObject({ state: 'open', code: null, joinUrl: null })
    expect(await api.database.db.selectFrom('respondent').selectAll().execute()).toHaveLength(1)
    expect(await sheet.answer(erin.client, rated('i01', 4))).toEqual(['applied'])
  })

  test('an archived one takes nothing more and can still be read', async () => {
    const { sheet, owner } = await start()
    await sheet.answer(owner, rated('i01', 4))
    await sheet.signOff(owner)
    await sheet.move(owner, 'archive')
    expect((await sheet.send(owner, [rated('i02', 4)])).refusal).toBe('round-closed')
    expect((await sheet.read(owner)).answers['i01']?.['now']).toMatchObject({ answer: { rating: 4 } })
  })

  test('the log says who signed off, and the room hears that it is closed', async () => {
    const { sheet, owner, bob, alice, api, bakery } = await start()
    await sheet.answer(owner, rated('i01', 4))
    await sheet.signOff(bob.client)
    const { db } = api.database
    const events = await db
      .selectFrom('auditEvent')
      .select(['action', 'userId', 'object'])
      .where('organisationId', '=', bakery)
      .execute()
    expect(events).toContainEqual({ action: 'sheet.sign-off', userId: bob.userId, object: sheet.roundId })
    expect(events).toContainEqual({ action: 'round.close', userId: bob.userId, object: sheet.roundId })
    expect(events.filter(({ userId }) => userId === alice.userId).map(({ action }) => action)).toContain('round.open')
  })
})
