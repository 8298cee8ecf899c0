import { BenchClient } from './client.ts'
import { atMost, type Figure, percentile95 } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'
import { fill, timesOf } from './results.ts'

const QUARTERS = 20
const READS = 300
const PEOPLE = 24
const SLOTS = 96

/** How fast the trend of five years is read: every round with all 48 items and both horizons, answered by a company. */
export async function trendFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('bench-trend')
  const first = await startBenchServer({ DATA_DIR: dataDir })
  const client = new BenchClient(first.origin)
  await client.signIn()
  const rounds: string[] = []
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    const period = `${2022 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
    rounds.push((await client.newRound({ period })).id)
  }
  await first.stop()
  for (const id of rounds) await fill(dataDir, client.organisationId, id, PEOPLE, SLOTS)

  const server = await startBenchServer({ DATA_DIR: dataDir })
  const again = new BenchClient(server.origin)
  await again.signIn()
  const own = `/api/organisations/${again.organisationId}`
  for (const id of rounds) await again.call('POST', `${own}/rounds/${id}/close`)
  const read = () => again.call<{ points: unknown[] }>('GET', `${own}/trend`)
  const { points } = await read()
  if (points.length !== QUARTERS) throw new Error(`a trend of ${points.length} rounds`)
  await timesOf(50, read)
  const times = await timesOf(READS, read)
  await server.stop()
  return [atMost(`trend of ${QUARTERS} quarters of 48 items x 2 horizons: p95`, percentile95(times), 20, 'ms')]
}
