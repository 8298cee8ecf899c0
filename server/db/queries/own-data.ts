import { columnsOf, staysWithLeaver, type TableName, tablesOf, userColumnsOf } from '../../data-inventory.ts'
import type { TableLine } from '../../inventory/classes.ts'
import type { Db } from '../open.ts'
import { listMembershipsOfUser } from './members.ts'

/** Rows of one table that carry a user. */
export interface OwnRows {
  readonly table: TableName
  readonly rows: readonly Record<string, unknown>[]
  /** Organisations of these rows in which the user works no more, by id, and the columns that were left out of them. */
  readonly left: { readonly organisationIds: readonly string[]; readonly columns: readonly string[] }
}

type Row = Record<string, unknown>

/**
 * Every row of every table that names this user, with the columns that leave with the export about one person: by the
 * list of `data-inventory.ts`. Tables without such a row are left out. Of organisations in which the user works no more
 * at this moment, only what `staysWithLeaver` says: the rest of a row is what others made of it since.
 */
export async function listOwnRows(db: Db, userId: string, now: string): Promise<OwnRows[]> {
  const memberships = await listMembershipsOfUser(db, userId, now)
  const present = new Set<unknown>(memberships.map(({ organisationId }) => organisationId))
  const found: OwnRows[] = []
  for (const [table, line] of tablesOf()) {
    const classes = columnsOf(line)
    const columns = [...classes].flatMap(([column, { person }]) => (person === 'exported' ? [column] : []))
    if (userColumnsOf(line).length === 0 || columns.length === 0) continue
    const rows = await rowsNaming(db, table, line, userId, classes.has('organisationId'))
    if (rows.length === 0) continue
    const isLeft = (row: Row) => classes.has('organisationId') && !present.has(row['organisationId'])
    const own = columns.filter((column) => staysWithLeaver(line, column))
    const leftIds = new Set(rows.filter(isLeft).map((row) => String(row['organisationId'])))
    const behind = columns.filter((column) => !own.includes(column))
    found.push({
      table,
      rows: rows.map((row) => pick(row, isLeft(row) ? own : columns)),
      left: { organisationIds: [...leftIds], columns: leftIds.size === 0 ? [] : behind },
    })
  }
  return found
}

/** The exported columns of the rows that name the user, and the organisation of each where it has one. */
async function rowsNaming(
  db: Db,
  table: TableName,
  line: TableLine,
  userId: string,
  hasOrganisation: boolean,
): Promise<Row[]> {
  const exported = [...columnsOf(line)].flatMap(([column, { person }]) => (person === 'exported' ? [column] : []))
  const columns = new Set([...exported, ...(hasOrganisation ? ['organisationId'] : [])])
  const rows = await db
    .selectFrom(table)
    .select([...columns].map((column) => db.dynamic.ref<string>(column)) as never)
    .where((where) =>
      where.or(
        userColumnsOf(line).map(([column]) =>
          where(
            db.dynamic.ref<string>(column) as never,
            '=',
            (column === 'voterKey' ? `user:${userId}` : userId) as never,
          ),
        ),
      ),
    )
    .execute()
  return rows as Row[]
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
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
