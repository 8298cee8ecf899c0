import type { OwnData } from '../contract/own-data.ts'
import { columnsOf, tablesOf, userColumnsOf } from '../data-inventory.ts'
import type { Database } from '../db/open.ts'
import { readArchivedBytes, readOrganisationRows } from '../db/queries/archives.ts'
import { insertAuditEvent, insertSystemEvent } from '../db/queries/audit.ts'
import { listOrganisationNames, listOwnRows, type OwnRows } from '../db/queries/own-data.ts'
import { findUser } from '../db/queries/users.ts'
import { archiveParts, type ReadBytes } from '../export/archive.ts'
import { ProblemError } from '../problem.ts'
import { limitAttempts } from './attempts.ts'

const EXPORTS = { most: 10, windowMs: 3_600_000 }

interface Deps {
  readonly database: Database
  readonly now: () => Date
  readonly version: string
}

/**
 * Everything that the product keeps about one account, as far as it can tell whose it is: a name that others typed is
 * only a word. Secrets, and what is of this moment, stay out, each with the reason; and so does what others can write in
 * organisations that the user works in no more.
 *
 * @throws {ProblemError} `too-many-attempts` from the eleventh within an hour.
 */
export async function exportOwnData({ database, now, version }: Deps, userId: string): Promise<OwnData> {
  const { db } = database
  await limitAttempts(db, `export-person:${userId}`, EXPORTS, now())
  const user = await findUser(db, userId)
  if (user === undefined) throw new ProblemError('sign-in-needed')
  const found = await listOwnRows(db, userId, now().toISOString())
  const organisationIds = new Set(found.flatMap(({ rows }) => rows.flatMap((row) => idOf(row['organisationId']))))
  await insertSystemEvent(db, { userId, action: 'export.person', object: userId, at: now() })
  return {
    product: 'meervoud',
    version,
    exportedAt: now().toISOString(),
    account: { id: user.id, name: user.name, email: user.email },
    organisations: await listOrganisationNames(db, [...organisationIds]),
    tables: Object.fromEntries(found.map(({ table, rows }) => [table, rows.map(withParsedTexts)])),
    leftOut: [...leftOut(), ...found.flatMap(leftBehind)],
  }
}

/**
 * Everything of an organisation that an owner may take along, as an archive in parts: the same as the command
 * `meervoud export` writes.
 *
 * @throws {ProblemError} `not-found`; `too-many-attempts` from the eleventh within an hour.
 */
export async function exportOrganisation(
  { database, now, version }: Deps,
  organisationId: string,
  userId: string,
): Promise<AsyncGenerator<string>> {
  await limitAttempts(database.db, `export:${organisationId}`, EXPORTS, now())
  await insertAuditEvent(database.db, {
    organisationId,
    userId,
    action: 'export.organisation',
    object: organisationId,
    at: now(),
  })
  const rows = await readOrganisationRows(database.db, database.kind, organisationId)
  if (rows === undefined) throw new ProblemError('not-found')
  const readBytes: ReadBytes = (table, row) => readArchivedBytes(database.db, organisationId, table, row)
  return archiveParts(rows, readBytes, { version, now: now() })
}

function idOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}

/** Texts of the database that are JSON, as what they say. */
function withParsedTexts(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, parsed(value)]))
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function leftOut(): string[] {
  return tablesOf().flatMap(([table, line]) =>
    userColumnsOf(line).length === 0
      ? []
      : [...columnsOf(line)].flatMap(([column, { person }]) =>
          person === 'exported' ? [] : [`${table}.${column}: ${person}`],
        ),
  )
}

/** What stayed behind because the user works in an organisation no more; the id says in which. */
function leftBehind({ table, left }: OwnRows): string[] {
  return left.organisationIds.flatMap((id) =>
    left.columns.map((column) => `${table}.${column} of ${id}: no-member-now, and others write it too`),
  )
}
