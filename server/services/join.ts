import { hashSecret, makeRandomId, makeSecret, plainJoinCode } from '../auth/secrets.ts'
import type { StakeholderGroup } from '../contract/common.ts'
import type { Joined, JoinInput, JoinPreview } from '../contract/rounds.ts'
import type { Database, Db, Trx } from '../db/open.ts'
import {
  findRespondentOfJoin,
  findRoundOfCode,
  insertJoiningRespondent,
  replaceRespondentSecret,
} from '../db/queries/respondents.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { findWorkshopOfRound } from '../db/queries/workshops.ts'
import type { RoundRow } from '../db/tables.ts'
import { emptySheet } from '../domain/answer.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { countWrongCode, refuseWhenTooManyCodes } from './attempts.ts'
import { followedRounds } from './rooms.ts'

interface Deps {
  readonly database: Database
  readonly now: () => Date
  readonly live: Live
}

/**
 * What somebody with a code may know before deciding to take part.
 *
 * @throws {ProblemError} `wrong-code` for a code that opens no round now, whatever the reason.
 */
export async function previewRound({ database, now }: Deps, code: string): Promise<JoinPreview> {
  const round = await roundOfCode(database.db, code, now())
  const items = await listRoundItemIds(database.db, round.organisationId, round.id)
  return {
    roundTitle: round.title,
    organisation: round.organisationName,
    mode: round.mode,
    groups: groupsOf(round),
    items: items.length,
    horizons: (JSON.parse(round.horizons) as string[]).length,
  }
}

/**
 * Joins a round with its code. The same `joinId` gives the same respondent again with a new secret, so that a phone
 * whose answer got lost does not become two people.
 *
 * @throws {ProblemError} `wrong-code`, `door-locked`, `group-needed`, `unknown-group`, `too-many-attempts`.
 */
export async function joinRound({ database, now, live }: Deps, input: JoinInput): Promise<Joined> {
  const round = await roundOfCode(database.db, input.code, now())
  const secret = makeSecret()
  const respondentId = await database.db.transaction().execute(async (trx) => {
    const respondent = await respondentOf(trx, round, input)
    const of = { organisationId: round.organisationId, roundId: round.id, respondentId: respondent }
    await replaceRespondentSecret(trx, of, hashSecret(secret))
    return respondent
  })
  for (const id of await followedRounds(database.db, round.organisationId, round.id)) live.note(id, 'joined')
  return { respondentId, secret, roundTitle: round.title }
}

async function roundOfCode(db: Db, code: string, now: Date): Promise<RoundRow & { organisationName: string }> {
  await refuseWhenTooManyCodes(db, now)
  const round = await findRoundOfCode(db, hashSecret(plainJoinCode(code)))
  if (round?.state === 'open') return round
  await countWrongCode(db, now)
  throw new ProblemError('wrong-code')
}

async function respondentOf(trx: Trx, round: RoundRow, input: JoinInput): Promise<string> {
  const joinHash = input.joinId === undefined ? null : hashSecret(input.joinId)
  const known = () => {
    return joinHash === null ? undefined : findRespondentOfJoin(trx, round.organisationId, round.id, joinHash)
  }
  const before = await known()
  if (before !== undefined) return before.id
  const workshop = await findWorkshopOfRound(trx, round.organisationId, round.id)
  // Who is in stays in: a phone that joins again comes through the line above.
  if (workshop?.locked === 1 && round.purpose !== 'second-vote') throw new ProblemError('door-locked')
  const of = { organisationId: round.organisationId, roundId: round.id }
  const id = makeRandomId()
  const stakeholderGroup = groupOf(round, input.group)
  // In an anonymous round nobody's name is stored, whatever a page sends.
  const name = round.mode === 'open' ? (input.name ?? null) : null
  const items = await listRoundItemIds(trx, round.organisationId, round.id)
  const answers = emptySheet(items.length, (JSON.parse(round.horizons) as string[]).length)
  const isNew = await insertJoiningRespondent(
    trx,
    { ...of, id, joinHash, stakeholderGroup, name, finished: 0 },
    { ...of, respondentId: id, answers, remarks: '{}', operations: '[]', late: '[]', revision: 0 },
  )
  return isNew ? id : ((await known())?.id ?? id)
}

function groupsOf(round: RoundRow): StakeholderGroup[] {
  return JSON.parse(round.groups) as StakeholderGroup[]
}

function groupOf(round: RoundRow, group: StakeholderGroup | undefined): StakeholderGroup | null {
  const groups = groupsOf(round)
  if (group !== undefined && !groups.includes(group)) {
    throw new ProblemError('unknown-group', {
      errors: [{ pointer: '#/group', detail: `one of: ${groups.join(', ')}` }],
    })
  }
  if (group === undefined && groups.length > 0) {
    throw new ProblemError('group-needed', { errors: [{ pointer: '#/group', detail: `one of: ${groups.join(', ')}` }] })
  }
  return group ?? null
}
