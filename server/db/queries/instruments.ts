import type { Db } from '../open.ts'

/** The hash under which an instrument version was first used here; undefined when it never was. */
export async function findInstrumentHash(db: Db, id: string, version: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('instrumentVersion')
    .select('contentHash')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.contentHash
}

/** Remembers an instrument version; another process may have done so at the same moment. */
export async function insertInstrumentVersion(
  db: Db,
  row: { id: string; version: string; contentHash: string; addedAt: string },
): Promise<void> {
  await db
    .insertInto('instrumentVersion')
    .values(row)
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .execute()
}
