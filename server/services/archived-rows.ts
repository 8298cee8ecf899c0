import type { Results } from '../contract/results.ts'
import type { TableName } from '../data-inventory.ts'
import { isAnswered } from '../domain/answer.ts'
import { type AnyRow, ARCHIVE_TABLES, type ArchiveTable } from '../export/archive-tables.ts'
import type { ReadArchive } from '../import/archive.ts'
import type { Instruments } from '../instruments.ts'
import { cellsOfResults } from '../release/cells-of-results.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same archive in which these ids are other ones, wherever they stand; files are left alone. */
export function withOtherIds(archive: ReadArchive, others: ReadonlyMap<string, string>): ReadArchive {
  if (others.size === 0) return archive
  const renamed = <Value extends object>(value: Value): Value =>
    JSON.parse(JSON.stringify(value).replace(UUID, (id) => others.get(id) ?? id)) as Value
  const tables = new Map<TableName, readonly AnyRow[]>()
  for (const { table, bytes } of ARCHIVE_TABLES) {
    const rows = archive.tables.get(table) ?? []
    tables.set(
      table,
      rows.map((row) => {
        if (bytes === undefined) return renamed(row)
        const { [bytes]: content, ...own } = row
        return { ...renamed(own), [bytes]: content }
      }),
    )
  }
  return { ...archive, people: renamed(archive.people), reflectionDots: renamed(archive.reflectionDots), tables }
}

/** A row as the database has it. */
export function storedRow(
  { json = [], bytes, instead = {} }: ArchiveTable,
  row: AnyRow,
  organisationId: string,
): AnyRow {
  const columns = Object.entries(row).map(([column, value]) => {
    if (column === bytes) return [column, Buffer.from(String(value), 'base64')]
    return [column, json.includes(column) && value !== null ? JSON.stringify(value) : value]
  })
  const other = Object.entries(instead).map(([column, value]) => [column, value(row)])
  return { organisationId, ...Object.fromEntries([...columns, ...other]) }
}

/** Whether a round that was open comes in closed: nobody has its link any more, but for a team that has one sheet. */
export function comesInClosed(round: AnyRow): boolean {
  const isOpen = round['state'] === 'open' || round['state'] === 'closing'
  return isOpen && !(round['answering'] === 'together' && round['state'] === 'open')
}

/** A round as it goes on here. */
export function importedRound(round: AnyRow, isReleased: boolean, now: Date): AnyRow {
  const at = now.toISOString()
  const isClosed = comesInClosed(round) || round['state'] === 'closed'
  const plannedOpenAt = round['plannedOpenAt']
  // A draft that should have opened while nobody looked does not open by itself now.
  const isPast = round['state'] === 'draft' && typeof plannedOpenAt === 'string' && plannedOpenAt < at
  // Whose answers did not come along has nothing that could go on.
  const closedState = round['mode'] === 'anonymous' && !isReleased ? 'archived' : 'closed'
  return {
    ...round,
    ...(comesInClosed(round) && { state: closedState, closesAt: null }),
    ...(isClosed && { closedAt: round['closedAt'] ?? at }),
    ...(isPast && { plannedOpenAt: null }),
  }
}

/** Figures of releases as comparisons read them, from the documents. */
export function* cellRows(
  { tables }: ReadArchive,
  instruments: Instruments,
  organisationId: string,
): Generator<AnyRow[]> {
  for (const { id, document } of tables.get('release') ?? []) {
    const results = document as Results
    const { id: instrumentId, version } = results.release.instrument
    const hasScores = instruments.find(instrumentId, version)?.scores !== false
    if (hasScores) yield cellsOfResults(results).map((cell) => ({ organisationId, releaseId: id, ...cell }))
  }
}

/** Who answered what in the newest release of each open round that is closed, so that later rounds can be compared with it. */
export function contributorRows({ tables }: ReadArchive, organisationId: string): AnyRow[] {
  const closed = new Set((tables.get('round') ?? []).flatMap((row) => (row['state'] === 'open' ? [] : [row['id']])))
  const newest = new Map<unknown, AnyRow>()
  for (const row of tables.get('release') ?? []) {
    const known = newest.get(row['roundId'])
    if (known === undefined || Number(known['number']) < Number(row['number'])) newest.set(row['roundId'], row)
  }
  const groups = new Map(
    (tables.get('respondent') ?? []).map((row) => [
      `${String(row['roundId'])} ${String(row['id'])}`,
      row['stakeholderGroup'],
    ]),
  )
  return (tables.get('sheet') ?? []).flatMap((row): AnyRow[] => {
    const { roundId, respondentId, answers } = row
    const releaseId = newest.get(roundId)?.['id']
    if (releaseId === undefined || !closed.has(roundId) || !isAnswered(String(answers))) return []
    const stakeholderGroup = groups.get(`${String(roundId)} ${String(respondentId)}`) ?? null
    return [{ organisationId, releaseId, respondentId, stakeholderGroup, answers }]
  })
}
