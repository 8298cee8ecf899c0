import type { Chore } from '../chores.ts'
import { watchClock } from './clock-watch.ts'
import { doPlannedRounds, type PlannedDeps } from './planned-rounds.ts'

const MINUTE_MS = 60_000

/**
 * What the server does by itself with rounds whose time has come. Nothing while the clock may be ahead: a round that opens
 * too early lets people in, and one that closes too early keeps them out. The page then offers to open it by hand.
 *
 * @param running milliseconds that this process has run; of the process itself unless a test moves it.
 */
export function planChores(deps: PlannedDeps, running?: () => number): Chore[] {
  const { database, now } = deps
  const isClockBelieved = watchClock({ database, now, ...(running === undefined ? {} : { running }) })
  return [
    {
      name: 'planned rounds',
      every: MINUTE_MS,
      run: async () => {
        if (await isClockBelieved()) await doPlannedRounds(deps)
      },
    },
  ]
}
