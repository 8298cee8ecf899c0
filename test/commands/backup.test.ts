import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { BackupManifest, hashOf } from '../../server/db/backup.ts'
import { lockDataDir } from '../../server/db/lock.ts'
import type { Database } from '../../server/db/open.ts'
import { DATABASE_FILE, openSqlite } from '../../server/db/sqlite.ts'
import { PRODUCT_VERSION } from '../../server/version.ts'
import { type CommandPlace, placeFor, run } from './run.ts'

let place: CommandPlace
beforeEach(async () => {
  place = await placeFor()
})
afterEach(() => place.remove())

const backUpTo = async (name: string): Promise<string> => {
  const file = join(place.folder, name)
  const { code, err } = await run(['backup', '--to', file], place.env)
  expect([code, err]).toEqual([0, ''])
  return file
}
const manifestOf = (file: string) => BackupManifest.parse(JSON.parse(readFileSync(`${file}.json`, 'utf8')))
const rename = (name: string) => place.look(({ db }) => db.updateTable('user').set({ name }).execute())
const nameIn = ({ db }: Database) =>
  db
    .selectFrom('user')
    .select('name')
    .executeTakeFirst()
    .then((row) => row?.name)

describe('backup', () => {
  test('writes one checked file with a manifest, in the folder for backups', async () => {
    const { code, out, err } = await run(['backup'], place.env)
    expect([code, err]).toEqual([0, ''])
    const folder = join(place.folder, 'backups')
    const [file = '', manifest = '', ...others] = readdirSync(folder).sort()
    expect(others).toEqual([])
    expect([file, manifest]).toEqual([
      expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/),
      `${file}.json`,
    ])
    expect(out).toContain(join(folder, file))
    const path = join(folder, file)
    expect(manifestOf(path)).toMatchObject({
      product: 'meervoud',
      version: PRODUCT_VERSION,
      bytes: statSync(path).size,
      sha256: await hashOf(path),
      rows: { user: 1, sheet: 0, kysely_migration: Object.keys(MIGRATIONS).length },
    })
    // Everything is in it: nobody else may read it.
    for (const name of [file, manifest]) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test('holds everything that was acknowledged before it began, while somebody goes on writing', async () => {
    const writer = openSqlite(place.folder)
    const insert = writer.prepare('insert into attempt (key, window_start, count) values (?, ?, 1)')
    const long = 'x'.repeat(2000)
    writer.transaction(() => {
      for (let index = 0; index < 10_000; index += 1) insert.run(`before ${index}`, long)
    })()
    let isDone = false
    let written = 0
    const write = () => {
      if (isDone) return
      insert.run(`during ${written}`, long)
      written += 1
      setImmediate(write)
    }
    write()
    const file = await backUpTo('busy.sqlite')
    isDone = true
    writer.close()
    expect(written).toBeGreaterThan(3)
    const rows = manifestOf(file).rows['attempt'] ?? 0
    expect(rows).toBeGreaterThanOrEqual(10_000)
    expect(rows).toBeLessThan(10_000 + written)
    expect((await run(['restore', file, '--check'], place.env)).code).toBe(0)
  })

  test('works while the server has the folder', async () => {
    const unlock = lockDataDir(place.folder)
    await backUpTo('beside-server.sqlite')
    unlock()
  })

  test('never writes over a file', async () => {
    const file = await backUpTo('once.sqlite')
    const before = readFileSync(file)
    const { code, err } = await run(['backup', '--to', file], place.env)
    expect([code, err]).toEqual([1, `${file} exists already, and Meervoud does not overwrite it. Choose another name.`])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('leaves the database of PostgreSQL to its own tools', async () => {
    const env = { DATA_DIR: place.folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    expect(await run(['backup'], env)).toEqual({
      code: 1,
      out: '',
      err: 'The database is PostgreSQL. Make a backup of it with pg_dump.',
    })
    expect((await run(['restore', 'file'], env)).err).toBe(
      'The database is PostgreSQL. Put a backup of it back with pg_restore.',
    )
  })

  test('makes no database where there is none', async () => {
    const empty = join(place.folder, 'empty')
    const { code, err } = await run(['backup'], { DATA_DIR: empty })
    expect([code, err]).toEqual([1, expect.stringContaining(`There is no database in ${empty} yet.`)])
    expect(existsSync(empty)).toBe(false)
  })
})

describe('restore', () => {
  test('puts the backup back and keeps what it replaced', async () => {
    await rename('Before')
    const file = await backUpTo('good.sqlite')
    await rename('After')
    utimesSync(join(place.folder, DATABASE_FILE), new Date(0), new Date(0))
    const { code, out, err } = await run(['restore', file], place.env)
    expect([code, err]).toEqual([0, ''])
    const kept = join(place.folder, `${DATABASE_FILE}.before-restore`)
    expect(out).toContain(`The database that was there is kept as: ${kept}`)
    expect(out).toContain('People who are erased from now on are still in it')
    // Of the day of the restore: the doctor counts from there.
    expect(Date.now() - statSync(kept).mtimeMs).toBeLessThan(60_000)
    expect(await place.look(nameIn)).toBe('Before')
    const replaced = new Sqlite(kept, { readonly: true })
    expect(replaced.prepare('select name from user').pluck().get()).toBe('After')
    replaced.close()
    expect(statSync(join(place.folder, DATABASE_FILE)).mode & 0o777).toBe(0o600)
    // A second one keeps the first.
    expect((await run(['restore', file], place.env)).out).toContain(`${kept}-2`)
  })

  test('puts the backup back where the database is damaged, and reads nothing of its log', async () => {
    await rename('Before')
    const file = await backUpTo('good.sqlite')
    const path = join(place.folder, DATABASE_FILE)
    // A log that was never folded in, as a crash leaves it.
    const writer = openSqlite(place.folder)
    writer.pragma('wal_autocheckpoint = 0')
    writer.prepare('update user set name = ?').run('After')
    copyFileSync(`${path}-wal`, join(place.folder, 'log'))
    writer.close()
    copyFileSync(join(place.folder, 'log'), `${path}-wal`)
    writeFileSync(path, 'no database')
    expect((await run(['restore', file], place.env)).code).toBe(0)
    expect(await place.look(nameIn)).toBe('Before')
    expect(readFileSync(`${path}.before-restore`, 'utf8')).toBe('no database')
  })

  test('works in an empty folder', async () => {
    const file = await backUpTo('good.sqlite')
    const elsewhere = { DATA_DIR: join(place.folder, 'elsewhere') }
    expect((await run(['restore', file], elsewhere)).code).toBe(0)
    expect((await run(['migrate'], elsewhere)).out).toBe('The database was up to date.')
  })

  test('only checks with --check, also while the server runs', async () => {
    const file = await backUpTo('good.sqlite')
    await rename('After')
    const unlock = lockDataDir(place.folder)
    const check = await run(['restore', file, '--check'], place.env)
    const real = await run(['restore', file], place.env)
    unlock()
    expect([check.code, check.out]).toEqual([0, expect.stringContaining(`is good (version ${PRODUCT_VERSION}`)])
    expect([real.code, real.err]).toEqual([1, expect.stringContaining('is in use by another Meervoud')])
    expect(await place.look(nameIn)).toBe('After')
  })

  const edit = (file: string, change: (manifest: BackupManifest) => object) => {
    writeFileSync(`${file}.json`, JSON.stringify(change(manifestOf(file))))
  }
  const damages: [string, (file: string) => void | Promise<void>, string][] = [
    ['one byte was turned', (file) => turnByte(file, 5000), 'the SHA-256 is not that of the manifest'],
    ['the end is missing', (file) => truncateSync(file, statSync(file).size - 4096), 'bytes where the manifest says'],
    ['a page is damaged and the manifest was made to fit', damagePage, 'is damaged'],
    [
      'rows are missing according to the manifest',
      (file) => edit(file, (it) => ({ ...it, rows: { ...it.rows, user: 7 } })),
      'user has 1 rows where the manifest says 7',
    ],
    [
      'the manifest is no manifest',
      (file) => writeFileSync(`${file}.json`, '{"product": "other"}'),
      'the manifest cannot be read',
    ],
    ['the manifest is missing', (file) => copyFileSync(file, join(place.folder, 'alone.sqlite')), 'The manifest'],
    ['a newer version made it', fromLater, 'made by a newer version of Meervoud'],
    ['it is empty', (file) => truncateSync(file, 0), 'is damaged'],
  ]
  test.each(damages)(
    'refuses a backup when %s, with --check and without, and changes nothing',
    async (what, damage, sentence) => {
      const good = await backUpTo('damaged.sqlite')
      await damage(good)
      const file = what === 'the manifest is missing' ? join(place.folder, 'alone.sqlite') : good
      await rename('After')
      for (const options of [['--check'], []]) {
        const { code, out, err } = await run(['restore', file, ...options], place.env)
        expect([code, out, err]).toEqual([1, '', expect.stringContaining(sentence)])
      }
      expect(await place.look(nameIn)).toBe('After')
      expect(readdirSync(place.folder).filter((name) => /restor/.test(name))).toEqual([])
    },
  )

  function turnByte(file: string, at: number): void {
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(file, bytes)
  }

  async function damagePage(file: string): Promise<void> {
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 4096, 8192)
    writeFileSync(file, bytes)
    const sha256 = await hashOf(file)
    edit(file, (it) => ({ ...it, sha256 }))
  }

  async function fromLater(file: string): Promise<void> {
    const database = new Sqlite(file)
    database.exec("insert into kysely_migration values ('9999_later', '2030-01-01')")
    database.close()
    const sha256 = await hashOf(file)
    edit(file, (it) => ({ ...it, sha256, bytes: statSync(file).size }))
  }
})
