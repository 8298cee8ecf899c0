import type { Chore } from '../chores.ts'
import type { PrivacySettings } from '../privacy.ts'
import { watchClock } from './clock-watch.ts'
import { type ErasureDeps, sweepErased, writeLedger } from './erasures.ts'
import { eraseDueOrganisations } from './organisation-erasure.ts'
import { applyRetention } from './retention.ts'
import type { RoundDeps } from './round-moves.ts'

const MINUTE_MS = 60_000

/**
 * What the server erases by itself: organisations whose day has come, what has been kept long enough, and its traces.
 *
 * @param running milliseconds that this process has run; of the process itself unless a test moves it.
 */
export function dataChores(
  deps: ErasureDeps & RoundDeps & { readonly privacy: PrivacySettings },
  running?: () => number,
): Chore[] {
  const { database, ledger, privacy, now } = deps
  const isClockBelieved = watchClock({ database, now, ...(running === undefined ? {} : { running }) })
  return [
    {
      name: 'erase what is due',
      every: MINUTE_MS,
      run: async () => {
        if (await isClockBelieved()) await eraseDueOrganisations(deps)
        await writeLedger(database, ledger)
        await sweepErased(deps)
      },
    },
    {
      name: 'retention',
      every: 10 * MINUTE_MS,
      run: async () => {
        if (await isClockBelieved()) await applyRetention({ ...deps, retention: privacy.retention })
      },
    },
  ]
}
