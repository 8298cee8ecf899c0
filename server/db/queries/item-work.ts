import type { Insertable } from 'kysely'
import type { CompanyTables, ItemWorkRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow } from '../tables.ts'

type OfRound = Pick<RoundRow, 'organisationId' | 'id'>

/** What a team keeps with the questions of a round. */
export function listItemWork(db: Db, { organisationId, id }: OfRound): Promise<ItemWorkRow[]> {
  return db
    .selectFrom('itemWork')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .orderBy('itemId')
    .execute()
}

/** What is kept with one question; undefined while nothing is. */
export function findItemWork(
  db: Db,
  { organisationId, id }: OfRound,
  itemId: string,
): Promise<ItemWorkRow | undefined> {
  return db
    .selectFrom('itemWork')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('itemId', '=', itemId)
    .executeTakeFirst()
}

/** Writes what is kept with a question over what was. */
export async function upsertItemWork(trx: Trx, work: ItemWorkRow): Promise<void> {
  const { organisationId: _, roundId: __, itemId: ___, ...changes } = work
  await trx
    .insertInto('itemWork')
    .values(work)
    .onConflict((conflict) => conflict.columns(['organisationId', 'roundId', 'itemId']).doUpdateSet(changes))
    .execute()
}

/** Remembers where somebody is in a sheet; a moment later it says nothing any more. */
export async function upsertSheetPresence(db: Db, presence: Insertable<CompanyTables['sheetPresence']>): Promise<void> {
  const { itemId, seenAt } = presence
  await db
    .insertInto('sheetPresence')
    .values(presence)
    .onConflict((conflict) => conflict.columns(['organisationId', 'roundId', 'userId']).doUpdateSet({ itemId, seenAt }))
    .execute()
}

/** Who was seen in a sheet since a moment, and where. */
export function listSheetPresence(
  db: Db,
  { organisationId, id }: OfRound,
  since: string,
): Promise<{ userId: string; itemId: string | null; seenAt: string }[]> {
  return db
    .selectFrom('sheetPresence')
    .select(['userId', 'itemId', 'seenAt'])
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .where('seenAt', '>=', since)
    .orderBy('userId')
    .execute()
}

/**
 * Names of whom a sheet names, by name: users, and people whom the organisation brought along from elsewhere. Who erased
 * the account has none.
 */
export async function listNames(
  db: Db,
  organisationId: string,
  userIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (userIds.length === 0) return []
  const brought = db
    .selectFrom('importedPerson')
    .select(['id', 'name'])
    .where('organisationId', '=', organisationId)
    .where('id', 'in', [...userIds])
  return db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', [...userIds])
    .union(brought)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
