import type { Scope } from '../../auth/scope.ts'
import type { Db, Trx } from '../open.ts'
import type { ExampleRow } from '../tables.ts'

/** Own examples of an organisation. */
export function listExamples(db: Db, { organisationId }: Scope): Promise<ExampleRow[]> {
  return db.selectFrom('example').selectAll().where('organisationId', '=', organisationId).orderBy('id').execute()
}

/** One of them; undefined when the organisation has none with this id. */
export function findExample(db: Db, { organisationId }: Scope, id: string): Promise<ExampleRow | undefined> {
  return db
    .selectFrom('example')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Keeps an example, new or changed. */
export async function upsertExample(trx: Trx, row: ExampleRow): Promise<void> {
  const { content, editorId, revision } = row
  await trx
    .insertInto('example')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'id']).doUpdateSet({ content, editorId, revision }))
    .execute()
}

/** Removes an example; false when there is none with this id. */
export async function deleteExample(db: Db, { organisationId }: Scope, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('example')
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
