import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { storedOperation } from '../../server/domain/sheet.ts'
import { BenchClient } from './client.ts'
import { atLeast, atMost, type Figure, informs } from './figures.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

const MEGABYTE = 1_000_000
const DISK_MEGABYTES = 400
const PHONES = 20
/** Longest wait until the server takes answers again after there is room, in milliseconds. */
const LONGEST = 60_000

interface Phone {
  readonly secret: string
  readonly respondentId: string
  seq: number
  acknowledged: number
}

/** How calls to save were answered. */
interface Told {
  acknowledged: number
  storageFull: number
  otherwise: number
}

/**
 * The disk fills up under people who answer, to the last byte: what is not stored is not acknowledged, reading goes on,
 * nothing else than 507 is said, and when there is room again the server goes on by itself.
 */
export async function diskFigures(): Promise<Figure[]> {
  const folder = temporaryFolder('disk')
  const options = `size=${DISK_MEGABYTES}m`
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0)
    return [informs('disk full', 'not run: no right to mount a small disk')]
  try {
    const dataDir = join(folder, 'data')
    const server = await startBenchServer({ DATA_DIR: dataDir })
    try {
      return await fillUp(server, folder, dataDir)
    } finally {
      await server.stop()
    }
  } finally {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillUp(server: BenchServer, folder: string, dataDir: string): Promise<Figure[]> {
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { id, code } = await client.newRound({ horizons: ['now'] })
  const phones = await Promise.all(Array.from({ length: PHONES }, () => joinPhone(client, code)))
  const before = await answer(server, phones, 20)
  const filler = join(folder, 'filler')
  // First to where the server should stop by itself, then to the last byte, as another program would.
  fill(filler, 60 * MEGABYTE)
  const little = await answerUntil(server, phones, (told) => told.storageFull > 0)
  fill(filler, 0)
  const full = await answer(server, phones, 20)
  const reads = await Promise.all([
    fetch(`${server.origin}/api/health/live`),
    fetch(`${server.origin}/api/response`, { headers: { authorization: `Respondent ${phones[0]?.secret}` } }),
    client.call('GET', `/api/organisations/${client.organisationId}/rounds/${id}`).then(() => ({ ok: true })),
  ])
  rmSync(filler)
  const after = await answerUntil(server, phones, (told) => told.acknowledged > 0)
  const otherwise = [before, little, full, after].reduce((sum, told) => sum + told.otherwise, 0)
  return [
    atMost('disk full: acknowledged answers lost', lost(dataDir, phones), 0, '', 0),
    atMost('disk full: calls answered with something else than done or 507', otherwise, 0, '', 0),
    atLeast('disk full: calls refused with 507', little.storageFull + full.storageFull, 1, 0),
    atMost('disk full: reads that fail', reads.filter(({ ok }) => !ok).length, 0, '', 0),
    atLeast('room again, without a restart: answers taken', after.acknowledged, 1, 0),
  ]
}

async function joinPhone(client: BenchClient, code: string): Promise<Phone> {
  const joined = await client.anonymous<Pick<Phone, 'secret' | 'respondentId'>>('POST', '/api/join', { code })
  return { ...joined, seq: 0, acknowledged: 0 }
}

async function answer(server: BenchServer, phones: readonly Phone[], times: number): Promise<Told> {
  const told: Told = { acknowledged: 0, storageFull: 0, otherwise: 0 }
  for (let time = 0; time < times; time += 1) await Promise.all(phones.map((phone) => save(server, phone, told)))
  return told
}

async function answerUntil(
  server: BenchServer,
  phones: readonly Phone[],
  isOver: (told: Told) => boolean,
): Promise<Told> {
  const sum: Told = { acknowledged: 0, storageFull: 0, otherwise: 0 }
  const start = performance.now()
  while (!isOver(sum) && performance.now() - start < LONGEST) {
    const told = await answer(server, phones, 1)
    sum.acknowledged += told.acknowledged
    sum.storageFull += told.storageFull
    sum.otherwise += told.otherwise
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return sum
}

async function save({ origin }: BenchServer, phone: Phone, told: Told): Promise<void> {
  phone.seq += 1
  const { seq } = phone
  const operations = [{ opId: randomUUID(), itemId: 'i01', horizon: 'now', seq, rating: (seq % 5) + 1 }]
  const headers = { authorization: `Respondent ${phone.secret}`, 'content-type': 'application/json' }
  const body = JSON.stringify(operations)
  const reply = await fetch(`${origin}/api/response/answers`, { method: 'PUT', headers, body })
  const status = reply.ok ? ((await reply.json()) as { status: string }[])[0]?.status : reply.status
  if (status === 'applied') {
    phone.acknowledged = seq
    told.acknowledged += 1
  } else if (status === 507) told.storageFull += 1
  else told.otherwise += 1
}

/** Writes until so many bytes are left on the disk. */
function fill(path: string, left: number): void {
  const file = openSync(path, 'a')
  const block = Buffer.alloc(MEGABYTE / 10, 1)
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(path)
      const room = bavail * bsize - left
      if (room <= 0) return
      writeSync(file, block, 0, Math.min(block.length, room))
    }
  } catch {
    // Not one byte more fits: that is what was asked.
  } finally {
    closeSync(file)
  }
}

function lost(dataDir: string, phones: readonly Phone[]): number {
  const database = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true })
  const find = database.prepare('select operations from sheet where respondent_id = ?')
  const missing = phones.filter(({ respondentId, acknowledged }) => {
    const row = find.get(respondentId) as { operations: string } | undefined
    const stored = JSON.parse(row?.operations ?? '[]') as string[]
    return (storedOperation(stored[0])?.seq ?? 0) < acknowledged
  })
  database.close()
  return missing.length
}
