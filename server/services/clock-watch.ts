import type { Database } from '../db/open.ts'
import { insertSystemEvent } from '../db/queries/audit.ts'
import { findClockDoubt, findLastSureTime, hasOrdinaryEvent } from '../db/queries/clock.ts'

const DAY_MS = 24 * 3_600_000
/** As far as time may have gone on since it was last sure: the day of a look, and one that was missed. */
const SURE_MS = 2 * DAY_MS
/** Two looks further apart than this say nothing about each other. */
const LOOKS_MS = 60 * DAY_MS

interface Deps {
  readonly database: Database
  readonly now: () => Date
  /** Milliseconds that this process has run, by a clock that nobody can set. */
  readonly running?: () => number
}

/**
 * Says whether the clock may be gone by for erasing what is due and what has been kept long enough. A clock that jumps
 * ahead, as one with an empty battery or a wrong year does, would do both for good, so it is asked before.
 *
 * It is believed up to two days after the time that was last sure: that of the newest look of retention, which is
 * written every day and only after this question; before the first, that of the newest event of any log. Other events do
 * not count for more, because somebody who signs in while the clock is wrong gets a wrong time too. Further ahead, the
 * first look is noted (`clock.doubted`), and a second one, 1 to 60 days later by the clock, is believed when time really
 * went on in between: this process ran for a day since it saw the first look, or somebody did something a day later. A
 * clock that jumps once more meanwhile begins anew.
 *
 * So an installation that was off for weeks, or was put back, erases a day later than it would have. A clock that was
 * set back is believed: it can only erase too late.
 */
export function watchClock({ database, now, running = () => performance.now() }: Deps): () => Promise<boolean> {
  const { db } = database
  const seen = new Map<string, { ran: number; time: number }>()
  return async () => {
    const time = now().getTime()
    const sure = await findLastSureTime(db)
    if (sure === undefined || time - Date.parse(sure.at) <= SURE_MS) return true
    const doubt = await findClockDoubt(db, sure.number)
    const since = doubt === undefined ? -1 : time - Date.parse(doubt.at)
    const first = seen.get(doubt?.id ?? '') ?? { ran: running(), time }
    const ran = running() - first.ran
    const hasJumped = time - first.time > ran + SURE_MS
    if (doubt === undefined || since < 0 || since > LOOKS_MS || hasJumped) {
      await insertSystemEvent(db, { userId: null, action: 'clock.doubted', object: 'clock', at: now() })
      return false
    }
    seen.set(doubt.id, first)
    if (since < DAY_MS) return false
    if (ran >= DAY_MS) return true
    const dayLater = new Date(Date.parse(doubt.at) + DAY_MS)
    return hasOrdinaryEvent(db, doubt.number, dayLater.toISOString(), now().toISOString())
  }
}
