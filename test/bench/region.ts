import { openDatabase } from '../../server/db/open.ts'
import type { Figure } from './figures.ts'
import { measureParts } from './parts.ts'
import { temporaryFolder } from './processes.ts'
import { bulkIntoPostgres, bulkIntoSqlite } from './region-bulk.ts'
import { measureRegion } from './region-measure.ts'
import { onPostgres } from './region-postgres.ts'

/*
 * `npm run bench:region`: a regional programme of 1,000 companies on SQLite, and one of 10,000 on PostgreSQL.
 * `npm run bench:region -- small` runs one size.
 */

function small(): Promise<Figure[]> {
  const dataDir = temporaryFolder('bench-region')
  const place = {
    open: () => openDatabase({ dataDir }),
    bulk: async (database: Awaited<ReturnType<typeof openDatabase>>) => bulkIntoSqlite(database),
    env: { DATA_DIR: dataDir },
  }
  const size = { about: '1,000 companies x 20 quarters, SQLite', companies: 1_000, parks: 60 }
  return measureRegion(place, { ...size, heatmapMs: 100, publishSeconds: 10, pageMs: 50, timesFaster: 20 })
}

function large(): Promise<Figure[]> {
  const dataDir = temporaryFolder('bench-region')
  return onPostgres('bench_region', ({ url, superUrl }) => {
    const place = {
      open: () => openDatabase({ databaseUrl: url, dataDir }),
      bulk: () => bulkIntoPostgres(superUrl),
      env: { DATABASE_URL: url, DATA_DIR: dataDir },
    }
    const about = '10,000 companies x 20 quarters, PostgreSQL'
    return measureRegion(place, { about, companies: 10_000, parks: 600, heatmapMs: 250 })
  })
}

// A part that failed may have left a server behind.
process.exit(await measureParts({ small, large }, process.argv.slice(2)))
