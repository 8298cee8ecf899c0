import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { integrityFaults } from '../../server/db/backup.ts'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { LEDGER_FILE, openLedger } from '../../server/erasure-ledger.ts'
import { replayErasures } from '../../server/services/erasures.ts'
import { signUp, startApp } from '../support/app.ts'
import { temporaryFolder } from '../support/databases.ts'
import { filesHolding, fillOrganisation } from '../support/full-organisation.ts'
import { invitePerson } from '../support/people.ts'
import { run } from './run.ts'

const MARK = 'zwartemerel'
const CHILD = new URL('../support/erase-child.ts', import.meta.url).pathname

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** A data folder with Alice's bakery, in which a second owner did everything, and the ids of both. */
async function bakery(dataDir: string) {
  const database = await openDatabase({ dataDir })
  await migrate(database)
  const api = await startApp(database, { ledger: openLedger(dataDir) })
  const alice = await signUp(api)
  const { organisationId } = alice
  const mark = await invitePerson(api, alice.client, organisationId, { name: `${MARK}persoon`, role: 'owner' })
  await fillOrganisation(api, mark, organisationId, MARK)
  const close = async () => {
    await api.close()
    await database.close()
  }
  return { api, alice, mark, organisationId, close }
}

/** How much of the organisation is there: the rows with its id, by table. */
function remains(dataDir: string): number[] {
  const database = new Sqlite(join(dataDir, DATABASE_FILE))
  try {
    expect(integrityFaults(database)).toEqual([])
    return ['organisation', 'round', 'intervention', 'calendar_feed', 'audit_event', 'erasure'].map((table) =>
      Number(database.prepare(`select count(*) from ${table}`).pluck().get()),
    )
  } finally {
    database.close()
  }
}

describe('a backup of before an erasure', () => {
  test('is put back without the erased account and organisation: no byte of them is in any file', async () => {
    const dataDir = join(folder.path, 'data')
    const kept = join(folder.path, 'kept')
    const env = { DATA_DIR: dataDir }
    const { alice, mark, organisationId, close } = await bakery(dataDir)
    const backup = join(kept, 'before.sqlite')
    expect((await run(['backup', '--to', backup], env)).code).toBe(0)
    const org = `/api/organisations/${organisationId}`
    await mark.client.post(`${org}/erasure`)
    expect((await alice.client.post(`${org}/erasure/confirm`)).status).toBe(204)
    expect((await mark.client.delete('/api/me')).status).toBe(204)
    await close()
    expect(filesHolding(kept, `${MARK} card`).length, 'the backup holds it').toBe(1)
    const restored = await run(['restore', backup], env)
    expect([restored.code, restored.err]).toEqual([0, ''])
    // What was replaced stays beside it, for who needs it; it is not the database.
    for (const path of filesHolding(dataDir, '')) if (path.includes('before-restore')) rmSync(path)
    for (const words of [MARK, mark.email]) expect(filesHolding(dataDir, words)).toEqual([])
    const database = await openDatabase({ dataDir })
    expect(await replayErasures(database, openLedger(dataDir)), 'a second time finds nothing').toBe(0)
    expect(await database.db.selectFrom('user').select('email').execute()).toEqual([{ email: alice.email }])
    await database.close()
  })

  test('is erased from again at the next start too, when somebody copied the file by hand', async () => {
    const dataDir = join(folder.path, 'data')
    const { mark, close, api } = await bakery(dataDir)
    const copy = join(folder.path, 'copy.sqlite')
    api.database.sqlite?.pragma('wal_checkpoint(truncate)')
    cpSync(join(dataDir, DATABASE_FILE), copy)
    await mark.client.delete('/api/me')
    await close()
    for (const part of ['', '-wal', '-shm']) rmSync(join(dataDir, DATABASE_FILE + part), { force: true })
    cpSync(copy, join(dataDir, DATABASE_FILE))
    expect(filesHolding(dataDir, mark.email).length).toBe(1)
    const replayed = await run(['erasures', '--replay'], { DATA_DIR: dataDir })
    expect([replayed.code, replayed.err, replayed.out]).toEqual([0, '', expect.stringContaining('1')])
    expect(filesHolding(dataDir, mark.email)).toEqual([])
  })
})

describe('the ledger', () => {
  test('passes over a line that a power cut left half, and keeps every other', () => {
    const ledger = openLedger(folder.path)
    const line = { id: 'one', kind: 'account', erased: 'somebody', at: '2026-11-02T09:00:00.000Z' } as const
    ledger.append(line)
    writeFileSync(join(folder.path, LEDGER_FILE), '{"id":"two","kind":"acc', { flag: 'a' })
    ledger.append({ ...line, id: 'three' })
    ledger.append({ ...line, id: 'four' })
    ledger.withdraw('four')
    expect(ledger.read().map(({ id }) => id)).toEqual(['one', 'three'])
  })
})

test('killed in the middle of an erasure, the organisation is whole or gone, and gone after the next start', async () => {
  const filled = join(folder.path, 'filled')
  const { organisationId, close } = await bakery(filled)
  await close()
  const whole = remains(filled)
  const moments: string[] = []
  for (const delay of [0, 8, 16, 24, 32, 'erased'] as const) {
    const dataDir = join(folder.path, `killed-${delay}`)
    cpSync(filled, dataDir, { recursive: true })
    const said = await killAfter(dataDir, organisationId, delay)
    const left = remains(dataDir)
    const isGone = left[0] === 0
    expect(left).toEqual(isGone ? [0, 0, 0, 0, 0, 1] : whole)
    if (said.includes('erased')) expect(isGone, 'what was acknowledged is done').toBe(true)
    const wasAsked = existsSync(join(dataDir, LEDGER_FILE))
    const database = await openDatabase({ dataDir })
    await replayErasures(database, openLedger(dataDir))
    await database.close()
    expect(remains(dataDir)).toEqual(wasAsked ? [0, 0, 0, 0, 0, 1] : whole)
    moments.push(isGone ? 'gone' : wasAsked ? 'written down' : 'whole')
  }
  console.log(`killed at ${moments.length} moments of an erasure: ${moments.join(', ')}`)
  expect(moments.at(-1)).toBe('gone')
})

/** Starts the erasure in a process of its own and kills it so many milliseconds after it began, or when it is done. */
async function killAfter(dataDir: string, organisationId: string, delay: number | 'erased'): Promise<string> {
  const child = spawn(process.execPath, [CHILD, dataDir, organisationId], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data) => {
    if (said === '' && delay !== 'erased') setTimeout(() => child.kill('SIGKILL'), delay)
    said += String(data)
    if (delay === 'erased' && said.includes('erased')) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return said
}
