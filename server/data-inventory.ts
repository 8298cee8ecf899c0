import { ACCOUNTS } from './inventory/accounts.ts'
import { CLASSES, type ColumnClass, type Inventory, type TableLine, type UserColumn } from './inventory/classes.ts'
import { COMPANY } from './inventory/company.ts'
import { CONVERSATIONS } from './inventory/conversations.ts'
import { PROGRAMMES } from './inventory/programmes.ts'
import { ROUNDS } from './inventory/rounds.ts'
import { RUNNING } from './inventory/running.ts'

/**
 * Every table and every column that is kept: what it is about, where it is exported or why not, how long it stays, what
 * erases it. Exports, erasures, the processing register and the privacy page go by this list, and a test compares it
 * with the database: whoever adds a column says there what it is.
 */
export const INVENTORY: Inventory = { ...ACCOUNTS, ...ROUNDS, ...COMPANY, ...CONVERSATIONS, ...PROGRAMMES, ...RUNNING }

/** A table of the database by its name in the code. */
export type TableName = keyof Inventory

/** Every table with its line, in the order of the list. */
export function tablesOf(inventory: Inventory = INVENTORY): [TableName, TableLine][] {
  return Object.entries(inventory) as [TableName, TableLine][]
}

/** What is known of each column of a table, by its name in the code. */
export function columnsOf({ columns }: TableLine): Map<string, ColumnClass> {
  const classes = Object.entries(columns) as [keyof typeof CLASSES, readonly string[]][]
  return new Map(classes.flatMap(([name, own]) => own.map((column) => [column, CLASSES[name]] as const)))
}

/**
 * Whether a column leaves with the export of somebody who is no member of the row's organisation any more. What others
 * write too is the organisation's of today: it stays behind, and so does every column that nobody says this of.
 */
export function staysWithLeaver(line: TableLine, column: string): boolean {
  if (/^(id|at|until)$|(Id|At)$/.test(column)) return true
  return Object.hasOwn(line.users ?? {}, column) || (line.alone ?? []).includes(column)
}

/** Columns of a table that name a user, with what becomes of each when the account is erased. */
export function userColumnsOf({ users = {} }: TableLine): [string, UserColumn][] {
  return Object.entries(users) as [string, UserColumn][]
}
