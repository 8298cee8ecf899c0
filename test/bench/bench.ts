import { bundleFigures } from './bundles.ts'
import { printFigures } from './figures.ts'
import { radarFigures } from './reflection-radar.ts'
import { reflectionFigures } from './reflections.ts'
import { resultFigures } from './results.ts'
import { saveFigures } from './saves.ts'

/*
 * `npm run bench`: the figures of the product, each a ratio measured in one run or a time with its bar.
 * `npm run bench -- saves` runs one part.
 */
const parts = {
  saves: saveFigures,
  results: resultFigures,
  bundles: bundleFigures,
  reflections: reflectionFigures,
  radar: radarFigures,
}
const wanted = process.argv.slice(2)
const figures = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()))
}
process.exit(printFigures(figures))
