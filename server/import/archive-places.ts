import type { TableName } from '../data-inventory.ts'
import type { AnyRow } from '../export/archive-tables.ts'

/** The tables of an archive, its rows as they came. */
export type ArchivedTables = ReadonlyMap<TableName, readonly AnyRow[]>

/** Rows of a table with their index; none when the archive has none. */
export function* rowsOf(tables: ArchivedTables, table: TableName): Generator<[number, AnyRow]> {
  yield* (tables.get(table) ?? []).entries()
}

/** A place as a fault names it, such as `round 3, title`: rows count from 1. */
export function placeOf(table: TableName, index: number, column?: string): string {
  return column === undefined ? `${table} ${index + 1}` : `${table} ${index + 1}, ${column}`
}
