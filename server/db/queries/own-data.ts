import { columnsOf, type TableName, tablesOf, userColumnsOf } from '../../data-inventory.ts'
import type { Db } from '../open.ts'

/** Rows of one table that carry a user. */
export interface OwnRows {
  readonly table: TableName
  readonly rows: readonly Record<string, unknown>[]
}

/**
 * Every row of every table that names this user, with the columns that leave with the export about one person: by the
 * list of `data-inventory.ts`. Tables without such a row are left out.
 */
export async function listOwnRows(db: Db, userId: string): Promise<OwnRows[]> {
  const found: OwnRows[] = []
  for (const [table, line] of tablesOf()) {
    const users = userColumnsOf(line).map(([column]) => column)
    const columns = [...columnsOf(line)].flatMap(([column, { person }]) => (person === 'exported' ? [column] : []))
    if (users.length === 0 || columns.length === 0) continue
    const rows = await db
      .selectFrom(table)
      .select(columns.map((column) => db.dynamic.ref<string>(column)) as never)
      .where((where) =>
        where.or(
          users.map((column) =>
            where(
              db.dynamic.ref<string>(column) as never,
              '=',
              (column === 'voterKey' ? `user:${userId}` : userId) as never,
            ),
          ),
        ),
      )
      .execute()
    if (rows.length > 0) found.push({ table, rows: rows as Record<string, unknown>[] })
  }
  return found
}

/** Names of organisations, by id. */
export async function listOrganisationNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute()
}
