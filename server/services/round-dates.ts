import type { Scope } from '../auth/scope.ts'
import type { RoundChange, RoundDraft } from '../contract/rounds.ts'
import { lockRound, updateRound } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { auditMove, type RoundDeps } from './round-moves.ts'
import { remindDaysOf } from './round-view.ts'

/** The days of a round, as somebody wants them. */
type Dates = Pick<RoundChange, 'plannedOpenAt' | 'dueAt'>

/**
 * Looks at the days of a round that is being made.
 *
 * @throws {ProblemError} `opening-past`, `due-past`, `due-before-opening`.
 */
export function checkDates(deps: Pick<RoundDeps, 'now'>, { draft, plannedOpenAt, dueAt }: RoundDraft): void {
  checkAhead(deps, draft ? { plannedOpenAt, dueAt } : { dueAt })
}

/** Until when a round asks for answers once it is opened, for the first time or again: a day that has passed is over. */
export function dueAfterOpening({ now }: Pick<RoundDeps, 'now'>, { dueAt }: Pick<RoundRow, 'dueAt'>): string | null {
  return dueAt !== null && dueAt <= now().toISOString() ? null : dueAt
}

/**
 * Gives a round other days: of a draft the day on which it opens by itself, of a draft and an open round the last day for
 * answers, later or earlier, and the days on which people are reminded. The same again changes nothing.
 *
 * @throws {ProblemError} `not-found`; `round-closed`; `round-not-draft` for the opening of a round that was opened;
 *   `round-not-open` for a second vote or a rehearsal; `opening-past`, `due-past`, `due-before-opening`.
 */
export async function changeRoundDates(
  deps: RoundDeps,
  scope: Scope,
  roundId: string,
  change: RoundChange,
): Promise<void> {
  const { db, kind } = deps.database
  const isChanged = await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, scope.organisationId, roundId, kind)
    if (round === undefined) throw new ProblemError('not-found')
    const changes = changesTo(round, change)
    if (changes === undefined) return false
    keepInLife(round, changes)
    checkAhead(deps, { plannedOpenAt: round.plannedOpenAt, dueAt: round.dueAt, ...changes }, changes)
    await updateRound(trx, scope.organisationId, roundId, changes)
    await auditMove(deps, trx, scope, 'round.days', roundId)
    return true
  })
  if (isChanged) deps.live.note(roundId, 'changed')
}

/** What is different from what stands there; undefined for nothing. */
function changesTo(round: RoundRow, { plannedOpenAt, dueAt, remindDays }: RoundChange) {
  const isSame = JSON.stringify(remindDays ?? remindDaysOf(round)) === JSON.stringify(remindDaysOf(round))
  const changes = {
    ...(plannedOpenAt === undefined || plannedOpenAt === round.plannedOpenAt ? {} : { plannedOpenAt }),
    ...(dueAt === undefined || dueAt === round.dueAt ? {} : { dueAt }),
    ...(isSame ? {} : { remindDays: JSON.stringify(remindDays) }),
  }
  return Object.keys(changes).length === 0 ? undefined : changes
}

function keepInLife({ purpose, state }: RoundRow, changes: Dates): void {
  if (purpose !== 'assessment') throw new ProblemError('round-not-open')
  if (state !== 'draft' && state !== 'open') throw new ProblemError('round-closed')
  if (state !== 'draft' && changes.plannedOpenAt !== undefined) throw new ProblemError('round-not-draft')
}

/** Only days that somebody gives now have to lie ahead: what stands there may have passed. */
function checkAhead(
  { now }: Pick<RoundDeps, 'now'>,
  { plannedOpenAt, dueAt }: Dates,
  given: Dates = { plannedOpenAt, dueAt },
): void {
  const time = now().toISOString()
  if (isPast(given.plannedOpenAt, time)) throw new ProblemError('opening-past')
  if (isPast(given.dueAt, time)) throw new ProblemError('due-past')
  if (plannedOpenAt && dueAt && dueAt <= plannedOpenAt) throw new ProblemError('due-before-opening')
}

function isPast(moment: string | null | undefined, time: string): boolean {
  return typeof moment === 'string' && moment <= time
}
