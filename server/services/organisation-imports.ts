import { makeImportedId, makeRandomId, makeSortedId } from '../auth/secrets.ts'
import type { ArchiveImported, ArchivePreview } from '../contract/archives.ts'
import type { Locale } from '../contract/common.ts'
import type { Database, Trx } from '../db/open.ts'
import { findImported, insertArchivedRows, listErasedIds, listTakenIds } from '../db/queries/archives.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { FORMER_MEMBER } from '../db/queries/erasures.ts'
import { upsertMembership } from '../db/queries/members.ts'
import { insertOrganisation } from '../db/queries/organisations.ts'
import type { AnyRow } from '../export/archive-tables.ts'
import { type ArchiveAbout, type ArchiveApart, type ArchiveLimits, withArchiveApart } from '../import/archive-apart.ts'
import { refuseArchive, sayFaults } from '../import/archive-faults.ts'
import type { BroughtInstrument, Instruments } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
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
/** Archives that may come in at the same moment; each stands in memory. */
const MOST_AT_ONCE = 3
/** What comes over the network: a round each week for twenty years has 30,000 rows. */
const OF_THE_NETWORK: ArchiveLimits = { mostRows: 100_000, mostMegabytes: 768, longestMs: 60_000 }
/** What somebody who runs the installation chose to import on the machine itself. */
const OF_THE_MACHINE: ArchiveLimits = {
  mostRows: Number.POSITIVE_INFINITY,
  mostMegabytes: 8_192,
  longestMs: 30 * 60_000,
}

/** Who sends an archive at this moment, by database. */
const senders = new WeakMap<Database, Set<string>>()
/** The archive that is being read by database, so that the next one waits. */
const reading = new WeakMap<Database, Promise<unknown>>()

/**
 * Takes the turn to send an archive, before its first byte is read, and counts the attempt. One for each user, and three
 * of everybody together.
 *
 * @returns what gives the turn back; it may be called more than once.
 * @throws {ProblemError} `busy`; `too-many-attempts`.
 */
export async function takeArchiveTurn({ database, now }: OrganisationImportDeps, userId: string): Promise<() => void> {
  const held = senders.get(database) ?? new Set()
  senders.set(database, held)
  if (held.has(userId) || held.size >= MOST_AT_ONCE) throw new ProblemError('busy', { retryAfter: BUSY_SECONDS })
  held.add(userId)
  let isHeld = true
  const giveBack = () => {
    if (isHeld) held.delete(userId)
    isHeld = false
  }
  try {
    await limitAttempts(database.db, `import-organisation:${userId}`, IMPORTS, now())
    return giveBack
  } catch (error) {
    giveBack()
    throw error
  }
}

/** What an archive would become, and what is wrong with it. Nothing of it is kept. */
export async function previewOrganisation(
  deps: OrganisationImportDeps,
  bytes: Buffer,
  locale: Locale,
): Promise<ArchivePreview> {
  const general = deps.instruments.list()
  const read = await inTurn(deps.database, () =>
    withArchiveApart(bytes, general, OF_THE_NETWORK, async ({ about }) => about.summary),
  )
  if ('faults' in read) return { ...sayFaults(read.faults, locale), archive: null }
  return { faults: [], more: 0, archive: read.result }
}

/**
 * Makes a new organisation out of an archive, in one transaction; whoever imports it becomes its only owner. Ids inside it
 * stay, but for those that something here has already. People of the archive come along as names: none of them gets in.
 * Whoever made an organisation of this very archive, and owns it still, gets that one: an answer that was lost makes no
 * second one.
 *
 * @param isOfMachine whether somebody imports it on the machine itself, where it may cost more.
 * @throws {ProblemError} `archive-faulty` with the places; `instrument-taken`, `too-many-instruments`. Then nothing is
 *   written.
 */
export async function importOrganisation(
  deps: OrganisationImportDeps,
  userId: string,
  bytes: Buffer,
  locale: Locale,
  isOfMachine = false,
): Promise<ArchiveImported> {
  const { db } = deps.database
  const limits = isOfMachine ? OF_THE_MACHINE : OF_THE_NETWORK
  const read = await inTurn(deps.database, () =>
    withArchiveApart(bytes, deps.instruments.list(), limits, (archive) =>
      db.transaction().execute((trx) => store(deps, trx, userId, archive)),
    ),
  )
  if ('faults' in read) throw refuseArchive(read.faults, locale)
  const made = read.result
  if (deps.live === undefined) await learnInstruments(db, deps.instruments, made.id)
  else await tellInstruments({ db, instruments: deps.instruments, live: deps.live }, made.id)
  return made
}

/** A large archive takes much memory while it is read: one after the other. */
function inTurn<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  const before = reading.get(database) ?? Promise.resolve()
  const result = before.then(work, work)
  reading.set(
    database,
    result.catch(() => undefined),
  )
  return result
}

async function store(
  deps: OrganisationImportDeps,
  trx: Trx,
  userId: string,
  { about, pieces }: ArchiveApart,
): Promise<ArchiveImported> {
  const now = deps.now()
  const { name, kind, locale, createdAt } = about.organisation
  const { rounds } = about.summary.counts
  const known = await findImported(trx, userId, about.hash)
  if (known !== undefined) return { ...known, rounds, isNew: false }
  const id = makeSortedId(now.getTime())
  await publishInstruments(trx, deps.instruments, now)
  await insertOrganisation(trx, { id, name, kind, locale, createdAt })
  await upsertMembership(trx, { organisationId: id, userId, role: 'owner', until: null, createdAt: now.toISOString() })
  const storing = { organisationId: id, userId, others: await otherIds(trx, userId, about), now }
  for await (const { table, rows } of pieces(storing)) {
    if (table === 'importedInstrument') for (const row of rows) await keepOwn(trx, id, row)
    else await insertArchivedRows(trx, table, rows)
  }
  const action = { organisationId: id, userId, action: 'organisation.import', object: about.hash, at: now } as const
  await insertAuditEvent(trx, action)
  return { id, name, rounds, isNew: true }
}

/**
 * Other ids for what something here is called already, so that no two things on one installation are: rooms and reports are
 * found by them. Everybody who has an account here, but who imports, gets the one that erasing that account finds: nobody
 * puts words into another's mouth. Whose account was erased here is a former member.
 */
async function otherIds(trx: Trx, userId: string, { ids, people }: ArchiveAbout): Promise<Map<string, string>> {
  const taken = await listTakenIds(trx, ids)
  const others = new Map([...taken].map((id) => [id, makeRandomId()]))
  const own = new Set([...ids.values()].flat())
  const named = people.filter((id) => id !== userId && !own.has(id))
  for (const id of await listTakenIds(trx, new Map([['user', named]]))) others.set(id, makeImportedId(id))
  const erased = (await listErasedIds(trx)).flatMap((id) => [id, makeImportedId(id)])
  const gone = new Set(named)
  for (const id of erased) if (gone.has(id)) others.set(id, FORMER_MEMBER)
  return others
}

async function keepOwn(trx: Trx, organisationId: string, row: AnyRow): Promise<void> {
  const { id, version, ...codes } = row['content'] as BroughtInstrument & { id: string; version: string }
  const texts = { nl: row['textsNl'], en: row['textsEn'] } as BroughtInstrument['texts']
  const lineage = (row['lineage'] ?? undefined) as Parameters<typeof keepInstrument>[2]['lineage']
  const brought = { ...codes, texts, lineage, formId: row['formId'] as string | null }
  await keepInstrument(trx, organisationId, brought, { id, version }, new Date(String(row['importedAt'])))
}
