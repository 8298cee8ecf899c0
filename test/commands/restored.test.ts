import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { verifyBackup } from '../../server/db/backup.ts'
import { type Database, openDatabase, readMigrations } from '../../server/db/open.ts'
import { RESTORE_FOLDER } from '../../server/db/restore.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { openLedger } from '../../server/erasure-ledger.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { addUser, makeApiToken } from '../../server/services/accounts.ts'
import { erase } from '../../server/services/erasures.ts'
import { addOrganisation } from '../../server/services/organisations.ts'
import { addSession } from '../../server/services/sessions.ts'
import { listBackups } from '../../server/upkeep/backup-folder.ts'
import { OWNER_FILE } from '../../server/upkeep/installation.ts'
import { type CommandPlace, CommandProcess, placeFor, run } from './run.ts'

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
/** Where a row opens something, or does something later, that may have been ended since. */
const DOORS = [
  'apiToken',
  'session',
  'invitation',
  'passwordReset',
  'calendarFeed',
  'credential',
  'oidcJourney',
  'passkeyChallenge',
  'erasureRequest',
  'mail',
] as const
const openDoors = async ({ db }: Database, userId: string) => {
  const at = new Date().toISOString()
  const [createdAt, expiresAt, dueAt] = [at, '2099-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']
  await makeApiToken({ db, now: () => new Date() }, userId, 'nightly')
  const organisationId = await db
    .transaction()
    .execute((trx) => addOrganisation(trx, userId, { name: 'Mill', kind: 'company', locale: 'en' }, new Date()))
  await db
    .transaction()
    .execute((trx) => addSession(trx, userId, new Date(), { method: 'password', isStrong: false, agent: null }))
  const open = { organisationId, role: 'viewer', until: null, note: null, createdBy: userId, createdAt, expiresAt }
  await db
    .insertInto('invitation')
    .values([
      { ...open, id: 'open', tokenHash: 'open', usedAt: null },
      { ...open, id: 'used', tokenHash: 'used', usedAt: at },
    ])
    .execute()
  await db.insertInto('passwordReset').values({ tokenHash: 'x', userId, createdAt, expiresAt }).execute()
  await db.insertInto('calendarFeed').values({ tokenHash: 'x', organisationId, userId, createdAt }).execute()
  await addRound(db, organisationId)
  const opens = { organisationId, roundId: 'round', respondentId: null }
  await db
    .insertInto('credential')
    .values([
      { ...opens, secretHash: 'join', kind: 'join' },
      { ...opens, secretHash: 'wall', kind: 'display' },
    ])
    .execute()
  const journey = { stateHash: 'x', browserHash: 'x', purpose: 'sign-in', userId, invitationHash: null, returnTo: '/' }
  await db
    .insertInto('oidcJourney')
    .values({ ...journey, expiresAt })
    .execute()
  await db
    .insertInto('passkeyChallenge')
    .values({ challengeHash: 'x', purpose: 'sign-in', userId, expiresAt })
    .execute()
  await db
    .insertInto('erasureRequest')
    .values({ organisationId, requestedBy: userId, requestedAt: at, dueAt })
    .execute()
  const mail = { recipient: null, locale: null, invitationId: null, parameters: '{}', tries: 0, sentAt: null }
  const due = { nextAt: at, notAfter: expiresAt, createdAt, failedAt: null }
  await db
    .insertInto('mail')
    .values({ id: 'reset', kind: 'reset', userId, ...mail, ...due })
    .execute()
}
const addRound = async (db: Database['db'], organisationId: string) => {
  const instrument = { id: 'six-capitals', version: '1.0.0' }
  await db
    .insertInto('instrumentVersion')
    .values({ ...instrument, contentHash: 'x', addedAt: 'x' })
    .execute()
  await db
    .insertInto('round')
    .values({
      organisationId,
      id: 'round',
      title: '',
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      period: '2026-Q4',
      horizons: '["now"]',
      mode: 'anonymous',
      groups: '[]',
      expected: null,
      threshold: 4,
      state: 'open',
      code: null,
      createdAt: 'x',
      openedAt: null,
      closesAt: null,
      closedAt: null,
    })
    .execute()
}
/** How many rows are still good, by table. */
const openDoorsIn = async ({ db }: Database) => {
  const counts: [string, number][] = []
  for (const table of DOORS) {
    const rows = await db.selectFrom(table).selectAll().execute()
    const isGood = (row: object) => !('usedAt' in row && row.usedAt !== null) && !('kind' in row && row.kind === 'join')
    counts.push([table, rows.filter(isGood).length])
  }
  return counts
}
const occurs = (path: string, text: string) => readFileSync(path).includes(text)

describe('a database that was put back', () => {
  test('has no sign-in, token or open invitation of before, and says that it was put back', async () => {
    const userId = await addPerson('Anna')
    await place.look((database) => openDoors(database, userId))
    expect(await place.look(openDoorsIn)).toEqual(DOORS.map((table) => [table, 1]))
    const file = await backUp(join(place.folder, 'good.sqlite'))
    const { out } = await run(['restore', file], place.env)
    expect(out).toMatch(
      /all sign-ins \(1\), API tokens \(1\),\s+open invitations \(1\), addresses for calendars \(1\),/,
    )
    expect(out).toContain('There is no list of erasures')
    expect(await place.look(openDoorsIn)).toEqual(DOORS.map((table) => [table, 0]))
    await place.look(async ({ db }) => {
      // Whom the invitation let in, and what phones in a round hold, stays.
      expect(await db.selectFrom('invitation').select('id').execute()).toEqual([{ id: 'used' }])
      expect(await db.selectFrom('credential').select('kind').execute()).toEqual([{ kind: 'join' }])
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

  test('is not touched when the folder for backups is that of another installation', async () => {
    const folder = await older()
    const shared = join(place.folder, 'shared')
    mkdirSync(shared)
    writeFileSync(join(shared, OWNER_FILE), `${randomUUID()}\n`)
    const { code, err } = await run(['migrate'], { DATA_DIR: folder, BACKUP_DIR: shared })
    expect([code, err]).toEqual([1, expect.stringContaining(`${shared} holds the backups of another Meervoud`)])
    expect(err).toContain(join(shared, OWNER_FILE))
    expect((await appliedIn(folder)).at(-1)).toBe(OLD)
    expect(readdirSync(shared)).toEqual([OWNER_FILE])
  })

  test('is not backed up when it is new', async () => {
    const folder = join(place.folder, 'new')
    await run(['migrate'], { DATA_DIR: folder })
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })
})

describe('a server that starts', () => {
  const serve = (env: object = {}) => new CommandProcess(['serve'], { PORT: '0', ...place.env, ...env })

  test('removes what a restore that was killed left, but no database that one kept', async () => {
    const left = join(place.folder, RESTORE_FOLDER)
    mkdirSync(left)
    writeFileSync(join(left, DATABASE_FILE), 'half')
    const kept = join(place.folder, `${DATABASE_FILE}.before-restore`)
    writeFileSync(kept, 'of before')
    const server = serve()
    await server.says(/Open: (\S+)/)
    expect([existsSync(left), existsSync(kept)]).toEqual([false, true])
    await server.stop()
  })

  test('refuses a folder with the backups of another installation, and says what to do', async () => {
    const shared = join(place.folder, 'shared')
    mkdirSync(shared)
    const mark = join(shared, OWNER_FILE)
    writeFileSync(mark, `${randomUUID()}\n`)
    const { code, err } = await serve({ BACKUP_DIR: shared }).end()
    expect([code, err]).toEqual([1, expect.stringContaining(`delete this file: ${mark}`)])
    expect(readdirSync(shared)).toEqual([OWNER_FILE])
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
