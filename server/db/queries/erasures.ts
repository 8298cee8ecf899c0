import { sql } from 'kysely'
import { makeImportedId } from '../../auth/secrets.ts'
import { tablesOf, userColumnsOf } from '../../data-inventory.ts'
import type { ErasureRow } from '../erasure-tables.ts'
import type { Db, Trx } from '../open.ts'
import { seeingEvery } from '../tenant-lock.ts'

/** What stands in the place of a member whose account is gone. */
export const FORMER_MEMBER = 'former-member'

/** Everything that was ever erased, oldest first. */
export function listErasures(db: Db): Promise<ErasureRow[]> {
  return db.selectFrom('erasure').selectAll().orderBy('at').orderBy('id').execute()
}

/** Whether the database has this erasure. */
export async function hasErasure(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('erasure').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Notes that something is erased, inside the transaction that does it. */
export async function insertErasure(trx: Trx, erasure: ErasureRow): Promise<void> {
  await trx.insertInto('erasure').values(erasure).execute()
}

/** Notes that the files hold nothing more of these. */
export async function markSwept(db: Db, ids: readonly string[], sweptAt: string): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('erasure')
    .set({ sweptAt })
    .where('id', 'in', [...ids])
    .execute()
}

/**
 * Takes a user out of everything: what is the user's own goes, and what others go on with names a former member. By the
 * list of `data-inventory.ts`, so that a table that is new is not forgotten.
 *
 * @param key stands for this person's dots and answers to proposals from now on; it must be new and tell nothing.
 */
export async function forgetUser(trx: Trx, userId: string, key: string): Promise<void> {
  // Archives that were imported here name the same person by another id.
  const imported = makeImportedId(userId)
  await trx.deleteFrom('importedPerson').where('id', 'in', [userId, imported]).execute()
  for (const [table, line] of tablesOf()) {
    for (const [column, becomes] of userColumnsOf(line)) {
      if (table === 'user' || becomes === 'kept') continue
      const named = trx.dynamic.ref<string>(column)
      const isKey = column === 'voterKey'
      const ids = isKey ? [`user:${userId}`] : [userId, imported]
      if (becomes === 'gone') await trx.deleteFrom(table).where(named, 'in', ids).execute()
      else {
        const next = becomes === 'nobody' ? null : isKey ? `former:${key}` : FORMER_MEMBER
        await trx
          .updateTable(table)
          .set({ [column]: next } as never)
          .where(named, 'in', ids)
          .execute()
      }
    }
  }
  await trx.updateTable('workshop').set({ heldSince: null }).where('holderId', 'is', null).execute()
  await trx.deleteFrom('user').where('id', '=', userId).execute()
}

/** Names a former member where an agreement of these organisations names this owner; both counted in the same words. */
export async function forgetOwnerName(
  trx: Trx,
  organisationIds: readonly string[],
  name: string,
  words: (locale: string) => string,
): Promise<void> {
  if (organisationIds.length === 0) return
  const rows = await trx
    .selectFrom('intervention')
    .innerJoin('organisation', 'organisation.id', 'intervention.organisationId')
    .select(['intervention.organisationId', 'intervention.id', 'intervention.content', 'intervention.revision'])
    .select('organisation.locale')
    .where('intervention.organisationId', 'in', [...organisationIds])
    .execute()
  for (const { organisationId, id, content, revision, locale } of rows) {
    const written = JSON.parse(content) as { owner?: string }
    if (written.owner?.trim().toLowerCase() !== name.trim().toLowerCase()) continue
    await trx
      .updateTable('intervention')
      .set({ content: JSON.stringify({ ...written, owner: words(locale) }), revision: revision + 1 })
      .where('organisationId', '=', organisationId)
      .where('id', '=', id)
      .execute()
  }
}

/** Organisations of which this user is an owner without an end, by id, with their names. */
export function listOwnedOrganisations(db: Db, userId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .where('membership.userId', '=', userId)
    .where('membership.role', '=', 'owner')
    .where('membership.until', 'is', null)
    .orderBy('organisation.id')
    .execute()
}

/**
 * Ids of every organisation in which any row names this user, and of those that the log says somebody put the user out
 * of: a membership that was removed is a row no more.
 */
export async function listOrganisationIdsOf(db: Db, userId: string): Promise<string[]> {
  const ids = new Set<string>()
  for (const [table, line] of tablesOf()) {
    if (!Object.values(line.columns).flat().includes('organisationId')) continue
    const columns = userColumnsOf(line).map(([column]) => column)
    for (const column of table === 'auditEvent' ? [...columns, 'object'] : columns) {
      const rows = await db
        .selectFrom(table)
        .select(db.dynamic.ref<string>('organisationId') as never)
        .distinct()
        .where(db.dynamic.ref<string>(column), '=', column === 'voterKey' ? `user:${userId}` : userId)
        .execute()
      for (const { organisationId } of rows as { organisationId: string }[]) ids.add(organisationId)
    }
  }
  return [...ids].sort()
}

/** Forgets an address: where it was invited, and every mail to it, sent or not. */
export async function forgetAddress(trx: Trx, email: string): Promise<void> {
  const address = email.toLowerCase()
  await trx
    .updateTable('invitation')
    .set({ email: null })
    .where(({ fn }) => fn<string>('lower', ['email']), '=', address)
    .execute()
  await trx
    .deleteFrom('mail')
    .where(({ fn }) => fn<string>('lower', ['recipient']), '=', address)
    .execute()
}

/**
 * Ids of everybody who is or was a member of an organisation: of a park the staff of its programme too, of a programme
 * everybody in its parks.
 */
export async function listMemberIds(db: Db, organisationId: string): Promise<string[]> {
  const rows = await seeingEvery(() =>
    db
      .selectFrom('membership')
      .select('userId')
      .distinct()
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('organisationId', '=', organisationId),
          eb(
            'organisationId',
            'in',
            selectFrom('parkFact').select('programmeId').where('parkFact.organisationId', '=', organisationId),
          ),
          eb(
            'organisationId',
            'in',
            selectFrom('parkFact').select('parkFact.organisationId').where('programmeId', '=', organisationId),
          ),
        ]),
      )
      .execute(),
  )
  return rows.map(({ userId }) => userId)
}

/** Whether somebody else runs the installation too. */
export async function hasOtherOperator(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('isOperator', '=', 1)
    .where('lockedAt', 'is', null)
    .where('id', '<>', userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether there is any account beside this one. */
export async function hasOtherUsers(db: Db, userId: string): Promise<boolean> {
  return (await db.selectFrom('user').select('id').where('id', '<>', userId).limit(1).executeTakeFirst()) !== undefined
}

/** Deletes an organisation with every row of every table that carries its id. */
export async function deleteOrganisation(trx: Trx, id: string): Promise<void> {
  // Mail about an invitation goes with it; most tables go with the organisation by their keys.
  await trx.deleteFrom('organisation').where('id', '=', id).execute()
  for (const [table, line] of tablesOf()) {
    const columns = Object.values(line.columns).flat()
    if (!columns.includes('organisationId')) continue
    await trx.deleteFrom(table).where(trx.dynamic.ref<string>('organisationId'), '=', id).execute()
  }
}

/**
 * Deletes a respondent with sheet, history and secret. What releases of an anonymous round hold of it stays until the
 * sheets go, under another random id: without it the next release would tell, beside the one before, what this one
 * person answered. In an open round, where names stand beside answers anyway, it goes too.
 */
export async function deleteRespondent(
  trx: Trx,
  { organisationId, roundId, id }: { organisationId: string; roundId: string; id: string },
  isOpen: boolean,
  newId: string,
): Promise<void> {
  const contributed = { organisationId, respondentId: id }
  if (isOpen) {
    await trx
      .deleteFrom('releaseContributor')
      .where('organisationId', '=', contributed.organisationId)
      .where('respondentId', '=', contributed.respondentId)
      .execute()
  } else {
    await trx
      .updateTable('releaseContributor')
      .set({ respondentId: newId })
      .where('organisationId', '=', contributed.organisationId)
      .where('respondentId', '=', contributed.respondentId)
      .execute()
  }
  await trx
    .deleteFrom('respondent')
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .where('id', '=', id)
    .execute()
}

/** A respondent by the id alone, with how its round is held; undefined for none. */
export function findRespondentById(
  db: Db,
  id: string,
): Promise<{ organisationId: string; roundId: string; mode: string } | undefined> {
  return db
    .selectFrom('respondent')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'respondent.organisationId').onRef('round.id', '=', 'respondent.roundId'),
    )
    .select(['respondent.organisationId', 'respondent.roundId', 'round.mode'])
    .where('respondent.id', '=', id)
    .executeTakeFirst()
}

/** Where something went by retention that the files may still hold, and when; the earliest first. */
export async function listUnsweptRetention(db: Db): Promise<{ organisationId: string; doneAt: string }[]> {
  const rows = await db
    .selectFrom('retention')
    .select(['organisationId', 'doneAt'])
    .where('doneAt', 'is not', null)
    .where((where) => where.or([where('sweptAt', 'is', null), where('sweptAt', '<', where.ref('doneAt'))]))
    .orderBy('doneAt')
    .execute()
  return rows.flatMap(({ organisationId, doneAt }) => (doneAt === null ? [] : [{ organisationId, doneAt }]))
}

/** Notes that the files hold nothing more of these; what went since they were listed is not among them. */
export async function markRetentionSwept(
  db: Db,
  retained: readonly { organisationId: string; doneAt: string }[],
  sweptAt: string,
): Promise<void> {
  for (const { organisationId, doneAt } of retained)
    await db
      .updateTable('retention')
      // Later than now when the clock was set back since: it would be written anew for ever.
      .set({ sweptAt: sweptAt > doneAt ? sweptAt : doneAt })
      .where('organisationId', '=', organisationId)
      .where('doneAt', '=', doneAt)
      .execute()
}

/**
 * Writes the files of the database anew without what was deleted, and empties the log beside them. On PostgreSQL the
 * space is freed for what is written next.
 *
 * @returns false when somebody else was reading at that moment: then it must be done again.
 */
export async function rewriteFiles(db: Db, kind: 'sqlite' | 'postgres'): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    await sql`vacuum`.execute(connection)
    if (kind === 'postgres') return true
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection)
    return rows[0]?.busy === 0
  })
}

/** Size of the database in bytes; undefined on PostgreSQL, whose files are its own business. */
export async function databaseBytes(db: Db, kind: 'sqlite' | 'postgres'): Promise<number | undefined> {
  if (kind === 'postgres') return undefined
  const { rows } = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(db)
  return rows[0]?.bytes
}
