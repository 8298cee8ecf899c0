import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { SYSTEM_CHAIN } from '../../server/auth/event-hash.ts'
import { insertHead } from '../../server/db/audit-chain.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'

/** One of the databases that the product runs on. */
export interface DatabaseKind {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** An empty, migrated database of its own; it ends with `close`. */
  open(): Promise<Database>
  /** The same without any table. */
  openBare(): Promise<Database>
}

/** Every database that the product promises to run on. */
export const DATABASES: readonly DatabaseKind[] = [
  { name: 'SQLite', open: openMigratedSqlite, openBare: openSqlite },
  { name: 'PostgreSQL', open: openMigratedPostgres, openBare: openPostgres },
]

/** A new empty folder under the system's folder for such, and how to remove it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'meervoud-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The address of a new, empty PostgreSQL database, and how to remove it when nobody is connected any more. */
export async function temporaryPostgres(): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = inject('postgresUrl')
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => dropDatabase(server, name) }
}

async function openSqlite(): Promise<Database> {
  const folder = temporaryFolder()
  const database = await openDatabase({ dataDir: folder.path })
  const close = async () => {
    await database.close()
    folder.remove()
  }
  return { ...database, close }
}

async function openMigratedSqlite(): Promise<Database> {
  const database = await openSqlite()
  await migrate(database)
  return database
}

async function openPostgres(): Promise<Database> {
  const { url, remove } = await temporaryPostgres()
  const database = await openDatabase({ databaseUrl: url, dataDir: '' })
  const close = async () => {
    await database.close()
    await remove()
  }
  return { ...database, close }
}

/** Migrated databases that a test of this file has emptied and let go: making one takes a third of a second. */
const idle: { url: string; remove: () => Promise<void> }[] = []
afterAll(async () => {
  for (const place of idle.splice(0)) await place.remove()
})

async function openMigratedPostgres(): Promise<Database> {
  const known = idle.pop()
  const place = known ?? (await temporaryPostgres())
  const database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
  if (known === undefined) await migrate(database)
  const close = async () => {
    await emptyTables(database)
    await database.close()
    idle.push(place)
  }
  return { ...database, close }
}

/** Deletes every row; organisations first, because what is theirs goes with them. Only the door lets events go. */
async function emptyTables({ db }: Database): Promise<void> {
  const plain = db.withoutPlugins()
  await db.insertInto('auditDoor').values({ chain: SYSTEM_CHAIN }).execute()
  const names = (await plain.introspection.getTables()).map(({ name }) => name)
  for (const name of ['organisation', 'system_event', ...names])
    await sql`delete from ${sql.table(name)}`.execute(plain)
  await insertHead(db, SYSTEM_CHAIN)
}

/**
 * Waits for who is about to leave before it drives others out: that is refused to a plain role while the server itself is
 * tidying up there (autovacuum).
 */
async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, `drop database ${name}`).catch(() => onServer(server, `drop database ${name} with (force)`))
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
