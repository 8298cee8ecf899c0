import type { Db } from '../open.ts'
import { seeingAlso } from '../tenant-lock.ts'

/** A company that takes part in a programme now. */
export interface ParticipatingCompany {
  readonly id: string
  readonly name: string
  readonly parkId: string
  readonly sector: string | null
  readonly joinedAt: string
}

/** Companies that take part, by name. */
export function listParticipants(db: Db, programmeId: string): Promise<ParticipatingCompany[]> {
  return db
    .selectFrom('participation')
    .innerJoin('organisation', 'organisation.id', 'participation.companyId')
    .select([
      'organisation.id',
      'organisation.name',
      'participation.parkId',
      'participation.sector',
      'participation.joinedAt',
    ])
    .where('participation.programmeId', '=', programmeId)
    .where('participation.leftAt', 'is', null)
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute()
}

/** Companies whose figures about a period have arrived in the programme. */
export async function listContributors(
  db: Db,
  programmeId: string,
  about: { readonly instrumentId: string; readonly period: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('contribution')
    .select('companyId')
    .distinct()
    .where('organisationId', '=', programmeId)
    .where('instrumentId', '=', about.instrumentId)
    .where('period', '=', about.period)
    .execute()
  return rows.map(({ companyId }) => companyId)
}

/**
 * Which of these companies have a round of an instrument about a period that is past its draft. Only that there is one is
 * read, and only for companies that consented: nothing else of a company reaches its programme this way.
 */
export async function listStarted(
  db: Db,
  companyIds: readonly string[],
  about: { readonly instrumentId: string; readonly period: string },
): Promise<string[]> {
  if (companyIds.length === 0) return []
  const rows = await seeingAlso(companyIds, () =>
    db
      .selectFrom('round')
      .select('organisationId')
      .distinct()
      .where('organisationId', 'in', [...companyIds])
      .where('instrumentId', '=', about.instrumentId)
      .where('period', '=', about.period)
      .where('purpose', '=', 'assessment')
      .where('state', '<>', 'draft')
      .execute(),
  )
  return rows.map(({ organisationId }) => organisationId)
}
