import type { Chore } from '../chores.ts'
import type { Db } from '../db/open.ts'
import { makeAnchor } from './audit-check.ts'
import type { RefusedAccess } from './refused-access.ts'

const REFUSALS_EVERY_MS = 60_000
const ANCHOR_LOOK_EVERY_MS = 10 * 60_000

/** Writes one line to the log; `audit-anchor` is how a collector finds it. */
interface AnchorLog {
  info(about: object, message: string): void
}

/** What the server does for its logs of events by itself. */
export function auditChores(db: Db, refused: RefusedAccess, now: () => Date, log: AnchorLog): Chore[] {
  const write = () => refused.write()
  return [
    { name: 'note refusals', every: REFUSALS_EVERY_MS, run: write },
    { name: 'anchor events', every: ANCHOR_LOOK_EVERY_MS, run: dailyAnchor(db, now, log) },
  ]
}

/**
 * Tells the ends of all chains to the log once a day (UTC), and once after each start. Whoever keeps the log elsewhere
 * can prove later that events were rewritten together with the end of their chain, which the chain itself cannot tell.
 */
export function dailyAnchor(db: Db, now: () => Date, log: AnchorLog): () => Promise<void> {
  let told: string | undefined
  return async () => {
    const day = now().toISOString().slice(0, 10)
    if (day === told) return
    const { chains, hash } = await makeAnchor(db)
    log.info({ chains, hash }, 'audit-anchor')
    told = day
  }
}
