import { sql } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Database, Db, Trx } from '../open.ts'
import type { ProgrammeRow } from '../programme-tables.ts'

/** What a programme set; undefined while it set nothing. */
export function findProgramme(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
): Promise<ProgrammeRow | undefined> {
  return db.selectFrom('programme').selectAll().where('organisationId', '=', organisationId).executeTakeFirst()
}

/** The programme of which everybody can see the page at this address, with its name; undefined for none. */
export function findShownProgramme(db: Db, slug: string): Promise<(ProgrammeRow & { name: string }) | undefined> {
  return db
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisationId')
    .selectAll('programme')
    .select('organisation.name')
    .where('programme.slug', '=', slug)
    .where('programme.shownSince', 'is not', null)
    .executeTakeFirst()
}

/**
 * Lets only one programme at a time take an address, until the transaction ends: an index that is unique over programmes
 * could not be spread by organisation. SQLite has one transaction at a time anyway.
 */
export async function holdSlug(trx: Trx, kind: Database['kind'], slug: string): Promise<void> {
  if (kind === 'sqlite') return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`programme.slug ${slug}`}, 0))`.execute(trx)
}

/** Whether another programme has this address. */
export async function isSlugTaken(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  slug: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('programme')
    .select('organisationId')
    .where('slug', '=', slug)
    .where('organisationId', '<>', organisationId)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps what a programme set. */
export async function upsertProgramme(trx: Trx, programme: ProgrammeRow): Promise<void> {
  const { organisationId: _, ...rest } = programme
  await trx
    .insertInto('programme')
    .values(programme)
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(rest))
    .execute()
}
