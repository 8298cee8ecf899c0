import { sql } from 'kysely'
import type { Database, Db } from '../open.ts'

/** An account without anything secret, and how many organisations it works in. */
export interface AccountSummary {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isOperator: number
  readonly lockedAt: string | null
  readonly organisations: number
  readonly hasTotp: boolean
  readonly passkeys: number
}

/**
 * A page of accounts by address, with one more than asked for when there are more.
 *
 * @param after the id of the account after which the page begins.
 */
export async function listAccounts(
  db: Db,
  { after, most, now }: { after?: string | undefined; most: number; now: string },
): Promise<AccountSummary[]> {
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'isOperator', 'lockedAt'])
    .select((eb) => [
      eb
        .selectFrom('membership')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('membership.userId', '=', 'user.id')
        .where((or) => or.or([or('until', 'is', null), or('until', '>', now)]))
        .as('organisations'),
      eb
        .selectFrom('totp')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('totp.userId', '=', 'user.id')
        .where('totp.sealedSeed', 'is not', null)
        .as('codes'),
      eb
        .selectFrom('passkey')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('passkey.userId', '=', 'user.id')
        .as('passkeys'),
    ])
    .$if(after !== undefined, (query) =>
      query.where('email', '>', (eb) =>
        eb
          .selectFrom('user as last')
          .select('last.email')
          .where('last.id', '=', after ?? ''),
      ),
    )
    .orderBy('email')
    .limit(most + 1)
    .execute()
  return rows.map(({ organisations, codes, passkeys, ...row }) => {
    return { ...row, organisations: Number(organisations), hasTotp: Number(codes) > 0, passkeys: Number(passkeys) }
  })
}

/**
 * When each of these last signed in, as far as the log of the installation reaches, or when a sign-in began that is still
 * good: setting up and taking an invitation up sign in as well. Who never did is not there.
 */
export async function lastSignIns(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('systemEvent')
    .select(['userId', ({ fn }) => fn.max('at').as('at')])
    .where('action', '=', 'user.sign-in')
    .where('userId', 'in', [...userIds])
    .groupBy('userId')
    .execute()
  const sessions = await db
    .selectFrom('session')
    .select(['userId', ({ fn }) => fn.max('createdAt').as('at')])
    .where('userId', 'in', [...userIds])
    .groupBy('userId')
    .execute()
  const last = new Map<string, string>()
  for (const { userId, at } of [...rows, ...sessions])
    if (userId !== null && at > (last.get(userId) ?? '')) last.set(userId, at)
  return last
}

/** Locks an account, or lets it be used again; false when there is none with this id. */
export async function updateLock(db: Db, id: string, lockedAt: string | null): Promise<boolean> {
  const row = await db.updateTable('user').set({ lockedAt }).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Whoever runs the installation, by address. */
export function listOperators(db: Db): Promise<{ id: string; email: string; name: string }[]> {
  return db.selectFrom('user').select(['id', 'email', 'name']).where('isOperator', '=', 1).orderBy('email').execute()
}

/** How large the database is, in bytes. */
export async function readDatabaseBytes({ kind, db }: Database): Promise<number> {
  const size =
    kind === 'sqlite'
      ? sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
  const { rows } = await size.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}
