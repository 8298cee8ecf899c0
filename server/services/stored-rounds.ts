import { hashSecret, makeRandomId } from '../auth/secrets.ts'
import type { Results } from '../contract/results.ts'
import type { RoundMode, RoundPurpose } from '../contract/rounds.ts'
import type { Trx } from '../db/open.ts'
import { insertJoinCode, insertRespondents } from '../db/queries/respondents.ts'
import { insertRound, updateRound } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { isAnswered } from '../domain/answer.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { LOWEST_THRESHOLD } from '../release/rules.ts'
import { type ReleaseDeps, releaseRound } from './releases.ts'

/** A round that is made with answers in it, instead of being opened for people to join. */
export interface StoredRound {
  readonly organisationId: string
  readonly title: string
  readonly instrument: Pick<LoadedInstrument, 'id' | 'version'>
  readonly period: string
  readonly horizons: readonly string[]
  readonly mode: RoundMode
  readonly groups: readonly string[]
  readonly expected: number | null
  readonly itemIds: readonly string[]
  /** When it was made and opened. */
  readonly at: Date
  /** Join code of a round that stays open. */
  readonly code?: string
  /** An assessment unless it says else. */
  readonly purpose?: RoundPurpose
}

/** Stores an open round, inside a transaction; `closeStoredRound` closes it. */
export async function storeRound(trx: Trx, input: StoredRound): Promise<RoundRow> {
  const at = input.at.toISOString()
  const row: RoundRow = {
    organisationId: input.organisationId,
    id: makeRandomId(),
    title: input.title,
    instrumentId: input.instrument.id,
    instrumentVersion: input.instrument.version,
    period: input.period,
    horizons: JSON.stringify(input.horizons),
    mode: input.mode,
    groups: JSON.stringify(input.groups),
    expected: input.expected,
    threshold: input.mode === 'open' ? 1 : LOWEST_THRESHOLD,
    state: 'open',
    code: input.code ?? null,
    createdAt: at,
    openedAt: at,
    closesAt: null,
    closedAt: null,
    purpose: input.purpose ?? 'assessment',
    answering: 'each',
    plannedOpenAt: null,
    dueAt: null,
    remindedAt: null,
    planId: null,
    remindDays: '[]',
  }
  await insertRound(trx, row, input.itemIds)
  if (input.code !== undefined)
    await insertJoinCode(trx, { organisationId: row.organisationId, roundId: row.id }, hashSecret(input.code))
  return row
}

/** A respondent with a filled-in sheet. */
export interface StoredRespondent {
  /** Random, version 4; without it one is made. */
  readonly id?: string
  /** Stored in an open round only. */
  readonly name: string
  readonly group: string | null
  readonly answers: string
  /** Reasons by slot, see `domain/sheet.ts`. */
  readonly reasons?: Readonly<Record<string, string>>
  /** Whether the respondent said to be ready; without it: whether anything is answered. */
  readonly finished?: boolean
}

/** Stores respondents with their sheets, inside a transaction. */
export async function storeRespondents(
  trx: Trx,
  round: RoundRow,
  respondents: readonly StoredRespondent[],
): Promise<void> {
  const of = { organisationId: round.organisationId, roundId: round.id }
  const people = respondents.map((respondent) => ({ ...respondent, id: respondent.id ?? makeRandomId() }))
  await insertRespondents(
    trx,
    people.map(({ id, name, group, answers, finished }) => ({
      ...of,
      id,
      joinHash: null,
      stakeholderGroup: group,
      name: round.mode === 'open' ? name : null,
      finished: (finished ?? isAnswered(answers)) ? 1 : 0,
    })),
    people.map(({ id, answers, reasons }) => ({
      ...of,
      respondentId: id,
      answers,
      remarks: JSON.stringify(reasons ?? {}),
      operations: '[]',
      late: '[]',
      revision: isAnswered(answers) ? 1 : 0,
    })),
  )
}

/** Closes a stored round with its final release, inside a transaction; undefined when nobody answered. */
export async function closeStoredRound(deps: ReleaseDeps, trx: Trx, round: RoundRow): Promise<Results | undefined> {
  const closed: RoundRow = { ...round, state: 'closed', code: null, closedAt: deps.now().toISOString() }
  await updateRound(trx, round.organisationId, round.id, {
    state: closed.state,
    code: closed.code,
    closedAt: closed.closedAt,
  })
  return releaseRound(deps, trx, closed, true)
}
