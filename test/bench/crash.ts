import { backupFigures } from './backups.ts'
import { clockFigures } from './clock.ts'
import { diskFigures } from './disk.ts'
import type { Figure } from './figures.ts'
import { killFigures } from './kills.ts'
import { measureParts } from './parts.ts'
import { powerCutFigures } from './power-cuts.ts'
import { updateFigures } from './updates.ts'

/**
 * `npm run bench:crash [-- <part>... full]`: what was acknowledged is still there after `kill -9` under load, power cuts,
 * a full disk and a clock that jumps. `full` takes each part at its whole length, which is longer than CI needs.
 */
const PARTS: Readonly<Record<string, (isFull: boolean) => Promise<Figure[]>>> = {
  kills: killFigures,
  cuts: powerCutFigures,
  disk: diskFigures,
  clock: clockFigures,
  backups: backupFigures,
  updates: updateFigures,
}

const asked = process.argv.slice(2)
const isFull = asked.includes('full')
const names = asked.filter((name) => name !== 'full')
const parts = Object.fromEntries(Object.entries(PARTS).map(([name, measure]) => [name, () => measure(isFull)]))
process.exit(await measureParts(parts, names))
