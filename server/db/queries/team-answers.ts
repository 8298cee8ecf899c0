import { comparePeriods } from '../../domain/periods.ts'
import type { TeamAnswer } from '../../domain/team-sheet.ts'
import type { TeamAnswerRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow, SheetRow } from '../tables.ts'

type OfRound = Pick<RoundRow, 'organisationId' | 'id'>

/** The one sheet of a round that a team answers together; undefined when its answers were deleted by age. */
export function findTeamSheet(db: Db, { organisationId, id }: OfRound): Promise<SheetRow | undefined> {
  return db
    .selectFrom('sheet')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .orderBy('respondentId')
    .limit(1)
    .executeTakeFirst()
}

/** Closed rounds with the same instrument that a team answered together and signed off, the newest first. */
export async function listSignedTeamRounds(
  db: Db,
  { organisationId, instrumentId }: Pick<RoundRow, 'organisationId' | 'instrumentId'>,
): Promise<RoundRow[]> {
  const rounds = await db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('purpose', '=', 'assessment')
    .where('answering', '=', 'together')
    .where('instrumentId', '=', instrumentId)
    .where('state', 'in', ['closed', 'archived'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('signOff')
          .select('signOff.roundId')
          .where('signOff.organisationId', '=', organisationId)
          .whereRef('signOff.roundId', '=', 'round.id'),
      ),
    )
    .orderBy('closedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rounds.toSorted((a, b) => comparePeriods(b.period, a.period))
}

/** Answers that stand or wait: what somebody who looks at the sheet sees. In order of arrival. */
export function listStandingAnswers(db: Db, { organisationId, id }: OfRound): Promise<TeamAnswerRow[]> {
  return db
    .selectFrom('teamAnswer')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('state', 'in', ['stands', 'conflict'])
    .orderBy('number')
    .execute()
}

/** Every answer that was ever given to these places, and every one with one of these ids. In order of arrival. */
export function listTeamAnswers(
  db: Db,
  { organisationId, id }: OfRound,
  slots: readonly number[],
  opIds: readonly string[],
): Promise<TeamAnswerRow[]> {
  return db
    .selectFrom('teamAnswer')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where((where) => where.or([where('slot', 'in', [...slots, -1]), where('opId', 'in', [...opIds, ''])]))
    .orderBy('number')
    .execute()
}

/** Places with an answer that came after closing. */
export async function listLateSlots(db: Db, { organisationId, id }: OfRound): Promise<number[]> {
  const rows = await db
    .selectFrom('teamAnswer')
    .select('slot')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('state', '=', 'late')
    .execute()
  return rows.map(({ slot }) => slot)
}

/** One answer by the id of its operation. */
export function findTeamAnswer(
  db: Db,
  { organisationId, id }: OfRound,
  opId: string,
): Promise<TeamAnswerRow | undefined> {
  return db
    .selectFrom('teamAnswer')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('opId', '=', opId)
    .executeTakeFirst()
}

/** How many answers wait for somebody to choose. */
export async function countConflicts(db: Db, { organisationId, id }: OfRound): Promise<number> {
  const { conflicts } = await db
    .selectFrom('teamAnswer')
    .select(({ fn }) => fn.countAll().as('conflicts'))
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('state', '=', 'conflict')
    .executeTakeFirstOrThrow()
  return Number(conflicts)
}

/** A stored answer as the domain takes it. */
export function teamAnswerOf(row: TeamAnswerRow): TeamAnswer {
  const { opId, slot, seq, character, reason, replaces, state, userId } = row
  return { opId, slot, seq, character, reason: reason ?? undefined, replaces: replaces ?? undefined, state, by: userId }
}

/**
 * Writes answers of a round that the caller holds: those that are new get the next numbers, of the others only the state
 * changes.
 */
export async function writeTeamAnswers(
  trx: Trx,
  { organisationId, roundId, respondentId }: Pick<SheetRow, 'organisationId' | 'roundId' | 'respondentId'>,
  answers: readonly TeamAnswer[],
  answeredAt: string,
): Promise<void> {
  const { last } = await trx
    .selectFrom('teamAnswer')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
  for (const [index, { opId, slot, seq, character, reason, replaces, state, by }] of answers.entries()) {
    await trx
      .insertInto('teamAnswer')
      .values({
        organisationId,
        roundId,
        respondentId,
        opId,
        number: Number(last ?? 0) + index + 1,
        slot,
        seq,
        character,
        reason: reason ?? null,
        replaces: replaces ?? null,
        state,
        userId: by,
        answeredAt,
        settledBy: null,
        settledAt: null,
      })
      .onConflict((conflict) => conflict.columns(['organisationId', 'roundId', 'opId']).doUpdateSet({ state }))
      .execute()
  }
}

/** Notes who chose between an answer and the one that stood. */
export async function markSettled(
  trx: Trx,
  { organisationId, id }: OfRound,
  opId: string,
  settledBy: string,
  settledAt: string,
): Promise<void> {
  await trx
    .updateTable('teamAnswer')
    .set({ settledBy, settledAt })
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('opId', '=', opId)
    .execute()
}
