import type { Insertable, Updateable } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Db, Trx } from '../open.ts'
import type { ReflectionRow, RoundRow, Tables } from '../tables.ts'

/** The reflection, or undefined when the organisation of this scope has none with this id. */
export function findReflection(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  reflectionId: string,
): Promise<ReflectionRow | undefined> {
  return db
    .selectFrom('reflection')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', reflectionId)
    .executeTakeFirst()
}

/** The same, held against every other change until the transaction ends. */
export function lockReflection(
  trx: Trx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  reflectionId: string,
  kind: 'sqlite' | 'postgres',
): Promise<ReflectionRow | undefined> {
  const query = trx
    .selectFrom('reflection')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', reflectionId)
  // SQLite has one writer at a time: there the transaction itself is the lock.
  return (kind === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

/** Reflections of an organisation with the title of the round that each is about, newest first. */
export function listReflections(
  db: Db,
  { organisationId }: Scope,
): Promise<(ReflectionRow & { roundTitle: RoundRow['title'] })[]> {
  return db
    .selectFrom('reflection')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'reflection.organisationId').onRef('round.id', '=', 'reflection.roundId'),
    )
    .selectAll('reflection')
    .select('round.title as roundTitle')
    .where('reflection.organisationId', '=', organisationId)
    .where('round.purpose', '<>', 'rehearsal')
    .orderBy('reflection.createdAt', 'desc')
    .orderBy('reflection.id', 'desc')
    .execute()
}

/** Which questions of each reflection have cards, those that a room has not shown yet included. */
export async function listAnsweredQuestions(db: Db, { organisationId }: Scope): Promise<Map<string, number[]>> {
  const rows = await db
    .selectFrom('reflectionEntry')
    .select(['reflectionId', 'question'])
    .distinct()
    .where('organisationId', '=', organisationId)
    .orderBy('question')
    .execute()
  const byReflection = Map.groupBy(rows, ({ reflectionId }) => reflectionId)
  return new Map([...byReflection].map(([id, of]) => [id, of.map(({ question }) => question)]))
}

/** Adds a reflection; false when there is one with this id. */
export async function insertReflection(trx: Trx, reflection: Insertable<Tables['reflection']>): Promise<boolean> {
  const row = await trx
    .insertInto('reflection')
    .values(reflection)
    .onConflict((conflict) => conflict.columns(['organisationId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes a reflection that the caller has locked, and raises its revision. */
export async function updateReflection(
  trx: Trx,
  { organisationId, id, revision }: Pick<ReflectionRow, 'organisationId' | 'id' | 'revision'>,
  changes: Updateable<Tables['reflection']>,
): Promise<void> {
  await trx
    .updateTable('reflection')
    .set({ ...changes, revision: revision + 1 })
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Remembers who looks at what; a moment later it says nothing any more. */
export async function upsertReflectionPresence(
  db: Db,
  presence: Insertable<Tables['reflectionPresence']>,
): Promise<void> {
  const { question, entryId, seenAt } = presence
  await db
    .insertInto('reflectionPresence')
    .values(presence)
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'reflectionId', 'userId']).doUpdateSet({ question, entryId, seenAt }),
    )
    .execute()
}

/** Who was seen in a reflection since a moment, by name. */
export function listReflectionPresence(
  db: Db,
  organisationId: string,
  reflectionId: string,
  since: string,
): Promise<{ userId: string; name: string; question: number | null; entryId: string | null }[]> {
  return db
    .selectFrom('reflectionPresence')
    .innerJoin('user', 'user.id', 'reflectionPresence.userId')
    .select(['reflectionPresence.userId', 'user.name', 'reflectionPresence.question', 'reflectionPresence.entryId'])
    .where('reflectionPresence.organisationId', '=', organisationId)
    .where('reflectionPresence.reflectionId', '=', reflectionId)
    .where('reflectionPresence.seenAt', '>=', since)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()
}

/** What this user looked at last; undefined when nothing was heard of yet. */
export function findReflectionPresence(
  db: Db,
  organisationId: string,
  reflectionId: string,
  userId: string,
): Promise<{ question: number | null; entryId: string | null } | undefined> {
  return db
    .selectFrom('reflectionPresence')
    .select(['question', 'entryId'])
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', reflectionId)
    .where('userId', '=', userId)
    .executeTakeFirst()
}
