import type { RoundPlanRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow } from '../tables.ts'

/** The rhythm of an organisation; undefined when it has none. */
export function findPlan(db: Db, organisationId: string): Promise<RoundPlanRow | undefined> {
  return db.selectFrom('roundPlan').selectAll().where('organisationId', '=', organisationId).executeTakeFirst()
}

/** Every rhythm, in every organisation: for what the server does by itself. */
export function listPlans(db: Db): Promise<RoundPlanRow[]> {
  return db.selectFrom('roundPlan').selectAll().orderBy('organisationId').execute()
}

/** Keeps a rhythm, new or changed. */
export async function upsertPlan(trx: Trx, row: RoundPlanRow): Promise<void> {
  const { organisationId: _, id: __, ...changes } = row
  await trx
    .insertInto('roundPlan')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'id']).doUpdateSet(changes))
    .execute()
}

/** Ends a rhythm. */
export async function deletePlan(trx: Trx, { organisationId, id }: RoundPlanRow): Promise<void> {
  await trx.deleteFrom('roundPlan').where('organisationId', '=', organisationId).where('id', '=', id).execute()
}

/** Assessments of an organisation about these periods, newest first. */
export function listRoundsOfPeriods(db: Db, organisationId: string, periods: readonly string[]): Promise<RoundRow[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('purpose', '=', 'assessment')
    .where('period', 'in', [...periods])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Assessments that are open, are closing, or open by themselves. */
export function listRoundsUnderWay(db: Db, organisationId: string): Promise<RoundRow[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('purpose', '=', 'assessment')
    .where((where) =>
      where.or([
        where('state', 'in', ['open', 'closing']),
        where.and([where('state', '=', 'draft'), where('plannedOpenAt', 'is not', null)]),
      ]),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Drafts that a rhythm made and that nobody opened, oldest first. */
export function listDraftsOfPlan(db: Db, { organisationId, id }: RoundPlanRow): Promise<RoundRow[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('planId', '=', id)
    .where('state', '=', 'draft')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Asks other items in a draft, which nobody could answer yet. */
export async function replaceRoundItems(
  trx: Trx,
  { organisationId, id: roundId }: Pick<RoundRow, 'organisationId' | 'id'>,
  itemIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('roundItem')
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .execute()
  await trx
    .insertInto('roundItem')
    .values(itemIds.map((itemId, position) => ({ organisationId, roundId, position, itemId })))
    .execute()
}

/** Where a round of any organisation is: for what the server does by itself. */
type RoundPlace = Pick<RoundRow, 'organisationId' | 'id'>

/** Drafts whose moment to open has come, unless their last day for answers is over too. */
export function listRoundsToOpen(db: Db, now: string): Promise<RoundPlace[]> {
  return db
    .selectFrom('round')
    .select(['organisationId', 'id'])
    .where('state', '=', 'draft')
    .where('purpose', '=', 'assessment')
    .where('plannedOpenAt', '<=', now)
    .where((where) => where.or([where('dueAt', 'is', null), where('dueAt', '>', now)]))
    .orderBy('plannedOpenAt')
    .execute()
}

/** Open rounds whose last day for answers is over, and that everybody fills in alone: a team closes by signing off. */
export function listOverdueRounds(db: Db, now: string): Promise<RoundPlace[]> {
  return db
    .selectFrom('round')
    .select(['organisationId', 'id'])
    .where('state', '=', 'open')
    .where('purpose', '=', 'assessment')
    .where('answering', '=', 'each')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .execute()
}

/** Open rounds that still ask for answers and remind of it. */
export function listRemindingRounds(db: Db, now: string): Promise<RoundRow[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('state', '=', 'open')
    .where('purpose', '=', 'assessment')
    .where('dueAt', '>', now)
    .where('remindDays', '<>', '[]')
    .orderBy('dueAt')
    .execute()
}
