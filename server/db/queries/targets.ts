import type { Scope } from '../../auth/scope.ts'
import type { TargetRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'

/** Targets of an organisation for one instrument, each with the name of who set it as long as that is a member. */
export function listTargets(
  db: Db,
  { organisationId }: Scope,
  instrumentId: string,
): Promise<(TargetRow & { editorName: string | null })[]> {
  return withNames(db)
    .where('target.organisationId', '=', organisationId)
    .where('target.instrumentId', '=', instrumentId)
    .orderBy('target.dimension')
    .execute()
}

/** One of them; undefined when none was set. */
export function findTarget(
  db: Db,
  { organisationId }: Scope,
  instrumentId: string,
  dimension: string,
): Promise<(TargetRow & { editorName: string | null }) | undefined> {
  return withNames(db)
    .where('target.organisationId', '=', organisationId)
    .where('target.instrumentId', '=', instrumentId)
    .where('target.dimension', '=', dimension)
    .executeTakeFirst()
}

/** Keeps a target, new or changed. */
export async function upsertTarget(trx: Trx, row: TargetRow): Promise<void> {
  const { organisationId: _, instrumentId: __, dimension: ___, ...content } = row
  await trx
    .insertInto('target')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'instrumentId', 'dimension']).doUpdateSet(content))
    .execute()
}

/** Takes a target away. */
export async function deleteTarget(
  trx: Trx,
  { organisationId }: Scope,
  instrumentId: string,
  dimension: string,
): Promise<void> {
  await trx
    .deleteFrom('target')
    .where('organisationId', '=', organisationId)
    .where('instrumentId', '=', instrumentId)
    .where('dimension', '=', dimension)
    .execute()
}

function withNames(db: Db) {
  return db
    .selectFrom('target')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.organisationId', '=', 'target.organisationId')
        .onRef('membership.userId', '=', 'target.editorId'),
    )
    .leftJoin('user', 'user.id', 'membership.userId')
    .selectAll('target')
    .select('user.name as editorName')
}
