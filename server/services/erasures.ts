import { makeRandomId } from '../auth/secrets.ts'
import type { Database, Trx } from '../db/open.ts'
import { insertAuditEvent, insertSystemEvent } from '../db/queries/audit.ts'
import { endConsents } from '../db/queries/consents.ts'
import { forgetInProgrammes } from '../db/queries/contributions.ts'
import { rememberErasedProgramme } from '../db/queries/erased-publications.ts'
import {
  databaseBytes,
  deleteOrganisation,
  deleteRespondent,
  findRespondentById,
  forgetAddress,
  forgetOwnerName,
  forgetUser,
  hasErasure,
  insertErasure,
  listErasures,
  listOrganisationIdsOf,
  listUnsweptRetention,
  markRetentionSwept,
  markSwept,
  rewriteFiles,
} from '../db/queries/erasures.ts'
import { endOffersOfErased } from '../db/queries/exchange.ts'
import { lockOrganisationById } from '../db/queries/organisations.ts'
import { findProgrammeOfPark, releaseParks } from '../db/queries/parks.ts'
import { listEndedBy, listParticipations } from '../db/queries/participations.ts'
import { findUser } from '../db/queries/users.ts'
import { seeingEvery } from '../db/tenant-lock.ts'
import type { ErasureLedger, LedgerLine } from '../erasure-ledger.ts'
import { text } from '../texts.ts'

/** What erasing needs. */
export interface ErasureDeps {
  readonly database: Database
  readonly ledger: ErasureLedger
  readonly now: () => Date
}

/**
 * Erases something in one transaction: `check` may refuse, then it is gone, and the ledger has it on the disk before the
 * database says so. A server that dies in between erases it at its next start; the wish was given.
 */
export async function erase(
  { database, ledger, now }: ErasureDeps,
  what: Pick<LedgerLine, 'kind' | 'erased'>,
  userId: string | null,
  check: (trx: Trx) => Promise<void> = async () => undefined,
): Promise<void> {
  const line: LedgerLine = { ...what, id: makeRandomId(), at: now().toISOString() }
  let isWritten = false
  try {
    await database.db.transaction().execute(async (trx) => {
      await check(trx)
      await eraseWithin(trx, line)
      if (line.kind !== 'respondent') {
        const action = line.kind === 'account' ? 'erasure.account' : 'erasure.organisation'
        await insertSystemEvent(trx, { userId, action, object: line.erased, at: now() })
      }
      isWritten = true
      ledger.append(line)
    })
  } catch (error) {
    // A commit whose answer was lost did take place; when nobody can tell, `writeLedger` writes it down once more.
    if (isWritten && !(await hasErasure(database.db, line.id).catch(() => false))) ledger.withdraw(line.id)
    throw error
  }
}

/**
 * Brings database and ledger together: what the ledger has and the database has not, as after putting back an older
 * backup, is erased; what only the database has is written to the ledger.
 *
 * @returns how many erasures were done again.
 */
export async function replayErasures(database: Database, ledger: ErasureLedger): Promise<number> {
  const lines = ledger.read()
  const known = await listErasures(database.db)
  const knownIds = new Set(known.map(({ id }) => id))
  const missing = lines.filter(({ id }) => !knownIds.has(id))
  for (const line of missing) await database.db.transaction().execute((trx) => eraseWithin(trx, line))
  await writeLedger(database, ledger)
  if (missing.length > 0) await sweepErased({ database, now: () => new Date() }, 'now')
  return missing.length
}

/** Writes to the ledger what other processes erased: each keeps a whole one. */
export async function writeLedger(database: Database, ledger: ErasureLedger): Promise<void> {
  const written = new Set(ledger.read().map(({ id }) => id))
  for (const { sweptAt: _, ...line } of await listErasures(database.db)) if (!written.has(line.id)) ledger.append(line)
}

// A database of this size is written anew in less than half a second, so that nobody in a room notices.
const SMALL_BYTES = 64 * 1024 * 1024
const NIGHT = { from: 2, to: 5 }
const DAY_MS = 24 * 3_600_000

/**
 * Writes the files of the database anew where something was erased since: what was deleted stays readable in a file
 * until then. A large database waits for the night, but never longer than a day.
 *
 * @param when `now` does not wait.
 * @returns how many erasures are swept now.
 */
export async function sweepErased(
  { database, now }: Pick<ErasureDeps, 'database' | 'now'>,
  when: 'now' | 'quiet' = 'quiet',
): Promise<number> {
  const { db, kind } = database
  const waiting = (await listErasures(db)).filter(({ sweptAt }) => sweptAt === null)
  const retained = await listUnsweptRetention(db)
  const oldest = [waiting[0]?.at, retained[0]?.doneAt].filter((at) => at !== undefined).sort()[0]
  if (oldest === undefined) return 0
  if (when === 'quiet') {
    const bytes = (await databaseBytes(db, kind)) ?? 0
    const hour = now().getHours()
    const isNight = hour >= NIGHT.from && hour < NIGHT.to
    if (bytes > SMALL_BYTES && !isNight && now().getTime() - Date.parse(oldest) < DAY_MS) return 0
  }
  // What goes while the files are written may be in them still.
  const sweptAt = now().toISOString()
  if (!(await rewriteFiles(db, kind))) return 0
  const ids = waiting.map(({ id }) => id)
  await markSwept(db, ids, sweptAt)
  await markRetentionSwept(db, retained, sweptAt)
  return ids.length
}

async function eraseWithin(trx: Trx, line: LedgerLine): Promise<void> {
  await insertErasure(trx, { ...line, sweptAt: null })
  if (line.kind === 'account') await eraseAccount(trx, line.erased)
  else if (line.kind === 'organisation') {
    await tellOthers(trx, line.erased, line.at)
    await eraseOrganisation(trx, line.erased, line.at)
  } else await eraseRespondent(trx, line.erased)
}

/**
 * Companies that take part no more because their programme or their park goes, and programmes that lose a park or a company,
 * find that in their own logs; consents on a park that goes end in the ledger.
 */
async function tellOthers(trx: Trx, id: string, line: string): Promise<void> {
  const at = new Date(line)
  const ended = await listEndedBy(trx, id)
  const isOnPark = ended.some(({ parkId }) => parkId === id)
  if (isOnPark) for (const { companyId } of ended) await lockOrganisationById(trx, companyId)
  if (isOnPark) await endConsents(trx, line, id)
  for (const { companyId, programmeId } of ended) {
    const event = { userId: null, object: programmeId, at }
    if (companyId === id)
      await insertAuditEvent(trx, { ...event, organisationId: programmeId, action: 'participation.left' })
    else await insertAuditEvent(trx, { ...event, organisationId: companyId, action: 'consent.ended' })
  }
  const programme = await findProgrammeOfPark(trx, id)
  if (programme === undefined) return
  await insertAuditEvent(trx, { organisationId: programme.id, userId: null, action: 'park.erased', object: id, at })
}

async function eraseOrganisation(trx: Trx, id: string, at: string): Promise<void> {
  // A publication that is stored at this moment would remember the company by its own id after it was forgotten.
  const programmeIds = (await listParticipations(trx, id)).map(({ programmeId }) => programmeId)
  for (const programmeId of programmeIds.toSorted()) await lockOrganisationById(trx, programmeId)
  // Programmes are organisations of their own, and remember who was in what they published.
  await seeingEvery(() => endOffersOfErased(trx, id, at))
  await seeingEvery(() => forgetInProgrammes(trx, id, makeRandomId()))
  await seeingEvery(() => rememberErasedProgramme(trx, id, makeRandomId()))
  const parks = await seeingEvery(() => releaseParks(trx, id))
  for (const park of parks) await seeingEvery(() => eraseOrganisation(trx, park, at))
  await deleteOrganisation(trx, id)
}

async function eraseAccount(trx: Trx, userId: string): Promise<void> {
  const user = await findUser(trx, userId)
  if (user === undefined) return
  const organisationIds = await listOrganisationIdsOf(trx, userId)
  await forgetOwnerName(trx, organisationIds, user.name, (locale) =>
    text(locale === 'en' ? 'en' : 'nl', 'erasure-former-member'),
  )
  await forgetAddress(trx, user.email)
  await forgetUser(trx, userId, makeRandomId())
}

async function eraseRespondent(trx: Trx, id: string): Promise<void> {
  const respondent = await findRespondentById(trx, id)
  if (respondent === undefined) return
  await deleteRespondent(trx, { ...respondent, id }, respondent.mode === 'open', makeRandomId())
}
