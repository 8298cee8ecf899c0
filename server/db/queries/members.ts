import type { Scope } from '../../auth/scope.ts'
import { type Me, type Member, OrganisationKind } from '../../contract/accounts.ts'
import { Role } from '../../contract/common.ts'
import type { Db } from '../open.ts'
import type { MembershipRow } from '../tables.ts'
import { seeingEvery, seeingOnly } from '../tenant-lock.ts'

/** What somebody is in an organisation at this moment. */
export interface Standing {
  readonly role: Role
  readonly kind: OrganisationKind
  /** When it ends; null: it does not. */
  readonly until: string | null
}

/**
 * The role that a user has in an organisation at this moment; undefined for none, or one that has ended. In a park,
 * whoever has no role there has the one that follows from their role in its programme.
 */
export async function findMembership(
  db: Db,
  organisationId: string,
  userId: string,
  now: string,
): Promise<Standing | undefined> {
  const row = await membershipOf(db, organisationId, userId, now)
  if (row !== undefined) {
    return { role: Role.parse(row.role), kind: OrganisationKind.parse(row.kind), until: row.until }
  }
  return standingInPark(db, organisationId, userId, now)
}

/** Looked up in that organisation alone, also by the second lock: it is where everything else begins. */
async function membershipOf(
  db: Db,
  organisationId: string,
  userId: string,
  now: string,
): Promise<{ role: string; kind: string; until: string | null } | undefined> {
  const query = db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['membership.role', 'membership.until', 'organisation.kind'])
    .where('membership.organisationId', '=', organisationId)
    .where('membership.userId', '=', userId)
  const row = await seeingOnly([organisationId], () => query.executeTakeFirst())
  return row !== undefined && (row.until === null || row.until > now) ? row : undefined
}

/** What a programme's staff may do in its parks. */
const IN_PARKS: Readonly<Partial<Record<Role, Role>>> = {
  owner: 'owner',
  adviser: 'facilitator',
  student: 'contributor',
  analyst: 'viewer',
  overseer: 'viewer',
}

async function standingInPark(db: Db, parkId: string, userId: string, now: string): Promise<Standing | undefined> {
  const query = db.selectFrom('parkFact').select('programmeId').where('organisationId', '=', parkId)
  const park = await seeingOnly([parkId], () => query.executeTakeFirst())
  // The role stands in the programme, which is another organisation.
  const row = park && (await membershipOf(db, park.programmeId, userId, now))
  const role = row && IN_PARKS[Role.parse(row.role)]
  return role && { role, kind: 'park', until: row.until }
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

/**
 * Whether the organisation has an owner whose membership has no end; `beside` is a user who does not count. A park is
 * kept by its programme.
 */
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
  if (row !== undefined) return true
  const park = db.selectFrom('parkFact').select('organisationId').where('organisationId', '=', organisationId)
  return (await park.executeTakeFirst()) !== undefined
}

/** The staff of a park's programme with the role that each has in the park, by name; empty for every other organisation. */
export async function listParkStaff(
  db: Db,
  parkId: string,
  now: string,
): Promise<{ userId: string; name: string; role: Role; until: string | null }[]> {
  const rows = await seeingEvery(() =>
    db
      .selectFrom('parkFact')
      .innerJoin('membership', 'membership.organisationId', 'parkFact.programmeId')
      .innerJoin('user', 'user.id', 'membership.userId')
      .select(['user.id as userId', 'user.name', 'membership.role', 'membership.until'])
      .where('parkFact.organisationId', '=', parkId)
      .where((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>', now)]))
      .orderBy('user.name')
      .orderBy('user.id')
      .execute(),
  )
  return rows.flatMap(({ role, ...row }) => {
    const inPark = IN_PARKS[Role.parse(role)]
    return inPark === undefined ? [] : [{ ...row, role: inPark }]
  })
}
