import { bundleFigures } from './bundles.ts'
import { measureParts } from './parts.ts'
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
process.exit(await measureParts(parts, process.argv.slice(2)))
