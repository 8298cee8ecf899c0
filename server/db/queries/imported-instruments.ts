import type { ImportedInstrumentRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'

/** Every imported version, or those of one organisation. */
export function listImportedInstruments(db: Db, organisationId?: string): Promise<ImportedInstrumentRow[]> {
  const query = db.selectFrom('importedInstrument').selectAll()
  return (organisationId === undefined ? query : query.where('organisationId', '=', organisationId))
    .orderBy('organisationId')
    .orderBy('id')
    .orderBy('version')
    .execute()
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
