import { printFigures } from './figures.ts'
import { hallFigures, submitFigures } from './live-hall.ts'
import { meetingFigures, twoServersFigures } from './live-meeting.ts'
import { offlineFigures } from './live-offline.ts'
import { restartFigures } from './live-restart.ts'

/*
 * `npm run bench:live`: a meeting as it happens, with the server and the phones on one machine.
 * `npm run bench:live -- hall` runs one part.
 */
const parts = {
  meeting: meetingFigures,
  hall: hallFigures,
  submit: submitFigures,
  offline: offlineFigures,
  restart: restartFigures,
  postgres: twoServersFigures,
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0)
  throw new RangeError(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
const figures = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()))
}
process.exitCode = printFigures(figures)
