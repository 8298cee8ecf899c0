import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyBackup } from '../../server/db/backup.ts'
import { DATABASE_FILE, openSqlite } from '../../server/db/sqlite.ts'
import { listBackups } from '../../server/upkeep/backup-folder.ts'
import { killCommandWhen } from '../support/killed-command.ts'
import { type CommandPlace, placeFor, run } from './run.ts'

const ROWS = 1_500

let place: CommandPlace
beforeEach(async () => {
  place = await placeFor()
  const database = openSqlite(place.folder)
  const insert = database.prepare('insert into attempt (key, window_start, count) values (?, ?, 1)')
  // Long enough that there are moments in between.
  database.transaction(() => {
    for (let index = 0; index < ROWS; index += 1) insert.run(`${index}`, 'x'.repeat(4_000))
  })()
  database.close()
})
afterEach(() => place.remove())

const rename = (name: string) => place.look(({ db }) => db.updateTable('user').set({ name }).execute())
const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
/** Opens the database as a server would, and answers what it holds; fails when it is damaged. */
const whole = () => {
  const database = new Sqlite(join(place.folder, DATABASE_FILE))
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(database.prepare('select count(*) from attempt').pluck().get()).toBe(ROWS)
    return database.prepare('select name from user').pluck().get()
  } finally {
    database.close()
  }
}

/* More moments, many times: npm run bench:crash -- backups. */
describe('a backup that is killed', () => {
  const moments: [string, (names: readonly string[]) => boolean][] = [
    ['while it copies', (names) => names.some((name) => name.endsWith('.partial'))],
    ['between its manifest and itself', (names) => names.some((name) => name.endsWith('.sqlite.json'))],
  ]
  test.each(moments)('%s is whole or not there, and the next one is made', async (_, isMoment) => {
    const folder = join(place.folder, 'backups')
    await killCommandWhen(['backup'], place.env, () => isMoment(namesIn(folder)))
    for (const { path, bytes } of listBackups(folder)) expect(statSync(path).size).toBe(bytes)
    for (const name of namesIn(folder).filter((name) => name.endsWith('.sqlite')))
      await expect(verifyBackup(join(folder, name))).resolves.toBeDefined()
    expect(whole()).toBe('Owner')
    const file = join(place.folder, 'next.sqlite')
    expect((await run(['backup', '--to', file], place.env)).code).toBe(0)
    expect((await run(['restore', file, '--check'], place.env)).code).toBe(0)
  })
})

describe('a restore that is killed', () => {
  const draft = join('restoring', DATABASE_FILE)
  const moments: [string, (folder: string) => boolean][] = [
    ['while it makes the copy ready', (folder) => existsSync(join(folder, `${draft}-wal`))],
    ['when it keeps what was there', (folder) => existsSync(join(folder, `${DATABASE_FILE}.before-restore`))],
  ]
  test.each(moments)(
    '%s leaves the old or the new database, never half of one, and can be done again',
    async (_, isMoment) => {
      await rename('Before')
      const file = join(place.folder, 'good.sqlite')
      await run(['backup', '--to', file], place.env)
      await rename('After')
      await killCommandWhen(['restore', file], place.env, () => isMoment(place.folder))
      expect(['Before', 'After']).toContain(whole())
      const { code, err } = await run(['restore', file], place.env)
      expect([code, err]).toEqual([0, ''])
      expect(whole()).toBe('Before')
      expect(namesIn(place.folder)).not.toContain('restoring')
    },
  )
})
