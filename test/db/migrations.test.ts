import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Migrator, NO_MIGRATIONS } from 'kysely/migration'
import { describe, expect, test } from 'vitest'
import { MIGRATIONS, migrations } from '../../migrations/index.ts'
import { type Database, migrate } from '../../server/db/open.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { startApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { COLUMNS } from './columns.ts'

const NAMES = Object.keys(MIGRATIONS)

test('the list of migrations is the folder, in order', () => {
  const files = readdirSync(join(PACKAGE_ROOT, 'migrations')).filter(
    (name) => name.endsWith('.ts') && name !== 'index.ts',
  )
  expect(NAMES.map((name) => `${name}.ts`)).toEqual(files.sort())
})

describe.each(DATABASES)('the schema on $name', ({ open, openBare }) => {
  test('it goes up, down to nothing and up again, to the same tables', async () => {
    const database = await openBare()
    expect(await migrate(database)).toEqual(NAMES)
    const first = await columnsOf(database)
    const migrator = new Migrator({ db: database.db.withoutPlugins(), provider: migrations })
    const { error } = await migrator.migrateTo(NO_MIGRATIONS)
    expect(error).toBeUndefined()
    expect(await columnsOf(database)).toEqual({})
    expect(await migrate(database)).toEqual(NAMES)
    expect(await columnsOf(database)).toEqual(first)
    await database.close()
  })

  test('a second migration finds nothing to do', async () => {
    const database = await open()
    expect(await migrate(database)).toEqual([])
    await database.close()
  })

  test('every migration goes up alone after the ones before it, and down again', async () => {
    const database = await openBare()
    const migrator = new Migrator({ db: database.db.withoutPlugins(), provider: migrations })
    for (const name of NAMES) {
      expect((await migrator.migrateUp()).results).toMatchObject([{ migrationName: name, status: 'Success' }])
      expect((await migrator.migrateDown()).results).toMatchObject([{ migrationName: name, status: 'Success' }])
      expect((await migrator.migrateUp()).results).toMatchObject([{ migrationName: name, status: 'Success' }])
    }
    await database.close()
  })

  test('its columns are those that the code knows', async () => {
    const database = await open()
    expect(await columnsOf(database)).toEqual(COLUMNS)
    await database.close()
  })

  test('a database that a later version made is refused, and says which migrations it has', async () => {
    const database = await openBare()
    await migrate(database)
    await sql`insert into kysely_migration (name, timestamp) values ('9999_later', '2030-01-01T00:00:00.000Z')`.execute(
      database.db,
    )
    await expect(migrate(database)).rejects.toMatchObject({ code: 'database-newer', details: ['9999_later'] })
    await database.close()
  })

  test('no row can point into another organisation', async () => {
    const database = await open()
    const api = await startApp(database)
    const { db } = database
    const createdAt = '2026-11-02T09:00:00.000Z'
    const [bakery, mill, round] = ['bakery', 'mill', 'round']
    for (const id of [bakery, mill]) {
      await db.insertInto('organisation').values({ id, name: id, kind: 'company', locale: 'nl', createdAt }).execute()
    }
    const ofRound = { organisationId: bakery, roundId: round }
    await sql`insert into round (organisation_id, id, title, instrument_id, instrument_version, period, horizons, mode, groups, threshold, state, created_at)
      values (${bakery}, ${round}, 'x', 'six-capitals', '1.0.0', '2026', '[]', 'open', '[]', 1, 'draft', ${createdAt})`.execute(
      db,
    )
    const item = { ...ofRound, position: 0, itemId: 'i01' }
    await db.insertInto('roundItem').values(item).execute()
    const respondent = { ...ofRound, id: 'r', joinHash: null, stakeholderGroup: null, name: null, finished: 0 }
    await db.insertInto('respondent').values(respondent).execute()
    const sheet = {
      ...ofRound,
      respondentId: 'r',
      answers: '.',
      remarks: '{}',
      operations: '[]',
      late: '[]',
      revision: 0,
    }
    const release = { ...ofRound, id: 'x', number: 1, madeAt: createdAt, final: 0, newerAnswers: 0, document: '{}' }
    const credential = { ...ofRound, secretHash: 'h', kind: 'respondent' as const, respondentId: 'r' }
    const foreign = { organisationId: mill }
    await expect(
      db
        .insertInto('roundItem')
        .values({ ...item, ...foreign })
        .execute(),
    ).rejects.toThrow()
    await expect(
      db
        .insertInto('respondent')
        .values({ ...respondent, ...foreign })
        .execute(),
    ).rejects.toThrow()
    await expect(
      db
        .insertInto('sheet')
        .values({ ...sheet, ...foreign })
        .execute(),
    ).rejects.toThrow()
    await expect(
      db
        .insertInto('release')
        .values({ ...release, ...foreign })
        .execute(),
    ).rejects.toThrow()
    await expect(
      db
        .insertInto('credential')
        .values({ ...credential, ...foreign })
        .execute(),
    ).rejects.toThrow()
    await db.insertInto('sheet').values(sheet).execute()
    await db.deleteFrom('organisation').where('id', '=', bakery).execute()
    for (const table of ['round', 'roundItem', 'respondent', 'sheet'] as const) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
    await api.close()
    await database.close()
  })
})

/** Every column of the database by table, in the names of the code, and whether it may be empty. */
async function columnsOf({ db }: Database): Promise<Record<string, Record<string, 'null' | 'not null'>>> {
  const tables = await db.withoutPlugins().introspection.getTables()
  return Object.fromEntries(
    tables.map(({ name, columns }) => [
      camelCase(name),
      Object.fromEntries(columns.map((column) => [camelCase(column.name), column.isNullable ? 'null' : 'not null'])),
    ]),
  )
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
