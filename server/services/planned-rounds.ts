import { listOverdueRounds, listRoundsToOpen } from '../db/queries/plans.ts'
import { lockRound } from '../db/queries/rounds.ts'
import { closeWithin } from './closing.ts'
import { prepareRounds } from './plan-drafts.ts'
import { tellRoom } from './rooms.ts'
import type { RoundDeps } from './round-moves.ts'
import { type Posting, queueOpened, remindOfRounds } from './round-reminders.ts'
import { openWithin } from './rounds.ts'

/** Time in which phones still deliver after a round closed by itself: the longest that the page offers. */
const GRACE_SECONDS = 5 * 60

/** What rounds in time need; `mail` is undefined where the installation sends none. */
export interface PlannedDeps extends RoundDeps {
  readonly mail?: Posting | undefined
}

/**
 * Does everything about rounds whose time has come: prepares those of plans, opens drafts, reminds people, closes what is
 * over. Any process may do it, at any time: each round is looked at again while it is held, so the second finds nothing
 * to do. Ask the clock before (`clock-watch.ts`): what opens lets people in.
 *
 * @throws {AggregateError} something failed; all else was done.
 */
export async function doPlannedRounds(deps: PlannedDeps): Promise<void> {
  const failures: unknown[] = []
  for (const step of [prepareRounds, openPlannedRounds, remindOfRounds, closeOverdueRounds])
    await step(deps).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'planned rounds were not all done')
}

/** Opens drafts whose moment has come, for nobody in particular. */
async function openPlannedRounds(deps: PlannedDeps): Promise<void> {
  const { db } = deps.database
  const places = await listRoundsToOpen(db, deps.now().toISOString())
  await each(places, async ({ organisationId, id }) => {
    const isOpened = await db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, organisationId, id, deps.database.kind)
      const time = deps.now().toISOString()
      const isTime = round?.state === 'draft' && round.plannedOpenAt !== null && round.plannedOpenAt <= time
      if (!isTime || (round.dueAt !== null && round.dueAt <= time)) return false
      await openWithin(deps, trx, { organisationId, userId: null }, id)
      if (deps.mail !== undefined) await queueOpened(trx, round, deps.now())
      return true
    })
    if (!isOpened) return
    deps.mail?.wake()
    await tellRoom({ db, live: deps.live }, organisationId, id, 'changed')
  })
}

/** Closes rounds whose last day for answers is over, with a grace in which phones still deliver. */
async function closeOverdueRounds(deps: PlannedDeps): Promise<void> {
  const { db } = deps.database
  const places = await listOverdueRounds(db, deps.now().toISOString())
  await each(places, async ({ organisationId, id }) => {
    const isClosing = await db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, organisationId, id, deps.database.kind)
      const isDue = round?.state === 'open' && round.dueAt !== null && round.dueAt <= deps.now().toISOString()
      if (!isDue || round.answering !== 'each') return false
      await closeWithin(deps, trx, { organisationId, userId: null }, id, GRACE_SECONDS)
      return true
    })
    if (isClosing) await tellRoom({ db, live: deps.live }, organisationId, id, 'closed')
  })
}

/** One round that fails must not keep the others. */
async function each<Place>(places: readonly Place[], work: (place: Place) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const place of places) await work(place).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'rounds were left as they were')
}
