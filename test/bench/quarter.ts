import { type Figure, printFigures } from './figures.ts'
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
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0)
  throw new RangeError(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  try {
    figures.push(...(await measure()))
  } catch (error) {
    // What was measured before is printed all the same.
    console.error(error)
    figures.push({ name: `${name}: could not be measured`, measured: 'failed', bar: '-', holds: false })
  }
}
// A part that failed may have left a server behind.
process.exit(printFigures(figures))
