import { hallFigures, submitFigures } from './live-hall.ts'
import { meetingFigures, twoServersFigures } from './live-meeting.ts'
import { offlineFigures } from './live-offline.ts'
import { restartFigures } from './live-restart.ts'
import { revealFigures } from './live-reveal.ts'
import { measureParts } from './parts.ts'

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
// A part that failed may have left phones or a browser behind.
process.exit(await measureParts(parts, process.argv.slice(2)))
