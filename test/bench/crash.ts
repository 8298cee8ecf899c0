import { type Figure, printFigures } from './figures.ts'
import { killFigures } from './kills.ts'
import { powerCutFigures } from './power-cuts.ts'

/*
 * `npm run bench:crash`: what was acknowledged is still there after `kill -9` under load and after a power cut.
 */
const figures: Figure[] = [...(await killFigures()), ...(await powerCutFigures())]
process.exitCode = printFigures(figures)
