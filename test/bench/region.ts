import { measureParts } from './parts.ts'
import { smallRegionFigures } from './region-small.ts'

/*
 * `npm run bench:region`: a regional programme of 1,000 companies on SQLite and of 10,000 on PostgreSQL.
 * `npm run bench:region -- small` runs one size.
 */
const parts = {
  small: smallRegionFigures,
}
// A part that failed may have left a server behind.
process.exit(await measureParts(parts, process.argv.slice(2)))
