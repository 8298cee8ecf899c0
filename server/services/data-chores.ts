import type { Chore } from '../chores.ts'
import type { Live } from '../live/hub.ts'
import type { PrivacySettings } from '../privacy.ts'
import { type ErasureDeps, sweepErased, writeLedger } from './erasures.ts'
import { eraseDueOrganisations } from './organisation-erasure.ts'
import { applyRetention } from './retention.ts'

const MINUTE_MS = 60_000

/** What the server erases by itself: organisations whose day has come, what has been kept long enough, and its traces. */
export function dataChores(deps: ErasureDeps & { readonly live: Live; readonly privacy: PrivacySettings }): Chore[] {
  const { database, ledger, now, privacy } = deps
  return [
    {
      name: 'erase what is due',
      every: MINUTE_MS,
      run: async () => {
        await eraseDueOrganisations(deps)
        await writeLedger(database, ledger)
        await sweepErased(deps)
      },
    },
    {
      name: 'retention',
      every: 10 * MINUTE_MS,
      run: () => applyRetention({ database, now, retention: privacy.retention }),
    },
  ]
}
