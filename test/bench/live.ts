import { type Figure, printFigures } from './figures.ts'
import { hallFigures, submitFigures } from './live-hall.ts'
import { meetingFigures, twoServersFigures } from './live-meeting.ts'
import { offlineFigures } from './live-offline.ts'
import { restartFigures } from './live-restart.ts'
import { revealFigures } from './live-reveal.ts'

/*
 * `npm run bench:live`: a meeting as it happens, with the server and the phones on one machine.
 * `npm run bench:live -- hall` runs one part.
 */
const parts = {
  meeting: meetingFigures,
  hall: hallFigures,
  submit: submitFigures,
  reveal: revealFigures,
  offline: offlineFigures,
  restart: restartFigures,
  postgres: twoServersFigures,
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
const code = printFigures(figures)
// A part that failed may have left phones or a browser behind.
process.exit(code)
