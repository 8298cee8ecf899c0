import { makeSortedId } from '../auth/secrets.ts'
import type { ArchiveImported, ArchivePreview } from '../contract/archives.ts'
import type { Locale } from '../contract/common.ts'
import type { TableName } from '../data-inventory.ts'
import type { Database, Trx } from '../db/open.ts'
import { insertArchivedRows, listTakenIds, userIdsIn } from '../db/queries/archives.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { upsertMembership } from '../db/queries/members.ts'
import { insertOrganisation } from '../db/queries/organisations.ts'
import type { AnyRow } from '../export/archive-tables.ts'
import { ARCHIVE_TABLES } from '../export/archive-tables.ts'
import { type ReadArchive, readArchive } from '../import/archive.ts'
import { refuseArchive, sayFaults } from '../import/archive-faults.ts'
import type { BroughtInstrument, Instruments } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import {
  cellRows,
  comesInClosed,
  contributorRows,
  importedRound,
  otherIdsFor,
  storedRow,
  withOtherIds,
} from './archived-rows.ts'
import { limitAttempts } from './attempts.ts'
import { keepInstrument, learnInstruments, tellInstruments } from './imported-instruments.ts'
import { publishInstruments } from './instruments.ts'

/** What importing an organisation needs. */
export interface OrganisationImportDeps {
  readonly database: Database
  readonly instruments: Instruments
  readonly now: () => Date
  /** Tells other processes of questionnaires that came along; nobody is told when it is left out. */
  readonly live?: Live | undefined
}

const IMPORTS = { most: 60, windowMs: 3_600_000 }
const BUSY_SECONDS = 10
/** Databases with an archive under way in this process: a large one takes much memory while it is read. */
const underWay = new WeakSet<Database>()

/**
 * What an archive would become, and what is wrong with it. Nothing of it is kept.
 *
 * @throws {ProblemError} `busy` while another archive is being read; `too-many-attempts`.
 */
export async function previewOrganisation(
  deps: OrganisationImportDeps,
  userId: string,
  bytes: Buffer,
  locale: Locale,
): Promise<ArchivePreview> {
  return oneAtATime(deps, userId, async () => {
    const read = await readArchive(bytes, deps.instruments)
    if ('faults' in read) return { ...sayFaults(read.faults, locale), archive: null }
    return { faults: [], more: 0, archive: summaryOf(read.archive) }
  })
}

/**
 * Makes a new organisation out of an archive, in one transaction; whoever imports it becomes its only owner. Ids inside it
 * stay, but for those that something here has already. People of the archive come along as names: none of them gets in.
 *
 * @throws {ProblemError} `archive-faulty` with the places; `busy`; `too-many-attempts`; `instrument-taken`,
 *   `too-many-instruments`. Then nothing is written.
 */
export async function importOrganisation(
  deps: OrganisationImportDeps,
  userId: string,
  bytes: Buffer,
  locale: Locale,
): Promise<ArchiveImported> {
  const made = await oneAtATime(deps, userId, async () => {
    const read = await readArchive(bytes, deps.instruments)
    if ('faults' in read) throw refuseArchive(read.faults, locale)
    return deps.database.db.transaction().execute((trx) => store(deps, trx, userId, read.archive))
  })
  const { db } = deps.database
  if (deps.live === undefined) await learnInstruments(db, deps.instruments, made.id)
  else await tellInstruments({ db, instruments: deps.instruments, live: deps.live }, made.id)
  return made
}

async function oneAtATime<Result>(
  { database, now }: OrganisationImportDeps,
  userId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (underWay.has(database)) throw new ProblemError('busy', { retryAfter: BUSY_SECONDS })
  underWay.add(database)
  try {
    await limitAttempts(database.db, `import-organisation:${userId}`, IMPORTS, now())
    return await work()
  } finally {
    underWay.delete(database)
  }
}

function summaryOf({ organisation, exportedAt, version, people, tables }: ReadArchive): ArchivePreview['archive'] {
  const rows = (table: TableName) => tables.get(table) ?? []
  const rounds = rows('round')
  return {
    name: organisation.name,
    locale: organisation.locale,
    exportedAt,
    version,
    counts: {
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
    },
  }
}

async function store(
  deps: OrganisationImportDeps,
  trx: Trx,
  userId: string,
  read: ReadArchive,
): Promise<ArchiveImported> {
  const now = deps.now()
  const id = makeSortedId(now.getTime())
  const archive = withOtherIds(read, await otherIds(trx, userId, read))
  const { name, kind, locale, createdAt } = archive.organisation
  await publishInstruments(trx, deps.instruments, now)
  await insertOrganisation(trx, { id, name, kind, locale, createdAt })
  await upsertMembership(trx, { organisationId: id, userId, role: 'owner', until: null, createdAt: now.toISOString() })
  for (const row of archive.tables.get('importedInstrument') ?? []) await keepOwn(trx, id, row)
  for (const archived of ARCHIVE_TABLES) {
    if (archived.table === 'importedInstrument') continue
    const rows = rowsToStore(archive, archived.table, now)
    // Bytes are made one by one: all files at once would stand in memory twice.
    for (let from = 0; from < rows.length; from += 100) {
      const piece = rows.slice(from, from + 100)
      if (archived.bytes === undefined)
        await insertArchivedRows(
          trx,
          archived.table,
          piece.map((row) => storedRow(archived, row, id)),
        )
      else for (const row of piece) await insertArchivedRows(trx, archived.table, [storedRow(archived, row, id)])
    }
  }
  await storeDerived(deps, trx, userId, archive, id)
  await insertAuditEvent(trx, { organisationId: id, userId, action: 'organisation.import', object: id, at: now })
  return { id, name, rounds: archive.tables.get('round')?.length ?? 0 }
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
async function storeDerived(
  { instruments }: OrganisationImportDeps,
  trx: Trx,
  userId: string,
  archive: ReadArchive,
  organisationId: string,
): Promise<void> {
  for (const cells of cellRows(archive, instruments, organisationId))
    await insertArchivedRows(trx, 'releaseCell', cells)
  await insertArchivedRows(trx, 'releaseContributor', contributorRows(archive, organisationId))
  const votes = archive.reflectionDots.map(({ reflectionId, question, dots }) => {
    return { organisationId, reflectionId, question, voterKey: 'imported', dots: JSON.stringify(dots) }
  })
  await insertArchivedRows(trx, 'reflectionVote', votes)
  const people = archive.people.filter(({ id }) => id !== userId)
  await insertArchivedRows(
    trx,
    'importedPerson',
    people.map(({ id, name }) => ({ organisationId, id, name })),
  )
}

/**
 * Other ids for what something here is called already, so that no two things on one installation are: rooms and reports are
 * found by them. And for everybody who has an account here but who imports: nobody puts words into another's mouth.
 */
async function otherIds(trx: Trx, userId: string, { tables, people }: ReadArchive): Promise<Map<string, string>> {
  const ids = new Map<TableName, readonly string[]>()
  for (const { table, key } of ARCHIVE_TABLES) {
    // What hangs on something else is found together with that.
    if (key.length > 1 || key[0] !== 'id') continue
    ids.set(
      table,
      (tables.get(table) ?? []).map(({ id }) => String(id)),
    )
  }
  const named = new Set([...userIdsIn(tables), ...people.map(({ id }) => id)])
  named.delete(userId)
  ids.set('user', [...named])
  return otherIdsFor(await listTakenIds(trx, ids))
}

async function keepOwn(trx: Trx, organisationId: string, row: AnyRow): Promise<void> {
  const { id, version, ...codes } = row['content'] as BroughtInstrument & { id: string; version: string }
  const texts = { nl: row['textsNl'], en: row['textsEn'] } as BroughtInstrument['texts']
  const lineage = (row['lineage'] ?? undefined) as Parameters<typeof keepInstrument>[2]['lineage']
  const brought = { ...codes, texts, lineage, formId: row['formId'] as string | null }
  await keepInstrument(trx, organisationId, brought, { id, version }, new Date(String(row['importedAt'])))
}
