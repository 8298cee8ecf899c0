import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import * as z from 'zod'
import { MIGRATIONS } from '../../migrations/index.ts'
import { StartError } from '../start-error.ts'

/** What stands beside a backup: whether it is whole, and what it holds. */
export const BackupManifest = z.strictObject({
  product: z.literal('meervoud'),
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Number of rows by table. */
  rows: z.record(z.string(), z.int()),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
/** A manifest that was read and checked. */
export type BackupManifest = z.infer<typeof BackupManifest>

const PAGES_AT_ONCE = 2_000

/** Where the manifest of a backup stands. */
export function manifestPath(file: string): string {
  return `${file}.json`
}

/**
 * Copies a database that may be in use to a file, checks the copy, and puts a manifest beside it. What was
 * acknowledged before the call is in it. The file gets its name only when it is whole and on the disk.
 *
 * @param about the version of the product and the time.
 * @throws {StartError} `file-exists` (a backup is never overwritten), `backup-damaged` when the copy is not sound.
 */
export async function backUp(
  database: Sqlite.Database,
  file: string,
  about: { readonly version: string; readonly now: Date },
  onProgress?: (done: number, total: number) => void,
): Promise<BackupManifest> {
  if (existsSync(file) || existsSync(manifestPath(file))) throw new StartError('file-exists', { path: file })
  const draft = `${file}.partial`
  rmSync(draft, { force: true })
  try {
    await copy(database, draft, onProgress)
    const contents = inspect(draft, 'finish')
    chmodSync(draft, 0o600)
    syncFile(draft)
    const manifest: BackupManifest = {
      product: 'meervoud',
      version: about.version,
      madeAt: about.now.toISOString(),
      ...contents,
      bytes: statSync(draft).size,
      sha256: await hashOf(draft),
    }
    writeFileSync(`${draft}.json`, `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 })
    syncFile(`${draft}.json`)
    // The manifest first: whoever sees the backup sees its manifest too.
    renameSync(`${draft}.json`, manifestPath(file))
    renameSync(draft, file)
    syncFolder(dirname(file))
    return manifest
  } finally {
    for (const left of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`, `${draft}.json`])
      rmSync(left, { force: true })
  }
}

async function copy(
  database: Sqlite.Database,
  draft: string,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  // Somebody else's write would start the copying again and again; inside a read transaction this connection does not see it.
  database.exec('BEGIN')
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').get()
    await database.backup(draft, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(totalPages - remainingPages, totalPages)
        return PAGES_AT_ONCE
      },
    })
  } finally {
    database.exec('COMMIT')
  }
}

/**
 * Checks that a backup is what its manifest says: size, hash, integrity, references and row counts, and that this
 * version of the product can read it.
 *
 * @throws {StartError} `file-unreadable`, `backup-without-manifest`, `backup-damaged` with what is wrong, `database-newer`.
 */
export async function verifyBackup(file: string): Promise<BackupManifest> {
  if (!existsSync(file)) throw new StartError('file-unreadable', { path: file })
  const manifest = readManifest(file)
  const faults: string[] = []
  const { size } = statSync(file)
  if (size !== manifest.bytes) faults.push(`${size} bytes where the manifest says ${manifest.bytes}`)
  else if ((await hashOf(file)) !== manifest.sha256) faults.push('the SHA-256 is not that of the manifest')
  if (faults.length > 0) throw new StartError('backup-damaged', { path: file }, { details: faults })
  const { migrations, rows } = inspect(file, 'look')
  const newer = migrations.filter((name) => !Object.hasOwn(MIGRATIONS, name))
  if (newer.length > 0) throw new StartError('database-newer', {}, { details: newer })
  for (const [table, n] of Object.entries(manifest.rows)) {
    if (rows[table] !== n) faults.push(`${table} has ${rows[table] ?? 'no'} rows where the manifest says ${n}`)
  }
  if (faults.length > 0) throw new StartError('backup-damaged', { path: file }, { details: faults })
  return manifest
}

function readManifest(file: string): BackupManifest {
  const path = manifestPath(file)
  if (!existsSync(path)) throw new StartError('backup-without-manifest', { path })
  try {
    return BackupManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new StartError('backup-damaged', { path }, { details: ['the manifest cannot be read'], cause })
  }
}

/** Opens a copy, checks it and counts its rows. `finish` first makes it one file that needs no others beside it. */
function inspect(file: string, how: 'finish' | 'look'): { migrations: string[]; rows: Record<string, number> } {
  try {
    const database = new Sqlite(file, { fileMustExist: true, readonly: how === 'look' })
    try {
      if (how === 'finish') database.pragma('journal_mode = DELETE')
      const faults = integrityFaults(database)
      if (faults.length > 0) throw new StartError('backup-damaged', { path: file }, { details: faults })
      return { migrations: migrationsOf(database), rows: countRows(database) }
    } finally {
      database.close()
    }
  } catch (cause) {
    if (cause instanceof StartError) throw cause
    throw new StartError('backup-damaged', { path: file }, { details: [String(cause)], cause })
  }
}

/** What SQLite finds wrong with a database: damaged pages or indexes, and rows that point to nothing. */
export function integrityFaults(
  database: Sqlite.Database,
  check: 'integrity_check' | 'quick_check' = 'integrity_check',
): string[] {
  const found = z.array(z.record(z.string(), z.string())).parse(database.pragma(check))
  const damage = found.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok')
  const dangling = z.array(z.object({ table: z.string() })).parse(database.pragma('foreign_key_check'))
  return [...damage, ...new Set(dangling.map(({ table }) => `${table} has a row that points to nothing`))]
}

function tablesOf(database: Sqlite.Database): string[] {
  const rows = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name)
}

function countRows(database: Sqlite.Database): Record<string, number> {
  const count = (table: string) => {
    return z.int().parse(
      database
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    )
  }
  return Object.fromEntries(tablesOf(database).map((table) => [table, count(table)]))
}

function migrationsOf(database: Sqlite.Database): string[] {
  if (!tablesOf(database).includes('kysely_migration')) return []
  return z.array(z.string()).parse(database.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all())
}

/** SHA-256 of a file, in hexadecimals. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** Waits until a file is on the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the names in a folder are on the disk, where the system can say so: Windows cannot. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
