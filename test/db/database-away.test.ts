import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Combiner } from '../../server/db/combine.ts'
import { isDatabaseAway } from '../../server/db/database-away.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { LiveHub } from '../../server/live/hub.ts'
import { PostgresRelay } from '../../server/live/postgres-relay.ts'
import { Upkeep } from '../../server/upkeep/upkeep.ts'
import { Clock, signUp, startApp } from '../support/app.ts'
import { type CutLine, openCutLine } from '../support/cut-line.ts'
import { temporaryPostgres } from '../support/databases.ts'

/** A database behind a line that can be cut. */
async function openBehindLine(): Promise<{ database: Database; line: CutLine }> {
  const place = await temporaryPostgres()
  const line = await openCutLine(place.url)
  const database = await openDatabase({ databaseUrl: line.url, dataDir: '' })
  onTestFinished(async () => {
    await database.close()
    await line.close()
    await place.remove()
  })
  return { database, line }
}

/** What a statement is refused with. */
async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('while PostgreSQL is away', () => {
  test('a request is told to come back, and the next one after that is served', async () => {
    const { database, line } = await openBehindLine()
    await migrate(database)
    const logged: string[] = []
    const api = await startApp(database, { logLevel: 'trace', logTo: { write: (text) => logged.push(text) } })
    onTestFinished(() => api.close())
    const { client: alice } = await signUp(api)
    line.cut()
    const replies = await Promise.all(Array.from({ length: 15 }, () => alice.get('/api/me')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([503]))
    expect(replies[0]?.refusal).toBe('database-away')
    expect(Number(replies[0]?.headers['retry-after'])).toBeGreaterThan(0)
    // Whoever looks after the server hears it from upkeep, once, and not with each request.
    expect(logged.filter((text) => text.includes('database-away'))).toEqual([])
    line.mend()
    expect((await alice.get('/api/me')).status).toBe(200)
  })

  test('it is said once in the log, and once that it is back', async () => {
    const { database, line } = await openBehindLine()
    await migrate(database)
    const told: string[] = []
    const log = { warn: (_about: object, message: string) => told.push(message) }
    const upkeep = new Upkeep({ database, folders: undefined, version: '0.0.0-test', now: new Clock().now })
    await upkeep.look(log)
    line.cut()
    await upkeep.look(log)
    await upkeep.look(log)
    expect(upkeep.readiness).toBe('database')
    line.mend()
    await upkeep.look(log)
    expect(upkeep.readiness).toBe('ok')
    expect(told).toEqual(['the database does not answer', 'the database answers again'])
  })

  test('a transaction that was going on fails, and the process lives', async () => {
    const { database, line } = await openBehindLine()
    const ended = Promise.withResolvers<void>()
    const error = await refusalOf(
      database.db.transaction().execute(async (trx) => {
        await sql`select 1`.execute(trx)
        line.cut()
        // The connection ends while no statement runs on it: nobody but the pool could hear of it.
        setTimeout(ended.resolve, 50)
        await ended.promise
        await sql`select 1`.execute(trx)
      }),
    )
    expect(isDatabaseAway(error)).toBe(true)
    line.mend()
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
  })

  test('a combined write fails at once for all, because trying each by itself would only take longer', async () => {
    let tries = 0
    const combiner = new Combiner<number, number>(async () => {
      tries += 1
      throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED', syscall: 'connect' })
    })
    const errors = await Promise.all([1, 2, 3, 4].map((input) => refusalOf(combiner.submit(input))))
    expect(errors.every(isDatabaseAway)).toBe(true)
    expect(tries).toBe(1)
  })

  test('hints between processes stop, and come again by themselves', async () => {
    const { line } = await openBehindLine()
    const hubs = [new LiveHub(), new LiveHub()] as const
    for (const hub of hubs) await PostgresRelay.open(line.url, hub)
    onTestFinished(async () => {
      for (const hub of hubs) await hub.close()
    })
    const heard: string[] = []
    let tellOne: (() => void) | undefined
    const hears = (hint: string) =>
      new Promise<void>((resolve) => {
        tellOne = () => heard.at(-1)?.includes(`event: ${hint}`) === true && resolve()
        tellOne()
      })
    hubs[1].follow('a-round', {
      whose: 'a-phone',
      kind: 'respondent',
      lookedAt: performance.now(),
      tell: (frame) => {
        heard.push(String(frame))
        tellOne?.()
      },
      end: () => undefined,
    })
    line.cut()
    line.mend()
    await hears('changed')
    // The other process may come back a little later than this one.
    const again = setInterval(() => hubs[0].note('a-round', 'progress'), 100)
    onTestFinished(() => clearInterval(again))
    await hears('progress')
  })
})

test('what PostgreSQL refuses while it is there is not taken for being away', async () => {
  const place = await temporaryPostgres()
  onTestFinished(() => place.remove())
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  await client.query('create table once (id int primary key); insert into once values (1)')
  const duplicate = await refusalOf(client.query('insert into once values (1)'))
  const faulty = await refusalOf(client.query('select from where'))
  const readOnly = await refusalOf(client.query('begin read only; insert into once values (2)'))
  await client.end()
  const gone = await refusalOf(client.query('select 1'))
  expect([duplicate, faulty, undefined, new Error('anything')].map(isDatabaseAway)).toEqual([
    false,
    false,
    false,
    false,
  ])
  // A node that was the leader until a moment ago takes no writes any more; and a closed connection takes nothing.
  expect([readOnly, gone].map(isDatabaseAway)).toEqual([true, true])
})
