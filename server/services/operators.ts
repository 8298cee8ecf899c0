import type { OperatorState, OperatorUser } from '../contract/operator.ts'
import { type Database, type Db, readMigrations } from '../db/open.ts'
import { insertSystemEvent } from '../db/queries/audit.ts'
import { countFailingMail } from '../db/queries/mail.ts'
import { lastSignIns, listAccounts, readDatabaseBytes, updateLock } from '../db/queries/operators.ts'
import { deleteOtherSessions } from '../db/queries/sessions.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { TaskFailed } from '../upkeep/run-task.ts'
import type { Upkeep } from '../upkeep/upkeep.ts'

/** Accounts on one page. */
const PAGE = 200

/** What running an installation needs. */
export interface OperatorDeps {
  readonly database: Database
  readonly db: Db
  readonly live: Live
  readonly now: () => Date
  readonly upkeep: Upkeep
  readonly version: string
  readonly demo: boolean
  /** Undefined where the installation sends no mail. */
  readonly mail?: object | undefined
  readonly secondFactor?: 'optional' | 'required' | undefined
}

/** How the installation is doing. */
export async function readState(deps: OperatorDeps): Promise<OperatorState> {
  const { database, upkeep, version, demo, mail, secondFactor, now } = deps
  const { applied } = await readMigrations(database)
  const failingMails = mail === undefined ? 0 : await countFailingMail(database.db, dayBefore(now()), now())
  return {
    version,
    startedAt: upkeep.startedAt.toISOString(),
    status: upkeep.readiness === 'ok' && failingMails > 0 ? 'attention' : upkeep.readiness,
    isDemo: demo,
    database: { kind: database.kind, bytes: await readDatabaseBytes(database), migrations: applied.length },
    disk: upkeep.disk ?? null,
    backups: backupsOf(upkeep),
    hasMail: mail !== undefined,
    failingMails,
    secondFactor: secondFactor ?? 'optional',
  }
}

function dayBefore(time: Date): Date {
  return new Date(time.getTime() - 24 * 3_600_000)
}

function backupsOf({ backups }: Upkeep): OperatorState['backups'] {
  if (backups === undefined) return null
  const all = backups.list()
  const { folder, isOnSameDisk, isLate, failure, drill } = backups
  return {
    folder,
    isOnSameDisk,
    kept: all.length,
    newestAt: backups.newest?.madeAt.toISOString() ?? null,
    isLate,
    failure,
    drill: drill === null ? null : { at: drill.at, isGood: drill.fault === null, fault: drill.fault },
  }
}

/**
 * Makes a backup for whoever asks.
 *
 * @throws {ProblemError} `backups-elsewhere` where the server makes none, `backup-no-room`, `backup-failed`.
 */
export async function backUpNow({ db, now, upkeep }: OperatorDeps, userId: string): Promise<void> {
  const { backups } = upkeep
  if (backups === undefined) throw new ProblemError('backups-elsewhere')
  // Before it is made, so that it stands in the backup too.
  await db
    .transaction()
    .execute((trx) => insertSystemEvent(trx, { userId, action: 'backup.make', object: userId, at: now() }))
  await backups.make().catch((cause: unknown) => {
    const isFull = cause instanceof TaskFailed && cause.code === 'no-room'
    throw new ProblemError(isFull ? 'backup-no-room' : 'backup-failed', { cause })
  })
}

/** A page of the accounts of this installation, by address. */
export async function listUsers(
  { db, now }: Pick<OperatorDeps, 'db' | 'now'>,
  after: string | undefined,
): Promise<{ items: OperatorUser[]; next: string | null }> {
  const rows = await listAccounts(db, { after, most: PAGE, now: now().toISOString() })
  const page = rows.slice(0, PAGE)
  const signIns = await lastSignIns(
    db,
    page.map(({ id }) => id),
  )
  const items = page.map(({ id, name, email, isOperator, lockedAt, organisations, hasTotp, passkeys }) => ({
    id,
    name,
    email,
    isOperator: isOperator === 1,
    isLocked: lockedAt !== null,
    hasSecondFactor: hasTotp || passkeys > 0,
    lastSignInOn: signIns.get(id)?.slice(0, 10) ?? null,
    organisations,
  }))
  return { items, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

/**
 * Locks an account: its sign-ins, tokens and open lines end at once. Or lets it be used again.
 *
 * @throws {ProblemError} `not-found`; `not-yourself`.
 */
export async function lockUser(
  { db, live, now }: Pick<OperatorDeps, 'db' | 'live' | 'now'>,
  operatorId: string,
  userId: string,
  isLocked: boolean,
): Promise<void> {
  if (operatorId === userId) throw new ProblemError('not-yourself')
  await db.transaction().execute(async (trx) => {
    if (!(await updateLock(trx, userId, isLocked ? now().toISOString() : null))) throw new ProblemError('not-found')
    if (isLocked) await deleteOtherSessions(trx, userId, undefined)
    const action = isLocked ? 'user.lock' : 'user.unlock'
    await insertSystemEvent(trx, { userId: operatorId, action, object: userId, at: now() })
  })
  if (isLocked) live.endLines(userId)
}
