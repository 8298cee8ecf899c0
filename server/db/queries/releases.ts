import type { Insertable } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Contributor } from '../../release/contributors.ts'
import type { Db, Trx } from '../open.ts'
import type { ReleaseRow, RoundRow, Tables } from '../tables.ts'

/** The newest release of a round; undefined when nothing was released yet. */
export function findNewestRelease(db: Db, organisationId: string, roundId: string): Promise<ReleaseRow | undefined> {
  return db
    .selectFrom('release')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A release by its id; undefined when the organisation has none with it. */
export function findRelease(db: Db, organisationId: string, releaseId: string): Promise<ReleaseRow | undefined> {
  return db
    .selectFrom('release')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', releaseId)
    .executeTakeFirst()
}

/** A release that this user may read: one of an organisation where the user is a member at this moment. */
export function findReleaseOfMember(
  db: Db,
  userId: string,
  releaseId: string,
  now: string,
): Promise<(ReleaseRow & { role: string }) | undefined> {
  return db
    .selectFrom('release')
    .innerJoin('membership', 'membership.organisationId', 'release.organisationId')
    .selectAll('release')
    .select('membership.role')
    .where('release.id', '=', releaseId)
    .where('membership.userId', '=', userId)
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>', now)]))
    .executeTakeFirst()
}

/** Who contributed what to each release of a round, oldest release first. */
export async function listContributorsOfReleases(
  trx: Trx,
  organisationId: string,
  roundId: string,
): Promise<Contributor[][]> {
  const rows = await trx
    .selectFrom('release')
    .innerJoin('releaseContributor', (join) =>
      join
        .onRef('releaseContributor.organisationId', '=', 'release.organisationId')
        .onRef('releaseContributor.releaseId', '=', 'release.id'),
    )
    .select([
      'release.number',
      'releaseContributor.respondentId',
      'releaseContributor.stakeholderGroup as group',
      'releaseContributor.answers',
    ])
    .where('release.organisationId', '=', organisationId)
    .where('release.roundId', '=', roundId)
    .orderBy('release.number')
    .execute()
  const byNumber = Map.groupBy(rows, ({ number }) => number)
  return [...byNumber.values()].map((release) =>
    release.map(({ respondentId, group, answers }) => ({ respondentId, group, answers })),
  )
}

/** Who contributed what to one release; nobody once the sheets are gone. */
export function listContributors(db: Db, organisationId: string, releaseId: string): Promise<Contributor[]> {
  return db
    .selectFrom('releaseContributor')
    .select(['respondentId', 'stakeholderGroup as group', 'answers'])
    .where('organisationId', '=', organisationId)
    .where('releaseId', '=', releaseId)
    .orderBy('respondentId')
    .execute()
}

/** Whether the round has a release whose answers are here no more: they were kept long enough, or never came along. */
export async function hasLostAnswers(trx: Trx, organisationId: string, roundId: string): Promise<boolean> {
  const newest = await findNewestRelease(trx, organisationId, roundId)
  if (newest === undefined) return false
  const row = await trx
    .selectFrom('releaseContributor')
    .select('respondentId')
    .where('organisationId', '=', organisationId)
    .where('releaseId', '=', newest.id)
    .limit(1)
    .executeTakeFirst()
  return row === undefined
}

/** A closed round with the last of its final releases. */
export interface FinalRelease
  extends Pick<RoundRow, 'period' | 'mode' | 'threshold' | 'horizons' | 'openedAt' | 'instrumentVersion'> {
  readonly roundId: string
  readonly releaseId: string
  readonly closedAt: string | null
}

/**
 * The other assessments of the organisation with any version of the same instrument that were closed by a moment, each
 * with its newest final release. Second votes and rehearsals are none.
 */
export async function listFinalReleases(
  db: Db,
  round: Pick<RoundRow, 'organisationId' | 'id' | 'instrumentId'>,
  closedBy: string,
): Promise<FinalRelease[]> {
  const rows = await db
    .selectFrom('round')
    .innerJoin('release', (join) =>
      join
        .onRef('release.organisationId', '=', 'round.organisationId')
        .onRef('release.roundId', '=', 'round.id')
        .on('release.final', '=', 1),
    )
    .select(['round.id as roundId', 'release.id as releaseId', 'round.period', 'round.mode', 'round.threshold'])
    .select(['round.horizons', 'round.openedAt', 'round.closedAt', 'round.instrumentVersion'])
    .where('round.organisationId', '=', round.organisationId)
    .where('round.purpose', '=', 'assessment')
    .where('round.instrumentId', '=', round.instrumentId)
    .where('round.id', '<>', round.id)
    .where('round.closedAt', '<=', closedBy)
    .orderBy('release.number')
    .execute()
  // Of equal keys a map keeps the last, which is the newest.
  return [...new Map(rows.map((row) => [row.roundId, row])).values()]
}

/** Rounds from which interventions that were not stopped start: later releases say what changed since these too. */
export async function listBaselineRounds(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('intervention')
    .select('roundId')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('roundId', 'is not', null)
    .where('state', '<>', 'stopped')
    .execute()
  return rows.flatMap(({ roundId }) => roundId ?? [])
}

/** Every sheet of a round with the group of who filled it in. */
export function listSheetsOfRound(db: Db, organisationId: string, roundId: string): Promise<Contributor[]> {
  return db
    .selectFrom('sheet')
    .innerJoin('respondent', (join) =>
      join
        .onRef('respondent.organisationId', '=', 'sheet.organisationId')
        .onRef('respondent.roundId', '=', 'sheet.roundId')
        .onRef('respondent.id', '=', 'sheet.respondentId'),
    )
    .select(['sheet.respondentId', 'respondent.stakeholderGroup as group', 'sheet.answers'])
    .where('sheet.organisationId', '=', organisationId)
    .where('sheet.roundId', '=', roundId)
    .orderBy('sheet.respondentId')
    .execute()
}

/** Stores a release whole: its document, its cells and its contributors. */
export async function insertRelease(
  trx: Trx,
  release: Insertable<Tables['release']>,
  cells: readonly Omit<Tables['releaseCell'], 'organisationId' | 'releaseId'>[],
  contributors: readonly Contributor[],
): Promise<void> {
  const of = { organisationId: release.organisationId, releaseId: release.id }
  await trx.insertInto('release').values(release).execute()
  await inParts(cells, (part) =>
    trx
      .insertInto('releaseCell')
      .values(part.map((cell) => ({ ...of, ...cell })))
      .execute(),
  )
  await inParts(contributors, (part) =>
    trx
      .insertInto('releaseContributor')
      .values(
        part.map(({ respondentId, group, answers }) => ({ ...of, respondentId, stakeholderGroup: group, answers })),
      )
      .execute(),
  )
}

/**
 * Remembers that the round closed with this release, because nothing that may be shown came since.
 *
 * @param document the document with what only a final release says.
 */
export async function markFinal(trx: Trx, organisationId: string, releaseId: string, document: string): Promise<void> {
  await trx
    .updateTable('release')
    .set({ final: 1, document })
    .where('organisationId', '=', organisationId)
    .where('id', '=', releaseId)
    .execute()
}

/** Releases of an organisation whose document says something of one of these rounds; theirs and those since them. */
export async function listReleasesNaming(
  db: Db,
  organisationId: string,
  roundIds: readonly string[],
): Promise<ReleaseRow[]> {
  if (roundIds.length === 0) return []
  return db
    .selectFrom('release')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where((where) =>
      where.or([
        where('roundId', 'in', [...roundIds]),
        ...roundIds.map((id) => where('document', 'like', `%"roundId":"${id}"%`)),
      ]),
    )
    .execute()
}

/** Replaces the document of a release, when something that it speaks of is not there any more. */
export async function updateDocument(
  trx: Trx,
  organisationId: string,
  releaseId: string,
  document: string,
): Promise<void> {
  await trx
    .updateTable('release')
    .set({ document })
    .where('organisationId', '=', organisationId)
    .where('id', '=', releaseId)
    .execute()
}

/** Remembers that answers came since the newest release that are too few to show. */
export async function markNewerAnswers(trx: Trx, organisationId: string, releaseId: string): Promise<void> {
  await trx
    .updateTable('release')
    .set({ newerAnswers: 1 })
    .where('organisationId', '=', organisationId)
    .where('id', '=', releaseId)
    .execute()
}

/** Releases of a round, for a list; the documents stay where they are. */
export function listReleases(
  db: Db,
  scope: Scope,
  roundId: string,
): Promise<Pick<ReleaseRow, 'id' | 'number' | 'madeAt' | 'final'>[]> {
  return db
    .selectFrom('release')
    .select(['id', 'number', 'madeAt', 'final'])
    .where('organisationId', '=', scope.organisationId)
    .where('roundId', '=', roundId)
    .orderBy('number', 'desc')
    .execute()
}

async function inParts<Row>(rows: readonly Row[], insert: (part: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) await insert(rows.slice(from, from + 500))
}
