import type { Db, Trx } from '../open.ts'

/** Whose feed a secret address is, while that user is a member and not locked; undefined for any other address. */
export async function findCalendarFeed(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<{ organisationId: string; locale: string } | undefined> {
  return db
    .selectFrom('calendarFeed')
    .innerJoin('user', 'user.id', 'calendarFeed.userId')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.userId', '=', 'calendarFeed.userId')
        .onRef('membership.organisationId', '=', 'calendarFeed.organisationId'),
    )
    .select(['calendarFeed.organisationId', 'user.locale'])
    .where('calendarFeed.tokenHash', '=', tokenHash)
    .where('user.lockedAt', 'is', null)
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>', now)]))
    .executeTakeFirst()
}

/** When this user made the feed of this organisation; undefined when there is none. */
export async function findOwnCalendarFeed(
  db: Db,
  organisationId: string,
  userId: string,
): Promise<{ createdAt: string } | undefined> {
  return db
    .selectFrom('calendarFeed')
    .select('createdAt')
    .where('organisationId', '=', organisationId)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** Gives a user a feed of an organisation, in place of the one before. */
export async function replaceCalendarFeed(
  trx: Trx,
  feed: { tokenHash: string; organisationId: string; userId: string; createdAt: string },
): Promise<void> {
  await deleteCalendarFeed(trx, feed.organisationId, feed.userId)
  await trx.insertInto('calendarFeed').values(feed).execute()
}

/** Ends a user's feed of an organisation. */
export async function deleteCalendarFeed(db: Db, organisationId: string, userId: string): Promise<void> {
  await db
    .deleteFrom('calendarFeed')
    .where('organisationId', '=', organisationId)
    .where('userId', '=', userId)
    .execute()
}
