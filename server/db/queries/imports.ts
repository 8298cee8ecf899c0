import type { Db } from '../open.ts'

/** Organisations with exactly this name that this user owns, without an end. */
export async function findOrganisationsByNameOfOwner(db: Db, userId: string, name: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('membership', 'membership.organisationId', 'organisation.id')
    .select('organisation.id')
    .where('organisation.name', '=', name)
    .where('membership.userId', '=', userId)
    .where('membership.role', '=', 'owner')
    .where('membership.until', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether the organisation has a round with this title already. */
export async function hasRoundWithTitle(db: Db, organisationId: string, title: string): Promise<boolean> {
  const row = await db
    .selectFrom('round')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('title', '=', title)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
