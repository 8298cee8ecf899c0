import { createHash } from 'node:crypto'
import type { Scope } from '../auth/scope.ts'
import { type EvidenceFile, MOST_FILES_OF_ITEM } from '../contract/company-sheets.ts'
import type { EvidenceFileRow } from '../db/company-tables.ts'
import type { Trx } from '../db/open.ts'
import {
  deleteEvidenceFile,
  findEvidenceContent,
  findEvidenceFile,
  insertEvidenceFile,
  listEvidenceFiles,
  sumEvidenceBytes,
} from '../db/queries/evidence-files.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { type CompanyDeps, findCompanyRound, lockCompanyRound, refuseUnlessOpen } from './company-round.ts'
import { evidenceTypeOf } from './evidence-types.ts'
import { fileNameOf } from './file-names.ts'
import { auditMove } from './round-moves.ts'

/** Bytes that all files of one organisation may take together. */
export const MOST_BYTES_OF_ORGANISATION = 250 * 1024 * 1024

/** A file that somebody sends. */
export interface SentFile {
  readonly id: string
  readonly itemId: string
  /** URI-encoded, as the header carries it. */
  readonly name: string | undefined
  readonly content: Buffer
}

/**
 * Adds a file to a question. What it is, is found in the file itself; its name is cleaned. The same file again, under the
 * same id, changes nothing, also after signing off: what was heard of no more may have been kept.
 *
 * @throws {ProblemError} `not-found`; `file-type-refused`, `file-name-missing`; `too-many-files`, `no-room-for-files`;
 *   `operation-reused` when the id is of another file; `round-not-open`, `round-closed`.
 */
export async function addEvidenceFile(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  { id, itemId, name: encoded, content }: SentFile,
): Promise<EvidenceFile> {
  // Before the transaction: looking into a file takes longer than writing it.
  await findCompanyRound(deps.database.db, scope, roundId)
  const found = await evidenceTypeOf(content, fileNameOf(encoded) ?? '')
  if (found === undefined) throw new ProblemError('file-type-refused')
  const name = fileNameOf(encoded, found.endings)
  if (name === undefined) throw new ProblemError('file-name-missing')
  const sha256 = createHash('sha256').update(content).digest('hex')
  const { file, isNew } = await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    const known = await findEvidenceFile(trx, round.organisationId, id)
    if (known !== undefined) {
      const isSame = known.roundId === round.id && known.itemId === itemId && known.sha256 === sha256
      if (!isSame) throw new ProblemError('operation-reused')
      return { file: known, isNew: false }
    }
    refuseUnlessOpen(round)
    // All that send files of one organisation take turns, so that together they do not take more room than there is.
    await lockOrganisation(trx, scope)
    await refuseWithoutRoom(trx, round, itemId, content.length)
    const file: EvidenceFileRow = {
      organisationId: round.organisationId,
      id,
      roundId: round.id,
      itemId,
      name,
      mediaType: found.type,
      bytes: content.length,
      sha256,
      addedBy: scope.userId,
      addedAt: deps.now().toISOString(),
    }
    await insertEvidenceFile(trx, file, content)
    await auditMove(deps, trx, scope, 'evidence.add', id)
    return { file, isNew: true }
  })
  if (isNew) deps.live.note(roundId, 'progress')
  return evidenceFileOf(file)
}

async function refuseWithoutRoom(trx: Trx, round: RoundRow, itemId: string, bytes: number): Promise<void> {
  if (!(await listRoundItemIds(trx, round.organisationId, round.id)).includes(itemId))
    throw new ProblemError('not-found')
  const files = await listEvidenceFiles(trx, round)
  if (files.filter((file) => file.itemId === itemId).length >= MOST_FILES_OF_ITEM)
    throw new ProblemError('too-many-files')
  if ((await sumEvidenceBytes(trx, round.organisationId)) + bytes > MOST_BYTES_OF_ORGANISATION)
    throw new ProblemError('no-room-for-files')
}

/**
 * A file with its bytes, for who saves it.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function readEvidenceFile(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  fileId: string,
): Promise<{ name: string; content: Buffer }> {
  const { db } = deps.database
  const round = await findCompanyRound(db, scope, roundId)
  const file = await findEvidenceFile(db, round.organisationId, fileId)
  const content = file?.roundId === round.id ? await findEvidenceContent(db, round.organisationId, fileId) : undefined
  if (file === undefined || content === undefined) throw new ProblemError('not-found')
  return { name: file.name, content }
}

/**
 * Removes a file while the sheet is open: an own one, or as an owner or facilitator any.
 *
 * @throws {ProblemError} `not-found`; `not-allowed` for the file of somebody else; `round-not-open`, `round-closed`.
 */
export async function removeEvidenceFile(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  fileId: string,
): Promise<void> {
  await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    const file = await findEvidenceFile(trx, round.organisationId, fileId)
    if (file?.roundId !== round.id) throw new ProblemError('not-found')
    if (!mayRemoveAny(scope) && file.addedBy !== scope.userId) throw new ProblemError('not-allowed')
    refuseUnlessOpen(round)
    await deleteEvidenceFile(trx, round.organisationId, fileId)
    await auditMove(deps, trx, scope, 'evidence.remove', fileId)
  })
  deps.live.note(roundId, 'progress')
}

/** Whether somebody removes files that others added. */
export function mayRemoveAny({ role }: Pick<Scope, 'role'>): boolean {
  return role === 'owner' || role === 'facilitator'
}

/** A file as it travels; its content only ever goes as a download. */
export function evidenceFileOf({
  id,
  itemId,
  name,
  mediaType,
  bytes,
  addedBy,
  addedAt,
}: EvidenceFileRow): EvidenceFile {
  return { id, itemId, name, type: mediaType, bytes, by: addedBy, at: addedAt }
}
