import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { listOf } from '../../server/contract/common.ts'
import {
  type ConsentChange,
  ConsentEntry,
  ContributionPreview,
  ContributionView,
  Participation,
  ParticipationView,
} from '../../server/contract/participations.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { insertConsent } from '../../server/db/queries/consents.ts'
import { lockOrganisationById } from '../../server/db/queries/organisations.ts'
import { newRound, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { answerAll, closedRound } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { untilWaiting } from '../support/held-table.ts'
import type { People } from '../support/people.ts'
import { hashOfTables } from '../support/table-hash.ts'
import { type Programmes, startInProgramme } from '../support/world-programme.ts'

type Change = Partial<z.infer<typeof ConsentChange>>

describe.each(DATABASES)('a company in a programme, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let programmes: Programmes
  let path: string

  beforeEach(async () => {
    ;({ api, people, programmes, path } = await startInProgramme(open))
  })

  const owner = () => people.alice.client
  const preview = async () => (await owner().get(`${path}/preview`)).as(ContributionPreview)
  const ledger = async () => (await owner().get(`${path}/consents`)).as(listOf(ConsentEntry)).items
  const stored = () => api.database.db.selectFrom('contribution').selectAll().orderBy('period').execute()
  const consent = async (client: Client, change: Change = {}) => {
    const purpose = change.purpose ?? 'benchmark'
    const tag = purpose === 'benchmark' ? (await preview()).tag : undefined
    const body = { purpose, act: 'given', statement: `${purpose}-1`, locale: 'nl', ...(tag && { tag }), ...change }
    return client.put(`${path}/consents`, body)
  }
  const close = (rating: number, period = '2026-Q3', from = owner(), of = people.bakery) =>
    closedRound(api, from, of, rating, { period })

  test('sees where it takes part; nothing is consented to until an owner does so', async () => {
    const list = (await people.frank.client.get(`/api/organisations/${people.bakery}/participations`)).as(
      listOf(Participation),
    )
    expect(list.items).toMatchObject([
      {
        programme: { id: programmes.valley.id, name: 'The valley' },
        park: { name: 'Park in the valley' },
        leftAt: null,
        consents: { benchmark: false, named: false, public: false },
      },
    ])
    await close(4)
    expect(await stored()).toEqual([])
    expect(await ledger()).toEqual([])
  })

  test('sees before it consents exactly the figures that are copied', async () => {
    await close(4, '2026-Q2')
    await close(5, '2026-Q3')
    const { periods, ...counts } = await preview()
    expect(counts).toMatchObject({ instrument: { id: 'six-capitals' }, sector: null, region: null })
    expect(periods.map(({ period, contributedAt }) => [period, contributedAt])).toEqual([
      ['2026-Q3', null],
      ['2026-Q2', null],
    ])
    expect(Object.keys(periods[0]?.scores ?? {})).toContain('now/human/all')
    expect((await consent(owner())).as(ParticipationView).consents).toEqual({
      benchmark: true,
      named: false,
      public: false,
    })
    const copied = await stored()
    expect(copied.map(({ organisationId }) => organisationId)).toEqual([programmes.valley.id, programmes.valley.id])
    expect(copied.toReversed().map(({ scores, themes }) => [JSON.parse(scores), JSON.parse(themes)])).toEqual(
      periods.map(({ scores, themes }) => [scores, themes]),
    )
    const own = (await owner().get(`${path}/contributions`)).as(ContributionView)
    const timeless = (rows: typeof periods) => rows.map((row) => ({ ...row, contributedAt: null }))
    expect(timeless(own.periods)).toEqual(timeless(periods))
  })

  test('only an owner consents: nobody in their place, not staff of the programme, and no script', async () => {
    for (const who of [people.bob, people.erin, people.frank])
      expect((await consent(who.client, { purpose: 'named' })).refusal).toBe('not-allowed')
    expect((await consent(programmes.valley.manager, { purpose: 'named' })).refusal).toBe('not-found')
    expect((await consent(people.carol.client, { purpose: 'named' })).refusal).toBe('not-found')
    expect((await people.bob.client.get(`${path}/preview`)).refusal).toBe('not-allowed')
    expect(await ledger()).toEqual([])
  })

  test('every act stands in the ledger with who, when, which sentence and which language; the same again adds nothing', async () => {
    await consent(owner(), { purpose: 'public', locale: 'en' })
    await consent(owner(), { purpose: 'public', locale: 'en' })
    await consent(owner(), { purpose: 'public', act: 'withdrawn' })
    await consent(owner(), { purpose: 'public', act: 'withdrawn' })
    const by = { by: 'Alice', statement: 'public-1', purpose: 'public' }
    expect(await ledger()).toMatchObject([
      { number: 1, act: 'given', locale: 'en', at: api.clock.now().toISOString(), ...by },
      { number: 2, act: 'withdrawn', locale: 'nl', ...by },
    ])
    const logged = await api.database.db
      .selectFrom('auditEvent')
      .select(['organisationId', 'action', 'userId', 'object'])
      .where('action', 'like', '%consent%')
      .orderBy('organisationId')
      .orderBy('number')
      .execute()
    const own = { organisationId: people.bakery, userId: people.alice.userId }
    const theirs = { organisationId: programmes.valley.id, userId: null, object: programmes.valley.id }
    expect(logged).toHaveLength(4)
    expect(logged).toEqual(
      expect.arrayContaining([
        { ...own, action: 'consent.given', object: programmes.valley.id },
        { ...own, action: 'consent.withdrawn', object: programmes.valley.id },
        { ...theirs, action: 'participation.consent-given' },
        { ...theirs, action: 'participation.consent-withdrawn' },
      ]),
    )
  })

  test('what is closed while consent holds goes along at once, and takes the place of what stood there', async () => {
    await consent(owner())
    const round = await close(3)
    const [first] = await stored()
    expect(first).toMatchObject({ companyId: people.bakery, roundId: round, period: '2026-Q3' })
    const rounds = `/api/organisations/${people.bakery}/rounds/${round}`
    await owner().post(`${rounds}/reopen`, {})
    expect((await stored()).map(({ id }) => id)).toEqual([first?.id])
    const { code } = (await owner().get(rounds)).as(RoundMade.partial({ id: true }))
    await answerAll(api.nobody, code, 5)
    await owner().post(`${rounds}/close`, {})
    const again = await stored()
    expect(again).toHaveLength(1)
    expect(again[0]?.releaseId).not.toBe(first?.releaseId)
    expect(again[0]?.scores).not.toBe(first?.scores)
  })

  test('what is closed while consent is being given goes along too', async () => {
    const { database } = api
    const round = await newRound(owner(), people.bakery, { mode: 'open', period: '2026-Q3' })
    await answerAll(api.nobody, round.code, 4)
    const said = { programmeId: programmes.valley.id, companyId: people.bakery, userId: people.alice.userId }
    const text = { purpose: 'benchmark', act: 'given', statement: 'benchmark-1', locale: 'nl' } as const
    const { closing } = await database.db.transaction().execute(async (trx) => {
      await lockOrganisationById(trx, people.bakery)
      const at = api.clock.now().toISOString()
      await insertConsent(trx, { id: randomUUID(), ...said, ...text, at })
      const started = owner().post(`/api/organisations/${people.bakery}/rounds/${round.id}/close`, {})
      // SQLite has one connection, so that closing waits by itself.
      if (database.kind === 'postgres') await untilWaiting(database, 1)
      return { closing: started }
    })
    expect((await closing).status).toBe(200)
    expect(await stored()).toMatchObject([{ companyId: people.bakery, roundId: round.id }])
  })

  test('a score that is not there is null, and not zero', async () => {
    await closedRound(api, owner(), people.bakery, 4, { period: '2026-Q3', itemIds: ['i01'] })
    await consent(owner())
    const scores = JSON.parse((await stored())[0]?.scores ?? '{}') as Record<string, number | null>
    expect(scores['now/financial/all']).toBeNull()
    expect(Object.values(scores)).not.toContain(0)
  })

  test('an anonymous round with too few people gives no number away', async () => {
    await closedRound(api, owner(), people.bakery, 4, { period: '2026-Q3', mode: 'anonymous' })
    await consent(owner())
    const given = (await stored()).flatMap(({ scores }) => Object.values(JSON.parse(scores) as object))
    expect(given.filter((score) => score !== null)).toEqual([])
  })

  test('withdrawing takes the figures out at once and gives nothing more; given again, all go along', async () => {
    await close(4, '2026-Q2')
    await consent(owner())
    await consent(owner(), { purpose: 'named' })
    await consent(owner(), { act: 'withdrawn' })
    expect(await stored()).toEqual([])
    await close(5)
    expect(await stored()).toEqual([])
    await consent(owner())
    expect((await stored()).map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3'])
    expect((await ledger()).map(({ purpose, act }) => `${purpose} ${act}`)).toEqual([
      'benchmark given',
      'named given',
      'benchmark withdrawn',
      'benchmark given',
    ])
  })

  test('what was handed over is not given silently: it is taken out here, and waits for a yes there', async () => {
    const other = (await owner().post('/api/organisations', { name: 'Office' })).as(Participation.pick({}).loose())
    const office = String(other['id'])
    const roundId = await close(4)
    const workshops = `/api/organisations/${people.bakery}/workshops`
    const made = (await owner().post(workshops, { roundId })).as(RoundMade.pick({ id: true }))
    await consent(owner())
    await owner().post(`${workshops}/${made.id}/transfer`, { organisationId: office })
    expect(await stored()).toEqual([])
    const back = `/api/organisations/${office}/workshops/${made.id}/transfer`
    expect((await owner().post(back, { organisationId: people.bakery })).status).toBe(200)
    expect(await stored()).toEqual([])
    expect((await preview()).periods).toMatchObject([{ roundId, contributedAt: null }])
    await consent(owner())
    expect(await stored()).toMatchObject([{ roundId }])
    expect((await ledger()).map(({ act }) => act)).toEqual(['given', 'given'])
  })

  test('what came in by an archive is no figure of here until it is closed here', async () => {
    await close(4)
    const at = api.clock.now()
    const event = { organisationId: people.bakery, id: randomUUID(), at: at.toISOString(), userId: null }
    const hashes = { previousHash: '', hash: '', number: 999_999 }
    const imported = { ...event, ...hashes, action: 'organisation.import', object: 'hash' }
    await api.database.db.insertInto('auditEvent').values(imported).execute()
    expect((await preview()).periods).toEqual([])
    api.clock.pass({ minutes: 1 })
    await close(4, '2026-Q4')
    expect((await preview()).periods.map(({ period }) => period)).toEqual(['2026-Q4'])
  })

  test('named companies on one park see each other, and nobody else', async () => {
    const { valley } = programmes
    await api.database.db
      .updateTable('participation')
      .set({ programmeId: valley.id, parkId: valley.parkId })
      .where('companyId', '=', people.mill)
      .execute()
    const mine = async () => (await owner().get(path)).as(ParticipationView).neighbours
    const theirs = `/api/organisations/${people.mill}/participations/${valley.id}`
    expect(await mine()).toEqual([])
    const named = { purpose: 'named', act: 'given', statement: 'named-1', locale: 'en' }
    await people.carol.client.put(`${theirs}/consents`, named)
    expect(await mine()).toEqual(["Carol's mill"])
    expect((await people.carol.client.get(theirs)).as(ParticipationView).neighbours).toEqual([])
    await people.carol.client.put(`${theirs}/consents`, { ...named, act: 'withdrawn' })
    expect(await mine()).toEqual([])
  })

  test('leaving ends every consent and deletes what was given; the ledger stays', async () => {
    await close(4)
    await consent(owner())
    await consent(owner(), { purpose: 'named' })
    expect((await people.bob.client.delete(path)).refusal).toBe('not-allowed')
    expect((await owner().delete(path)).status).toBe(204)
    expect(await stored()).toEqual([])
    expect((await ledger()).map(({ purpose, act }) => `${purpose} ${act}`)).toEqual([
      'benchmark given',
      'named given',
      'benchmark withdrawn',
      'named withdrawn',
    ])
    const view = (await owner().get(path)).as(ParticipationView)
    expect(view).toMatchObject({ leftAt: api.clock.now().toISOString(), consents: { benchmark: false, named: false } })
    const before = await hashOfTables(api.database)
    expect((await owner().delete(path)).refusal).toBe('not-found')
    expect((await owner().get(`${path}/preview`)).refusal).toBe('not-found')
    expect((await owner().get(`${path}/benchmark`)).refusal).toBe('not-found')
    expect(await hashOfTables(api.database)).toBe(before)
  })

  test('consents of an earlier time in a programme hold no more when a company comes back', async () => {
    await consent(owner(), { purpose: 'public' })
    api.clock.pass({ hours: 1 })
    const joinedAt = api.clock.now().toISOString()
    await api.database.db.updateTable('participation').set({ joinedAt }).execute()
    expect((await owner().get(path)).as(ParticipationView).consents.public).toBe(false)
  })
})
