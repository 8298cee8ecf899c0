import { makeRandomId } from '../auth/secrets.ts'
import type { ProblemCode } from '../contract/problems.ts'
import type { Trx } from '../db/open.ts'
import { insertRespondents } from '../db/queries/respondents.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { deleteSignOff } from '../db/queries/sign-offs.ts'
import { findTeamSheet } from '../db/queries/team-answers.ts'
import type { RoundRow } from '../db/tables.ts'
import { emptySheet } from '../domain/answer.ts'
import { ProblemError } from '../problem.ts'
import { countLateTeamAnswers } from './company-answers.ts'

/**
 * Opens the one sheet of a round that a team answers together, inside the transaction that opens the round: an empty one
 * the first time, since until then the questions may change; later the one that was signed off, with what came since
 * counted in, and the sign-off taken back.
 */
export async function openTeamSheet(
  deps: { readonly now: () => Date },
  trx: Trx,
  round: Pick<RoundRow, 'organisationId' | 'id' | 'horizons'>,
): Promise<void> {
  if ((await findTeamSheet(trx, round)) === undefined) await insertTeamSheet(trx, round)
  await deleteSignOff(trx, round)
  await countLateTeamAnswers(deps, trx, round)
}

async function insertTeamSheet(
  trx: Trx,
  { organisationId, id, horizons }: Pick<RoundRow, 'organisationId' | 'id' | 'horizons'>,
): Promise<void> {
  const of = { organisationId, roundId: id }
  const respondentId = makeRandomId()
  const items = await listRoundItemIds(trx, organisationId, id)
  const answers = emptySheet(items.length, (JSON.parse(horizons) as string[]).length)
  await insertRespondents(
    trx,
    [{ ...of, id: respondentId, joinHash: null, stakeholderGroup: null, name: null, finished: 0 }],
    [{ ...of, respondentId, answers, remarks: '{}', operations: '[]', late: '[]', revision: 0 }],
  )
}

/**
 * Refuses what is for rounds in which everybody fills in a sheet of their own.
 *
 * @throws {ProblemError} with this code, when a team answers the round together.
 */
export function refuseTogether({ answering }: Pick<RoundRow, 'answering'>, code: ProblemCode): void {
  if (answering === 'together') throw new ProblemError(code)
}
