import type { ErasureRequestRow } from '../erasure-tables.ts'
import type { Db, Trx } from '../open.ts'

/** The wish to erase an organisation, with the name of who asked; undefined when there is none. */
export function findErasureRequest(
  db: Db,
  organisationId: string,
): Promise<(ErasureRequestRow & { name: string | null }) | undefined> {
  return db
    .selectFrom('erasureRequest')
    .leftJoin('user', 'user.id', 'erasureRequest.requestedBy')
    .selectAll('erasureRequest')
    .select('user.name')
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
}

/** Keeps the wish to erase; one that is there stays as it is. */
export async function insertErasureRequest(trx: Trx, request: ErasureRequestRow): Promise<void> {
  await trx
    .insertInto('erasureRequest')
    .values(request)
    .onConflict((conflict) => conflict.column('organisationId').doNothing())
    .execute()
}

/** Takes the wish away; false when there was none. */
export async function deleteErasureRequest(trx: Trx, organisationId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('erasureRequest')
    .where('organisationId', '=', organisationId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows) > 0
}

/** Organisations whose day has come, the longest waiting first. */
export async function listDueErasures(db: Db, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('erasureRequest')
    .select('organisationId')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .execute()
  return rows.map(({ organisationId }) => organisationId)
}
