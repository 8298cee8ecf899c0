import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeScope } from '../../server/auth/scope.ts'
import type { Locale } from '../../server/contract/common.ts'
import { INTERVENTION_STATES } from '../../server/contract/interventions.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { viewLedger } from '../../server/services/ledger.ts'
import { readNetwork } from '../../server/services/networks.ts'
import { temporaryFolder } from '../support/databases.ts'
import { run } from './run.ts'

describe('the conversation of the demo', () => {
  const folder = temporaryFolder()
  let database: Database

  const build = async (name: string, locale: Locale) => {
    const env = { DATA_DIR: join(folder.path, name) }
    const { code, err } = await run(['demo', '--build-only'], env, locale)
    expect([code, err]).toEqual([0, ''])
    return openDatabase({ dataDir: env.DATA_DIR })
  }

  beforeAll(async () => {
    database = await build('first', 'en')
  })
  afterAll(async () => {
    await database.close()
    folder.remove()
  })

  test('has a closed reflection with cards on all seven questions, and an open one that is halfway', async () => {
    const reflections = await database.db.selectFrom('reflection').selectAll().orderBy('createdAt').execute()
    expect(reflections.map(({ state }) => state)).toEqual(['closed', 'open'])
    const entries = await database.db.selectFrom('reflectionEntry').selectAll().execute()
    const questionsOf = ({ id }: { id: string } = { id: '' }) =>
      [...new Set(entries.filter(({ reflectionId }) => reflectionId === id).map(({ question }) => question))].sort()
    expect(questionsOf(reflections[0])).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(questionsOf(reflections[1])).toEqual([1, 2, 3, 4, 5])
    const isOfPhone = ({ authorId, authorKey }: { authorId: string | null; authorKey: string | null }) => {
      return authorId === null && authorKey !== null
    }
    expect(entries.filter(isOfPhone).length).toBeGreaterThan(5)
    expect(new Set(entries.flatMap(({ authorId }) => authorId ?? [])).size).toBeGreaterThanOrEqual(3)
    const conditions = entries.filter(({ body }) => body.includes('"condition"')).map(({ id }) => id)
    const spots = entries.filter(({ body }) => body.includes('"bright-spot"'))
    expect(spots.filter(({ groupId }) => !conditions.includes(groupId ?? ''))).toEqual([])
    expect(spots.filter(({ body }) => body.includes('"exampleId":"')).length).toBe(4)
  })

  test('has interventions in every state, with who bears the price, and a consent round that is open', async () => {
    const interventions = await database.db.selectFrom('intervention').selectAll().execute()
    expect(new Set(interventions.map(({ state }) => state))).toEqual(new Set(INTERVENTION_STATES))
    expect(interventions.filter(({ price, reviewOn }) => price === null || reviewOn === null)).toEqual([])
    expect(new Set(interventions.map(({ consent }) => consent))).toEqual(new Set(['none', 'open', 'closed']))
    const stances = await database.db
      .selectFrom('consentStance')
      .selectAll()
      .where('resolution', '=', 'criterion')
      .execute()
    expect(stances.map(({ stance }) => stance)).toEqual(['concern'])
  })

  test('has a ledger in which a later round says what was expected, the opposite, and that nothing shows yet', async () => {
    const { tally, items } = await viewLedger(ledgerDeps(database), await scopeOfPark(database))
    expect(new Set(items.map(({ observed }) => observed?.period))).toEqual(new Set(['2026-Q3']))
    expect(tally['as-expected']).toBeGreaterThan(0)
    expect(tally['not-visible-yet']).toBeGreaterThan(0)
    expect(tally['opposite']).toBeGreaterThan(0)
  })

  test('has a map of the world outside, with lines that sleep, and an experiment that is over beside one that runs', async () => {
    const { parties, experiments } = await readNetwork(database.db, await scopeOfPark(database))
    expect(parties.length).toBe(9)
    expect(new Set(parties.flatMap(({ links }) => links.map(({ state }) => state)))).toEqual(
      new Set(['active', 'dormant']),
    )
    expect(experiments.map(({ period, outcome }) => [period, outcome])).toEqual([
      ['2026-Q4', null],
      ['2026-Q3', 'adapt'],
    ])
    expect(parties.map(({ id }) => id)).toEqual(expect.arrayContaining(experiments.map(({ partyId }) => partyId)))
  })

  test('is the same when it is made anew, and in another language as long', async () => {
    const words = await wordsIn(database)
    const again = await build('again', 'en')
    const same = await wordsIn(again)
    await again.close()
    expect(same).toEqual(words)
    const dutch = await build('dutch', 'nl')
    const { cards, ledger } = await wordsIn(dutch)
    await dutch.close()
    expect(cards.map(({ id }) => id)).toEqual(words.cards.map(({ id }) => id))
    expect(cards.filter(({ body }, place) => body === words.cards[place]?.body)).toEqual([])
    expect(ledger.tally).toEqual(words.ledger.tally)
  })
})

const ledgerDeps = ({ db }: Database) => {
  return { db, instruments: loadInstruments([join(DATA_ROOT, 'instruments')]), now: () => new Date() }
}

async function scopeOfPark({ db }: Database) {
  const { organisationId } = await db.selectFrom('reflection').select('organisationId').executeTakeFirstOrThrow()
  const { id } = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', 'demo@meervoud.example')
    .executeTakeFirstOrThrow()
  return makeScope(organisationId, id, 'owner')
}

/** What people said, and the ledger of it, without ids that differ each time. */
async function wordsIn(database: Database) {
  const { db } = database
  const { items, tally } = await viewLedger(ledgerDeps(database), await scopeOfPark(database))
  return {
    cards: await db
      .selectFrom('reflectionEntry')
      .select(['id', 'question', 'body', 'carried', 'groupId'])
      .orderBy('id')
      .execute(),
    interventions: await db
      .selectFrom('intervention')
      .select(['id', 'content', 'state', 'price', 'consent', 'revision', 'createdAt'])
      .orderBy('id')
      .execute(),
    ledger: { tally, items: items.map(({ title, effects, judgement, why }) => ({ title, effects, judgement, why })) },
    parties: await db.selectFrom('networkParty').select(['id', 'name', 'links']).orderBy('id').execute(),
  }
}
