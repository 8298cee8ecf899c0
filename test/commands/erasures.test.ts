import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { integrityFaults } from '../../server/db/backup.ts'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { LEDGER_FILE, openLedger } from '../../server/erasure-ledger.ts'
import { makeApiToken } from '../../server/services/accounts.ts'
import { replayErasures, writeLedger } from '../../server/services/erasures.ts'
import { addOrganisation } from '../../server/services/organisations.ts'
import { addSession } from '../../server/services/sessions.ts'
import { signUp, startApp } from '../support/app.ts'
import { DATABASES, temporaryFolder } from '../support/databases.ts'
import { filesHolding, fillOrganisation } from '../support/full-organisation.ts'
import { invitePerson } from '../support/people.ts'
import { placeFor, run } from './run.ts'

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

  test('lets an erasure that was taken back hold again when the database has it, and writes it once', async () => {
    const database = await openDatabase({ dataDir: folder.path })
    onTestFinished(() => database.close())
    await migrate(database)
    const ledger = openLedger(folder.path)
    const line = { id: 'one', kind: 'account', erased: 'somebody', at: '2026-11-02T09:00:00.000Z' } as const
    ledger.append(line)
    // The answer to the commit was lost, so that nobody knew that it took place.
    ledger.withdraw('one')
    await database.db
      .insertInto('erasure')
      .values({ ...line, sweptAt: null })
      .execute()
    for (let minute = 0; minute < 3; minute += 1) await writeLedger(database, ledger)
    expect(ledger.read()).toEqual([line])
    const lines = readFileSync(join(folder.path, LEDGER_FILE), 'utf8').trim().split('\n')
    expect(lines.length).toBe(3)
    ledger.withdraw('one')
    expect(ledger.read()).toEqual([])
  })
})

describe.each(DATABASES)('a database that was put back with the tools of $name', ({ name }) => {
  test('opens to nobody who was put out since, and erases no organisation whose owners took that back', async () => {
    const place = await placeFor(name)
    onTestFinished(() => place.remove())
    const at = new Date()
    const ids = await place.look(async ({ db }) => {
      const { id: userId } = await db.selectFrom('user').select('id').executeTakeFirstOrThrow()
      const organisationId = await db.transaction().execute(async (trx) => {
        await addSession(trx, userId, at, { method: 'password', isStrong: false, agent: null })
        return addOrganisation(trx, userId, { name: 'Mill', kind: 'company', locale: 'en' }, at)
      })
      await makeApiToken({ db, now: () => at }, userId, 'nightly')
      const asked = { requestedBy: userId, requestedAt: at.toISOString(), dueAt: at.toISOString() }
      await db
        .insertInto('erasureRequest')
        .values({ organisationId, ...asked })
        .execute()
      return { organisationId }
    })
    const { code, err, out } = await run(['erasures', '--replay'], place.env)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('all sign-ins (1), API tokens (1)')
    await place.look(async ({ db }) => {
      for (const table of ['session', 'apiToken', 'erasureRequest'] as const)
        expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
      expect(await db.selectFrom('organisation').select('id').execute()).toEqual([{ id: ids.organisationId }])
      const events = await db.selectFrom('systemEvent').select(['action', 'object']).orderBy('number').execute()
      expect(events.at(-1)).toEqual({ action: 'restore', object: expect.stringMatching(/^\d{4}-/) })
    })
    expect((await run(['audit'], place.env)).code).toBe(0)
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
