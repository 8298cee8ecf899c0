import { measureParts } from './parts.ts'
import { archiveFigures } from './quarter-archive.ts'
import { deckFigures } from './quarter-deck.ts'
import { workbookFigures } from './quarter-files.ts'
import { trendFigures } from './quarter-trend.ts'

/*
 * `npm run bench:quarter`: a company's quarter: its trend, its slides, its files and its archive.
 * `npm run bench:quarter -- workbook` runs one part.
 */
const parts = {
  trend: trendFigures,
  deck: deckFigures,
  workbook: workbookFigures,
  archive: archiveFigures,
}
// A part that failed may have left a server behind.
process.exit(await measureParts(parts, process.argv.slice(2)))
