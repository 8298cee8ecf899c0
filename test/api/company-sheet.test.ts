import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { asUser, PASSWORD, startAppForTest } from '../support/app.ts'
import { newSheet, rated, type SheetCalls } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { hashOfTables } from '../support/table-hash.ts'

describe.each(DATABASES)('a sheet that a team fills in together, on $name', ({ open }) => {
  async function start(input: Readonly<Record<string, unknown>> = {}) {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const owner = people.alice.client
    const sheet = await newSheet(owner, people.bakery, input)
    const history = () =>
      api.database.db
        .selectFrom('teamAnswer')
        .select(['opId', 'character', 'state', 'userId'])
        .orderBy('number')
        .execute()
    return {
      ...people,
      api,
      sheet,
      owner,
      history,
      standing: (item = 'i01') => standingOf(sheet, people.bob.client, item),
    }
  }
  const standingOf = async (sheet: SheetCalls, client: Parameters<SheetCalls['read']>[0], item: string) =>
    (await sheet.read(client)).answers[item]?.['now']

  test('says who gave which answer, and when', async () => {
    const { sheet, owner, erin, alice, api, standing } = await start()
    const first = rated('i01', 4)
    expect(await sheet.answer(owner, first)).toEqual(['applied'])
    const at = api.clock.now().toISOString()
    expect(await standing()).toEqual({ answer: { rating: 4 }, opId: first.opId, by: alice.userId, at })
    api.clock.pass({ minutes: 5 })
    const next = rated('i01', 2, { replaces: first.opId })
    expect(await sheet.answer(erin.client, next)).toEqual(['applied'])
    expect(await standing()).toMatchObject({ answer: { rating: 2 }, opId: next.opId, by: erin.userId })
    expect((await sheet.read(owner)).conflicts).toEqual([])
  })

  test('two people answer the same question unseen: the first one stands, and both versions stay', async () => {
    const { sheet, owner, erin, alice, standing } = await start()
    const unseen = rated('i01', 2)
    expect(await sheet.answer(owner, rated('i01', 4))).toEqual(['applied'])
    // A larger id and a higher number do not make one colleague win over another.
    expect(await sheet.answer(erin.client, { ...unseen, seq: 9 })).toEqual(['conflict'])
    expect(await standing()).toMatchObject({ answer: { rating: 4 }, by: alice.userId })
    expect((await sheet.read(owner)).conflicts).toMatchObject([
      { id: unseen.opId, itemId: 'i01', horizon: 'now', answer: { rating: 2 }, by: erin.userId },
    ])
  })

  test('an answer over one that somebody changed meanwhile is a conflict, and so is taking it back', async () => {
    const { sheet, owner, erin, bob, standing } = await start()
    const first = rated('i01', 3)
    await sheet.answer(owner, first)
    await sheet.answer(erin.client, rated('i01', 5, { replaces: first.opId }))
    const { rating: _, ...place } = rated('i01', 0)
    const back = { ...place, clear: true, replaces: first.opId }
    expect(await sheet.answer(bob.client, rated('i01', 1, { replaces: first.opId }), back)).toEqual([
      'conflict',
      'conflict',
    ])
    expect(await standing()).toMatchObject({ answer: { rating: 5 } })
    // Of one person the newest of two unseen answers waits.
    const { conflicts } = await sheet.read(owner)
    expect(conflicts.map(({ answer, by }) => [answer, by])).toContainEqual([null, bob.userId])
  })

  test('the same answer as a colleague gave is no conflict', async () => {
    const { sheet, owner, erin, alice, standing } = await start()
    await sheet.answer(owner, rated('i01', 4))
    expect(await sheet.answer(erin.client, rated('i01', 4))).toEqual(['duplicate'])
    expect(await standing()).toMatchObject({ by: alice.userId })
    expect((await sheet.read(owner)).conflicts).toEqual([])
  })

  test('one person changes the own answer as on a phone: what was given last stays, however late the rest comes', async () => {
    const { sheet, owner, standing } = await start()
    const [one, two] = [rated('i01', 1), rated('i01', 2, { seq: 2 })]
    expect(await sheet.answer(owner, two)).toEqual(['applied'])
    expect(await sheet.answer(owner, one)).toEqual(['stale'])
    expect(await standing()).toMatchObject({ answer: { rating: 2 } })
  })

  test('deliveries that repeat change nothing, whatever came in between', async () => {
    const { sheet, owner, erin, api } = await start()
    const first = rated('i01', 4)
    const second = rated('i01', 2, { replaces: first.opId })
    const unseen = rated('i01', 5)
    const other = rated('i02', 3)
    await sheet.answer(owner, first, other)
    await sheet.answer(erin.client, second)
    await sheet.answer(owner, unseen)
    const before = await hashOfTables(api.database)
    expect(await sheet.answer(owner, unseen, other, first)).toEqual(['conflict', 'duplicate', 'duplicate'])
    expect(await sheet.answer(erin.client, second, second)).toEqual(['duplicate', 'duplicate'])
    expect(await sheet.answer(owner, first)).toEqual(['duplicate'])
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('an id stands for one operation of one person', async () => {
    const { sheet, owner, erin, api } = await start()
    const first = rated('i01', 4)
    await sheet.answer(owner, first)
    const before = await hashOfTables(api.database)
    expect(await sheet.answer(owner, { ...first, rating: 1 })).toEqual(['operation-reused'])
    expect(await sheet.answer(erin.client, first)).toEqual(['operation-reused'])
    expect(await sheet.answer(owner, { ...first, itemId: 'i02' })).toEqual(['operation-reused'])
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('what the round does not ask is rejected by itself, and the rest is stored', async () => {
    const { sheet, owner, standing } = await start()
    const statuses = await sheet.answer(
      owner,
      rated('i48', 4),
      rated('i01', 4, { horizon: 'wanted' }),
      rated('i01', 7),
      rated('i01', 4),
    )
    expect(statuses).toEqual(['unknown-item', 'unknown-horizon', 'rating-off-scale', 'applied'])
    expect(await standing()).toMatchObject({ answer: { rating: 4 } })
  })

  test('nobody of a large team loses an answer that was acknowledged', async () => {
    const { sheet, owner, erin, bob, history } = await start()
    const people = [owner, erin.client, bob.client]
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, n) => sheet.answer(people[n % 3] ?? owner, rated('i01', (n % 5) + 1, { seq: n }))),
    )
    const count = (status: string) => replies.flat().filter((one) => one === status).length
    expect(count('applied') + count('stale') + count('conflict') + count('duplicate')).toBe(12)
    expect(await history()).toHaveLength(12)
    expect((await history()).filter(({ state }) => state === 'stands')).toHaveLength(1)
  })

  test('who chooses the one that stands lets go of the other, and the history keeps both', async () => {
    const { sheet, owner, erin, bob, alice, standing, history, api } = await start()
    const [first, unseen] = [rated('i01', 4), rated('i01', 2)]
    await sheet.answer(owner, first)
    await sheet.answer(erin.client, unseen)
    expect((await sheet.settle(bob.client, unseen.opId, 'stored')).status).toBe(204)
    expect((await sheet.read(owner)).conflicts).toEqual([])
    expect(await standing()).toMatchObject({ answer: { rating: 4 }, by: alice.userId })
    expect(await history()).toEqual([
      { opId: first.opId, character: '4', state: 'stands', userId: alice.userId },
      { opId: unseen.opId, character: '2', state: 'set-aside', userId: erin.userId },
    ])
    const before = await hashOfTables(api.database)
    expect((await sheet.settle(bob.client, unseen.opId, 'stored')).status).toBe(204)
    expect((await sheet.settle(owner, unseen.opId, 'other')).refusal).toBe('edited-meanwhile')
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('who chooses the other one gives it as an own answer; a choice that repeats changes nothing', async () => {
    const { sheet, owner, erin, bob, standing, history, api } = await start()
    const [first, unseen] = [rated('i01', 4), rated('i01', 2)]
    await sheet.answer(owner, first)
    await sheet.answer(erin.client, unseen)
    const again = randomUUID()
    expect((await sheet.settle(bob.client, unseen.opId, 'other', first.opId)).refusal).toBe('operation-reused')
    expect((await sheet.settle(bob.client, unseen.opId, 'other', again)).status).toBe(204)
    expect(await standing()).toMatchObject({ answer: { rating: 2 }, opId: again, by: bob.userId })
    expect((await history()).map(({ opId, state }) => [opId, state])).toEqual([
      [first.opId, 'replaced'],
      [unseen.opId, 'chosen'],
      [again, 'stands'],
    ])
    const before = await hashOfTables(api.database)
    expect((await sheet.settle(bob.client, unseen.opId, 'other', again)).status).toBe(204)
    expect((await sheet.settle(owner, unseen.opId, 'stored')).refusal).toBe('edited-meanwhile')
    expect((await sheet.settle(owner, first.opId, 'other')).refusal).toBe('not-found')
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('a member who left takes no answer along: it stays, under the name', async () => {
    const { sheet, owner, erin, bakery, standing } = await start()
    await sheet.answer(erin.client, rated('i01', 4))
    await sheet.work(erin.client, 'i01', { revision: 0, assignedTo: erin.userId })
    await owner.delete(`/api/organisations/${bakery}/members/${erin.userId}`)
    expect(await standing()).toMatchObject({ answer: { rating: 4 }, by: erin.userId })
    const { people, work } = await sheet.read(owner)
    expect(people).toContainEqual({ id: erin.userId, name: 'Erin', mayAnswer: false })
    expect(work['i01']?.assignedTo).toBe(erin.userId)
    expect((await sheet.ask(erin.client)).refusal).toBe('not-found')
  })

  test('an account that was erased leaves its answers, of nobody in particular', async () => {
    const { sheet, owner, erin, standing } = await start()
    await sheet.answer(owner, rated('i01', 4))
    const unseen = rated('i01', 2)
    await sheet.answer(erin.client, rated('i02', 5), unseen)
    await sheet.work(erin.client, 'i02', { revision: 0, assignedTo: erin.userId, note: 'Counted by hand' })
    expect((await erin.client.delete('/api/me')).status).toBe(204)
    expect(await standing('i02')).toMatchObject({ answer: { rating: 5 }, by: null })
    const { conflicts, work, people } = await sheet.read(owner)
    expect(conflicts).toMatchObject([{ id: unseen.opId, by: null }])
    expect(work['i02']).toMatchObject({ assignedTo: null, note: 'Counted by hand' })
    expect(JSON.stringify(people)).not.toContain(erin.userId)
  })

  test('who only looks reads everything and writes nothing', async () => {
    const { sheet, owner, frank, api } = await start()
    const unseen = rated('i01', 2)
    await sheet.answer(owner, rated('i01', 4))
    expect((await sheet.read(frank.client)).mayWrite).toBe(false)
    expect((await sheet.read(owner)).mayWrite).toBe(true)
    const before = await hashOfTables(api.database)
    for (const reply of [
      await sheet.send(frank.client, [unseen]),
      await sheet.work(frank.client, 'i01', { revision: 0, note: 'mine' }),
      await sheet.settle(frank.client, unseen.opId, 'other'),
      await sheet.signOffFor(frank.client, ['organisation']),
    ])
      expect([reply.status, reply.refusal]).toEqual([403, 'not-allowed'])
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('it says of no question what it feeds: no capital, no perspective, no code of the instrument', async () => {
    const { sheet, owner, api } = await start({ variant: 'full' })
    const { text } = await sheet.ask(owner)
    const instrument = api.deps.instruments.find('six-capitals', '1.0.0')
    expect(instrument?.items).toHaveLength(48)
    for (const word of ['dimension', 'perspective', 'internal', 'external', 'manufactured', 'inPulse', 'reverse'])
      expect(text).not.toContain(`"${word}"`)
    for (const { code } of instrument?.items ?? []) if (code !== undefined) expect(text).not.toContain(`"${code}"`)
    const { themes, items } = await sheet.read(owner, '?locale=nl')
    expect(themes.flatMap((theme) => theme.items)).toEqual(items.map(({ id }) => id))
    expect(themes.every((theme) => theme.items.length <= 8 && theme.name === null)).toBe(true)
    // No part is one capital: that would tell what its questions feed.
    const dimensionOf = new Map(instrument?.items.map(({ id, dimension }) => [id, dimension]))
    for (const theme of themes) expect(new Set(theme.items.map((id) => dimensionOf.get(id))).size).toBeGreaterThan(1)
    expect(items.map(({ texts }) => Object.keys(texts))).toEqual(items.map(() => ['nl']))
  })

  test('whoever follows the round hears that something changed, after it is stored, and nothing of what', async () => {
    const { sheet, owner, erin, api } = await start()
    const heard: string[] = []
    const leave = api.deps.live.follow(sheet.roundId, {
      whose: 'a member',
      kind: 'member',
      lookedAt: performance.now(),
      tell: (frame) => void heard.push(frame.toString()),
      end: () => undefined,
    })
    await sheet.answer(owner, rated('i01', 4))
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    const first = heard.length
    await sheet.here(erin.client, 'i01')
    await expect.poll(() => heard.length).toBeGreaterThan(first)
    expect(heard.join('')).toContain('progress')
    expect(heard.join('')).not.toMatch(/rating|i01/)
    leave()
  })

  test('there is no code, no join, no session and no sheet for rounds of another kind', async () => {
    const { sheet, owner, bakery, api } = await start()
    const path = `/api/organisations/${bakery}/rounds/${sheet.roundId}`
    const round = JSON.parse((await owner.get(path)).text)
    expect(round).toMatchObject({ answering: 'together', state: 'open', code: null, joinUrl: null, mode: 'open' })
    expect(await api.database.db.selectFrom('credential').selectAll().execute()).toEqual([])
    const workshop = await owner.post(`/api/organisations/${bakery}/workshops`, { roundId: sheet.roundId })
    expect([workshop.status, workshop.refusal]).toEqual([409, 'answered-together'])
    const plain = await newSheet(owner, bakery, { answering: 'each' })
    expect((await plain.ask(owner)).refusal).toBe('not-found')
    expect((await plain.send(owner, [rated('i01', 4)])).refusal).toBe('not-found')
  })

  test('of a stranger the sheet looks like one that is not there', async () => {
    const { sheet, carol, owner, bakery } = await start()
    const missing = await owner.get(`/api/organisations/${bakery}/rounds/${randomUUID()}/sheet`)
    expect((await sheet.ask(carol.client)).text).toBe(missing.text)
  })

  test('it can be resumed after a month: nothing is closed, and everything stands as it was', async () => {
    const { sheet, owner, erin, api } = await start()
    const first = rated('i01', 4)
    await sheet.answer(owner, first)
    await sheet.work(owner, 'i01', { revision: 0, note: 'From the ledger' })
    const before = await sheet.read(owner)
    api.clock.pass({ days: 31 })
    expect((await owner.get('/api/me')).status).toBe(401)
    const again = asUser(api.nobody, await api.nobody.post('/api/sessions', { email: erin.email, password: PASSWORD }))
    expect(await sheet.read(again)).toEqual({ ...before, me: erin.userId, mayRemoveAny: false })
    expect(await sheet.answer(again, rated('i01', 5, { replaces: first.opId }))).toEqual(['applied'])
    const now = (await sheet.read(again)).answers['i01']?.['now']
    expect(now).toMatchObject({ answer: { rating: 5 }, by: erin.userId })
  })
})
