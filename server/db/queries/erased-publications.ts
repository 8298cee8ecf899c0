import type { Db, Trx } from '../open.ts'
import type { Collected } from './programme-releases.ts'

/** Ids, or rows, in one statement: databases take so many values at once. */
const AT_ONCE = 500

/**
 * Remembers, for when a programme is erased, of which companies it published something about which quarter: at each of these
 * companies, without a word of the programme or its figures. The caller has to be able to see rows of every company.
 *
 * @param newId must be new and tell nothing.
 */
export async function rememberErasedProgramme(trx: Trx, programmeId: string, newId: string): Promise<void> {
  const rows = await trx
    .selectFrom('programmeContributor as contributor')
    // Companies that were erased stand there under another id.
    .innerJoin('organisation', 'organisation.id', 'contributor.companyId')
    .select(['contributor.companyId as organisationId', 'contributor.instrumentId', 'contributor.period'])
    .distinct()
    .where('contributor.organisationId', '=', programmeId)
    .execute()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => ({ ...row, id: newId }))
    await trx.insertInto('erasedPublication').values(some).execute()
  }
}

/**
 * For each programme that was erased since: how many of these companies stood in what it had published about a quarter. The
 * caller has to be able to see rows of every company.
 */
export async function countErasedElsewhere(
  db: Db,
  { instrumentId }: Pick<Collected, 'instrumentId'>,
  period: string,
  companyIds: readonly string[],
): Promise<number[]> {
  const counts = new Map<string, number>()
  for (let from = 0; from < companyIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('erasedPublication')
      .select('id')
      .where('organisationId', 'in', companyIds.slice(from, from + AT_ONCE))
      .where('instrumentId', '=', instrumentId)
      .where('period', '=', period)
      .execute()
    for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts.values()]
}
