import type { Insertable, Updateable } from 'kysely'
import type { Db, Trx } from '../open.ts'
import type { ReflectionEntryRow, ReflectionRow, ReflectionVoteRow, Tables } from '../tables.ts'

type Of = Pick<ReflectionRow, 'organisationId' | 'id'>

/** A card with the names of its author and of who changed it last, where they have one. */
export type NamedEntryRow = ReflectionEntryRow & { authorName: string | null; editorName: string | null }

/** Every card of a reflection. By id, which is random: the order says nothing about who wrote when. */
export function listEntries(db: Db, reflection: Of): Promise<NamedEntryRow[]> {
  return namedEntries(db, reflection).orderBy('reflectionEntry.id').execute()
}

/** One card with its names; undefined when the reflection has none with this id. */
export function findNamedEntry(db: Db, reflection: Of, entryId: string): Promise<NamedEntryRow | undefined> {
  return namedEntries(db, reflection).where('reflectionEntry.id', '=', entryId).executeTakeFirst()
}

function namedEntries(db: Db, { organisationId, id }: Of) {
  return db
    .selectFrom('reflectionEntry')
    .leftJoin('user as author', 'author.id', 'reflectionEntry.authorId')
    .leftJoin('user as editor', 'editor.id', 'reflectionEntry.editorId')
    .leftJoin('importedPerson as namedAuthor', (join) =>
      join
        .onRef('namedAuthor.organisationId', '=', 'reflectionEntry.organisationId')
        .onRef('namedAuthor.id', '=', 'reflectionEntry.authorId'),
    )
    .leftJoin('importedPerson as namedEditor', (join) =>
      join
        .onRef('namedEditor.organisationId', '=', 'reflectionEntry.organisationId')
        .onRef('namedEditor.id', '=', 'reflectionEntry.editorId'),
    )
    .selectAll('reflectionEntry')
    .select(({ fn }) => [
      fn.coalesce('author.name', 'namedAuthor.name').as('authorName'),
      fn.coalesce('editor.name', 'namedEditor.name').as('editorName'),
    ])
    .where('reflectionEntry.organisationId', '=', organisationId)
    .where('reflectionEntry.reflectionId', '=', id)
}

/** Cards of one question. */
export function listEntriesOfQuestion(
  db: Db,
  { organisationId, id }: Of,
  question: number,
): Promise<ReflectionEntryRow[]> {
  return db
    .selectFrom('reflectionEntry')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', id)
    .where('question', '=', question)
    .orderBy('id')
    .execute()
}

/** One card; undefined when the reflection has none with this id. */
export function findEntry(
  db: Db,
  { organisationId, id }: Of,
  entryId: string,
): Promise<ReflectionEntryRow | undefined> {
  return db
    .selectFrom('reflectionEntry')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', id)
    .where('id', '=', entryId)
    .executeTakeFirst()
}

/** Adds a card. */
export async function insertEntry(trx: Trx, entry: Insertable<Tables['reflectionEntry']>): Promise<void> {
  await trx.insertInto('reflectionEntry').values(entry).execute()
}

/** Changes a card; its reflection is locked by the caller. */
export async function updateEntries(
  trx: Trx,
  { organisationId, id }: Of,
  entryIds: readonly string[],
  changes: Updateable<Tables['reflectionEntry']>,
): Promise<void> {
  await trx
    .updateTable('reflectionEntry')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', id)
    .where('id', 'in', [...entryIds])
    .execute()
}

/** Removes a card; what stood under it stands by itself again, and the dots that it had are gone with it. */
export async function deleteEntry(trx: Trx, { organisationId, id }: Of, entryId: string): Promise<void> {
  await trx
    .updateTable('reflectionEntry')
    .set({ groupId: null })
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', id)
    .where('groupId', '=', entryId)
    .execute()
  await deleteDotsOf(trx, { organisationId, id }, entryId)
  await trx
    .deleteFrom('reflectionEntry')
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', id)
    .where('id', '=', entryId)
    .execute()
}

async function deleteDotsOf(trx: Trx, reflection: Of, entryId: string): Promise<void> {
  for (const { question, voterKey, dots } of await listVotes(trx, reflection)) {
    const { [entryId]: gone, ...left } = JSON.parse(dots) as Record<string, number>
    if (gone !== undefined) await replaceVote(trx, reflection, question, voterKey, left)
  }
}

/** All dots of a reflection, by question and by who gave them. */
export function listVotes(db: Db, { organisationId, id }: Of): Promise<ReflectionVoteRow[]> {
  return db
    .selectFrom('reflectionVote')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('reflectionId', '=', id)
    .execute()
}

/** Keeps the dots of one person for one question, in place of those before; without any, nothing is kept. */
export async function replaceVote(
  trx: Trx,
  { organisationId, id }: Of,
  question: number,
  voterKey: string,
  dots: Readonly<Record<string, number>>,
): Promise<void> {
  const text = JSON.stringify(dots)
  if (Object.keys(dots).length === 0) {
    await trx
      .deleteFrom('reflectionVote')
      .where('organisationId', '=', organisationId)
      .where('reflectionId', '=', id)
      .where('question', '=', question)
      .where('voterKey', '=', voterKey)
      .execute()
    return
  }
  await trx
    .insertInto('reflectionVote')
    .values({ organisationId, reflectionId: id, question, voterKey, dots: text })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'reflectionId', 'question', 'voterKey']).doUpdateSet({ dots: text }),
    )
    .execute()
}
