import type { Insertable } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Contributor } from '../../release/contributors.ts'
import type { Db, Trx } from '../open.ts'
import type { ReleaseRow, Tables } from '../tables.ts'

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

/** Remembers that the round closed with this release, because nothing that may be shown came since. */
export async function markFinal(trx: Trx, organisationId: string, releaseId: string): Promise<void> {
  await trx
    .updateTable('release')
    .set({ final: 1 })
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
