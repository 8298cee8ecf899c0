import type { Db, Trx } from '../open.ts'
import type { NewLink } from './password-resets.ts'

/** Somebody who may be written to. */
export interface Addressee {
  readonly userId: string
  readonly name: string
  readonly email: string
}

/** An intervention whose day to look back has come near. */
export interface DueReview {
  readonly organisationId: string
  readonly id: string
  readonly content: string
  readonly state: string
  readonly reviewOn: string
}

/** A membership that ends. */
export interface Ending {
  readonly organisationId: string
  readonly organisation: string
  readonly userId: string
  readonly name: string
  readonly until: string
}

/** Takes it upon oneself to write the reminders of a day; false when another did, even at the same moment. */
export async function takeReminderDay(trx: Trx, day: string): Promise<boolean> {
  const row = await trx
    .insertInto('reminderDay')
    .values({ day })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the reminders of a day were written. */
export async function hasReminderDay(db: Db, day: string): Promise<boolean> {
  return (await db.selectFrom('reminderDay').select('day').where('day', '=', day).executeTakeFirst()) !== undefined
}

/** Interventions of all organisations with a day to look back that is one of these, in any state; no rehearsals. */
export async function listDueReviews(db: Db, days: readonly string[]): Promise<DueReview[]> {
  const rows = await db
    .selectFrom('intervention')
    .leftJoin('round', (join) =>
      join
        .onRef('round.organisationId', '=', 'intervention.organisationId')
        .onRef('round.id', '=', 'intervention.roundId'),
    )
    .select([
      'intervention.organisationId',
      'intervention.id',
      'intervention.content',
      'intervention.state',
      'intervention.reviewOn',
    ])
    .where('intervention.reviewOn', 'in', [...days])
    .where((where) => where.or([where('round.purpose', 'is', null), where('round.purpose', '<>', 'rehearsal')]))
    .orderBy('intervention.reviewOn')
    .orderBy('intervention.id')
    .execute()
  return rows.flatMap(({ reviewOn, ...row }) => (reviewOn === null ? [] : [{ ...row, reviewOn }]))
}

/** Whether there still is a day to look back at an intervention, and in which state it is; undefined when it is gone. */
export function findReview(
  db: Db,
  organisationId: string,
  id: string,
): Promise<{ state: string; reviewOn: string | null } | undefined> {
  return db
    .selectFrom('intervention')
    .select(['state', 'reviewOn'])
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Memberships of all organisations that end at or after `from` and before `before`. */
export function listEndings(db: Db, from: string, before: string): Promise<Ending[]> {
  return endings(db)
    .where('membership.until', '>=', from)
    .where('membership.until', '<', before)
    .orderBy('membership.until')
    .orderBy('user.id')
    .execute()
}

/** A membership that still ends at this time; undefined when it was changed or is gone. */
export function findEnding(db: Db, organisationId: string, userId: string, until: string): Promise<Ending | undefined> {
  return endings(db)
    .where('membership.organisationId', '=', organisationId)
    .where('membership.userId', '=', userId)
    .where('membership.until', '=', until)
    .executeTakeFirst()
}

function endings(db: Db) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select([
      'membership.organisationId',
      'organisation.name as organisation',
      'user.id as userId',
      'user.name',
      'membership.until',
    ])
    .$narrowType<{ until: string }>()
}

/** Members of an organisation at this moment who can sign in and want reminders; with a role, only who has that. */
export function listAddressees(db: Db, organisationId: string, now: string, role?: 'owner'): Promise<Addressee[]> {
  const query = addressees(db, organisationId, now)
  return (role === undefined ? query : query.where('membership.role', '=', role)).execute()
}

/** The same for members with one of these roles. */
export function listRoundAddressees(
  db: Db,
  organisationId: string,
  now: string,
  roles: readonly string[],
): Promise<Addressee[]> {
  return addressees(db, organisationId, now)
    .where('membership.role', 'in', [...roles])
    .execute()
}

function addressees(db: Db, organisationId: string, now: string) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select(['user.id as userId', 'user.name', 'user.email'])
    .where('membership.organisationId', '=', organisationId)
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>', now)]))
    .where('user.lockedAt', 'is', null)
    .where('user.hasReminders', '=', 1)
    .orderBy('user.id')
}

/** Whether this user wants reminders by mail. */
export async function hasReminders(db: Db, userId: string): Promise<boolean> {
  const row = await db.selectFrom('user').select('hasReminders').where('id', '=', userId).executeTakeFirst()
  return row?.hasReminders === 1
}

/** Switches a user's reminders on or off. */
export async function updateReminders(db: Db, userId: string, isOn: boolean): Promise<void> {
  await db
    .updateTable('user')
    .set({ hasReminders: isOn ? 1 : 0 })
    .where('id', '=', userId)
    .execute()
}

/** Keeps a link that switches reminders off. */
export async function insertReminderStop(trx: Trx, link: NewLink): Promise<void> {
  await trx.insertInto('reminderStop').values(link).execute()
}

/** Whose reminders a link switches off; undefined for one that is over or never was. */
export async function findReminderStop(db: Db, tokenHash: string, now: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('reminderStop')
    .select('userId')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row?.userId
}
