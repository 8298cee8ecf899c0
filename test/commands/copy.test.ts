import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { copyDatabase } from '../../server/db/copy.ts'
import { lockDataDir } from '../../server/db/lock.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { startApp } from '../support/app.ts'
import { temporaryFolder, temporaryPostgres } from '../support/databases.ts'
import { fillOrganisation } from '../support/full-organisation.ts'
import { gatherPeople } from '../support/people.ts'
import { fillEveryTable, PROGRAMME_TABLES } from '../support/programme-tables.ts'
import { hashOfTables } from '../support/table-hash.ts'
import { run } from './run.ts'

/** The migrator's own notes have times of their own. */
const OWN = ['kysely_migration', 'kysely_migration_lock']

describe('copying a database', () => {
  const home = temporaryFolder()
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
  let env: Record<string, string>

  beforeAll(async () => {
    postgres = await temporaryPostgres()
    env = { DATA_DIR: home.path, DATABASE_URL: postgres.url }
    await look(home.path, async (database) => {
      await migrate(database)
      const api = await startApp(database)
      const people = await gatherPeople(api)
      await fillOrganisation(api, people.alice, people.bakery, 'Zoë \u{1F33E} naïve')
      await fillOrganisation(api, people.carol, people.mill, 'apart')
      await fillEveryTable(database.db)
      await api.close()
    })
  })
  afterAll(async () => {
    await postgres.remove()
    home.remove()
  })

  async function look<Result>(place: string, work: (database: Database) => Promise<Result>): Promise<Result> {
    const database = await openDatabase(
      place.startsWith('postgres') ? { databaseUrl: place, dataDir: '' } : { dataDir: place },
    )
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  const copied = (out: string) => out.split('\n').filter((line) => /^[a-z_]+ +\d+ {2}[0-9a-f]{64}$/.test(line))
  const emptyPostgres = async () => {
    const place = await temporaryPostgres()
    onTestFinished(() => place.remove())
    return place.url
  }

  test('from SQLite to PostgreSQL and back is the same: each table, each row, and the logs are whole', async () => {
    const there = await run(['copy', '--from', 'sqlite', '--to', 'postgres'], env)
    expect([there.err, there.code]).toEqual(['', 0])
    expect(there.out).toContain('Everything was copied')
    const back = temporaryFolder()
    onTestFinished(() => back.remove())
    const again = await run(['copy', '--to', back.path], env)
    expect([again.err, again.code]).toEqual(['', 0])
    expect(copied(again.out)).toEqual(copied(there.out))
    const filled = copied(there.out).filter((line) => !/ 0 {2}/.test(line))
    expect(copied(there.out).length).toBeGreaterThan(55)
    expect(filled.length).toBeGreaterThan(50)
    const asNamed = PROGRAMME_TABLES.map((name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`))
    expect(filled.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(asNamed))
    const before = await look(home.path, (database) => hashOfTables(database, OWN))
    expect(await look(back.path, (database) => hashOfTables(database, OWN))).toBe(before)
    // As PostgreSQL gives them back: the same rows by another driver.
    expect(await look(postgres.url, (database) => hashOfTables(database, OWN))).toBe(before)
    const audits = [
      await run(['audit'], env),
      await run(['audit'], { DATA_DIR: back.path }),
      await run(['audit'], { DATA_DIR: home.path }),
    ]
    expect(audits.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(new Set(audits.map(({ out }) => out)).size).toBe(1)
    // What works on goes on in it: the owner signs in and the next event takes the next number.
    await look(postgres.url, async (database) => {
      const api = await startApp(database)
      const reply = await api.nobody.post('/api/sessions', {
        email: 'alice@example.org',
        password: 'correct horse battery',
      })
      expect(reply.status).toBeLessThan(300)
      await api.close()
    })
    expect((await run(['audit'], env)).code).toBe(0)
    console.log(`copied: ${copied(there.out).length} tables, ${filled.length} with rows`)
  })

  test('no table makes its ids by itself, so that no counter has to come along', async () => {
    const { rows } = await look(postgres.url, ({ db }) =>
      sql`select table_name, column_name from information_schema.columns where table_schema = 'public'
        and (is_identity = 'YES' or column_default like 'nextval%') and table_name not like 'kysely%'`.execute(
        db.withoutPlugins(),
      ),
    )
    expect(rows).toEqual([])
  })

  test('a target that has something is refused, and left as it was, even without bringing it up to date', async () => {
    const url = await emptyPostgres()
    await look(url, ({ db }) => sql`create table "user" (id text); insert into "user" values ('somebody')`.execute(db))
    const { code, err } = await run(['copy', '--from', 'sqlite', '--to', url], env)
    expect([code, err]).toEqual([1, expect.stringContaining('into an empty database only')])
    const tables = await look(url, ({ db }) => db.introspection.getTables())
    expect(tables.map(({ name }) => name)).toEqual(['user'])
    const folder = temporaryFolder()
    onTestFinished(() => folder.remove())
    await look(folder.path, async (database) => {
      await migrate(database)
      await database.db
        .insertInto('instrumentVersion')
        .values({ id: 'a', version: '1.0.0', contentHash: '', addedAt: '' })
        .execute()
    })
    expect((await run(['copy', '--from', 'sqlite', '--to', folder.path], env, 'nl')).err).toContain('lege database')
  })

  test('a source that a server uses is refused, on both databases; so is a target', async () => {
    const release = lockDataDir(home.path)
    const url = await emptyPostgres()
    const locked = await run(['copy', '--from', 'sqlite', '--to', url], env)
    release()
    expect([locked.code, locked.err]).toEqual([1, expect.stringContaining(home.path)])
    const other = await openDatabase({ databaseUrl: url, dataDir: '' })
    const folder = temporaryFolder()
    onTestFinished(() => folder.remove())
    const target = await run(['copy', '--from', 'sqlite', '--to', url], env)
    const source = await run(['copy', '--from', url, '--to', folder.path], env)
    await other.close()
    for (const { code, err } of [target, source])
      expect([code, err]).toEqual([1, expect.stringContaining('is in use (1 connection)')])
    expect(existsSync(join(folder.path, DATABASE_FILE))).toBe(false)
  })

  test('what comes out otherwise is told, and nothing of it stays', async () => {
    const url = await emptyPostgres()
    await look(url, async (target) => {
      await migrate(target)
      // A database that changes what it is given.
      await sql`create function spoil() returns trigger language plpgsql as
        $$ begin new.name = upper(new.name); return new; end $$`.execute(target.db)
      await sql`create trigger spoil before insert on organisation for each row execute function spoil()`.execute(
        target.db,
      )
      const told: string[] = []
      const isSame = await look(home.path, (source) =>
        copyDatabase(source, target, ({ table, source: before, target: after }) => {
          if (before.sha256 !== after.sha256) told.push(table)
        }),
      )
      expect([isSame, told]).toEqual([false, ['organisation']])
      expect(await target.db.selectFrom('user').select('id').execute()).toEqual([])
    })
    const { code, out } = await run(['copy', '--from', 'sqlite', '--to', url], env)
    expect([code, out]).toEqual([1, expect.stringMatching(/^\(in the copy\) +\d+ {2}[0-9a-f]{64}$/m)])
    expect(out).toContain('was taken back')
  })

  test('says what it was not told, and never a password', async () => {
    expect((await run(['copy'], env)).code).toBe(2)
    expect((await run(['copy', '--from', 'sqlite', '--to', home.path], env)).err).toContain('the same database')
    expect((await run(['copy', '--to', 'postgres'], { DATA_DIR: home.path })).err).toContain('DATABASE_URL')
    const empty = temporaryFolder()
    onTestFinished(() => empty.remove())
    expect((await run(['copy', '--from', empty.path, '--to', 'postgres'], env)).code).toBe(1)
    const url = await emptyPostgres()
    const { out } = await run(['copy', '--from', 'sqlite', '--to', url], env)
    const { out: back } = await run(['copy', '--from', url, '--to', join(empty.path, 'new')], env)
    expect(out + back).not.toContain(new URL(url).password)
  })
})
