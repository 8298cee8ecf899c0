import type { SignOffRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow } from '../tables.ts'

type OfRound = Pick<RoundRow, 'organisationId' | 'id'>

/** Who signed a sheet off, and for whom; undefined while nobody did. */
export function findSignOff(db: Db, { organisationId, id }: OfRound): Promise<SignOffRow | undefined> {
  return db
    .selectFrom('signOff')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .executeTakeFirst()
}

/** Stores that a sheet was signed off. */
export async function insertSignOff(trx: Trx, signOff: SignOffRow): Promise<void> {
  await trx.insertInto('signOff').values(signOff).execute()
}

/** Takes it back: the round is open again. */
export async function deleteSignOff(trx: Trx, { organisationId, id }: OfRound): Promise<void> {
  await trx.deleteFrom('signOff').where('organisationId', '=', organisationId).where('roundId', '=', id).execute()
}
