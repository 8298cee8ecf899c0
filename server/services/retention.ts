import { SYSTEM_CHAIN } from '../auth/event-hash.ts'
import type { Scope } from '../auth/scope.ts'
import type { Retention } from '../contract/own-data.ts'
import type { Database, Trx } from '../db/open.ts'
import { insertAuditEvent, insertSystemEvent } from '../db/queries/audit.ts'
import { deleteEventsBefore } from '../db/queries/audit-chains.ts'
import { deleteMailBefore } from '../db/queries/mail.ts'
import {
  type ClosedRound,
  countArguments,
  deleteAnswers,
  deleteArguments,
  deleteEnded,
  findRetention,
  hasDoneDay,
  listClosedRounds,
  listForgottenRounds,
  listOrganisationsToLookAt,
  takeDay,
  updateRetention,
} from '../db/queries/retention.ts'
import { countRoomTexts, deleteRoomTexts } from '../db/queries/room-texts.ts'
import { lockRounds } from '../db/queries/rounds.ts'
import { countTexts, deleteTexts } from '../db/queries/sheet-texts.ts'
import { monthsLater } from '../domain/months.ts'
import { closeForgottenRound } from './closing.ts'
import type { RoundDeps } from './round-moves.ts'

/** Months that each kind of data stays. */
export interface RetentionMonths {
  readonly answers: number
  readonly texts: number
  readonly audit: number
}

interface Deps {
  readonly database: Database
  readonly now: () => Date
  readonly retention: RetentionMonths
}

/** What closing a round that was left open needs too. */
type NightDeps = Deps & RoundDeps

/** From this hour on, in the time of the server, a day's look may be taken: at night, or later when it was off. */
const FROM_HOUR = 2
const DAY_MS = 24 * 3_600_000
const MAIL_DAYS = 7

/**
 * Deletes what has been kept long enough, once a day for each organisation, whichever process comes first. What was
 * released stays. A round that was left open for as long as answers stay is closed first: from then on its time counts.
 *
 * @throws {AggregateError} some of these rounds could not be closed; all else was done.
 */
export async function applyRetention(deps: NightDeps): Promise<void> {
  const { db } = deps.database
  const now = deps.now()
  if (now.getHours() < FROM_HOUR) return
  const day = now.toISOString().slice(0, 10)
  const failures: unknown[] = []
  for (const id of await listOrganisationsToLookAt(db, day)) {
    failures.push(...(await closeForgottenRounds(deps, id)))
    await db.transaction().execute((trx) => lookAt(deps, trx, id, day))
  }
  await db.transaction().execute(async (trx) => {
    // It holds the end of the log, so that two processes take turns.
    await deleteEventsBefore(trx, SYSTEM_CHAIN, monthsLater(now, -deps.retention.audit))
    if (await hasDoneDay(trx, day)) return
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
    await deleteEnded(trx, now.toISOString(), ago(1), ago(30))
    await deleteMailBefore(trx, new Date(now.getTime() - MAIL_DAYS * DAY_MS), now)
    await insertSystemEvent(trx, { userId: null, action: 'retention.done', object: day, at: now })
  })
  if (failures.length > 0) throw new AggregateError(failures, 'rounds could not be closed')
}

/** @returns what went wrong: one round that cannot be closed must not keep everything else. */
async function closeForgottenRounds(deps: NightDeps, organisationId: string): Promise<unknown[]> {
  const before = monthsLater(deps.now(), -deps.retention.answers).toISOString()
  const failures: unknown[] = []
  for (const id of await listForgottenRounds(deps.database.db, organisationId, before)) {
    await closeForgottenRound(deps, organisationId, id).catch((error: unknown) => failures.push(error))
  }
  return failures
}

/** How long things stay, which go next, and what went last. */
export async function readRetention({ database, now, retention }: Deps, scope: Scope): Promise<Retention> {
  const { db } = database
  const rounds: Retention['rounds'] = []
  for (const round of await listClosedRounds(db, scope.organisationId, now().toISOString())) {
    const closed = new Date(round.closedAt)
    const hasTexts = (await countAllTexts(db, scope.organisationId, round.id)) > 0
    if (!round.hasAnswers && !hasTexts) continue
    rounds.push({
      id: round.id,
      title: round.title,
      closedAt: round.closedAt,
      answersUntil: round.hasAnswers ? monthsLater(closed, retention.answers).toISOString() : null,
      textsUntil: hasTexts ? monthsLater(closed, retention.texts).toISOString() : null,
    })
  }
  const last = await findRetention(db, scope.organisationId)
  const { answers, texts, audit } = retention
  return {
    months: { answers, texts, audit },
    rounds,
    last: last?.doneAt ? { at: last.doneAt, sheets: last.sheets, texts: last.texts, events: last.events } : null,
  }
}

async function lookAt(deps: Deps, trx: Trx, organisationId: string, day: string): Promise<void> {
  if (!(await takeDay(trx, organisationId, day))) return
  const { retention, now } = deps
  const before = (months: number) => monthsLater(now(), -months).toISOString()
  const texts = await deleteOldTexts(deps, trx, organisationId, before(retention.texts))
  const sheets = await deleteOldAnswers(deps, trx, organisationId, before(retention.answers))
  const events = await deleteEventsBefore(trx, organisationId, monthsLater(now(), -retention.audit))
  if (texts + sheets + events === 0) return
  await updateRetention(trx, organisationId, { doneAt: now().toISOString(), sheets, texts, events })
}

async function deleteOldTexts(deps: Deps, trx: Trx, organisationId: string, before: string): Promise<number> {
  let deleted = 0
  for (const round of await listClosedRounds(trx, organisationId, before)) {
    const n = await countAllTexts(trx, organisationId, round.id)
    if (n === 0) continue
    await hold(deps, trx, organisationId, round)
    await deleteTexts(trx, organisationId, [round.id])
    await deleteRoomTexts(trx, organisationId, [round.id])
    await deleteArguments(trx, organisationId, [round.id])
    await note(deps, trx, organisationId, 'retention.texts', round)
    deleted += n
  }
  return deleted
}

async function deleteOldAnswers(deps: Deps, trx: Trx, organisationId: string, before: string): Promise<number> {
  let deleted = 0
  for (const round of await listClosedRounds(trx, organisationId, before)) {
    if (!round.hasAnswers) continue
    await hold(deps, trx, organisationId, round)
    deleted += await deleteAnswers(trx, organisationId, round.id)
    await note(deps, trx, organisationId, 'retention.answers', round)
  }
  return deleted
}

async function countAllTexts(db: Trx | Database['db'], organisationId: string, roundId: string): Promise<number> {
  return (
    (await countTexts(db, organisationId, [roundId])) +
    (await countRoomTexts(db, organisationId, [roundId])) +
    (await countArguments(db, organisationId, [roundId]))
  )
}

async function hold(deps: Deps, trx: Trx, organisationId: string, { id }: ClosedRound): Promise<void> {
  await lockRounds(trx, organisationId, [id], deps.database.kind)
}

function note(
  { now }: Deps,
  trx: Trx,
  organisationId: string,
  action: 'retention.answers' | 'retention.texts',
  { id }: ClosedRound,
): Promise<void> {
  return insertAuditEvent(trx, { organisationId, userId: null, action, object: id, at: now() })
}
