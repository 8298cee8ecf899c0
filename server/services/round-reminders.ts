import type { Trx } from '../db/open.ts'
import { listRemindingRounds } from '../db/queries/plans.ts'
import { listRoundAddressees } from '../db/queries/reminders.ts'
import { lockRound, updateRound } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { remindersOf } from '../domain/rhythm.ts'
import type { Post } from '../mail/post.ts'
import { queueRoundLetter } from '../mail/queue.ts'
import { ROUND_READERS } from '../mail/round-lines.ts'
import type { RoundDeps } from './round-moves.ts'
import { remindDaysOf } from './round-view.ts'

/** Where mail is told that something waits. */
export type Posting = Pick<Post, 'wake'>

/**
 * The newest moment at which a round was to remind and has not yet; undefined for none. Of several that went by while the
 * server was off, only the newest is left: nobody needs two letters at once.
 */
export function reminderDue(
  round: Pick<RoundRow, 'dueAt' | 'remindDays' | 'remindedAt' | 'openedAt'>,
  now: Date,
): Date | undefined {
  if (round.dueAt === null || now >= new Date(round.dueAt)) return undefined
  const since =
    [round.remindedAt, round.openedAt]
      .filter((time) => time !== null)
      .toSorted()
      .at(-1) ?? ''
  const moments = remindersOf(new Date(round.dueAt), remindDaysOf(round))
  return moments.findLast((moment) => moment <= now && moment.toISOString() > since)
}

/**
 * Writes the letters of every round that is to remind now. When it was done is kept with the round, in the transaction of
 * the letters: at most once for each moment, whichever process is first. Without mail nothing is noted: pages say what
 * waits.
 */
export async function remindOfRounds(deps: RoundDeps & { readonly mail?: Posting | undefined }): Promise<void> {
  const { mail } = deps
  if (mail === undefined) return
  const { db, kind } = deps.database
  for (const found of await listRemindingRounds(db, deps.now().toISOString())) {
    if (reminderDue(found, deps.now()) === undefined) continue
    const people = await db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, found.organisationId, found.id, kind)
      if (round?.state !== 'open' || reminderDue(round, deps.now()) === undefined) return 0
      await updateRound(trx, round.organisationId, round.id, { remindedAt: deps.now().toISOString() })
      return queueLetters(trx, round, 'reminder', deps.now())
    })
    if (people > 0) mail.wake()
  }
}

/** Tells whom it concerns that a round opened by itself, in the transaction that opens it. */
export async function queueOpened(trx: Trx, round: RoundRow, now: Date): Promise<void> {
  await queueLetters(trx, round, 'opened', now)
}

async function queueLetters(trx: Trx, round: RoundRow, what: 'opened' | 'reminder', now: Date): Promise<number> {
  const { organisationId, id: roundId, dueAt } = round
  const people = await listRoundAddressees(trx, organisationId, now.toISOString(), ROUND_READERS[round.answering])
  for (const { userId } of people) await queueRoundLetter(trx, userId, { what, organisationId, roundId, dueAt }, now)
  return people.length
}
