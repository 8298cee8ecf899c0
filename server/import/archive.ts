import { setImmediate } from 'node:timers/promises'
import type * as z from 'zod'
import type { TableName } from '../data-inventory.ts'
import { ARCHIVE_FORM, hashOfArchive } from '../export/archive.ts'
import { type AnyRow, ARCHIVE_TABLES } from '../export/archive-tables.ts'
import type { Instruments } from '../instruments.ts'
import { MOST_OWN_VERSIONS } from '../services/imported-instruments.ts'
import { archiveFaults } from './archive-checks.ts'
import { type ArchiveFaultFound, FaultList } from './archive-faults.ts'
import { ARCHIVE_HEAD } from './archive-head.ts'
import { ARCHIVE_ROWS } from './archive-rows.ts'

type Head = { readonly [Name in keyof typeof ARCHIVE_HEAD]: z.infer<(typeof ARCHIVE_HEAD)[Name]> }

/** An archive that holds together, its rows as they came. */
export interface ReadArchive extends Head {
  readonly tables: ReadonlyMap<TableName, readonly AnyRow[]>
}

/** Nothing that the product writes is nested deeper. */
const MOST_DEEP = 40
/** Names that would reach into the language itself. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype']
/** Rows that are looked at before somebody else is served. */
const PIECE = 200

/**
 * Reads an archive and looks at all of it: names, rows, what they refer to, whether sheets fit their rounds and files
 * their sizes, and the hash. Others are served in between; what came over the network is read by `withArchiveApart`.
 *
 * @param instruments the general ones; what an archive needs beside them it brings along.
 * @param mostRows of one table or list; of all together twice as many.
 * @returns the archive, or what is wrong, the worst first: a file that is no archive is not looked at any further.
 */
export async function readArchive(
  bytes: Buffer,
  instruments: Instruments,
  mostRows = Number.POSITIVE_INFINITY,
): Promise<{ archive: ReadArchive } | { faults: readonly ArchiveFaultFound[] }> {
  const faults = new FaultList()
  const document = objectOf(bytes, faults)
  if (document === undefined) return { faults: faults.all }
  await checkNames(document, faults)
  if (faults.all.length > 0) return { faults: faults.all }
  checkHead(document, faults)
  checkSizes(document, mostRows, faults)
  if (faults.all.length > 0) return { faults: faults.all }
  const tables = new Map<TableName, readonly AnyRow[]>()
  for (const { table } of ARCHIVE_TABLES) tables.set(table, await rowsOf(table, document[table], faults))
  const archive = { ...(document as unknown as Head), tables }
  if (faults.all.length === 0) await archiveFaults(archive, instruments, faults)
  // Said last: whoever changed a word on purpose sees what else is wrong, and who did not, that the file is damaged.
  if (faults.all.length === 0 && (await hashOfArchive(document)) !== document['hash']) faults.add('', 'hash')
  return faults.all.length > 0 ? { faults: faults.all } : { archive }
}

function objectOf(bytes: Buffer, faults: FaultList): Record<string, unknown> | undefined {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    faults.add('', 'not-json')
    return undefined
  }
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'product') !== 'meervoud') {
    faults.add('', 'not-an-archive')
    return undefined
  }
  const form = Reflect.get(value, 'archive')
  if (form === ARCHIVE_FORM) return value as Record<string, unknown>
  faults.add('', typeof form === 'number' && form > ARCHIVE_FORM ? 'newer' : 'older')
  return undefined
}

/** Without recursion: somebody may nest deeply. */
async function checkNames(document: object, faults: FaultList): Promise<void> {
  const waiting: { value: object; depth: number }[] = [{ value: document, depth: 0 }]
  let seen = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (depth > MOST_DEEP) return faults.add('', 'too-deep')
    for (const name of Object.keys(value)) {
      if (FORBIDDEN.includes(name)) return faults.add('', 'forbidden-name', { name })
      const child: unknown = Reflect.get(value, name)
      // PostgreSQL cannot store it, and nobody types it.
      if (typeof child === 'string' && child.includes('\0')) return faults.add('', 'nul')
      if (typeof child === 'object' && child !== null) waiting.push({ value: child, depth: depth + 1 })
    }
    seen += 1
    if (seen % 20_000 === 0) await setImmediate()
  }
}

function checkHead(document: Readonly<Record<string, unknown>>, faults: FaultList): void {
  const tables: string[] = ARCHIVE_TABLES.map(({ table }) => table)
  for (const name of Object.keys(document))
    if (!tables.includes(name) && !Object.hasOwn(ARCHIVE_HEAD, name)) faults.add(name, 'unknown-part')
  for (const name of [...Object.keys(ARCHIVE_HEAD), ...tables])
    if (!Object.hasOwn(document, name)) faults.add(name, 'missing-part')
  for (const [name, schema] of Object.entries(ARCHIVE_HEAD))
    if (Object.hasOwn(document, name)) addIssues(schema.safeParse(document[name]), name, faults)
}

function checkSizes(document: Readonly<Record<string, unknown>>, mostRows: number, faults: FaultList): void {
  let rows = 0
  for (const [name, value] of Object.entries(document)) {
    if (!Array.isArray(value)) continue
    rows += value.length
    const most = name === 'importedInstrument' ? MOST_OWN_VERSIONS : mostRows
    if (value.length > most) faults.add(name, 'too-many-rows', { most })
  }
  if (rows > mostRows * 2) faults.add('', 'too-many-rows', { most: mostRows * 2 })
}

async function rowsOf(table: TableName, value: unknown, faults: FaultList): Promise<readonly AnyRow[]> {
  const schema = Object.entries(ARCHIVE_ROWS).find(([name]) => name === table)?.[1]
  if (!Array.isArray(value) || schema === undefined) {
    faults.add(table, 'shape')
    return []
  }
  for (const [index, row] of value.entries()) {
    addIssues(schema.safeParse(row), `${table} ${index + 1}`, faults)
    if (index % PIECE === PIECE - 1) await setImmediate()
  }
  return value as AnyRow[]
}

function addIssues(result: z.ZodSafeParseResult<unknown>, place: string, faults: FaultList): void {
  if (result.success) return
  const paths = result.error.issues
    .slice(0, 5)
    .map((issue) => [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].map(String).join('.'))
  // One place may break two rules; it is named once.
  for (const path of new Set(paths)) faults.add(path === '' ? place : `${place}, ${path.slice(0, 80)}`, 'shape')
}
