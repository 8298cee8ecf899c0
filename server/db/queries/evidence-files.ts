import type { EvidenceFileRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow } from '../tables.ts'

type OfRound = Pick<RoundRow, 'organisationId' | 'id'>

/** The files of a round without their content, in the order in which they came. */
export function listEvidenceFiles(db: Db, { organisationId, id }: OfRound): Promise<EvidenceFileRow[]> {
  return db
    .selectFrom('evidenceFile')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** A file of the organisation by its id, without its content, whatever round it belongs to. */
export function findEvidenceFile(db: Db, organisationId: string, fileId: string): Promise<EvidenceFileRow | undefined> {
  return db
    .selectFrom('evidenceFile')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', fileId)
    .executeTakeFirst()
}

/** The bytes of a file; undefined for none. */
export async function findEvidenceContent(db: Db, organisationId: string, fileId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('evidenceContent')
    .select('content')
    .where('organisationId', '=', organisationId)
    .where('fileId', '=', fileId)
    .executeTakeFirst()
  return row?.content
}

/** How many bytes all files of an organisation take together. */
export async function sumEvidenceBytes(db: Db, organisationId: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('evidenceFile')
    .select(({ fn }) => fn.sum('bytes').as('bytes'))
    .where('organisationId', '=', organisationId)
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}

/** Adds a file. */
export async function insertEvidenceFile(trx: Trx, file: EvidenceFileRow, content: Buffer): Promise<void> {
  const { organisationId, id: fileId } = file
  await trx.insertInto('evidenceFile').values(file).execute()
  await trx.insertInto('evidenceContent').values({ organisationId, fileId, content }).execute()
}

/** Removes a file with its content. */
export async function deleteEvidenceFile(trx: Trx, organisationId: string, fileId: string): Promise<void> {
  await trx.deleteFrom('evidenceFile').where('organisationId', '=', organisationId).where('id', '=', fileId).execute()
}
