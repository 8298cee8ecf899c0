import type { RetentionRow } from '../erasure-tables.ts'
import type { Db, Trx } from '../open.ts'

/** Organisations that nobody has looked at on this day yet; a look of a later day was by a clock that ran ahead. */
export async function listOrganisationsToLookAt(db: Db, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('retention', 'retention.organisationId', 'organisation.id')
    .select('organisation.id')
    .where((where) => where.or([where('retention.day', 'is', null), where('retention.day', '<>', day)]))
    .orderBy('organisation.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes the look of this day, inside the transaction that does the work; false when somebody else has it. */
export async function takeDay(trx: Trx, organisationId: string, day: string): Promise<boolean> {
  const row = await trx
    .insertInto('retention')
    .values({ organisationId, day, doneAt: null, sheets: 0, texts: 0, events: 0 })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet({ day }).where('retention.day', '<>', day))
    .returning('organisationId')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes what was deleted. */
export async function updateRetention(
  trx: Trx,
  organisationId: string,
  done: Pick<RetentionRow, 'doneAt' | 'sheets' | 'texts' | 'events'>,
): Promise<void> {
  await trx.updateTable('retention').set(done).where('organisationId', '=', organisationId).execute()
}

/** What was deleted last; undefined before the first look. */
export function findRetention(db: Db, organisationId: string): Promise<RetentionRow | undefined> {
  return db.selectFrom('retention').selectAll().where('organisationId', '=', organisationId).executeTakeFirst()
}

/** A closed round as retention sees it. */
export interface ClosedRound {
  readonly id: string
  readonly title: string
  readonly closedAt: string
  /** Whether it still has somebody's answers. */
  readonly hasAnswers: boolean
}

/** Rounds that were closed by a moment, the longest ago first. */
export async function listClosedRounds(db: Db, organisationId: string, closedBy: string): Promise<ClosedRound[]> {
  const rows = await db
    .selectFrom('round')
    .select(['round.id', 'round.title', 'round.closedAt'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('respondent')
            .select('respondent.id')
            .whereRef('respondent.organisationId', '=', 'round.organisationId')
            .whereRef('respondent.roundId', '=', 'round.id'),
        )
        .as('hasRespondents'),
      eb
        .exists(
          eb
            .selectFrom('releaseContributor')
            .innerJoin('release', (join) =>
              join
                .onRef('release.organisationId', '=', 'releaseContributor.organisationId')
                .onRef('release.id', '=', 'releaseContributor.releaseId'),
            )
            .select('release.id')
            .whereRef('release.organisationId', '=', 'round.organisationId')
            .whereRef('release.roundId', '=', 'round.id'),
        )
        .as('hasContributors'),
    ])
    .where('round.organisationId', '=', organisationId)
    .where('round.state', 'in', ['closed', 'archived'])
    .where('round.closedAt', 'is not', null)
    .where('round.closedAt', '<=', closedBy)
    .orderBy('round.closedAt')
    .orderBy('round.id')
    .execute()
  return rows.flatMap(({ id, title, closedAt, hasRespondents, hasContributors }) => {
    const hasAnswers = Boolean(hasRespondents) || Boolean(hasContributors)
    return closedAt === null ? [] : [{ id, title, closedAt, hasAnswers }]
  })
}

/**
 * Rounds that were left open: opened by a moment, and since then not opened again, released from, changed by a phone
 * whose changes are kept, or worked on by a team, whose files count as work. When an anonymous sheet was filled in, nobody knows.
 */
export async function listForgottenRounds(db: Db, organisationId: string, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('round')
    .select('round.id')
    .where('round.organisationId', '=', organisationId)
    .where('round.state', '=', 'open')
    .where('round.openedAt', '<=', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('auditEvent')
            .select('auditEvent.id')
            .where('auditEvent.organisationId', '=', organisationId)
            .where('auditEvent.action', '=', 'round.open')
            .whereRef('auditEvent.object', '=', 'round.id')
            .where('auditEvent.at', '>', before),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release')
            .select('release.id')
            .where('release.organisationId', '=', organisationId)
            .whereRef('release.roundId', '=', 'round.id')
            .where('release.madeAt', '>', before),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sheetChange')
            .select('sheetChange.revision')
            .where('sheetChange.organisationId', '=', organisationId)
            .whereRef('sheetChange.roundId', '=', 'round.id')
            .where('sheetChange.changedAt', '>', before),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('teamAnswer')
            .select('teamAnswer.number')
            .where('teamAnswer.organisationId', '=', organisationId)
            .whereRef('teamAnswer.roundId', '=', 'round.id')
            .where('teamAnswer.answeredAt', '>', before),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('itemWork')
            .select('itemWork.itemId')
            .where('itemWork.organisationId', '=', organisationId)
            .whereRef('itemWork.roundId', '=', 'round.id')
            .where('itemWork.editedAt', '>', before),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceFile')
            .select('evidenceFile.id')
            .where('evidenceFile.organisationId', '=', organisationId)
            .whereRef('evidenceFile.roundId', '=', 'round.id')
            .where('evidenceFile.addedAt', '>', before),
        ),
      ),
    )
    .orderBy('round.id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Deletes who answered a round and what, with what its releases hold of it; the releases themselves stay. The round is
 * archived: answers that came after this would stand beside releases that they could not be compared with.
 *
 * @returns how many sheets went.
 */
export async function deleteAnswers(trx: Trx, organisationId: string, roundId: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('respondent')
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
  await trx
    .deleteFrom('releaseContributor')
    .where('organisationId', '=', organisationId)
    .where('releaseId', 'in', (eb) =>
      eb.selectFrom('release').select('id').where('organisationId', '=', organisationId).where('roundId', '=', roundId),
    )
    .execute()
  await trx
    .updateTable('round')
    .set({ state: 'archived', code: null })
    .where('organisationId', '=', organisationId)
    .where('id', '=', roundId)
    .execute()
  return Number(numDeletedRows)
}

/** How many arguments second votes hold in words: these votes themselves, and those of the workshops of these rounds. */
export async function countArguments(db: Db, organisationId: string, roundIds: readonly string[]): Promise<number> {
  const rows = await db
    .selectFrom('secondVote')
    .select('arguments')
    .where('organisationId', '=', organisationId)
    .where((where) =>
      where.or([
        where('roundId', 'in', [...roundIds]),
        where('workshopId', 'in', workshopsOf(db, organisationId, roundIds)),
      ]),
    )
    .execute()
  return rows.reduce((sum, row) => sum + Object.keys(JSON.parse(row.arguments) as object).length, 0)
}

/** Deletes them. */
export async function deleteArguments(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('secondVote')
    .set({ arguments: '{}' })
    .where('organisationId', '=', organisationId)
    .where((where) =>
      where.or([
        where('roundId', 'in', [...roundIds]),
        where('workshopId', 'in', workshopsOf(trx, organisationId, roundIds)),
      ]),
    )
    .execute()
}

function workshopsOf(db: Db, organisationId: string, roundIds: readonly string[]) {
  return db
    .selectFrom('workshop')
    .select('workshop.id')
    .where('workshop.organisationId', '=', organisationId)
    .where('workshop.roundId', 'in', [...roundIds])
}

/** Whether the nightly round of this day was noted already. */
export async function hasDoneDay(db: Db, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('systemEvent')
    .select('id')
    .where('action', '=', 'retention.done')
    .where('object', '=', day)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes what has no use any more: sign-ins and trials that ended, old invitations, who looked at a reflection or a sheet. */
export async function deleteEnded(trx: Trx, now: string, dayAgo: string, monthAgo: string): Promise<void> {
  await trx.deleteFrom('session').where('expiresAt', '<=', now).execute()
  await trx.deleteFrom('reachCheck').where('expiresAt', '<=', now).execute()
  await trx.deleteFrom('reflectionPresence').where('seenAt', '<=', dayAgo).execute()
  await trx.deleteFrom('sheetPresence').where('seenAt', '<=', dayAgo).execute()
  await trx
    .deleteFrom('invitation')
    .where((where) => where.or([where('expiresAt', '<=', monthAgo), where('usedAt', '<=', monthAgo)]))
    .execute()
  await trx
    .deleteFrom('programmeInvitation')
    .where((where) => where.or([where('expiresAt', '<=', monthAgo), where('usedAt', '<=', monthAgo)]))
    .execute()
}
