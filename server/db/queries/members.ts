import type { Scope } from '../../auth/scope.ts'
import { type Me, type Member, OrganisationKind } from '../../contract/accounts.ts'
import { Role } from '../../contract/common.ts'
import type { Db } from '../open.ts'
import type { MembershipRow } from '../tables.ts'

/** The role that a user has in an organisation at this moment; undefined for none, or one that has ended. */
export async function findMembership(
  db: Db,
  organisationId: string,
  userId: string,
  now: string,
): Promise<{ role: Role } | undefined> {
  const row = await db
    .selectFrom('membership')
    .select(['role', 'until'])
    .where('organisationId', '=', organisationId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (row === undefined || (row.until !== null && row.until <= now)) return undefined
  return { role: Role.parse(row.role) }
}

/** Where a user works at this moment, by name of the organisation. */
export async function listMembershipsOfUser(db: Db, userId: string, now: string): Promise<Me['memberships']> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .leftJoin('erasureRequest', 'erasureRequest.organisationId', 'membership.organisationId')
    .select([
      'organisation.id as organisationId',
      'organisation.name',
      'organisation.kind',
      'membership.role',
      'membership.until',
      'erasureRequest.dueAt as erasedOn',
    ])
    .where('membership.userId', '=', userId)
    .where((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>', now)]))
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: OrganisationKind.parse(row.kind), role: Role.parse(row.role) }))
}

/** Everybody of the organisation, by name; who has left by the end of a membership too, with that end. */
export async function listMembers(db: Db, scope: Scope): Promise<Member[]> {
  const rows = await members(db, scope).orderBy('user.name').orderBy('user.id').execute()
  return rows.map((row) => ({ ...row, role: Role.parse(row.role) }))
}

/** One member of the organisation; undefined when the user is none. */
export async function findMember(db: Db, scope: Scope, userId: string): Promise<Member | undefined> {
  const row = await members(db, scope).where('membership.userId', '=', userId).executeTakeFirst()
  return row === undefined ? undefined : { ...row, role: Role.parse(row.role) }
}

function members(db: Db, { organisationId }: Scope) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select(['user.id as userId', 'user.name', 'user.email', 'membership.role', 'membership.until'])
    .where('membership.organisationId', '=', organisationId)
}

/** Makes somebody a member; a membership that has ended is replaced. */
export async function upsertMembership(db: Db, membership: MembershipRow): Promise<void> {
  const { role, until, createdAt } = membership
  await db
    .insertInto('membership')
    .values(membership)
    .onConflict((conflict) => conflict.columns(['organisationId', 'userId']).doUpdateSet({ role, until, createdAt }))
    .execute()
}

/** Changes role and end of a membership. */
export async function updateMembership(
  db: Db,
  { organisationId }: Scope,
  userId: string,
  change: { role: Role; until: string | null },
): Promise<void> {
  await db
    .updateTable('membership')
    .set(change)
    .where('organisationId', '=', organisationId)
    .where('userId', '=', userId)
    .execute()
}

/** Ends a membership at once. */
export async function deleteMembership(db: Db, { organisationId }: Scope, userId: string): Promise<void> {
  await db.deleteFrom('membership').where('organisationId', '=', organisationId).where('userId', '=', userId).execute()
}

/** Whether the organisation has an owner whose membership has no end; `beside` is a user who does not count. */
export async function hasLastingOwner(db: Db, organisationId: string, beside?: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('userId')
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'owner')
    .where('until', 'is', null)
    .$if(beside !== undefined, (query) => query.where('userId', '<>', beside ?? ''))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
