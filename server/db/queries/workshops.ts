import type { Insertable, Updateable } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow, SecondVoteRow, Tables, WorkshopRow } from '../tables.ts'

/** The workshop, or undefined when the organisation of this scope has none with this id. */
export function findWorkshop(db: Db, scope: Scope, workshopId: string): Promise<WorkshopRow | undefined> {
  return db
    .selectFrom('workshop')
    .selectAll()
    .where('organisationId', '=', scope.organisationId)
    .where('id', '=', workshopId)
    .executeTakeFirst()
}

/** The same, held against every other change until the transaction ends. */
export function lockWorkshop(
  trx: Trx,
  scope: Scope,
  workshopId: string,
  kind: 'sqlite' | 'postgres',
): Promise<WorkshopRow | undefined> {
  const query = trx
    .selectFrom('workshop')
    .selectAll()
    .where('organisationId', '=', scope.organisationId)
    .where('id', '=', workshopId)
  // SQLite has one writer at a time: there the transaction itself is the lock.
  return (kind === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

/** The workshop that this round belongs to, as its main round or as one of its second votes. */
export async function findWorkshopOfRound(
  db: Db,
  organisationId: string,
  roundId: string,
): Promise<WorkshopRow | undefined> {
  const own = await db
    .selectFrom('workshop')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .executeTakeFirst()
  if (own !== undefined) return own
  return db
    .selectFrom('secondVote')
    .innerJoin('workshop', (join) =>
      join
        .onRef('workshop.organisationId', '=', 'secondVote.organisationId')
        .onRef('workshop.id', '=', 'secondVote.workshopId'),
    )
    .selectAll('workshop')
    .where('secondVote.organisationId', '=', organisationId)
    .where('secondVote.roundId', '=', roundId)
    .executeTakeFirst()
}

/** Ids of the workshops that continue these rounds, by round. */
export async function findWorkshopIds(
  db: Db,
  organisationId: string,
  roundIds: readonly string[],
): Promise<Map<string, string>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('workshop')
    .select(['id', 'roundId'])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .execute()
  return new Map(rows.map(({ id, roundId }) => [roundId, id]))
}

/** Workshops of an organisation with the round that each continues, newest first. */
export function listWorkshops(
  db: Db,
  scope: Scope,
): Promise<(WorkshopRow & Pick<RoundRow, 'title' | 'state' | 'purpose'>)[]> {
  return db
    .selectFrom('workshop')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'workshop.organisationId').onRef('round.id', '=', 'workshop.roundId'),
    )
    .selectAll('workshop')
    .select(['round.title', 'round.state', 'round.purpose'])
    .where('workshop.organisationId', '=', scope.organisationId)
    .orderBy('workshop.createdAt', 'desc')
    .orderBy('workshop.id', 'desc')
    .execute()
}

/** The row of a workshop that nobody has begun: the way in is on its wall, and nobody holds the controls. */
export function newWorkshop(
  given: Pick<WorkshopRow, 'organisationId' | 'id' | 'roundId' | 'plan' | 'createdAt'>,
): WorkshopRow {
  return {
    ...given,
    scene: JSON.stringify({ kind: 'join' }),
    black: 0,
    paused: 0,
    locked: 0,
    timerEndsAt: null,
    timerSeconds: null,
    holderId: null,
    heldSince: null,
    revealedReleaseId: null,
    releasedAt: null,
    revision: 0,
  }
}

/** Adds a workshop; false when its round has one. */
export async function insertWorkshop(trx: Trx, workshop: Insertable<Tables['workshop']>): Promise<boolean> {
  const row = await trx
    .insertInto('workshop')
    .values(workshop)
    .onConflict((conflict) => conflict.columns(['organisationId', 'roundId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes a workshop that the caller has locked, and raises its revision. */
export async function updateWorkshop(
  trx: Trx,
  { organisationId, id, revision }: Pick<WorkshopRow, 'organisationId' | 'id' | 'revision'>,
  changes: Updateable<Tables['workshop']>,
): Promise<void> {
  await trx
    .updateTable('workshop')
    .set({ ...changes, revision: revision + 1 })
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Notes that everybody in the organisation may read the result of a workshop. */
export async function markReleased(trx: Trx, organisationId: string, id: string, releasedAt: string): Promise<void> {
  await trx
    .updateTable('workshop')
    .set({ releasedAt })
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Takes back what was revealed of a round whose workshop is about it: the round is open again. */
export async function hideRevealed(trx: Trx, organisationId: string, roundId: string): Promise<void> {
  await trx
    .updateTable('workshop')
    .set({ revealedReleaseId: null, scene: JSON.stringify({ kind: 'progress' }) })
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .execute()
}

/** Second votes of a workshop with their rounds, oldest first. */
export function listSecondVotes(
  db: Db,
  organisationId: string,
  workshopId: string,
): Promise<(SecondVoteRow & Pick<RoundRow, 'state' | 'closesAt' | 'horizons' | 'code'>)[]> {
  return db
    .selectFrom('secondVote')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'secondVote.organisationId').onRef('round.id', '=', 'secondVote.roundId'),
    )
    .selectAll('secondVote')
    .select(['round.state', 'round.closesAt', 'round.horizons', 'round.code'])
    .where('secondVote.organisationId', '=', organisationId)
    .where('secondVote.workshopId', '=', workshopId)
    .orderBy('secondVote.number')
    .execute()
}

/** Adds a second vote to a workshop. */
export async function insertSecondVote(trx: Trx, vote: Insertable<Tables['secondVote']>): Promise<void> {
  await trx.insertInto('secondVote').values(vote).execute()
}

/** Changes a second vote. */
export async function updateSecondVote(
  trx: Trx,
  organisationId: string,
  roundId: string,
  changes: Updateable<Tables['secondVote']>,
): Promise<void> {
  await trx
    .updateTable('secondVote')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .execute()
}

/** Removes a round with everything in it: for rehearsals only. */
export async function deleteRounds(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('round')
    .where('organisationId', '=', organisationId)
    .where('id', 'in', [...roundIds])
    .execute()
}
