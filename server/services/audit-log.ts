import type { Scope } from '../auth/scope.ts'
import {
  AUDIT_ACTIONS,
  type AuditCheck,
  type AuditEntry,
  type AuditFilter,
  type AuditKind,
  aboutAction,
  type SystemEntry,
} from '../contract/audit.ts'
import type { AuditObject } from '../contract/audit-kinds.ts'
import { auditSentence } from '../contract/audit-words.ts'
import type { Locale } from '../contract/common.ts'
import type { Db } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import {
  findFileNames,
  findInterventionContents,
  findMemberNames,
  findOperatorsAmong,
  findReflectionNames,
  findReleaseNames,
  findRoundNames,
  findUserNames,
  findWorkshopNames,
  type LogFilter,
  type LoggedEvent,
  listLog,
  listSystemLog,
  type Names,
} from '../db/queries/audit-log.ts'
import { type Cell, csvOf } from '../export/csv.ts'
import { hasText, text } from '../texts.ts'
import { checkAudit } from './audit-check.ts'
import { contentOf } from './intervention-content.ts'

const PAGE = 50
const FILE_PAGE = 1000

/** What reading a log needs: the database and the time. */
export interface AuditDeps {
  readonly db: Db
  readonly now: () => Date
}

/** One page of a log. */
export interface LogPage<Entry> {
  readonly items: Entry[]
  readonly next: string | null
}

/** What happened in an organisation, newest first, with the names that things have now. */
export async function readAuditLog(
  { db }: AuditDeps,
  scope: Scope,
  { cursor, ...filter }: AuditFilter & { readonly cursor?: string | undefined },
): Promise<LogPage<AuditEntry>> {
  const before = cursor === undefined ? undefined : Number(cursor)
  const events = await listLog(db, scope, { ...filterOf(filter), before, limit: PAGE + 1 })
  const shown = events.slice(0, PAGE)
  return { items: await entriesOf(db, scope, shown), next: nextOf(events, shown) }
}

function nextOf(found: readonly LoggedEvent[], shown: readonly LoggedEvent[]): string | null {
  const last = shown.at(-1)
  return found.length > shown.length && last !== undefined ? String(last.number) : null
}

function filterOf({ kind, from, to }: AuditFilter): Omit<LogFilter, 'before' | 'limit'> {
  return {
    actions: kind === undefined ? undefined : actionsOf(kind),
    // As events have it: with milliseconds.
    from: from && new Date(from).toISOString(),
    to: to && new Date(to).toISOString(),
  }
}

/** What is not known, because another version noted it, counts as `other`. */
function actionsOf(kind: AuditKind): NonNullable<LogFilter['actions']> {
  const known = Object.entries(AUDIT_ACTIONS)
  if (kind === 'other') return { not: known.flatMap(([action, about]) => (about.kind === 'other' ? [] : [action])) }
  return { only: known.flatMap(([action, about]) => (about.kind === kind ? [action] : [])) }
}

/** Whether the log of an organisation is whole at this moment. */
export async function readAuditCheck({ db, now }: AuditDeps, scope: Scope): Promise<AuditCheck> {
  const { events, broken } = await checkAudit(db, scope.organisationId)
  const checkedAt = now().toISOString()
  if (broken === undefined) return { checkedAt, events, state: 'whole', broken: null }
  const { number, why, event } = broken
  const [entry] = event === undefined ? [] : await entriesOf(db, scope, [event])
  return { checkedAt, events, state: 'broken', broken: { number, why, event: entry ?? null } }
}

/** The log as a table for a spreadsheet, with the ids that the words stand for; that it was taken is noted too. */
export async function makeAuditFile(
  { db, now }: AuditDeps,
  scope: Scope,
  filter: AuditFilter,
  locale: Locale,
): Promise<string> {
  const say = (id: string, variables: Record<string, string>) => text(locale, id, variables)
  const has = (id: string) => hasText(locale, id)
  const rows: Cell[][] = []
  for (let before: number | undefined; ; ) {
    const events = await listLog(db, scope, { ...filterOf(filter), before, limit: FILE_PAGE })
    for (const entry of await entriesOf(db, scope, events)) {
      const { number, at, action, kind, who, object } = entry
      const sentence = auditSentence(entry, say, has)
      rows.push([number, at, sentence, say(`audit-kind-${kind}`, {}), action, who.id, object])
    }
    before = events.at(-1)?.number
    if (events.length < FILE_PAGE) break
  }
  const { organisationId, userId } = scope
  await insertAuditEvent(db, { organisationId, userId, action: 'export.audit', object: organisationId, at: now() })
  const header = ['number', 'time', 'sentence', 'kind', 'action', 'who', 'object']
  return csvOf(
    header.map((name) => text(locale, `audit-column-${name}`)),
    rows,
  )
}

/** What happened to the installation, newest first: ids and names of users, and nothing that an organisation keeps. */
export async function readSystemLog({ db }: AuditDeps, cursor: string | undefined): Promise<LogPage<SystemEntry>> {
  const events = await listSystemLog(db, cursor === undefined ? undefined : Number(cursor), PAGE + 1)
  const shown = events.slice(0, PAGE)
  const names = await findUserNames(
    db,
    shown.flatMap(({ userId, object }) => [...(userId === null ? [] : [userId]), object]),
  )
  const items = shown.map(({ userId, ...event }) => ({
    ...event,
    user: userId === null ? null : { id: userId, name: names.get(userId) ?? null },
    objectIs: aboutAction(event.action).object,
    objectName: names.get(event.object) ?? null,
  }))
  return { items, next: nextOf(events, shown) }
}

async function entriesOf(db: Db, scope: Scope, events: readonly LoggedEvent[]): Promise<AuditEntry[]> {
  const userIds = [...new Set(events.flatMap(({ userId }) => userId ?? []))]
  const named = new Map<AuditObject, Names>()
  for (const object of new Set(events.map(({ action }) => aboutAction(action).object))) {
    const ids = events.flatMap((event) => (aboutAction(event.action).object === object ? [event.object] : []))
    named.set(object, await NAMES[object](db, scope, [...new Set(ids)]))
  }
  const members = await findMemberNames(db, scope, userIds)
  const operators = await findOperatorsAmong(db, userIds)
  return events.map(({ number, id, at, userId, action, object }) => {
    const about = aboutAction(action)
    const objectName = named.get(about.object)?.get(object) ?? null
    const who = whoIs(userId, members, operators)
    return { number, id, at, action, kind: about.kind, who, object, objectIs: about.object, objectName }
  })
}

function whoIs(userId: string | null, members: Names, operators: ReadonlySet<string>): AuditEntry['who'] {
  if (userId === null) return { id: null, name: null, is: 'nobody' }
  const name = members.get(userId)
  if (name !== undefined) return { id: userId, name, is: 'member' }
  return { id: userId, name: null, is: operators.has(userId) ? 'operator' : 'former' }
}

type FindNames = (db: Db, scope: Scope, ids: readonly string[]) => Promise<Names>

/** How names of things are found, by what they are. */
const NAMES: Readonly<Record<AuditObject, FindNames>> = {
  round: findRoundNames,
  release: findReleaseNames,
  workshop: findWorkshopNames,
  user: findMemberNames,
  reflection: findReflectionNames,
  intervention: findAgreementNames,
  file: findFileNames,
  none: async () => new Map(),
}

async function findAgreementNames(db: Db, scope: Scope, ids: readonly string[]): Promise<Names> {
  const rows = await findInterventionContents(db, scope, ids)
  const titles = rows.map(({ id, content }) => [id, contentOf({ content }).title] as const)
  return new Map(titles.filter(([, title]) => title !== ''))
}
