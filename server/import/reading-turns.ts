import { Turns } from '../turns.ts'

/** Files from outside are read two at a time; each that waits holds megabytes. */
export const readingTurns = new Turns({ atOnce: 2, waiting: 8, retryAfter: 10 })
