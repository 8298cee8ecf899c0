import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { verifyBackup } from '../../server/db/backup.ts'
import { openDatabase, readMigrations } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { openLedger } from '../../server/erasure-ledger.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { addUser, makeApiToken } from '../../server/services/accounts.ts'
import { erase } from '../../server/services/erasures.ts'
import { listBackups } from '../../server/upkeep/backup-folder.ts'
import { type CommandPlace, placeFor, run } from './run.ts'

let place: CommandPlace
beforeEach(async () => {
  place = await placeFor()
})
afterEach(() => place.remove())

const OLD = '0014_operators'
const addPerson = (name: string) =>
  place.look(({ db }) =>
    db.transaction().execute((trx) => {
      const person = { email: `${randomUUID()}@example.org`, name, locale: 'en', passwordHash: '-' } as const
      return addUser(trx, person, new Date())
    }),
  )
const namesOf = () =>
  place.look(async ({ db }) =>
    (await db.selectFrom('user').select('name').orderBy('name').execute()).map(({ name }) => name),
  )
const backUp = async (file: string) => {
  expect((await run(['backup', '--to', file], place.env)).code).toBe(0)
  return file
}
const eraseAccount = (userId: string) =>
  place.look((database) => {
    const deps = { database, ledger: openLedger(place.folder), now: () => new Date() }
    return erase(deps, { kind: 'account', erased: userId }, null)
  })
const occurs = (path: string, text: string) => readFileSync(path).includes(text)

describe('a database that was put back', () => {
  test('has no sign-in, token or open invitation of before, and says that it was put back', async () => {
    const userId = await addPerson('Anna')
    await place.look(({ db }) => makeApiToken({ db, now: () => new Date() }, userId, 'nightly'))
    const file = await backUp(join(place.folder, 'good.sqlite'))
    const { out } = await run(['restore', file], place.env)
    expect(out).toMatch(/all sign-ins \(0\), API tokens \(1\),/)
    expect(out).toContain('There is no list of erasures')
    await place.look(async ({ db }) => {
      expect(await db.selectFrom('apiToken').select('id').execute()).toEqual([])
      const events = await db.selectFrom('systemEvent').select(['action', 'object']).orderBy('number').execute()
      expect(events.at(-1)).toEqual({ action: 'restore', object: (await verifyBackup(file)).madeAt })
    })
    expect((await run(['audit'], place.env)).code).toBe(0)
  })

  test('holds nobody who was erased after the backup, not even in a page that is free', async () => {
    const name = 'Wilhelmina Zonneveld-Unieknaam'
    const userId = await addPerson(name)
    const file = await backUp(join(place.folder, 'good.sqlite'))
    await eraseAccount(userId)
    const { out } = await run(['restore', file], place.env)
    expect(out).toContain('1 erasure that came after this backup was done again.')
    expect(await namesOf()).not.toContain(name)
    expect(occurs(file, name)).toBe(true)
    expect(occurs(join(place.folder, DATABASE_FILE), name)).toBe(false)
  })

  test('on another computer is erased by the list beside the backup', async () => {
    const userId = await addPerson('Wilhelmina')
    const folder = join(place.folder, 'other-disk')
    mkdirSync(folder)
    const file = await backUp(join(folder, 'good.sqlite'))
    await eraseAccount(userId)
    copyFileSync(join(place.folder, 'erasures.jsonl'), join(folder, 'erasures.jsonl'))
    const elsewhere = { DATA_DIR: join(place.folder, 'elsewhere') }
    expect((await run(['restore', file], elsewhere)).out).toContain('1 erasure that came after')
    const database = await openDatabase({ dataDir: elsewhere.DATA_DIR })
    expect(await database.db.selectFrom('user').select('name').where('name', '=', 'Wilhelmina').execute()).toEqual([])
    await database.close()
    expect(existsSync(join(elsewhere.DATA_DIR, 'erasures.jsonl'))).toBe(true)
  })
})

describe('a database of an older version', () => {
  const older = async () => {
    const folder = join(place.folder, 'older')
    const database = await openDatabase({ dataDir: folder })
    const migrator = new Migrator({ db: database.db.withoutPlugins(), provider: migrations })
    await migrator.migrateTo(OLD)
    const row = `'a', 'a@example.org', 'Ann', 'nl', '-', '2026-01-01T00:00:00.000Z'`
    database.sqlite?.exec(`insert into user (id, email, name, locale, password_hash, created_at) values (${row})`)
    await database.close()
    return folder
  }
  const appliedIn = async (dataDir: string) => {
    const database = await openDatabase({ dataDir })
    try {
      return (await readMigrations(database)).applied
    } finally {
      await database.close()
    }
  }

  test('is backed up before it is brought up to date, and that backup can be put back', async () => {
    const folder = await older()
    expect((await run(['migrate'], { DATA_DIR: folder })).code).toBe(0)
    const [backup, ...others] = listBackups(join(folder, 'backups'))
    expect(others).toEqual([])
    const manifest = await verifyBackup(backup?.path ?? '')
    expect(manifest.migrations.at(-1)).toBe(OLD)
    expect((await run(['migrate'], { DATA_DIR: folder })).out).toBe('The database was up to date.')
    expect(listBackups(join(folder, 'backups'))).toHaveLength(1)
    // Putting it back brings it up to date again.
    expect((await run(['restore', backup?.path ?? ''], { DATA_DIR: folder })).code).toBe(0)
    expect((await appliedIn(folder)).length).toBeGreaterThan(manifest.migrations.length)
  })

  test('is not touched when no backup can be made', async () => {
    const folder = await older()
    const blocked = join(place.folder, 'a-file')
    writeFileSync(blocked, 'no folder')
    const { code, err } = await run(['migrate'], { DATA_DIR: folder, BACKUP_DIR: blocked })
    expect([code, err]).toEqual([1, expect.stringContaining('The database was not brought up to date')])
    expect((await appliedIn(folder)).at(-1)).toBe(OLD)
  })

  test('is not backed up when it is new', async () => {
    const folder = join(place.folder, 'new')
    await run(['migrate'], { DATA_DIR: folder })
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })
})

describe('files', () => {
  test('are for whoever runs the command only, whatever the rights that the system hands out', () => {
    const dataDir = join(place.folder, 'loose')
    const command = (name: string) => `"${process.execPath}" "${join(PACKAGE_ROOT, 'server', 'meervoud.js')}" ${name}`
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, BACKUP_DIR: join(dataDir, 'kept') }
    const { status, stderr } = spawnSync('sh', ['-c', `umask 0 && ${command('migrate')} && ${command('backup')}`], {
      env,
    })
    expect([status, String(stderr)]).toEqual([0, ''])
    const all = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    expect(all.length).toBeGreaterThan(3)
    expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('700')
    for (const entry of all) {
      const mode = (statSync(join(entry.parentPath, entry.name)).mode & 0o777).toString(8)
      expect([entry.name, mode]).toEqual([entry.name, entry.isDirectory() ? '700' : '600'])
    }
  })
})
