import { createHash, randomBytes } from 'node:crypto'
import { InstrumentFile, InstrumentTexts, LineageFile } from '../contract/instruments.ts'
import type { ImportedInstrumentRow } from '../db/company-tables.ts'
import type { Db, Trx } from '../db/open.ts'
import {
  findImportedInstrument,
  insertImportedInstrument,
  listHeldVersions,
  listImportedInstruments,
  listVersionsEverUsed,
} from '../db/queries/imported-instruments.ts'
import { findInstrumentHash, insertInstrumentVersion } from '../db/queries/instruments.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import type { RoundRow } from '../db/tables.ts'
import { type BroughtInstrument, compareVersions, type Instruments, type LoadedInstrument } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'

/** Most versions of instruments that an organisation may bring along. */
export const MOST_OWN_VERSIONS = 200

/**
 * Reads into the registry which instruments organisations brought along, or what this one did: at the start, after an
 * import or an erasure, and when another process tells of one. Only what is not known yet is read, as a version never
 * changes; only an organisation that is no more takes its instruments along.
 *
 * @returns ids of versions that cannot be read any more, for the log; rounds with them show that they are missing.
 */
export async function learnInstruments(db: Db, instruments: Instruments, organisationId?: string): Promise<string[]> {
  const unreadable: string[] = []
  for (const held of await listHeldVersions(db, organisationId)) {
    if (instruments.findFor([held.organisationId], held.id, held.version) !== undefined) continue
    const row = await findImportedInstrument(db, held)
    if (row === undefined) continue
    const instrument = instruments.find(held.id, held.version) ?? instrumentOf(row)
    if (instrument === undefined) unreadable.push(`${held.id}@${held.version}`)
    else instruments.learn(held.organisationId, instrument)
  }
  // Looked at last: an erasure that came in between is seen here, or forgets what was learned when it is done.
  for (const holder of organisationId === undefined ? instruments.holders() : [organisationId])
    if ((await findOrganisationById(db, holder)) === undefined) instruments.forget(holder)
  return unreadable
}

/**
 * The version when it is general or this organisation's, also when another process took it in a moment ago; undefined
 * when it is neither.
 */
export async function findInstrumentFor(
  db: Db,
  instruments: Instruments,
  organisationId: string,
  { id, version }: { readonly id: string; readonly version: string },
): Promise<LoadedInstrument | undefined> {
  const known = instruments.findFor([organisationId], id, version)
  if (known !== undefined || !OWN_ID.test(id)) return known
  await learnInstruments(db, instruments, organisationId)
  return instruments.findFor([organisationId], id, version)
}

/** The version that a round asks, also when another process took it in a moment ago; undefined when it is not here. */
export async function findInstrumentOfRound(
  db: Db,
  instruments: Instruments,
  round: Pick<RoundRow, 'organisationId' | 'instrumentId' | 'instrumentVersion'>,
): Promise<LoadedInstrument | undefined> {
  const asked = { id: round.instrumentId, version: round.instrumentVersion }
  const known = instruments.find(asked.id, asked.version)
  return known ?? findInstrumentFor(db, instruments, round.organisationId, asked)
}

/** The same after a commit, here and in the other processes. */
export async function tellInstruments(
  { db, instruments, live }: { readonly db: Db; readonly instruments: Instruments; readonly live: Live },
  organisationId: string,
): Promise<void> {
  await learnInstruments(db, instruments, organisationId)
  live.noteInstruments(organisationId)
}

/**
 * Keeps an instrument for an organisation, inside a transaction. `tellInstruments` comes after the commit.
 *
 * @param given id and version that it had in an archive; without them it gets an id of its own, and with an id only the
 * next version.
 * @throws {ProblemError} `too-many-instruments`; `instrument-taken` when that id and version are something else here.
 */
export async function keepInstrument(
  trx: Trx,
  organisationId: string,
  brought: BroughtInstrument & { readonly lineage?: LineageFile | undefined; readonly formId: string | null },
  given: { readonly id?: string; readonly version?: string },
  now: Date,
): Promise<{ id: string; version: string }> {
  const held = await listHeldVersions(trx, organisationId)
  if (held.length >= MOST_OWN_VERSIONS) throw new ProblemError('too-many-instruments')
  if (given.id !== undefined && !OWN_ID.test(given.id)) throw new ProblemError('instrument-taken')
  let id = given.id ?? makeOwnId()
  while (given.id === undefined && (await listVersionsEverUsed(trx, id)).length > 0) id = makeOwnId()
  const used = await listVersionsEverUsed(trx, id)
  const version = given.version ?? nextVersion(used)
  const { texts, lineage, formId, ...codes } = brought
  const row = {
    organisationId,
    id,
    version,
    formId,
    content: JSON.stringify(InstrumentFile.parse({ ...codes, id, version })),
    textsNl: JSON.stringify(InstrumentTexts.parse(texts.nl)),
    textsEn: JSON.stringify(InstrumentTexts.parse(texts.en)),
    lineage: lineage === undefined ? null : JSON.stringify(LineageFile.parse(lineage)),
    importedAt: now.toISOString(),
  }
  const contentHash = hashOfInstrument(row)
  await insertInstrumentVersion(trx, { id, version, contentHash, addedAt: row.importedAt })
  // Somebody else may have used this id and version before, or at this moment.
  if ((await findInstrumentHash(trx, id, version)) !== contentHash) throw new ProblemError('instrument-taken')
  await insertImportedInstrument(trx, { ...row, contentHash })
  return { id, version }
}

/**
 * Lets an organisation hold these versions and those before them as another one does, for rounds that move there.
 *
 * @param used the versions of the rounds; general ones are passed over.
 */
export async function shareInstruments(
  trx: Trx,
  from: string,
  to: string,
  used: readonly { readonly id: string; readonly version: string }[],
): Promise<boolean> {
  const held = await listImportedInstruments(trx, from)
  const shared = held.filter(({ id, version }) =>
    used.some((one) => one.id === id && compareVersions(version, one.version) <= 0),
  )
  for (const row of shared) await insertImportedInstrument(trx, { ...row, organisationId: to })
  return shared.length > 0
}

const OWN_ID = /^own-[0-9a-f]{8}$/

function makeOwnId(): string {
  return `own-${randomBytes(4).toString('hex')}`
}

/** 1.0.0, and from then on a minor version further; over all organisations, as two may hold the same one. */
function nextVersion(used: readonly string[]): string {
  const newest = used.toSorted(compareVersions).at(-1)
  return newest === undefined ? '1.0.0' : `1.${Number(newest.split('.')[1]) + 1}.0`
}

/** What tells whether an instrument is the same one, whoever holds it. */
export function hashOfInstrument(
  row: Pick<ImportedInstrumentRow, 'content' | 'textsNl' | 'textsEn' | 'lineage'>,
): string {
  return createHash('sha256')
    .update([row.content, row.textsNl, row.textsEn, row.lineage ?? ''].join('\0'))
    .digest('hex')
}

function instrumentOf(row: ImportedInstrumentRow): LoadedInstrument | undefined {
  try {
    return {
      ...InstrumentFile.parse(JSON.parse(row.content)),
      texts: {
        nl: InstrumentTexts.parse(JSON.parse(row.textsNl)),
        en: InstrumentTexts.parse(JSON.parse(row.textsEn)),
      },
      lineage: row.lineage === null ? undefined : LineageFile.parse(JSON.parse(row.lineage)),
      contentHash: row.contentHash,
    }
  } catch {
    return undefined
  }
}
