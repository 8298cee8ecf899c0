import { hashSecret, makeRandomId, makeSecret, plainCode } from '../auth/secrets.ts'
import type { StakeholderGroup } from '../contract/common.ts'
import type { Joined, JoinInput, JoinPreview } from '../contract/rounds.ts'
import type { Database, Db, Trx } from '../db/open.ts'
import { findPresence } from '../db/queries/presence.ts'
import {
  findRespondentOfJoin,
  findRoundOfCode,
  insertJoiningRespondent,
  replaceRespondentSecret,
} from '../db/queries/respondents.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { findWorkshopOfRound } from '../db/queries/workshops.ts'
import type { RoundRow } from '../db/tables.ts'
import { narrowSight } from '../db/tenant-lock.ts'
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
 * whose answer got lost does not become two people. Into a second vote comes who is in the room already, each phone once.
 *
 * @param ownSecret respondent secret that the phone has already, for a second vote.
 * @throws {ProblemError} `wrong-code`, `door-locked`, `group-needed`, `unknown-group`, `too-many-attempts`.
 */
export async function joinRound({ database, now, live }: Deps, input: JoinInput, ownSecret?: string): Promise<Joined> {
  const round = await roundOfCode(database.db, input.code, now())
  const secret = makeSecret()
  const respondentId = await database.db.transaction().execute(async (trx) => {
    const isVote = round.purpose === 'second-vote'
    const joinId = isVote ? await voterOf(trx, round, ownSecret) : input.joinId
    const respondent = await respondentOf(trx, round, { ...input, joinId })
    const of = { organisationId: round.organisationId, roundId: round.id, respondentId: respondent }
    await replaceRespondentSecret(trx, of, hashSecret(secret))
    return respondent
  })
  for (const id of await followedRounds(database.db, round.organisationId, round.id)) live.note(id, 'joined')
  return { respondentId, secret, roundTitle: round.title }
}

async function roundOfCode(db: Db, code: string, now: Date): Promise<RoundRow & { organisationName: string }> {
  await refuseWhenTooManyCodes(db, now)
  const round = await findRoundOfCode(db, hashSecret(plainCode(code)))
  if (round?.state === 'open') {
    narrowSight(round.organisationId)
    return round
  }
  await countWrongCode(db, now)
  throw new ProblemError('wrong-code')
}

/**
 * What makes one voter of one phone in a second vote: its secret of the round that was voted on, together with the vote.
 * As the secret is stored nowhere, nothing that is stored ties the voter to the first answers.
 */
async function voterOf(trx: Trx, vote: RoundRow, ownSecret: string | undefined): Promise<string> {
  const presence = ownSecret === undefined ? undefined : await findPresence(trx, hashSecret(ownSecret))
  const workshop = await findWorkshopOfRound(trx, vote.organisationId, vote.id)
  const isInRoom =
    presence?.kind === 'respondent' &&
    presence.organisationId === vote.organisationId &&
    presence.roundId === workshop?.roundId
  // To everybody else the code of a vote is no code.
  if (!isInRoom) throw new ProblemError('wrong-code')
  return `${vote.id} ${ownSecret}`
}

async function respondentOf(
  trx: Trx,
  round: RoundRow,
  input: Omit<JoinInput, 'joinId'> & { readonly joinId: string | undefined },
): Promise<string> {
  const joinHash = input.joinId === undefined ? null : hashSecret(input.joinId)
  const known = () => {
    return joinHash === null ? undefined : findRespondentOfJoin(trx, round.organisationId, round.id, joinHash)
  }
  const before = await known()
  if (before !== undefined) return before.id
  // Who is in stays in: a phone that joins again comes through the line above.
  if (round.purpose !== 'second-vote') await refuseAtLockedDoor(trx, round)
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

async function refuseAtLockedDoor(trx: Trx, round: RoundRow): Promise<void> {
  const workshop = await findWorkshopOfRound(trx, round.organisationId, round.id)
  if (workshop?.locked === 1) throw new ProblemError('door-locked')
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
