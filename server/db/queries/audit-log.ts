import type { Scope } from '../../auth/scope.ts'
import type { Db } from '../open.ts'
import type { AuditEvent } from './audit.ts'

/** An event as a log shows it. */
export interface LoggedEvent {
  /** Place in the chain, from 1. */
  readonly number: number
  readonly id: string
  readonly at: string
  readonly userId: string | null
  readonly action: string
  readonly object: string
}

const COLUMNS = ['number', 'id', 'at', 'userId', 'action', 'object'] as const

/** Which events to find. */
export interface LogFilter {
  /** Only these actions, or all but these; undefined for all. */
  readonly actions: { readonly only: readonly string[] } | { readonly not: readonly string[] } | undefined
  /** Times; `to` not included. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Only events with a lower number. */
  readonly before: number | undefined
  readonly limit: number
}

/** Events of an organisation, newest first. */
export function listLog(
  db: Db,
  { organisationId }: Scope,
  { actions, from, to, before, limit }: LogFilter,
): Promise<LoggedEvent[]> {
  let query = db.selectFrom('auditEvent').select(COLUMNS).where('organisationId', '=', organisationId)
  if (actions !== undefined && 'only' in actions) query = query.where('action', 'in', [...actions.only])
  if (actions !== undefined && 'not' in actions) query = query.where('action', 'not in', [...actions.not])
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  if (before !== undefined) query = query.where('number', '<', before)
  return query.orderBy('number', 'desc').limit(limit).execute()
}

/** Events of the installation, newest first. */
export function listSystemLog(db: Db, before: number | undefined, limit: number): Promise<LoggedEvent[]> {
  const all = db.selectFrom('systemEvent').select(COLUMNS)
  const page = before === undefined ? all : all.where('number', '<', before)
  return page.orderBy('number', 'desc').limit(limit).execute()
}

/** Whether a user did this in an organisation on the day of `at`, in UTC. */
export async function hasEventOfDay(
  db: Db,
  { organisationId, userId, action, at }: Pick<AuditEvent, 'organisationId' | 'userId' | 'action' | 'at'>,
): Promise<boolean> {
  const day = at.toISOString().slice(0, 10)
  const row = await db
    .selectFrom('auditEvent')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('userId', '=', userId)
    .where('action', '=', action)
    .where('at', '>=', `${day}T00:00:00.000Z`)
    .where('at', '<=', `${day}T23:59:59.999Z`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What some ids are called, by id; what is gone is left out. */
export type Names = ReadonlyMap<string, string>

type Named = { readonly id: string; readonly name: string | null }

const namesOf = (rows: readonly Named[]): Names => {
  return new Map(rows.flatMap(({ id, name }) => (name === null || name === '' ? [] : [[id, name] as const])))
}

/** Names of those who have a membership of the organisation, also one that is over. */
export async function findMemberNames(db: Db, { organisationId }: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select(['user.id', 'user.name'])
    .where('membership.organisationId', '=', organisationId)
    .where('user.id', 'in', [...ids])
    .execute()
  return namesOf(rows)
}

/** Names of users, for who runs the installation. */
export async function findUserNames(db: Db, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  return namesOf(
    await db
      .selectFrom('user')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute(),
  )
}

/** Which of these users run the installation. */
export async function findOperatorsAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('user')
    .select('id')
    .where('id', 'in', [...ids])
    .where('isOperator', '=', 1)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Titles of rounds. */
export async function findRoundNames(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  ids: readonly string[],
): Promise<Names> {
  if (ids.length === 0) return new Map()
  return namesOf(
    await db
      .selectFrom('round')
      .select(['id', 'title as name'])
      .where('organisationId', '=', organisationId)
      .where('id', 'in', [...ids])
      .execute(),
  )
}

/** Names of files that show where an answer comes from. */
export async function findFileNames(db: Db, { organisationId }: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  return namesOf(
    await db
      .selectFrom('evidenceFile')
      .select(['id', 'name'])
      .where('organisationId', '=', organisationId)
      .where('id', 'in', [...ids])
      .execute(),
  )
}

/** Titles of the rounds that releases are of. */
export async function findReleaseNames(db: Db, { organisationId }: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('release')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'release.organisationId').onRef('round.id', '=', 'release.roundId'),
    )
    .select(['release.id', 'round.title as name'])
    .where('release.organisationId', '=', organisationId)
    .where('release.id', 'in', [...ids])
    .execute()
  return namesOf(rows)
}

/** Titles of the rounds that workshops are about. */
export async function findWorkshopNames(db: Db, { organisationId }: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'workshop.organisationId').onRef('round.id', '=', 'workshop.roundId'),
    )
    .select(['workshop.id', 'round.title as name'])
    .where('workshop.organisationId', '=', organisationId)
    .where('workshop.id', 'in', [...ids])
    .execute()
  return namesOf(rows)
}

/** Titles of conversations. */
export async function findReflectionNames(db: Db, { organisationId }: Scope, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  return namesOf(
    await db
      .selectFrom('reflection')
      .select(['id', 'title as name'])
      .where('organisationId', '=', organisationId)
      .where('id', 'in', [...ids])
      .execute(),
  )
}

/** Contents of agreements, which hold their titles. */
export function findInterventionContents(
  db: Db,
  { organisationId }: Scope,
  ids: readonly string[],
): Promise<{ id: string; content: string }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('intervention')
    .select(['id', 'content'])
    .where('organisationId', '=', organisationId)
    .where('id', 'in', [...ids])
    .execute()
}
