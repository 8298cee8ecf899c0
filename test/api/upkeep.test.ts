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
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BackupManifest, backUp, manifestPath, verifyBackup } from '../../server/db/backup.ts'
import { openSqlite } from '../../server/db/sqlite.ts'
import { pruneBackups, removeDrafts, timeInName } from '../../server/upkeep/backup-folder.ts'
import { UpkeepPlace } from '../support/upkeep-place.ts'

let place: UpkeepPlace
beforeEach(async () => {
  place = await UpkeepPlace.make()
})
afterEach(() => place.close())

/** Dates a backup as a wrong clock would. */
const redate = (name: string, madeAt: Date) => {
  const path = manifestPath(join(place.folder, name))
  const manifest = BackupManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  writeFileSync(path, JSON.stringify({ ...manifest, madeAt: madeAt.toISOString() }))
  utimesSync(join(place.folder, name), madeAt, madeAt)
}
const inDays = (days: number) => new Date(place.clock.now().getTime() + days * 86_400_000)
const keysIn = (file: string) => {
  const copy = join(place.dataDir, 'copy')
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
    await place.write('one')
    await place.backups.makeWhenChanged()
    const [file = '', manifest = '', ...others] = place.names()
    expect(others).toEqual([])
    expect([file, manifest]).toEqual([
      `auto-${timeInName(place.clock.now())}.sqlite`,
      `auto-${timeInName(place.clock.now())}.sqlite.json`,
    ])
    await expect(verifyBackup(join(place.folder, file))).resolves.toMatchObject({ version: '1.2.3' })
    expect(keysIn(join(place.folder, file))).toEqual(['one'])
    for (const name of place.names()) expect(statSync(join(place.folder, name)).mode & 0o777).toBe(0o600)
    expect(statSync(place.folder).mode & 0o777).toBe(0o700)
  })

  test('are not made while nothing changed', async () => {
    await place.write('one')
    await place.backups.makeWhenChanged()
    place.clock.pass({ minutes: 15 })
    await place.backups.makeWhenChanged()
    expect(place.backups.list()).toHaveLength(1)
    await place.write('two')
    place.clock.pass({ minutes: 15 })
    await place.backups.makeWhenChanged()
    expect(place.backups.list()).toHaveLength(2)
  })

  test('are made once by a server that was started again: what was written meanwhile is not known', async () => {
    await place.write('one')
    await place.backups.makeWhenChanged()
    place.clock.pass({ minutes: 15 })
    // Whatever the times of the files say: clocks jump, and somebody may have put an older file there.
    for (const file of readdirSync(place.dataDir)) utimesSync(join(place.dataDir, file), new Date(0), new Date(0))
    place.again()
    await place.backups.makeWhenChanged()
    place.clock.pass({ minutes: 15 })
    await place.backups.makeWhenChanged()
    expect(place.backups.list()).toHaveLength(2)
  })

  test('go on after one that a wrong clock dated in the future, which counts for nothing and goes in the end', async () => {
    await place.backups.make()
    const [future] = place.backups.list()
    redate(future?.name ?? '', inDays(400))
    place.again()
    expect(place.backups.newest).toBeUndefined()
    await place.write('one')
    await place.backups.makeWhenChanged()
    const [, made] = place.backups.list()
    expect(place.backups.newest?.name).toBe(made?.name)
    expect(made?.madeAt).toEqual(place.clock.now())
    await place.backups.drillNow()
    expect(place.backups.drill?.file).toBe(made?.name)
    place.clock.pass({ days: 29 })
    await place.backups.make()
    expect(place.names()).toContain(future?.name)
    place.clock.pass({ days: 2 })
    await place.backups.make()
    expect(place.names()).not.toContain(future?.name)
    expect(place.names()).not.toContain(`${future?.name}.json`)
  })

  test('that are damaged and dated in the future go too, and the only good one stays whatever its date', async () => {
    await place.backups.make()
    const [future] = place.backups.list()
    redate(future?.name ?? '', inDays(400))
    const damaged = join(place.folder, `auto-${timeInName(inDays(300))}.sqlite`)
    writeFileSync(damaged, 'half')
    pruneBackups(place.folder, place.clock.now())
    expect(existsSync(damaged)).toBe(true)
    place.clock.pass({ days: 31 })
    pruneBackups(place.folder, place.clock.now())
    expect(place.names()).toEqual([future?.name, `${future?.name}.json`])
  })

  test('replace older ones, and never what somebody made by hand or put there', async () => {
    await place.write('one')
    mkdirSync(place.folder, { recursive: true })
    const byHand = join(place.folder, '2026-01-01T00-00-00Z.sqlite')
    const reader = openSqlite(place.dataDir)
    await backUp(reader, byHand, { version: '1.0.0', now: new Date('2026-01-01T00:00:00Z') })
    reader.close()
    const stranger = join(place.folder, 'holiday.sqlite')
    writeFileSync(stranger, 'not ours')
    await place.backups.make()
    const [first] = place.backups.list()
    place.clock.pass({ days: 31 })
    await place.backups.make()
    expect(place.backups.list().map(({ name }) => name)).not.toContain(first?.name)
    expect(existsSync(byHand)).toBe(true)
    expect(existsSync(manifestPath(byHand))).toBe(true)
    expect(readFileSync(stranger, 'utf8')).toBe('not ours')
  })

  test('keep the newest good one when every newer file is damaged', async () => {
    await place.backups.make()
    const [good] = place.backups.list()
    place.clock.pass({ days: 40 })
    writeFileSync(join(place.folder, `auto-${timeInName(place.clock.now())}.sqlite`), 'half')
    pruneBackups(place.folder, place.clock.now())
    expect(place.backups.list().map(({ name }) => name)).toEqual([good?.name])
    // What is damaged goes after its 30 days.
    place.clock.pass({ days: 31 })
    pruneBackups(place.folder, place.clock.now())
    expect(place.names()).toEqual([good?.name, `${good?.name}.json`])
  })

  test('leave nothing behind when they are broken off, and what a kill left is cleared away', async () => {
    mkdirSync(place.folder, { recursive: true })
    const name = 'auto-2026-11-02T08-00-00Z.sqlite'
    for (const left of [`${name}.partial`, `${name}.partial-journal`, `${name}.partial.json`, `${name}.json`])
      writeFileSync(join(place.folder, left), 'half')
    writeFileSync(join(place.folder, 'mine.sqlite.partial'), 'of somebody else')
    removeDrafts(place.folder)
    expect(place.names()).toEqual(['mine.sqlite.partial'])
    const making = place.backups.make()
    const ended = expect(making).rejects.toMatchObject({ code: 'stopped' })
    await place.upkeep.stop()
    await ended
    expect(place.names()).toEqual(['mine.sqlite.partial'])
  })

  test('that fail are told: to who asked, to watchers, and not forgotten', async () => {
    mkdirSync(join(place.dataDir, 'elsewhere'), { recursive: true })
    writeFileSync(place.folder, 'a file where the folder should be')
    await place.write('one')
    await expect(place.backups.makeWhenChanged()).rejects.toThrow()
    await place.upkeep.look()
    expect(place.upkeep.readiness).toBe('attention')
    expect(place.backups.failure).not.toBeNull()
    rmSync(place.folder)
    await place.backups.makeWhenChanged()
    expect([place.upkeep.readiness, place.backups.failure]).toEqual(['ok', null])
  })

  test('that are more than an hour late ask for attention', async () => {
    await place.backups.make()
    await place.write('one')
    await place.upkeep.look()
    place.clock.pass({ minutes: 59 })
    expect(place.upkeep.readiness).toBe('ok')
    place.clock.pass({ minutes: 2 })
    expect(place.upkeep.readiness).toBe('attention')
  })

  test('never bring the disk below its mark: none is made, and none is thrown away for nothing', async () => {
    await place.backups.make()
    place.clock.pass({ minutes: 15 })
    await place.backups.make()
    const before = place.names()
    place.again(1e15)
    await expect(place.backups.make()).rejects.toMatchObject({ code: 'no-room' })
    expect(place.names()).toEqual(before)
    expect(place.backups.failure).toBe('no-room')
  })

  test('do not let saving wait', async () => {
    const row = { windowStart: '2026-11-02T09:00:00.000Z', count: 1 }
    const many = Array.from({ length: 400 }, (_, index) => ({ key: `${index} ${'x'.repeat(10_000)}`, ...row }))
    for (let from = 0; from < many.length; from += 50)
      await place.database.db
        .insertInto('attempt')
        .values(many.slice(from, from + 50))
        .execute()
    let isMade = false
    const making = place.backups.make().then(() => (isMade = true))
    let saved = 0
    for (; !isMade; saved += 1) {
      await place.write(`meanwhile ${saved}`)
      await new Promise(setImmediate)
    }
    await making
    expect(saved).toBeGreaterThan(20)
    const [file] = place.backups.list()
    expect(keysIn(file?.path ?? '').length).toBeGreaterThanOrEqual(400)
  })
})
