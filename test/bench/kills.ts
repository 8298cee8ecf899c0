import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { storedOperation } from '../../server/domain/sheet.ts'
import { BenchClient } from './client.ts'
import { atLeast, atMost, type Figure, informs } from './figures.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

/** Kills in CI, and in full. */
const KILLS = { short: 25, full: 100 }
const PHONES = 60
const ITEMS = 48

/** One phone: its secret, and the highest sequence number that was acknowledged for each of its answers. */
interface Phone {
  readonly secret: string
  readonly respondentId: string
  readonly acknowledged: Map<number, number>
  seq: number
}

/** Kills the server again and again under the load of 60 phones; what it acknowledged must be there, and not older. */
export async function killFigures(isFull: boolean): Promise<Figure[]> {
  const kills = isFull ? KILLS.full : KILLS.short
  const dataDir = temporaryFolder('crash')
  let server = await startBenchServer({ DATA_DIR: dataDir })
  const phones = await joinPhones(server)
  let [lost, damaged, acknowledged] = [0, 0, 0]
  const restarts: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged += await killUnderLoad(server, phones)
    const start = performance.now()
    server = await startBenchServer({ DATA_DIR: dataDir })
    restarts.push(performance.now() - start)
    const found = inspect(dataDir, phones)
    lost += found.lost
    damaged += found.damaged
  }
  await server.stop()
  return [
    atMost(`${kills} x kill -9 under load: acknowledged answers lost or older`, lost, 0, '', 0),
    atMost(`${kills} x kill -9 under load: damaged databases`, damaged, 0, '', 0),
    atLeast(`${kills} x kill -9 under load: answers acknowledged meanwhile`, acknowledged, 1_000, 0),
    informs('restart after a kill, slowest', `${Math.round(Math.max(...restarts))} ms`),
  ]
}

async function joinPhones(server: BenchServer): Promise<Phone[]> {
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { code } = await client.newRound({ horizons: ['now'] })
  return Promise.all(
    Array.from({ length: PHONES }, async () => {
      const { secret, respondentId } = await client.anonymous<{ secret: string; respondentId: string }>(
        'POST',
        '/api/join',
        { code },
      )
      return { secret, respondentId, acknowledged: new Map<number, number>(), seq: 0 }
    }),
  )
}

async function killUnderLoad(server: BenchServer, phones: readonly Phone[]): Promise<number> {
  let isAlive = true
  const exit = once(server.process, 'exit')
  const load = Promise.all(phones.map((phone) => answerUntil(server.origin, phone, () => !isAlive)))
  setTimeout(() => server.process.kill('SIGKILL'), randomInt(150, 500))
  await exit
  isAlive = false
  const counts = await load
  return counts.reduce((sum, count) => sum + count, 0)
}

async function answerUntil(origin: string, phone: Phone, isOver: () => boolean): Promise<number> {
  let count = 0
  while (!isOver()) {
    const operations = Array.from({ length: 5 }, () => {
      phone.seq += 1
      const item = randomInt(ITEMS)
      return {
        opId: randomUUID(),
        itemId: `i${String(item + 1).padStart(2, '0')}`,
        horizon: 'now',
        seq: phone.seq,
        rating: randomInt(1, 6),
      }
    })
    const headers = { authorization: `Respondent ${phone.secret}`, 'content-type': 'application/json' }
    try {
      const reply = await fetch(`${origin}/api/response/answers`, {
        method: 'PUT',
        headers,
        body: JSON.stringify(operations),
      })
      if (!reply.ok) continue
      const acknowledgements = (await reply.json()) as { status: string }[]
      for (const [index, { status }] of acknowledgements.entries()) {
        const operation = operations[index]
        if (status !== 'applied' || operation === undefined) continue
        phone.acknowledged.set(Number(operation.itemId.slice(1)) - 1, operation.seq)
        count += 1
      }
    } catch {
      // The server died in the middle of this call: nothing was acknowledged, so nothing was promised.
      if (isOver()) return count
    }
  }
  return count
}

function inspect(dataDir: string, phones: readonly Phone[]): { lost: number; damaged: number } {
  const database = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true })
  const damaged = database.pragma('integrity_check', { simple: true }) === 'ok' ? 0 : 1
  const find = database.prepare('select operations from sheet where respondent_id = ?')
  // The id of an item is its place in the asked order here: i01 is slot 0.
  const lost = phones.reduce((sum, { respondentId, acknowledged }) => {
    const row = find.get(respondentId) as { operations: string } | undefined
    const stored = JSON.parse(row?.operations ?? '[]') as string[]
    return sum + [...acknowledged].filter(([slot, seq]) => (storedOperation(stored[slot])?.seq ?? 0) < seq).length
  }, 0)
  database.close()
  return { lost, damaged }
}
