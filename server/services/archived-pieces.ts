import type { ArchivePreview } from '../contract/archives.ts'
import type { TableName } from '../data-inventory.ts'
import { userIdsIn } from '../db/queries/archives.ts'
import { FORMER_MEMBER } from '../db/queries/erasures.ts'
import { type AnyRow, ARCHIVE_TABLES } from '../export/archive-tables.ts'
import type { ReadArchive } from '../import/archive.ts'
import type { ArchiveAbout, ArchivePiece, ArchiveStoring } from '../import/archive-apart.ts'
import type { Instruments } from '../instruments.ts'
import { cellRows, comesInClosed, contributorRows, importedRound, storedRow, withOtherIds } from './archived-rows.ts'

/** Rows that are written at once: others are served in between. */
const PIECE = 100

/** What has to be known of an archive before it is written. */
export function aboutArchive(archive: ReadArchive): ArchiveAbout {
  const { organisation, hash, people, tables } = archive
  const ids = new Map<TableName, readonly string[]>()
  for (const { table, key } of ARCHIVE_TABLES) {
    // What hangs on something else is found together with that.
    if (key.length > 1 || key[0] !== 'id') continue
    const own = (tables.get(table) ?? []).map(({ id }) => String(id))
    ids.set(table, own)
  }
  const named = new Set([...userIdsIn(tables), ...people.map(({ id }) => id)])
  return { organisation, hash, summary: summaryOf(archive), ids, people: [...named] }
}

function summaryOf({ organisation, exportedAt, version, people, tables }: ReadArchive): ArchiveAbout['summary'] {
  const rows = (table: TableName) => tables.get(table) ?? []
  const rounds = rows('round')
  const counts: NonNullable<ArchivePreview['archive']>['counts'] = {
    rounds: rounds.length,
    anonymous: rounds.filter(({ mode, state }) => mode === 'anonymous' && state !== 'draft').length,
    closing: rounds.filter(comesInClosed).length,
    releases: rows('release').length,
    sheets: rows('sheet').length,
    reflections: rows('reflection').length,
    interventions: rows('intervention').length,
    files: rows('evidenceFile').length,
    instruments: rows('importedInstrument').length,
    people: people.length,
  }
  return { name: organisation.name, locale: organisation.locale, exportedAt, version, counts }
}

/** An archive as it is written, piece by piece, each table after those that it hangs on. */
export function* piecesOf(
  read: ReadArchive,
  instruments: Instruments,
  { organisationId, userId, others, now }: ArchiveStoring,
): Generator<ArchivePiece> {
  const archive = withOtherIds(read, others)
  for (const archived of ARCHIVE_TABLES) {
    const { table, bytes } = archived
    const rows = rowsToStore(archive, table, now)
    // Bytes are made one by one: all files at once would stand in memory twice.
    const size = bytes === undefined ? PIECE : 1
    for (let from = 0; from < rows.length; from += size) {
      const piece = rows.slice(from, from + size)
      const isOwn = table === 'importedInstrument'
      yield { table, rows: isOwn ? piece : piece.map((row) => storedRow(archived, row, organisationId)) }
    }
  }
  for (const { table, rows } of derivedRows(archive, instruments, organisationId, userId))
    for (let from = 0; from < rows.length; from += PIECE) yield { table, rows: rows.slice(from, from + PIECE) }
}

/** Rows as they go on here: rounds that were open come in closed, and what phones are known by goes with that. */
function rowsToStore({ tables }: ReadArchive, table: TableName, now: Date): readonly AnyRow[] {
  const rows = tables.get(table) ?? []
  if (table === 'round') {
    const released = new Set((tables.get('release') ?? []).map((release) => release['roundId']))
    return rows.map((round) => importedRound(round, released.has(round['id']), now))
  }
  if (table !== 'sheet') return rows
  const closing = new Set((tables.get('round') ?? []).filter(comesInClosed).map((round) => round['id']))
  return rows.map((sheet) => (closing.has(sheet['roundId']) ? { ...sheet, operations: [] } : sheet))
}

/** What an archive does not say by itself: cells of releases, who contributed, dots without who gave them, names. */
function* derivedRows(
  archive: ReadArchive,
  instruments: Instruments,
  organisationId: string,
  userId: string,
): Generator<ArchivePiece> {
  for (const rows of cellRows(archive, instruments, organisationId)) yield { table: 'releaseCell', rows }
  yield { table: 'releaseContributor', rows: contributorRows(archive, organisationId) }
  const votes = archive.reflectionDots.map(({ reflectionId, question, dots }) => {
    return { organisationId, reflectionId, question, voterKey: 'imported', dots: JSON.stringify(dots) }
  })
  yield { table: 'reflectionVote', rows: votes }
  const people = archive.people.filter(({ id }) => id !== userId && id !== FORMER_MEMBER)
  yield { table: 'importedPerson', rows: people.map(({ id, name }) => ({ organisationId, id, name })) }
}
