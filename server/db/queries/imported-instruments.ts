import type { ImportedInstrumentRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'

/** Every imported version of an organisation. */
export function listImportedInstruments(db: Db, organisationId: string): Promise<ImportedInstrumentRow[]> {
  return db
    .selectFrom('importedInstrument')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('id')
    .orderBy('version')
    .execute()
}

/** Which imported versions there are, or those of one organisation, without what is in them. */
export function listHeldVersions(
  db: Db,
  organisationId?: string,
): Promise<Pick<ImportedInstrumentRow, 'organisationId' | 'id' | 'version'>[]> {
  const query = db.selectFrom('importedInstrument').select(['organisationId', 'id', 'version'])
  return (organisationId === undefined ? query : query.where('organisationId', '=', organisationId))
    .orderBy('organisationId')
    .orderBy('id')
    .orderBy('version')
    .execute()
}

/** One version of an organisation; undefined when it went in the meantime. */
export function findImportedInstrument(
  db: Db,
  { organisationId, id, version }: Pick<ImportedInstrumentRow, 'organisationId' | 'id' | 'version'>,
): Promise<ImportedInstrumentRow | undefined> {
  return db
    .selectFrom('importedInstrument')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** Keeps a version for an organisation; one that it holds already stays as it is. */
export async function insertImportedInstrument(trx: Trx, row: ImportedInstrumentRow): Promise<void> {
  await trx
    .insertInto('importedInstrument')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'id', 'version']).doNothing())
    .execute()
}

/** Versions of an instrument that were ever used here, by whichever organisation. */
export async function listVersionsEverUsed(db: Db, id: string): Promise<string[]> {
  const rows = await db.selectFrom('instrumentVersion').select('version').where('id', '=', id).execute()
  return rows.map(({ version }) => version)
}
