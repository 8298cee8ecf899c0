import { rmSync } from 'node:fs'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { atMost, type Figure, informs } from '../bench/figures.ts'
import { temporaryFolder } from '../bench/processes.ts'
import { startApp } from '../support/app.ts'
import { World } from '../support/world.ts'
import { sendMalformed } from './malformed.ts'

const REQUESTS = 10_000
/**
 * Memory is looked at after so many more before them: what the first ones fill (code, caches, pools) stays. With 250
 * routes the process goes on growing up to about 30,000 requests, and keeps its size from there on.
 */
const WARM_UP = 30_000

/** 40,000 malformed requests over all routes, on the embedded database; memory over the last 10,000. */
export async function malformedFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('attack-malformed')
  const database = await openDatabase({ dataDir })
  await migrate(database)
  const api = await startApp(database)
  try {
    const world = await World.make(api)
    const first = await sendMalformed(world, WARM_UP, 1)
    const before = usedMegabytes()
    const rest = await sendMalformed(world, REQUESTS, 2)
    const weaknesses = [...first.weaknesses, ...rest.weaknesses]
    for (const { request, what } of weaknesses.slice(0, 20)) console.log(`${what}: ${request}`)
    const faults = weaknesses.filter(({ what }) => what !== 'sends input back')
    return [
      informs('malformed requests over all routes', `${first.sent + rest.sent} over ${rest.routes}`),
      informs('answers by status', told(first.statuses, rest.statuses)),
      atMost('answers of 500 and up, and crashes', faults.length, 0, '', 0),
      atMost('refusals that send input back', weaknesses.length - faults.length, 0, '', 0),
      atMost(`growth of memory over the last ${REQUESTS}`, usedMegabytes() - before, 50, 'MB'),
    ]
  } finally {
    await api.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function told(...counts: readonly Readonly<Record<number, number>>[]): string {
  const statuses = [...new Set(counts.flatMap((count) => Object.keys(count).map(Number)))].sort()
  return statuses
    .map((status) => `${status}: ${counts.reduce((sum, count) => sum + (count[status] ?? 0), 0)}`)
    .join(', ')
}

function usedMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1_000_000
}
