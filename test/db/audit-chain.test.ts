import fc from 'fast-check'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { SYSTEM_CHAIN } from '../../server/auth/event-hash.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { insertAuditEvent, insertSystemEvent } from '../../server/db/queries/audit.ts'
import { deleteEventsBefore } from '../../server/db/queries/audit-chains.ts'
import { checkAll, checkAudit, checkSystemEvents, makeAnchor } from '../../server/services/audit-check.ts'
import { addBareOrganisation, eventsOf, noteEvents, type Tampering, tamper, withoutGuards } from '../support/audit.ts'
import { DATABASES, type DatabaseKind, temporaryPostgres } from '../support/databases.ts'

const HISTORIES = 15
const TAMPERINGS = 25

const transactions = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 })
const part = fc.double({ min: 0, max: 0.999, noNaN: true })
const tampering: fc.Arbitrary<Tampering> = fc.record({
  kind: fc.constantFrom('change', 'delete', 'swap', 'insert', 'cut-off', 'cut-start', 'rewrite'),
  first: part,
  second: part,
  field: fc.constantFrom('id', 'at', 'user_id', 'action', 'object', 'previous_hash', 'hash'),
})

async function opened(open: DatabaseKind['open']): Promise<Database> {
  const database = await open()
  onTestFinished(() => database.close())
  return database
}

const numbersOf = (events: readonly { number: number }[]) => events.map(({ number }) => number)
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

describe.each(DATABASES)('the chain of events on $name', ({ open, openBare, name }) => {
  test('finds every falsification, and never one in what nobody touched', async () => {
    const database = await opened(open)
    let tried = 0
    const missed: string[] = []
    for (let history = 0; history < HISTORIES; history += 1) {
      const [mine, other] = [await addBareOrganisation(database), await addBareOrganisation(database)]
      const [sizes = [1], others = [1]] = fc.sample(transactions, { numRuns: 2, seed: history })
      const chain = history % 3 === 0 ? SYSTEM_CHAIN : mine
      await noteEvents(database, chain, [...sizes, 1])
      await noteEvents(database, other, others)
      const look = chain === SYSTEM_CHAIN ? checkSystemEvents : (db: Database['db']) => checkAudit(db, chain)
      expect(await look(database.db)).toMatchObject({ broken: undefined })
      const events = await eventsOf(database, chain)
      for (const how of fc.sample(tampering, { numRuns: TAMPERINGS, seed: 1000 + history })) {
        tried += 1
        const found = await withoutGuards(
          database,
          (trx) => tamper(trx, chain, events, how),
          async (trx) => ({ mine: (await look(trx)).broken, other: (await checkAudit(trx, other)).broken }),
        )
        if (found.mine === undefined) missed.push(`${JSON.stringify(how)} in ${events.length} events`)
        expect(found.other).toBeUndefined()
      }
      expect(await look(database.db)).toMatchObject({ broken: undefined })
    }
    expect(missed).toEqual([])
    console.log(`audit chain on ${name}: ${tried} of ${tried} falsifications found`)
  })

  test('names the first broken event, and why', async () => {
    const database = await opened(open)
    const chain = await addBareOrganisation(database)
    await noteEvents(database, chain, [2, 2, 2])
    const events = await eventsOf(database, chain)
    const faultAfter = async (how: Pick<Tampering, 'kind' | 'first'> & Partial<Tampering>) => {
      const tampered = { second: 0.99, field: 'object', ...how } as const
      const { broken } = await withoutGuards(
        database,
        (trx) => tamper(trx, chain, events, tampered),
        (trx) => checkAudit(trx, chain),
      )
      return broken && { number: broken.number, why: broken.why }
    }
    expect(await faultAfter({ kind: 'change', first: 0.5 })).toEqual({ number: 4, why: 'changed' })
    expect(await faultAfter({ kind: 'delete', first: 0.5 })).toEqual({ number: 4, why: 'missing' })
    expect(await faultAfter({ kind: 'swap', first: 0.17 })).toEqual({ number: 2, why: 'reordered' })
    expect(await faultAfter({ kind: 'cut-off', first: 0.67 })).toEqual({ number: 5, why: 'cut-off' })
    expect(await faultAfter({ kind: 'cut-start', first: 0.2 })).toEqual({ number: 1, why: 'missing' })
    expect(await faultAfter({ kind: 'insert', first: 0.99 })).toEqual({ number: 7, why: 'added' })
  })

  test('a chain whose end was taken away stays broken, whatever is noted after', async () => {
    const database = await opened(open)
    const chain = await addBareOrganisation(database)
    await noteEvents(database, chain, [3])
    await database.db.deleteFrom('auditHead').where('chain', '=', chain).execute()
    expect((await checkAudit(database.db, chain)).broken).toMatchObject({ why: 'cut-off' })
    await noteEvents(database, chain, [2])
    expect((await checkAudit(database.db, chain)).broken).toBeDefined()
  })

  test('has no gaps and no number twice when many write at once, also in two organisations in any order', async () => {
    const place = name === 'PostgreSQL' ? await temporaryPostgres() : undefined
    const openAgain = () => (place === undefined ? open() : openDatabase({ databaseUrl: place.url, dataDir: '' }))
    const first = await openAgain()
    // On SQLite one process writes; on PostgreSQL two do.
    const writers = place === undefined ? [first] : [first, await openAgain()]
    onTestFinished(async () => {
      for (const writer of writers) await writer.close()
      await place?.remove()
    })
    if (place !== undefined) await migrate(first)
    const [one, two] = [await addBareOrganisation(first), await addBareOrganisation(first)]
    const at = new Date()
    const event = { userId: null, action: 'round.open', at } as const
    const rounds = 60
    await Promise.all(
      upTo(rounds).map((round) =>
        (writers[round % writers.length] ?? first).db.transaction().execute(async (trx) => {
          const order = round % 2 === 0 ? [one, two] : [two, one]
          for (const organisationId of order)
            await insertAuditEvent(trx, { ...event, organisationId, object: `round ${round}` })
          await insertSystemEvent(trx, { userId: null, action: 'user.lock', object: 'x', at })
        }),
      ),
    )
    for (const chain of [one, two, SYSTEM_CHAIN]) expect(numbersOf(await eventsOf(first, chain))).toEqual(upTo(rounds))
    for await (const { broken } of checkAll(first.db)) expect(broken).toBeUndefined()
  })

  test('an event of a transaction that fails leaves no trace and no gap', async () => {
    const database = await opened(open)
    const chain = await addBareOrganisation(database)
    await noteEvents(database, chain, [1])
    const failing = database.db.transaction().execute(async (trx) => {
      await insertAuditEvent(trx, {
        organisationId: chain,
        userId: null,
        action: 'round.open',
        object: 'x',
        at: new Date(),
      })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await noteEvents(database, chain, [1])
    expect(numbersOf(await eventsOf(database, chain))).toEqual([1, 2])
    expect((await checkAudit(database.db, chain)).broken).toBeUndefined()
  })

  test('the database refuses to change or delete an event, and lets it go with its organisation', async () => {
    const database = await opened(open)
    const { db } = database
    const chain = await addBareOrganisation(database)
    await noteEvents(database, chain, [2])
    await noteEvents(database, SYSTEM_CHAIN, [1])
    await expect(db.updateTable('auditEvent').set({ object: 'x' }).execute()).rejects.toThrow(/never changed/)
    await expect(db.updateTable('systemEvent').set({ object: 'x' }).execute()).rejects.toThrow(/never changed/)
    await expect(db.deleteFrom('auditEvent').execute()).rejects.toThrow(/never deleted/)
    await expect(db.deleteFrom('systemEvent').execute()).rejects.toThrow(/never deleted/)
    if (name === 'PostgreSQL') await expect(sql`truncate audit_event`.execute(db)).rejects.toThrow(/never/)
    await db.deleteFrom('organisation').where('id', '=', chain).execute()
    expect(await eventsOf(database, chain)).toEqual([])
    const { chains } = await makeAnchor(db)
    expect(chains).toBe(1)
  })

  test('retention removes the oldest, and what is left is whole from there', async () => {
    const database = await opened(open)
    const { db } = database
    for (const chain of [await addBareOrganisation(database), SYSTEM_CHAIN]) {
      await noteEvents(database, chain, [3, 3])
      const time = new Date('2026-11-02T09:04:00.000Z')
      const remove = () => db.transaction().execute((trx) => deleteEventsBefore(trx, chain, time))
      expect(await remove()).toBe(3)
      expect(await remove()).toBe(0)
      const look = () => (chain === SYSTEM_CHAIN ? checkSystemEvents(db) : checkAudit(db, chain))
      expect(await look()).toMatchObject({ broken: undefined, events: 3 })
      await noteEvents(database, chain, [1])
      expect(numbersOf(await eventsOf(database, chain))).toEqual([4, 5, 6, 7])
      expect(await look()).toMatchObject({ broken: undefined, events: 4 })
      const [, second] = await eventsOf(database, chain)
      const { broken } = await withoutGuards(
        database,
        (trx) => tamper(trx, chain, [second ?? expect.fail()], { kind: 'delete', first: 0, second: 0, field: 'id' }),
        (trx) => (chain === SYSTEM_CHAIN ? checkSystemEvents(trx) : checkAudit(trx, chain)),
      )
      expect(broken).toMatchObject({ number: 5, why: 'missing' })
      // All of it may go too; what is noted next goes on from there.
      expect(await db.transaction().execute((trx) => deleteEventsBefore(trx, chain, new Date('2027-01-01')))).toBe(4)
      await noteEvents(database, chain, [1])
      expect(await look()).toMatchObject({ broken: undefined, events: 1 })
    }
    await expect(db.deleteFrom('systemEvent').execute(), 'the door is shut').rejects.toThrow(/never deleted/)
  })

  test('what was noted before there was a chain is chained as it stands', async () => {
    const database = await openBare()
    onTestFinished(() => database.close())
    const plain = database.db.withoutPlugins()
    const migrator = new Migrator({ db: plain, provider: migrations })
    expect((await migrator.migrateTo('0014_operators')).error).toBeUndefined()
    const at = '2026-11-02T09:00:00.000Z'
    for (const id of ['bakery', 'mill']) {
      await sql`insert into organisation (id, name, kind, locale, created_at) values (${id}, ${id}, 'company', 'nl', ${at})`.execute(
        plain,
      )
      for (const number of [3, 1, 2])
        await sql`insert into audit_event (organisation_id, id, at, user_id, action, object)
          values (${id}, ${`${number}`}, ${at}, null, 'round.open', 'x')`.execute(plain)
    }
    await sql`insert into system_event (id, at, user_id, action, object) values ('1', ${at}, 'u', 'user.lock', 'x')`.execute(
      plain,
    )
    await migrate(database)
    for await (const { broken } of checkAll(database.db)) expect(broken).toBeUndefined()
    expect((await eventsOf(database, 'mill')).map(({ id }) => id)).toEqual(['1', '2', '3'])
  })
})

test('two transactions on PostgreSQL that wait for each other are both done in the end, and nobody is told', async () => {
  const database = await opened(DATABASES[1]?.open ?? expect.fail())
  const { db } = database
  const ids = [await addBareOrganisation(database), await addBareOrganisation(database)] as const
  const rename = (id: string, name: string, trx: Database['db']) =>
    trx.updateTable('organisation').set({ name }).where('id', '=', id).execute()
  const holding: (() => void)[] = []
  // Both hold one before either asks for the other: one of them is ended, and starts again.
  const bothHold = new Promise<void>((resolve) => holding.push(resolve))
  let held = 0
  let tries = 0
  const changes: Promise<void>[] = []
  const change = (mine: string, theirs: string, name: string) =>
    db.transaction().execute(async (trx) => {
      tries += 1
      // Else it could take the same row again before the other one, which it was ended for, wakes up.
      if (tries > 2) await Promise.any(changes)
      await rename(mine, name, trx)
      held += 1
      if (held === 2) holding[0]?.()
      await bothHold
      await rename(theirs, name, trx)
      await insertAuditEvent(trx, {
        organisationId: mine,
        userId: null,
        action: 'round.open',
        object: name,
        at: new Date(),
      })
    })
  changes.push(change(ids[0], ids[1], 'one'), change(ids[1], ids[0], 'two'))
  await Promise.all(changes)
  expect(tries).toBe(3)
  for (const id of ids) expect(await checkAudit(db, id)).toMatchObject({ events: 1, broken: undefined })
})
