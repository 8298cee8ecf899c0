import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { OrganisationRows } from '../db/queries/archives.ts'
import { type AnyRow, ARCHIVE_TABLES, type ArchiveTable } from './archive-tables.ts'

/** The form of an archive: raised when an older product could not read it. */
export const ARCHIVE_FORM = 2

/** What an archive is made of, and when. */
export interface ExportAbout {
  readonly version: string
  readonly now: Date
}

/** Reads the bytes of a file of the organisation; undefined when it is there no more. */
export type ReadBytes = (table: ArchiveTable, row: AnyRow) => Promise<Buffer | undefined>

/** What an archive does not have, for who reads it. */
const LEFT_OUT = [
  'single answers of anonymous rounds: nobody reads them, releases have what may be shown',
  'codes, links, passwords and tokens: they open something',
  'cards that were not shown yet, and who gave which dots or answered what to a proposal',
  'rehearsals, and what a screen showed at that moment',
]

/** How to read what is not plain, for whoever opens the file without the product. */
const HOW_TO_READ = {
  round: 'Each table is a list of rows; roundId, releaseId and so on name rows of other tables by their id.',
  'sheet.answers':
    'One character for each item of the round, in the order of roundItem, and each of its horizons: the step of the scale counted from 1, ? unknown, - not applicable, . not answered.',
  'release.document': 'What was released, byte for byte; what may not be shown is null and named in suppressed.',
  hash: 'SHA-256 over names and values as JSON without spaces, in this order, each row with a line feed behind it.',
}

type Value = object | string | number

/**
 * An archive as JSON text in parts: everything of an organisation that it may read, and at the end a hash of it. Rows come
 * one by one, files are read when their turn comes, and others are served in between.
 */
export async function* archiveParts(
  rows: OrganisationRows,
  readBytes: ReadBytes,
  { version, now }: ExportAbout,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let opening = '{'
  for (const [name, value] of valuesOf(rows, { version, now })) {
    yield `${opening}\n${JSON.stringify(name)}:`
    opening = ','
    const text = JSON.stringify(value)
    hash.update(hashedValue(name, text))
    yield text
  }
  for (const archived of ARCHIVE_TABLES) {
    hash.update(hashedName(archived.table))
    yield `,\n${JSON.stringify(archived.table)}:[`
    let between = '\n'
    for (const row of rows.tables.get(archived.table) ?? []) {
      const text = await rowText(archived, row, readBytes)
      await setImmediate()
      if (text === undefined) continue
      hash.update(`${text}\n`)
      yield `${between}${text}`
      between = ',\n'
    }
    yield ']'
  }
  yield `,\n"hash":"${hash.digest('hex')}"\n}\n`
}

/** The hash of an archive that was read, as it was made when it was written; the tables may be in it or not. */
export async function hashOfArchive(document: Readonly<Record<string, unknown>>): Promise<string> {
  const hash = createHash('sha256')
  const tables = new Set<string>(ARCHIVE_TABLES.map(({ table }) => table))
  for (const [name, value] of Object.entries(document)) {
    if (name === 'hash') continue
    if (!tables.has(name) || !Array.isArray(value)) {
      hash.update(hashedValue(name, JSON.stringify(value)))
      continue
    }
    hash.update(hashedName(name))
    for (const [index, row] of value.entries()) {
      hash.update(`${JSON.stringify(row)}\n`)
      if (index % 100 === 0) await setImmediate()
    }
  }
  return hash.digest('hex')
}

function hashedName(name: string): string {
  return `${JSON.stringify(name)}:`
}

function hashedValue(name: string, text: string | undefined): string {
  return `${hashedName(name)}${text ?? 'null'}\n`
}

function valuesOf(rows: OrganisationRows, { version, now }: ExportAbout): [string, Value][] {
  return [
    ['product', 'meervoud'],
    ['archive', ARCHIVE_FORM],
    ['version', version],
    ['exportedAt', now.toISOString()],
    ['leftOut', LEFT_OUT],
    ['howToRead', HOW_TO_READ],
    ['organisation', rows.organisation],
    ['members', rows.members],
    ['events', rows.events],
    ['instruments', rows.instruments],
    ['people', rows.people],
    ['reflectionDots', rows.dots],
  ]
}

/** A row as JSON; undefined when its bytes are there no more. */
async function rowText(archived: ArchiveTable, row: AnyRow, readBytes: ReadBytes): Promise<string | undefined> {
  const { json = [], bytes } = archived
  const values = Object.entries(row).map(([column, value]) => {
    return [column, json.includes(column) && typeof value === 'string' ? JSON.parse(value) : value] as const
  })
  if (bytes === undefined) return JSON.stringify(Object.fromEntries(values))
  const content = await readBytes(archived, row)
  return content && JSON.stringify({ ...Object.fromEntries(values), [bytes]: content.toString('base64') })
}
