import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { InstrumentImported } from '../../server/contract/imports.ts'
import { InstrumentSummary } from '../../server/contract/instruments.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { Target } from '../../server/contract/targets.ts'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { Instruments } from '../../server/instruments.ts'
import { learnInstruments } from '../../server/services/imported-instruments.ts'
import { joinRound, newRound, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES, temporaryPostgres } from '../support/databases.ts'
import { formFile } from '../support/forms.ts'
import { whileTableIsHeld } from '../support/held-table.ts'
import { gatherPeople } from '../support/people.ts'

async function bring(client: Client, organisation: string, query = ''): Promise<InstrumentImported> {
  const path = `/api/organisations/${organisation}/imports/instruments${query}`
  return (await client.post(path, await formFile())).as(InstrumentImported)
}

function openRound(client: Client, organisation: string, id: string, answering = 'each') {
  return client.post(`/api/organisations/${organisation}/rounds`, {
    ...{ instrument: { id, version: '1.0.0' }, variant: 'full', period: '2026-Q4', horizons: ['now'], mode: 'open' },
    answering,
  })
}

/** What is stored of every imported instrument is no instrument any more. */
async function spoil({ database }: TestApp): Promise<void> {
  await database.db.updateTable('importedInstrument').set({ content: '{}' }).execute()
}

describe.each(DATABASES)('what a process knows of the instruments of an organisation, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    return { api, ...people, owner: people.alice.client }
  }

  test.each(['', '?as=new'])('two clicks on import make one instrument%s', async (query) => {
    const { owner, bakery, api } = await start()
    const made = await whileTableIsHeld(api.database, 'instrument_version', 2, () =>
      Promise.all([bring(owner, bakery, query), bring(owner, bakery, query)]),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(made.map(({ isNew }) => isNew).sort()).toEqual([false, true])
    expect(api.deps.instruments.listOwn(bakery)).toHaveLength(1)
  })

  test('a version that is known is not read again: it never changes', async () => {
    const { api, owner, bakery } = await start()
    const { id } = await bring(owner, bakery)
    await spoil(api)
    expect(await learnInstruments(api.database.db, api.deps.instruments, bakery)).toEqual([])
    const list = (await owner.get(`/api/organisations/${bakery}/instruments`)).as(listOf(InstrumentSummary))
    expect(list.items.filter(({ isOwn }) => isOwn)).toMatchObject([{ id }])
    const elsewhere = new Instruments(api.deps.instruments.list())
    expect(await learnInstruments(api.database.db, elsewhere)).toEqual([`${id}@1.0.0`])
  })

  test('answers to one that another process took in are saved, on phones and on the sheet of a team', async () => {
    const { api, owner, bakery } = await start()
    const { id } = await bring(owner, bakery)
    const { code } = (await openRound(owner, bakery, id)).as(RoundMade)
    const phone = await joinRound(api.nobody, code, { name: 'Piet' })
    const team = (await openRound(owner, bakery, id, 'together')).as(RoundMade)
    const answer = () => ({ opId: randomUUID(), itemId: 'trust', horizon: 'now', seq: 1, rating: 2 })
    api.deps.instruments.forget(bakery)
    expect((await phone.client.put('/api/response/answers', [answer()])).text).toContain('applied')
    api.deps.instruments.forget(bakery)
    const sheet = `/api/organisations/${bakery}/rounds/${team.id}/sheet`
    expect((await owner.put(`${sheet}/answers`, [answer()])).text).toContain('applied')
    expect(api.deps.instruments.find(id, '1.0.0')?.id).toBe(id)
  })

  test('one that cannot be read is the trouble of its own round: answers of others that come with it are saved', async () => {
    const { api, owner, bakery, carol, mill } = await start()
    const { id } = await bring(owner, bakery)
    const { code } = (await openRound(owner, bakery, id)).as(RoundMade)
    const theirs = await newRound(carol.client, mill, { itemIds: ['i01'], horizons: ['now'] })
    const [own, other] = [await joinRound(api.nobody, code, { name: 'Piet' }), await joinRound(api.nobody, theirs.code)]
    await spoil(api)
    api.deps.instruments.forget(bakery)
    const save = ({ client }: { client: Client }, itemId: string) =>
      client.put('/api/response/answers', [{ opId: randomUUID(), itemId, horizon: 'now', seq: 1, rating: 2 }])
    const [refused, saved] = await Promise.all([save(own, 'trust'), save(other, 'i01')])
    expect(refused.refusal).toBe('unknown-instrument')
    expect(saved.text).toContain('applied')
  })

  test('an aim can be set for one of the organisation itself, and by nobody else', async () => {
    const { api, owner, bakery, carol, mill } = await start()
    const { id } = await bring(owner, bakery)
    const target = { score: 60, duePeriod: '2027-Q4', reason: 'More ease', version: '1.0.0', revision: 0 }
    const place = (organisation: string) => `/api/organisations/${organisation}/targets/${id}/team`
    api.deps.instruments.forget(bakery)
    expect((await owner.put(place(bakery), target)).as(Target)).toMatchObject({ dimension: 'team', score: 60 })
    expect((await carol.client.put(place(mill), target)).refusal).toBe('not-found')
  })
})

test('who read before an instrument came in does not take it away from who knows it', async () => {
  const place = await temporaryPostgres()
  const database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
  await migrate(database)
  const api = await startApp(database)
  onTestFinished(async () => {
    await api.close()
    await database.close()
    await place.remove()
  })
  const { client, organisationId } = await signUp(api)
  const late = database.db.transaction().setIsolationLevel('repeatable read')
  await late.execute(async (trx) => {
    expect(await learnInstruments(trx, api.deps.instruments, organisationId)).toEqual([])
    const { id } = await bring(client, organisationId)
    await learnInstruments(trx, api.deps.instruments, organisationId)
    expect(api.deps.instruments.find(id, '1.0.0')?.id).toBe(id)
  })
})
