import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, type DatabaseConnection, sql } from 'kysely'
import type { Database } from './open.ts'

/*
 * The second lock between organisations, on PostgreSQL. The first is that every query names its organisation; this one
 * holds when a query forgets to: row-level security (migration 0033) shows and takes rows of the organisations in the
 * setting `meervoud.organisations` of the connection and no others, and none at all where nothing was set.
 */

/** Stands in the setting where the work at hand is not about some organisations: looking up whose a secret is, chores. */
const EVERY = '*'

/**
 * Whose rows the work at hand may see and write. That of a request begins with those of every organisation, for
 * finding out who asks and about what, and is narrowed for good when that is known.
 */
export class Sight {
  #organisations: ReadonlySet<string> | undefined
  #setting: string

  /** @param organisations ids; every organisation when left out. */
  constructor(organisations?: Iterable<string>) {
    this.#organisations = organisations && new Set(organisations)
    this.#setting = settingOf(this.#organisations)
  }

  /** What the connection has to be told. */
  get setting(): string {
    return this.#setting
  }

  /** From now on only this organisation. */
  narrowTo(organisationId: string): void {
    this.#organisations = new Set([organisationId])
    this.#setting = settingOf(this.#organisations)
  }

  /** The same with these organisations added. */
  with(organisationIds: Iterable<string>): Sight {
    return this.#organisations === undefined ? this : new Sight([...this.#organisations, ...organisationIds])
  }
}

function settingOf(organisations: ReadonlySet<string> | undefined): string {
  return organisations === undefined ? EVERY : [...organisations].sort().join(',')
}

const sights = new AsyncLocalStorage<Sight>()
/** What a process does by itself, and commands: never what somebody asked for. */
const OWN_WORK = new Sight()

/** Does this and what comes of it with this sight. */
export function within<Result>(sight: Sight, work: () => Result): Result {
  return sights.run(sight, work)
}

/** Does this with the rows of these organisations, and no others. */
export function seeingOnly<Result>(organisationIds: Iterable<string>, work: () => Result): Result {
  return within(new Sight(organisationIds), work)
}

/** Does this with the rows of these organisations beside those that are seen already: what is handed over between two. */
export function seeingAlso<Result>(organisationIds: Iterable<string>, work: () => Result): Result {
  return within((sights.getStore() ?? OWN_WORK).with(organisationIds), work)
}

/** Does this with the rows of every organisation: for what is about an account or the installation. Say why where it stands. */
export function seeingEvery<Result>(work: () => Result): Result {
  return within(OWN_WORK, work)
}

/** Narrows the request at hand to one organisation, once its secret said which; does nothing outside requests. */
export function narrowSight(organisationId: string): void {
  const sight = sights.getStore()
  if (sight !== OWN_WORK) sight?.narrowTo(organisationId)
}

/** Statements that end a part of a transaction: they say nothing about rows, and nothing else is heard after a failure. */
const ENDINGS = /^(commit|rollback|savepoint|release)\b/

/**
 * Lets a new connection be told whose rows the work at hand may see, before a statement and only when that differs from
 * what it was told last.
 */
export async function lockConnection(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection)
  let told: string | undefined
  const tell = async () => {
    const { setting } = sights.getStore() ?? OWN_WORK
    if (setting === told) return
    told = undefined
    await execute(CompiledQuery.raw(`select set_config('meervoud.organisations', $1, false)`, [setting]))
    told = setting
  }
  connection.executeQuery = async <Row>(query: CompiledQuery, options?: Parameters<typeof execute>[1]) => {
    const isEnding = ENDINGS.test(query.sql)
    if (!isEnding) await tell()
    try {
      const result = await execute<Row>(query, options)
      // What was told inside a part that is taken back is taken back with it.
      if (isEnding && (query.sql.startsWith('rollback') || wasRolledBack(result.rows[0]))) told = undefined
      return result
    } catch (error) {
      if (isEnding) told = undefined
      throw error
    }
  }
}

/** PostgreSQL answers so to a commit of a transaction in which something failed. */
function wasRolledBack(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'command' in row && row.command === 'ROLLBACK'
}

/** How the second lock stands. */
export interface LockState {
  /** The role of this connection when PostgreSQL lets it pass by row-level security: a superuser, or one with BYPASSRLS. */
  readonly passedBy: string | undefined
  /** Tables of organisations on which it is off. */
  readonly open: readonly string[]
}

/** Looks how the second lock stands; undefined on SQLite, which has none. */
export async function readLockState({ db, kind }: Pick<Database, 'db' | 'kind'>): Promise<LockState | undefined> {
  if (kind === 'sqlite') return undefined
  const plain = db.withoutPlugins()
  const role = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)`.execute(plain)
  const tables = await sql<{ name: string }>`
    select relation.relname as name
    from pg_index key
    join pg_class relation on relation.oid = key.indrelid
    join pg_attribute first on first.attrelid = relation.oid and first.attnum = key.indkey[0]
    where key.indisprimary and first.attname = 'organisation_id'
      and relation.relnamespace = current_schema()::regnamespace
      and not (relation.relrowsecurity and relation.relforcerowsecurity)
    order by relation.relname`.execute(plain)
  return { passedBy: role.rows[0]?.name, open: tables.rows.map(({ name }) => name) }
}
