import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { verifyBackup } from '../../server/db/backup.ts'
import { restoreBackup } from '../../server/db/restore.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { storedOperation } from '../../server/domain/sheet.ts'
import { TaskRunner } from '../../server/upkeep/run-task.ts'
import { killCommandWhen } from '../support/killed-command.ts'
import { BenchClient } from './client.ts'
import { atLeast, atMost, type Figure, informs, percentile95 } from './figures.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

const COUNT = { short: 3, full: 20 }
const KILLS = { short: 6, full: 40 }
const PHONES = 60
const ITEMS = 48
/** Rows that make the database large enough for a backup to take a while: 60 MB. */
const BALLAST = 15_000

interface Phone {
  readonly secret: string
  readonly respondentId: string
  /** Highest acknowledged sequence number by item. */
  readonly acknowledged: Map<number, number>
  seq: number
}

/** Backups under the load of 60 phones, and backups and restores that are killed at any moment. */
export async function backupFigures(isFull: boolean): Promise<Figure[]> {
  const dataDir = temporaryFolder('backups')
  const server = await startBenchServer({ DATA_DIR: dataDir })
  try {
    const under = await underLoad(server, dataDir, isFull ? COUNT.full : COUNT.short)
    await server.stop()
    return [...under, ...(await killed(dataDir, isFull ? KILLS.full : KILLS.short))]
  } finally {
    if (server.process.exitCode === null) await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function underLoad(server: BenchServer, dataDir: string, count: number): Promise<Figure[]> {
  const phones = await joinPhones(server)
  addBallast(dataDir)
  const waits = { quiet: [] as number[], meanwhile: [] as number[] }
  const state = { isOver: false, isCopying: false }
  const load = Promise.all(phones.map((phone) => answerUntil(server.origin, phone, state, waits)))
  const tasks = new TaskRunner()
  const folder = join(dataDir, 'made')
  mkdirSync(folder)
  let [missing, bad] = [0, 0]
  const took: number[] = []
  for (let index = 0; index < count; index += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const before = phones.map(({ respondentId, acknowledged }) => ({ respondentId, seqs: new Map(acknowledged) }))
    const file = join(folder, `${index}.sqlite`)
    const start = performance.now()
    state.isCopying = true
    await tasks.run({ kind: 'backup', dataDir, file, version: '0.0.0', now: new Date().toISOString() })
    state.isCopying = false
    took.push(performance.now() - start)
    const found = await restoreAndCompare(file, before)
    missing += found.missing
    bad += found.isBad ? 1 : 0
  }
  state.isOver = true
  await load
  return [
    atMost(`${count} backups under the load of 60 phones: that do not restore whole`, bad, 0, '', 0),
    atMost(`${count} backups under load: answers acknowledged before it began that are missing`, missing, 0, '', 0),
    atLeast('answers saved while a backup was made', waits.meanwhile.length, 100, 0),
    atMost('saving while a backup is made, p95 over all phones', percentile95(waits.meanwhile), 300, 'ms'),
    informs('saving while none is made, p95', `${percentile95(waits.quiet).toFixed(1)} ms`),
    informs('a backup of 60 MB under load, slowest', `${Math.round(Math.max(...took))} ms`),
  ]
}

/** Puts the backup back in a folder of its own, as the command does, and compares it with what was acknowledged. */
async function restoreAndCompare(
  file: string,
  before: readonly { respondentId: string; seqs: ReadonlyMap<number, number> }[],
): Promise<{ missing: number; isBad: boolean }> {
  const folder = temporaryFolder('restored')
  try {
    await restoreBackup(file, folder, async () => undefined)
    const database = new Sqlite(join(folder, DATABASE_FILE), { readonly: true })
    const isBad = database.pragma('integrity_check', { simple: true }) !== 'ok'
    const find = database.prepare('select operations from sheet where respondent_id = ?')
    const missing = before.reduce((sum, { respondentId, seqs }) => {
      const row = find.get(respondentId) as { operations: string } | undefined
      const stored = JSON.parse(row?.operations ?? '[]') as string[]
      return sum + [...seqs].filter(([slot, seq]) => (storedOperation(stored[slot])?.seq ?? 0) < seq).length
    }, 0)
    database.close()
    return { missing, isBad }
  } catch {
    return { missing: 0, isBad: true }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Kills the command at moments all over its life: what is left must be the old or the new state, never half of one. */
async function killed(dataDir: string, kills: number): Promise<Figure[]> {
  const env = { DATA_DIR: dataDir }
  const good = join(dataDir, 'made', '0.sqlite')
  const length = await lengthOf(['restore', good, '--check'], env)
  let [halfBackups, halfDatabases, notAgain, inTime] = [0, 0, 0, 0]
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = join(dataDir, `killed-${kill}`)
    mkdirSync(folder)
    const until = performance.now() + randomInt(200, Math.ceil(2 * length))
    const argv = kill % 2 === 0 ? ['backup', '--to', join(folder, 'a.sqlite')] : ['restore', good]
    if (await killCommandWhen(argv, env, () => performance.now() > until)) inTime += 1
    for (const name of readdirSync(folder).filter((name) => name.endsWith('.sqlite')))
      halfBackups += await verifyBackup(join(folder, name)).then(
        () => 0,
        () => 1,
      )
    halfDatabases += isWhole(dataDir) ? 0 : 1
    rmSync(folder, { recursive: true, force: true })
    for (const name of readdirSync(dataDir).filter((name) => name.includes('before-restore')))
      rmSync(join(dataDir, name), { force: true })
  }
  notAgain += await restoreBackup(good, dataDir, async () => undefined).then(
    () => 0,
    () => 1,
  )
  return [
    atMost(`${kills} x kill -9 during backup and restore: half backups taken for whole`, halfBackups, 0, '', 0),
    atMost(`${kills} x kill -9 during backup and restore: databases neither old nor new`, halfDatabases, 0, '', 0),
    atMost('restores that fail after all those kills', notAgain, 0, '', 0),
    informs('kills that came before the command had ended', `${inTime} of ${kills}`),
  ]
}

async function lengthOf(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now()
  await killCommandWhen(argv, env, () => false)
  return performance.now() - start
}

function isWhole(dataDir: string): boolean {
  const path = join(dataDir, DATABASE_FILE)
  if (!existsSync(path)) return false
  const database = new Sqlite(path)
  try {
    const rows = database.prepare('select count(*) from attempt where count = 9').pluck().get()
    return database.pragma('integrity_check', { simple: true }) === 'ok' && rows === BALLAST
  } finally {
    database.close()
  }
}

function addBallast(dataDir: string): void {
  const database = new Sqlite(join(dataDir, DATABASE_FILE), { timeout: 10_000 })
  const insert = database.prepare('insert into attempt (key, window_start, count) values (?, ?, 9)')
  for (let from = 0; from < BALLAST; from += 500)
    database.transaction(() => {
      for (let index = from; index < from + 500; index += 1)
        insert.run(`${index} ${'x'.repeat(2_000)}`, '2099-01-01T00:00:00.000Z'.padEnd(2_000, ' '))
    })()
  database.close()
}

async function joinPhones(server: BenchServer): Promise<Phone[]> {
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { code } = await client.newRound({ horizons: ['now'] })
  return Promise.all(
    Array.from({ length: PHONES }, async () => {
      const joined = await client.anonymous<Pick<Phone, 'secret' | 'respondentId'>>('POST', '/api/join', { code })
      return { ...joined, acknowledged: new Map<number, number>(), seq: 0 }
    }),
  )
}

/** Each phone answers five questions, waits a moment as a person would, and goes on. */
async function answerUntil(
  origin: string,
  phone: Phone,
  state: { readonly isOver: boolean; readonly isCopying: boolean },
  waits: { quiet: number[]; meanwhile: number[] },
): Promise<void> {
  const headers = { authorization: `Respondent ${phone.secret}`, 'content-type': 'application/json' }
  while (!state.isOver) {
    const operations = Array.from({ length: 5 }, () => {
      phone.seq += 1
      const itemId = `i${String(randomInt(ITEMS) + 1).padStart(2, '0')}`
      return { opId: randomUUID(), itemId, horizon: 'now', seq: phone.seq, rating: randomInt(1, 6) }
    })
    const [start, wasCopying] = [performance.now(), state.isCopying]
    const reply = await fetch(`${origin}/api/response/answers`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(operations),
    })
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
    const acknowledgements = (await reply.json()) as { status: string }[]
    ;(wasCopying ? waits.meanwhile : waits.quiet).push(performance.now() - start)
    for (const [index, { itemId, seq }] of operations.entries())
      if (acknowledgements[index]?.status === 'applied') phone.acknowledged.set(Number(itemId.slice(1)) - 1, seq)
    await new Promise((resolve) => setTimeout(resolve, randomInt(100, 300)))
  }
}
