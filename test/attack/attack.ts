import { printFigures } from '../bench/figures.ts'
import { forgeryFigures } from './forgery-figures.ts'
import { malformedFigures } from './malformed-figures.ts'

/*
 * `npm run attack`: what attackers try, in full; the tests run a part of it each time. One row for a figure, exit 1
 * when one is short. `npm run attack -- malformed` runs one part.
 */
const parts = { malformed: malformedFigures, forgery: forgeryFigures }
const wanted = process.argv.slice(2)
const figures = []
for (const [name, attack] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await attack()))
}
process.exitCode = printFigures(figures)
