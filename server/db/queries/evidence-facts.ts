import type { EvidenceFactRow } from '../company-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow } from '../tables.ts'

type OfRound = Pick<RoundRow, 'organisationId' | 'id'>

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500

/** Figures of a report beside the questions of a round, in the order of the questions and then of the report. */
export function listFacts(db: Db, { organisationId, id }: OfRound): Promise<EvidenceFactRow[]> {
  return db
    .selectFrom('evidenceFact')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .orderBy('number')
    .execute()
}

/** Puts figures in the place of all that the round had. */
export async function replaceFacts(
  trx: Trx,
  { organisationId, id }: OfRound,
  facts: readonly EvidenceFactRow[],
): Promise<void> {
  await deleteFacts(trx, { organisationId, id })
  for (let from = 0; from < facts.length; from += ROWS_AT_ONCE)
    await trx
      .insertInto('evidenceFact')
      .values(facts.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

/** Takes all figures of a round away; how many there were. */
export async function deleteFacts(trx: Trx, { organisationId, id }: OfRound): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('evidenceFact')
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', id)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
