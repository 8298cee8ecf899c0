import type { Db, Trx } from '../open.ts'
import type { ContributionRow } from '../programme-tables.ts'
import type { ReleaseCellRow } from '../tables.ts'
import type { Between } from './participations.ts'

/** What a company gave to a programme, as it stands there now. */
export function listContributions(db: Db, { programmeId, companyId }: Between): Promise<ContributionRow[]> {
  return db
    .selectFrom('contribution')
    .selectAll()
    .where('organisationId', '=', programmeId)
    .where('companyId', '=', companyId)
    .orderBy('period')
    .execute()
}

/** Puts the figures of a company about one period in the place of those before. */
export async function replaceContribution(trx: Trx, row: ContributionRow): Promise<void> {
  const { organisationId, companyId, instrumentId, period } = row
  await trx
    .deleteFrom('contribution')
    .where('organisationId', '=', organisationId)
    .where('companyId', '=', companyId)
    .where('instrumentId', '=', instrumentId)
    .where('period', '=', period)
    .execute()
  await trx.insertInto('contribution').values(row).execute()
}

/** Takes away what a company gave: everything, or only what came from these rounds. */
export async function deleteContributions(
  trx: Trx,
  { programmeId, companyId }: Between,
  roundIds?: readonly string[],
): Promise<void> {
  const query = trx
    .deleteFrom('contribution')
    .where('organisationId', '=', programmeId)
    .where('companyId', '=', companyId)
  await (roundIds === undefined ? query : query.where('roundId', 'in', [...roundIds])).execute()
}

/** Scores of everybody together in some releases of a company. */
export function listScores(
  db: Db,
  organisationId: string,
  releaseIds: readonly string[],
): Promise<Pick<ReleaseCellRow, 'releaseId' | 'horizon' | 'dimension' | 'perspective' | 'score'>[]> {
  if (releaseIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('releaseCell')
    .select(['releaseId', 'horizon', 'dimension', 'perspective', 'score'])
    .where('organisationId', '=', organisationId)
    .where('releaseId', 'in', [...releaseIds])
    .where('population', '=', 'all')
    .orderBy('horizon')
    .orderBy('dimension')
    .orderBy('perspective')
    .execute()
}

/** Which capitals the agreements of a company are expected to raise, and since when each stands there. */
export function listRaisedCapitals(
  db: Db,
  organisationId: string,
): Promise<{ dimension: string; createdAt: string }[]> {
  return db
    .selectFrom('intervention')
    .innerJoin('expectedEffect', (join) =>
      join
        .onRef('expectedEffect.organisationId', '=', 'intervention.organisationId')
        .onRef('expectedEffect.interventionId', '=', 'intervention.id'),
    )
    .leftJoin('round', (join) =>
      join
        .onRef('round.organisationId', '=', 'intervention.organisationId')
        .onRef('round.id', '=', 'intervention.roundId'),
    )
    .select(['expectedEffect.dimension', 'intervention.createdAt'])
    .distinct()
    .where('intervention.organisationId', '=', organisationId)
    .where('intervention.state', 'in', ['agreed', 'running', 'reviewed'])
    .where('expectedEffect.effect', '>', 0)
    .where((where) => where.or([where('round.purpose', 'is', null), where('round.purpose', '<>', 'rehearsal')]))
    .execute()
}

/** When an organisation came in by an archive; undefined when it was made here. */
export async function findImportTime(db: Db, organisationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auditEvent')
    .select('at')
    .where('organisationId', '=', organisationId)
    .where('action', '=', 'organisation.import')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

/**
 * Takes an organisation out of programmes, for when it is erased. What releases remember of a company stays under another
 * random id, the same one in every programme: without it the next release, here or there, would tell, beside those before,
 * what this one company scored. What was given on a park that is erased goes.
 *
 * @param newId must be new and tell nothing.
 */
export async function forgetInProgrammes(trx: Trx, id: string, newId: string): Promise<void> {
  await trx.updateTable('programmeContributor').set({ companyId: newId }).where('companyId', '=', id).execute()
  for (const table of ['contribution', 'capitalOffer'] as const)
    await trx.deleteFrom(table).where('parkId', '=', id).execute()
}
