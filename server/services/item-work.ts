import type { Scope } from '../auth/scope.ts'
import type { ItemWork, ItemWorkInput } from '../contract/company-sheets.ts'
import type { ItemWorkRow } from '../db/company-tables.ts'
import type { Trx } from '../db/open.ts'
import { findItemWork, listSheetPresence, upsertItemWork, upsertSheetPresence } from '../db/queries/item-work.ts'
import { findMembership } from '../db/queries/members.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { ProblemError, refuseField } from '../problem.ts'
import { type CompanyDeps, findCompanyRound, lockCompanyRound, refuseUnlessOpen } from './company-round.ts'

/** Somebody who was not heard of for so long is not here any more. */
export const HERE_MS = 45_000

/**
 * Changes what a team keeps with one question: who does it, how sure they are, a note and a link. What is left out stays
 * as it was; the same again changes nothing, whatever revision was seen, also after signing off.
 *
 * @throws {ProblemError} `not-found`; `edited-meanwhile`; `round-not-open`, `round-closed`; `invalid-request` when the
 *   question is given to somebody who does not write here.
 */
export async function saveItemWork(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  itemId: string,
  input: ItemWorkInput,
): Promise<ItemWork> {
  const { work, isNew } = await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    if (!(await listRoundItemIds(trx, round.organisationId, round.id)).includes(itemId))
      throw new ProblemError('not-found')
    const stored = await findItemWork(trx, round, itemId)
    const next = changed(stored, input)
    if (stored !== undefined && isSame(stored, next)) return { work: stored, isNew: false }
    refuseUnlessOpen(round)
    if ((stored?.revision ?? 0) !== input.revision) throw new ProblemError('edited-meanwhile')
    if (next.assignedTo !== null && next.assignedTo !== stored?.assignedTo)
      await refuseWhoWritesNot(deps, trx, scope, next.assignedTo)
    const work: ItemWorkRow = {
      organisationId: round.organisationId,
      roundId: round.id,
      itemId,
      ...next,
      revision: input.revision + 1,
      editedBy: scope.userId,
      editedAt: deps.now().toISOString(),
    }
    await upsertItemWork(trx, work)
    return { work, isNew: true }
  })
  if (isNew) deps.live.note(roundId, 'progress')
  return workOf(work)
}

/** What is kept with a question as it travels. */
export function workOf({ assignedTo, certainty, note, link, revision }: ItemWorkRow): ItemWork {
  return { assignedTo, certainty, note, link, revision }
}

/**
 * Remembers where a member is in the sheet.
 *
 * @throws {ProblemError} `not-found`, also for a question that the round does not ask.
 */
export async function markHere(deps: CompanyDeps, scope: Scope, roundId: string, itemId: string | null): Promise<void> {
  const { db } = deps.database
  const round = await findCompanyRound(db, scope, roundId)
  if (itemId !== null && !(await listRoundItemIds(db, round.organisationId, round.id)).includes(itemId))
    throw new ProblemError('not-found')
  const { organisationId, userId } = scope
  const before = (await listSheetPresence(db, round, hereSince(deps))).find((one) => one.userId === userId)
  await upsertSheetPresence(db, { organisationId, roundId, userId, itemId, seenAt: deps.now().toISOString() })
  // Who stays where they are need not be heard by all again and again.
  if (before === undefined || before.itemId !== itemId) deps.live.note(roundId, 'progress')
}

/** Since when somebody was heard of who is here now. */
export function hereSince({ now }: Pick<CompanyDeps, 'now'>): string {
  return new Date(now().getTime() - HERE_MS).toISOString()
}

type Kept = Pick<ItemWorkRow, 'assignedTo' | 'certainty' | 'note' | 'link'>

function changed(stored: Kept | undefined, { assignedTo, certainty, note, link }: ItemWorkInput): Kept {
  return {
    assignedTo: assignedTo === undefined ? (stored?.assignedTo ?? null) : assignedTo,
    certainty: certainty === undefined ? (stored?.certainty ?? null) : certainty,
    note: note ?? stored?.note ?? '',
    link: link === undefined ? (stored?.link ?? null) : link,
  }
}

function isSame(stored: Kept, next: Kept): boolean {
  const keys = ['assignedTo', 'certainty', 'note', 'link'] as const
  return keys.every((key) => stored[key] === next[key])
}

async function refuseWhoWritesNot(
  { now }: CompanyDeps,
  trx: Trx,
  { organisationId }: Scope,
  userId: string,
): Promise<void> {
  const member = await findMembership(trx, organisationId, userId, now().toISOString())
  if (member === undefined || member.role === 'viewer') refuseField('#/assignedTo', 'is nobody who answers here')
}
