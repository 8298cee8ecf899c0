import { openDatabase } from '../../server/db/open.ts'
import { insertRespondents } from '../../server/db/queries/respondents.ts'
import { BenchClient } from './client.ts'
import { atMost, type Figure, percentile95 } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'

const READS = 300
const RELEASES = 5

/** How fast result pages get their data, and how fast a large round is released. */
export async function resultFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('bench-results')
  const first = await startBenchServer({ DATA_DIR: dataDir })
  const client = new BenchClient(first.origin)
  await client.signIn()
  const room = await client.newRound()
  const large = await Promise.all(
    Array.from({ length: RELEASES }, () =>
      client.newRound({ variant: undefined, itemIds: itemIds(11), horizons: ['now'] }),
    ),
  )
  await first.stop()
  await fill(dataDir, client.organisationId, room.id, 60, 96)
  for (const { id } of large) await fill(dataDir, client.organisationId, id, 5_400, 11)

  const server = await startBenchServer({ DATA_DIR: dataDir })
  const again = new BenchClient(server.origin)
  await again.signIn()
  const path = (round: string, rest: string) => `/api/organisations/${again.organisationId}/rounds/${round}/${rest}`
  await again.call('POST', path(room.id, 'releases'))
  await timesOf(50, () => again.call('GET', path(room.id, 'results')))
  const reads = await timesOf(READS, () => again.call('GET', path(room.id, 'results')))
  const releases: number[] = []
  for (const { id } of large) releases.push(...(await timesOf(1, () => again.call('POST', path(id, 'releases')))))
  await server.stop()
  return [
    atMost('/results of 60 respondents x 48 items x 2 horizons: p95', percentile95(reads), 10, 'ms'),
    atMost('release of 5,400 respondents x 11 items, slowest of 5', Math.max(...releases) / 1_000, 1, 's', 2),
  ]
}

function itemIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `i${String(index + 1).padStart(2, '0')}`)
}

/** How long each of so many calls took, in milliseconds. */
export async function timesOf(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return times
}

/** Sheets of so many respondents, made on the spot by a fixed rule: every answer given, all five steps in use. */
export async function fill(
  dataDir: string,
  organisationId: string,
  roundId: string,
  respondents: number,
  slots: number,
): Promise<void> {
  const database = await openDatabase({ dataDir })
  const rows = Array.from({ length: respondents }, (_, index) => {
    const answers = Array.from({ length: slots }, (_, slot) =>
      String(((index * 7 + slot * 3 + (index % 11)) % 5) + 1),
    ).join('')
    return { id: crypto.randomUUID(), answers }
  })
  await database.db.transaction().execute((trx) =>
    insertRespondents(
      trx,
      rows.map(({ id }) => ({
        organisationId,
        roundId,
        id,
        joinHash: null,
        stakeholderGroup: null,
        name: null,
        finished: 1,
      })),
      rows.map(({ id, answers }) => ({
        organisationId,
        roundId,
        respondentId: id,
        answers,
        remarks: '{}',
        operations: '[]',
        late: '[]',
        revision: 1,
      })),
    ),
  )
  await database.close()
}
