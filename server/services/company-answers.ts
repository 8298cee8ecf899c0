import type { Scope } from '../auth/scope.ts'
import type { ConflictInput } from '../contract/company-sheets.ts'
import type { Acknowledgement, Operation } from '../contract/responses.ts'
import type { Trx } from '../db/open.ts'
import { columnsOf, sheetOf, updateSheets } from '../db/queries/sheets.ts'
import {
  findTeamAnswer,
  findTeamSheet,
  listLateSlots,
  listTeamAnswers,
  markSettled,
  teamAnswerOf,
  writeTeamAnswers,
} from '../db/queries/team-answers.ts'
import type { RoundRow, SheetRow } from '../db/tables.ts'
import { UNANSWERED } from '../domain/answer.ts'
import type { Sheet, SheetOperation } from '../domain/sheet.ts'
import { type TeamAnswer, TeamSheet } from '../domain/team-sheet.ts'
import { ProblemError } from '../problem.ts'
import { type CompanyDeps, formOf, lockCompanyRound, refuseUnlessOpen } from './company-round.ts'
import { placeOperation } from './place-operations.ts'
import { isCollecting } from './round-life.ts'

/**
 * Takes answers of a member on the sheet of a team, and acknowledges each after the commit.
 *
 * @throws {ProblemError} `not-found`; `round-not-open` for a draft; `round-closed` once the round is archived.
 */
export async function saveTeamAnswers(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  operations: readonly Operation[],
): Promise<Acknowledgement[]> {
  const { acknowledgements, hasChanged } = await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    const sheet = await openSheet(trx, round)
    const form = await formOf(deps, trx, round)
    const placed = operations.map((operation) => placeOperation(operation, form))
    const team = await teamSheetOf(trx, round, placed)
    const isOpen = isCollecting(round, deps.now())
    const acknowledgements = operations.map(({ opId }, index): Acknowledgement => {
      const operation = placed[index]
      if (operation === undefined || typeof operation === 'string')
        return { opId, status: 'rejected', ...(operation === undefined ? {} : { code: operation }) }
      const status = team.take(operation, scope.userId, isOpen)
      return status === 'reused' ? { opId, status: 'rejected', code: 'operation-reused' } : { opId, status }
    })
    await writeTeam(deps, trx, sheet, team)
    return { acknowledgements, hasChanged: team.changed.length > 0 }
  })
  if (hasChanged) deps.live.note(roundId, 'progress')
  return acknowledgements
}

/**
 * Chooses which of two answers stays. The other one stays in the history, and so does who chose; keeping the one that
 * did not stand makes it a new answer of who chose. The same choice again changes nothing.
 *
 * @throws {ProblemError} `not-found`; `edited-meanwhile` when somebody chose otherwise; `operation-reused`;
 *   `round-not-open`, `round-closed`.
 */
export async function settleConflict(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  conflictId: string,
  { keep, opId, seq }: ConflictInput,
): Promise<void> {
  await deps.database.db.transaction().execute(async (trx) => {
    const round = await lockCompanyRound(deps, trx, scope, roundId)
    const sheet = await openSheet(trx, round)
    const row = await findTeamAnswer(trx, round, conflictId)
    if (row === undefined || !['conflict', 'set-aside', 'chosen'].includes(row.state))
      throw new ProblemError('not-found')
    if (row.state === (keep === 'other' ? 'chosen' : 'set-aside')) return
    if (row.state !== 'conflict') throw new ProblemError('edited-meanwhile')
    refuseUnlessOpen(round)
    const team = await teamSheetOf(trx, round, [{ ...teamAnswerOf(row), opId }])
    if (keep === 'other' && (await findTeamAnswer(trx, round, opId)) !== undefined)
      throw new ProblemError('operation-reused')
    team.settle(teamAnswerOf(row), scope.userId, keep === 'other' ? { opId, seq } : undefined)
    await writeTeam(deps, trx, sheet, team)
    await markSettled(trx, round, conflictId, scope.userId, deps.now().toISOString())
  })
  deps.live.note(roundId, 'progress')
}

/** Counts in what came after closing, now that the round is open again; inside the caller's transaction. */
export async function countLateTeamAnswers(
  deps: Pick<CompanyDeps, 'now'>,
  trx: Trx,
  round: Pick<RoundRow, 'organisationId' | 'id'>,
): Promise<void> {
  const sheet = await findTeamSheet(trx, round)
  const slots = await listLateSlots(trx, round)
  if (sheet === undefined || slots.length === 0) return
  const team = new TeamSheet((await listTeamAnswers(trx, round, slots, [])).map(teamAnswerOf))
  team.countLate()
  await writeTeam(deps, trx, sheet, team)
}

async function openSheet(trx: Trx, round: RoundRow): Promise<SheetRow> {
  if (round.state === 'draft') throw new ProblemError('round-not-open')
  const sheet = round.state === 'archived' ? undefined : await findTeamSheet(trx, round)
  if (sheet === undefined) throw new ProblemError('round-closed')
  return sheet
}

async function teamSheetOf(
  trx: Trx,
  round: RoundRow,
  placed: readonly (SheetOperation | string)[],
): Promise<TeamSheet> {
  const operations = placed.filter((operation) => typeof operation !== 'string')
  const slots = operations.map(({ slot }) => slot)
  const opIds = operations.map(({ opId }) => opId)
  return new TeamSheet((await listTeamAnswers(trx, round, slots, opIds)).map(teamAnswerOf))
}

/** Writes what changed, and what stands now into the sheet, from which figures are made. */
async function writeTeam({ now }: Pick<CompanyDeps, 'now'>, trx: Trx, row: SheetRow, team: TeamSheet): Promise<void> {
  const { changed } = team
  if (changed.length === 0) return
  await writeTeamAnswers(trx, row, changed, now().toISOString())
  const sheet = sheetOf(row)
  const characters = sheet.answers.split('')
  const reasons = { ...sheet.reasons }
  for (const slot of new Set(changed.map((answer) => answer.slot))) {
    const standing = team.standing(slot)
    if (standing === undefined) continue
    characters[slot] = standing.character
    if (standing.reason === undefined || standing.character === UNANSWERED) delete reasons[slot]
    else reasons[slot] = standing.reason
  }
  const { organisationId, roundId, respondentId, revision } = row
  const columns = columnsOf({ ...sheet, answers: characters.join(''), reasons, late: lateOf(sheet, changed) })
  await updateSheets(trx, [{ organisationId, roundId, respondentId, ...columns, revision: revision + 1 }])
}

function lateOf({ late }: Sheet, changed: readonly TeamAnswer[]): SheetOperation[] {
  const ids = new Set(changed.map(({ opId }) => opId))
  const came = changed.flatMap(({ opId, slot, seq, character, reason, replaces, state }) => {
    return state === 'late' ? [{ opId, slot, seq, character, reason, replaces }] : []
  })
  return [...late.filter(({ opId }) => !ids.has(opId)), ...came]
}
