import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { lockDataDir } from '../../server/db/lock.ts'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { temporaryFolder } from '../support/databases.ts'

describe('the embedded database', () => {
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())

  test('every connection waits for the disk, keeps references and trusts no schema, the second one too', async () => {
    for (let opening = 1; opening <= 2; opening += 1) {
      const { sqlite, close } = await openDatabase({ dataDir: folder.path })
      const pragma = (name: string) => sqlite?.pragma(name, { simple: true })
      expect(['synchronous', 'journal_mode', 'foreign_keys', 'trusted_schema', 'busy_timeout'].map(pragma)).toEqual([
        2,
        'wal',
        1,
        0,
        5000,
      ])
      await close()
    }
  })

  test('only the owner of the folder can read it', async () => {
    const { close } = await openDatabase({ dataDir: join(folder.path, 'new') })
    expect(statSync(join(folder.path, 'new')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder.path, 'new', DATABASE_FILE)).mode & 0o777).toBe(0o600)
    await close()
  })

  test('what was written is there after closing and opening', async () => {
    const first = await openDatabase({ dataDir: folder.path })
    await migrate(first)
    await first.db.insertInto('attempt').values({ key: 'k', windowStart: 'now', count: 3 }).execute()
    await first.close()
    const second = await openDatabase({ dataDir: folder.path })
    expect(await second.db.selectFrom('attempt').selectAll().execute()).toEqual([
      { key: 'k', windowStart: 'now', count: 3 },
    ])
    await second.close()
  })

  test('a file that is no database is refused and left as it was', async () => {
    const path = join(folder.path, DATABASE_FILE)
    writeFileSync(path, 'minutes of the meeting, '.repeat(200))
    await expect(openDatabase({ dataDir: folder.path })).rejects.toMatchObject({
      code: 'database-unreadable',
      variables: { path },
    })
    expect(statSync(path).size).toBe(24 * 200)
  })

  test('a folder that cannot be made is refused', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const dataDir = join(folder.path, 'file', 'data')
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'data-dir-unusable' })
    expect(() => lockDataDir(dataDir)).toThrow(expect.objectContaining({ code: 'data-dir-unusable' }))
  })

  test('a second lock on the same folder is refused until the first is let go', () => {
    const release = lockDataDir(folder.path)
    expect(() => lockDataDir(folder.path)).toThrow(expect.objectContaining({ code: 'database-in-use' }))
    release()
    lockDataDir(folder.path)()
  })

  test('another process cannot take the lock, and a killed one leaves none behind', async () => {
    const lock = join(PACKAGE_ROOT, 'server', 'db', 'lock.ts')
    const script = `import { lockDataDir } from ${JSON.stringify(lock)}
      lockDataDir(${JSON.stringify(folder.path)}); console.log('locked'); setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => {
      other.kill('SIGKILL')
    })
    await once(other.stdout, 'data')
    expect(() => lockDataDir(folder.path)).toThrow(expect.objectContaining({ code: 'database-in-use' }))
    other.kill('SIGKILL')
    await once(other, 'exit')
    lockDataDir(folder.path)()
  })

  test('a file that cannot be opened is refused', async () => {
    mkdirSync(join(folder.path, DATABASE_FILE))
    await expect(openDatabase({ dataDir: folder.path })).rejects.toMatchObject({ code: 'database-unreadable' })
  })
})

describe('PostgreSQL', () => {
  test('a server that does not answer is refused', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing'
    await expect(openDatabase({ databaseUrl, dataDir: '' })).rejects.toMatchObject({ code: 'database-unreachable' })
  })

  test('a wrong password is refused', async () => {
    const url = new URL(inject('postgresUrl'))
    url.password = 'wrong'
    await expect(openDatabase({ databaseUrl: url.href, dataDir: '' })).rejects.toMatchObject({
      code: 'database-unreachable',
    })
  })

  test('a server that would lose what it acknowledged is refused', async () => {
    const url = new URL(inject('postgresUrl'))
    url.searchParams.set('options', '-c synchronous_commit=off')
    await expect(openDatabase({ databaseUrl: url.href, dataDir: '' })).rejects.toMatchObject({
      code: 'database-unsafe',
      variables: { setting: 'fsync=on, synchronous_commit=off' },
    })
  })
})
