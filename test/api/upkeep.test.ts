import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { BackupManifest, backUp, manifestPath, verifyBackup } from '../../server/db/backup.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { openSqlite } from '../../server/db/sqlite.ts'
import { StartError } from '../../server/start-error.ts'
import { pruneBackups, removeDrafts, timeInName } from '../../server/upkeep/backup-folder.ts'
import { INSTALLATION_FILE, OWNER_FILE, refuseForeignFolder } from '../../server/upkeep/installation.ts'
import { readDrill } from '../../server/upkeep/state-file.ts'
import { Upkeep } from '../../server/upkeep/upkeep.ts'
import { Clock } from '../support/app.ts'
import { temporaryFolder } from '../support/databases.ts'

let folder: ReturnType<typeof temporaryFolder>
let database: Database
let upkeep: Upkeep
let clock: Clock
let backups: string

beforeEach(async () => {
  folder = temporaryFolder()
  backups = join(folder.path, 'elsewhere', 'backups')
  database = await openDatabase({ dataDir: folder.path })
  await migrate(database)
  clock = new Clock()
  upkeep = newUpkeep()
})
afterEach(async () => {
  await upkeep.stop()
  await database.close()
  folder.remove()
})

const newUpkeep = (leastRoom = 1_000_000) =>
  new Upkeep({ database, folders: { dataDir: folder.path, backups }, version: '1.2.3', now: clock.now, leastRoom })
const own = () => {
  if (upkeep.backups === undefined) throw new Error('there are no backups here')
  return upkeep.backups
}
/** What is in the folder beside the mark that says whose it is. */
const names = () => (existsSync(backups) ? readdirSync(backups).sort() : []).filter((name) => name !== OWNER_FILE)
/** Dates a backup as a wrong clock would. */
const redate = (name: string, madeAt: Date) => {
  const path = manifestPath(join(backups, name))
  const manifest = BackupManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  writeFileSync(path, JSON.stringify({ ...manifest, madeAt: madeAt.toISOString() }))
  utimesSync(join(backups, name), madeAt, madeAt)
}
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000)
const write = (key: string) =>
  database.db.insertInto('attempt').values({ key, windowStart: '2026-11-02T09:00:00.000Z', count: 1 }).execute()
const keysIn = (file: string) => {
  const copy = join(folder.path, 'copy')
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy)
  copyFileSync(file, join(copy, 'meervoud.sqlite'))
  const opened = openSqlite(copy)
  try {
    return opened.prepare('select key from attempt order by key').pluck().all()
  } finally {
    opened.close()
  }
}

describe('backups that the server makes by itself', () => {
  test('are made when something changed, verified, and for nobody else to read', async () => {
    await write('one')
    await own().makeWhenChanged()
    const [file = '', manifest = '', ...others] = names()
    expect(others).toEqual([])
    expect([file, manifest]).toEqual([
      `auto-${timeInName(clock.now())}.sqlite`,
      `auto-${timeInName(clock.now())}.sqlite.json`,
    ])
    await expect(verifyBackup(join(backups, file))).resolves.toMatchObject({ version: '1.2.3' })
    expect(keysIn(join(backups, file))).toEqual(['one'])
    for (const name of names()) expect(statSync(join(backups, name)).mode & 0o777).toBe(0o600)
    expect(statSync(backups).mode & 0o777).toBe(0o700)
  })

  test('are not made while nothing changed', async () => {
    await write('one')
    await own().makeWhenChanged()
    clock.pass({ minutes: 15 })
    await own().makeWhenChanged()
    expect(own().list()).toHaveLength(1)
    await write('two')
    clock.pass({ minutes: 15 })
    await own().makeWhenChanged()
    expect(own().list()).toHaveLength(2)
  })

  test('are made once by a server that was started again: what was written meanwhile is not known', async () => {
    await write('one')
    await own().makeWhenChanged()
    clock.pass({ minutes: 15 })
    // Whatever the times of the files say: clocks jump, and somebody may have put an older file there.
    for (const file of readdirSync(folder.path)) utimesSync(join(folder.path, file), new Date(0), new Date(0))
    upkeep = newUpkeep()
    await own().makeWhenChanged()
    clock.pass({ minutes: 15 })
    await own().makeWhenChanged()
    expect(own().list()).toHaveLength(2)
  })

  test('go on after one that a wrong clock dated in the future, which counts for nothing and goes in the end', async () => {
    await own().make()
    const [future] = own().list()
    redate(future?.name ?? '', inDays(400))
    upkeep = newUpkeep()
    expect(own().newest).toBeUndefined()
    await write('one')
    await own().makeWhenChanged()
    const [, made] = own().list()
    expect(own().newest?.name).toBe(made?.name)
    expect(made?.madeAt).toEqual(clock.now())
    await own().drillNow()
    expect(own().drill?.file).toBe(made?.name)
    clock.pass({ days: 29 })
    await own().make()
    expect(names()).toContain(future?.name)
    clock.pass({ days: 2 })
    await own().make()
    expect(names()).not.toContain(future?.name)
    expect(names()).not.toContain(`${future?.name}.json`)
  })

  test('that are damaged and dated in the future go too, and the only good one stays whatever its date', async () => {
    await own().make()
    const [future] = own().list()
    redate(future?.name ?? '', inDays(400))
    const damaged = join(backups, `auto-${timeInName(inDays(300))}.sqlite`)
    writeFileSync(damaged, 'half')
    pruneBackups(backups, clock.now())
    expect(existsSync(damaged)).toBe(true)
    clock.pass({ days: 31 })
    pruneBackups(backups, clock.now())
    expect(names()).toEqual([future?.name, `${future?.name}.json`])
  })

  test('of another installation are left alone, until somebody says that the folder is free', async () => {
    await own().make()
    const theirs = names()
    const other = temporaryFolder()
    onTestFinished(other.remove)
    const otherDatabase = await openDatabase({ dataDir: other.path })
    onTestFinished(() => otherDatabase.close())
    await migrate(otherDatabase)
    writeFileSync(join(backups, `${theirs[0]}.partial`), 'being made')
    const options = { version: '1.2.3', now: clock.now, leastRoom: 1_000_000 }
    const second = new Upkeep({ ...options, database: otherDatabase, folders: { dataDir: other.path, backups } })
    clock.pass({ days: 31 })
    await expect(second.backups?.make()).rejects.toMatchObject({ code: 'backup-folder-taken' })
    await second.stop()
    expect(second.backups?.failure).toBe('backup-folder-taken')
    expect(names()).toEqual([theirs[0], theirs[1], `${theirs[0]}.partial`].sort())
    expect(() => refuseForeignFolder(other.path, backups)).toThrow(StartError)
    expect(() => refuseForeignFolder(folder.path, backups)).not.toThrow()
    rmSync(join(backups, OWNER_FILE))
    expect(() => refuseForeignFolder(other.path, backups)).not.toThrow()
    const third = new Upkeep({ ...options, database: otherDatabase, folders: { dataDir: other.path, backups } })
    await third.backups?.make()
    expect(() => refuseForeignFolder(folder.path, backups)).toThrow(StartError)
    for (const file of [join(backups, OWNER_FILE), join(other.path, INSTALLATION_FILE)])
      expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('replace older ones, and never what somebody made by hand or put there', async () => {
    await write('one')
    mkdirSync(backups, { recursive: true })
    const byHand = join(backups, '2026-01-01T00-00-00Z.sqlite')
    const reader = openSqlite(folder.path)
    await backUp(reader, byHand, { version: '1.0.0', now: new Date('2026-01-01T00:00:00Z') })
    reader.close()
    const stranger = join(backups, 'holiday.sqlite')
    writeFileSync(stranger, 'not ours')
    await own().make()
    const [first] = own().list()
    clock.pass({ days: 31 })
    await own().make()
    expect(
      own()
        .list()
        .map(({ name }) => name),
    ).not.toContain(first?.name)
    expect(existsSync(byHand)).toBe(true)
    expect(existsSync(manifestPath(byHand))).toBe(true)
    expect(readFileSync(stranger, 'utf8')).toBe('not ours')
  })

  test('keep the newest good one when every newer file is damaged', async () => {
    await own().make()
    const [good] = own().list()
    clock.pass({ days: 40 })
    writeFileSync(join(backups, `auto-${timeInName(clock.now())}.sqlite`), 'half')
    pruneBackups(backups, clock.now())
    expect(
      own()
        .list()
        .map(({ name }) => name),
    ).toEqual([good?.name])
    // What is damaged goes after its 30 days.
    clock.pass({ days: 31 })
    pruneBackups(backups, clock.now())
    expect(names()).toEqual([good?.name, `${good?.name}.json`])
  })

  test('leave nothing behind when they are broken off, and what a kill left is cleared away', async () => {
    mkdirSync(backups, { recursive: true })
    const name = 'auto-2026-11-02T08-00-00Z.sqlite'
    for (const left of [`${name}.partial`, `${name}.partial-journal`, `${name}.partial.json`, `${name}.json`])
      writeFileSync(join(backups, left), 'half')
    writeFileSync(join(backups, 'mine.sqlite.partial'), 'of somebody else')
    removeDrafts(backups)
    expect(names()).toEqual(['mine.sqlite.partial'])
    const making = own().make()
    const ended = expect(making).rejects.toMatchObject({ code: 'stopped' })
    await upkeep.stop()
    await ended
    expect(names()).toEqual(['mine.sqlite.partial'])
  })

  test('that fail are told: to who asked, to watchers, and not forgotten', async () => {
    mkdirSync(join(folder.path, 'elsewhere'), { recursive: true })
    writeFileSync(backups, 'a file where the folder should be')
    await write('one')
    await expect(own().makeWhenChanged()).rejects.toThrow()
    await upkeep.look()
    expect(upkeep.readiness).toBe('attention')
    expect(own().failure).not.toBeNull()
    rmSync(backups)
    await own().makeWhenChanged()
    expect([upkeep.readiness, own().failure]).toEqual(['ok', null])
  })

  test('that are more than an hour late ask for attention', async () => {
    await own().make()
    await write('one')
    await upkeep.look()
    clock.pass({ minutes: 59 })
    expect(upkeep.readiness).toBe('ok')
    clock.pass({ minutes: 2 })
    expect(upkeep.readiness).toBe('attention')
  })

  test('never bring the disk below its mark: none is made, and none is thrown away for nothing', async () => {
    await own().make()
    clock.pass({ minutes: 15 })
    await own().make()
    const before = names()
    upkeep = newUpkeep(1e15)
    await expect(own().make()).rejects.toMatchObject({ code: 'no-room' })
    expect(names()).toEqual(before)
    expect(own().failure).toBe('no-room')
  })

  test('do not let saving wait', async () => {
    const row = { windowStart: '2026-11-02T09:00:00.000Z', count: 1 }
    const many = Array.from({ length: 400 }, (_, index) => ({ key: `${index} ${'x'.repeat(10_000)}`, ...row }))
    for (let from = 0; from < many.length; from += 50)
      await database.db
        .insertInto('attempt')
        .values(many.slice(from, from + 50))
        .execute()
    let isMade = false
    const making = own()
      .make()
      .then(() => (isMade = true))
    let saved = 0
    for (; !isMade; saved += 1) {
      await write(`meanwhile ${saved}`)
      await new Promise(setImmediate)
    }
    await making
    expect(saved).toBeGreaterThan(20)
    const [file] = own().list()
    expect(keysIn(file?.path ?? '').length).toBeGreaterThanOrEqual(400)
  })
})

describe('a drill', () => {
  test('puts the newest backup back in a temporary place, remembers that, and leaves nothing', async () => {
    await own().make()
    expect(own().drill).toBeNull()
    await own().drillWhenDue()
    expect(own().drill).toEqual({ at: clock.now().toISOString(), file: own().list()[0]?.name, fault: null })
    expect(readdirSync(folder.path)).not.toContain('drill')
    clock.pass({ days: 6 })
    const { at } = own().drill ?? {}
    await own().drillWhenDue()
    expect(own().drill?.at).toBe(at)
    clock.pass({ days: 1 })
    await own().drillWhenDue()
    expect(own().drill?.at).toBe(clock.now().toISOString())
  })

  test('finds a backup whose bytes changed, says so, and a new backup follows', async () => {
    await own().make()
    const [file] = own().list()
    const bytes = readFileSync(file?.path ?? '')
    bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000)
    writeFileSync(file?.path ?? '', bytes)
    await expect(own().drillNow()).rejects.toMatchObject({ code: 'backup-damaged' })
    expect(own().drill).toMatchObject({ fault: 'backup-damaged' })
    await upkeep.look()
    expect(upkeep.readiness).toBe('attention')
    // The same one once more would say the same.
    await own().drillWhenDue()
    clock.pass({ minutes: 15 })
    await own().makeWhenChanged()
    expect(own().list()).toHaveLength(2)
    upkeep = newUpkeep()
    await upkeep.look()
    expect(upkeep.readiness).toBe('attention')
    await own().drillWhenDue()
    expect(own().drill).toMatchObject({ fault: null, file: own().newest?.name })
    expect(upkeep.readiness).toBe('ok')
  })

  test('that finds no room is remembered, asks for attention, and is done as soon as there is room', async () => {
    await own().make()
    upkeep = newUpkeep(1e15)
    await expect(own().drillWhenDue()).rejects.toMatchObject({ code: 'no-room' })
    expect(readDrill(folder.path)).toEqual({
      at: clock.now().toISOString(),
      file: own().newest?.name,
      fault: 'no-room',
    })
    upkeep = newUpkeep()
    await upkeep.look()
    expect(upkeep.readiness).toBe('attention')
    await own().drillWhenDue()
    expect([upkeep.readiness, own().drill?.fault]).toEqual(['ok', null])
  })
})
