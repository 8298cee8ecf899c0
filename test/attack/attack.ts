import { type Figure, printFigures } from '../bench/figures.ts'
import { forgeryFigures } from './forgery-figures.ts'
import { malformedFigures } from './malformed-figures.ts'
import { formulaFigures, programmeXssFigures, xssFigures } from './screen-figures.ts'
import { enumerationFigures, tricksFigures } from './tricks-figures.ts'

/*
 * `npm run attack`: what attackers try, in full; the tests run a part of it each time. One row for a figure, exit 1
 * when one is short. `npm run attack -- tricks xss` runs two parts. Without LibreOffice the part `formulas` is short,
 * unless `--allow-missing` is given.
 */
const wanted = process.argv.slice(2)
const mayBeMissing = wanted.includes('--allow-missing')
const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  malformed: malformedFigures,
  forgery: forgeryFigures,
  tricks: tricksFigures,
  enumeration: enumerationFigures,
  formulas: () => formulaFigures(mayBeMissing),
  xss: xssFigures,
  'xss-programme': programmeXssFigures,
}
const names = wanted.filter((name) => !name.startsWith('--'))
const unknown = names.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
const figures: Figure[] = []
for (const [name, attack] of Object.entries(parts)) {
  if (names.length === 0 || names.includes(name)) figures.push(...(await attack()))
}
process.exit(printFigures(figures))
