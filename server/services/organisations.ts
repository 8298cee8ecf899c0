import type { Scope } from '../auth/scope.ts'
import { makeSortedId } from '../auth/secrets.ts'
import {
  type Member,
  type MemberChange,
  type Organisation,
  type OrganisationInput,
  OrganisationKind,
} from '../contract/accounts.ts'
import type { AuditAction } from '../contract/audit.ts'
import { Locale, type Role } from '../contract/common.ts'
import { rolesOf } from '../contract/roles.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import {
  deleteMembership,
  findMember,
  hasLastingOwner,
  updateMembership,
  upsertMembership,
} from '../db/queries/members.ts'
import {
  findOrganisation,
  findOrganisationById,
  insertOrganisation,
  lockOrganisation,
} from '../db/queries/organisations.ts'
import { findProgrammeOfPark } from '../db/queries/parks.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { noteEngagement } from './engagement-events.ts'

/** What organisation rules need: the database and the time. */
export interface OrganisationDeps {
  readonly db: Db
  readonly now: () => Date
}

/** What changing members needs besides: to end the lines of who may no longer listen. */
export interface MemberDeps extends OrganisationDeps {
  readonly live: Live
}

/** Makes an organisation whose owner is who makes it, and returns its id. */
export function makeOrganisation(
  { db, now }: OrganisationDeps,
  userId: string,
  input: OrganisationInput,
): Promise<string> {
  return db.transaction().execute((trx) => addOrganisation(trx, userId, input, now()))
}

/** Adds an organisation with its owner, inside a transaction, and returns its id. */
export async function addOrganisation(trx: Trx, userId: string, input: OrganisationInput, now: Date): Promise<string> {
  const [id, createdAt] = [makeSortedId(now.getTime()), now.toISOString()]
  await insertOrganisation(trx, { id, ...input, createdAt })
  await upsertMembership(trx, { organisationId: id, userId, role: 'owner', until: null, createdAt })
  await insertAuditEvent(trx, { organisationId: id, userId, action: 'organisation.create', object: id, at: now })
  return id
}

/** The organisation of the scope, with the role of who asks. */
export async function readOrganisation({ db }: OrganisationDeps, scope: Scope): Promise<Organisation> {
  const organisation = await findOrganisation(db, scope)
  if (organisation === undefined) throw new ProblemError('not-found')
  const { id, name, kind, locale } = organisation
  const programme = (await findProgrammeOfPark(db, id)) ?? null
  return { id, name, kind: OrganisationKind.parse(kind), locale: Locale.parse(locale), role: scope.role, programme }
}

/**
 * Changes role and end of a member, with effect on the next request and on open lines.
 *
 * @throws {ProblemError} `not-found`; `role-not-here`; `last-owner` when no owner without end would be left.
 */
export async function changeMember(
  { db, now, live }: MemberDeps,
  scope: Scope,
  userId: string,
  { role, until }: MemberChange,
): Promise<Member> {
  const changed = await db.transaction().execute(async (trx) => {
    const member = await lockMember(trx, scope, userId)
    await refuseStrangeRole(trx, scope.organisationId, role)
    const [at, after] = [now(), { role, until }]
    await updateMembership(trx, scope, userId, after)
    await keepAnOwner(trx, scope)
    await noteChange(trx, scope, 'member.change', userId, at)
    await noteEngagement(trx, scope, userId, { before: member, after }, at)
    return { ...member, role, until }
  })
  live.endLines(userId)
  return changed
}

/**
 * Lets only roles by that an organisation of this kind has.
 *
 * @throws {ProblemError} `role-not-here`.
 */
export async function refuseStrangeRole(db: Db, organisationId: string, role: Role): Promise<void> {
  const organisation = await findOrganisationById(db, organisationId)
  const roles = organisation === undefined ? [] : rolesOf(OrganisationKind.parse(organisation.kind))
  if (!roles.includes(role)) throw new ProblemError('role-not-here')
}

/**
 * Takes a member out of the organisation at once.
 *
 * @throws {ProblemError} `not-found`; `last-owner` when no owner without end would be left.
 */
export async function removeMember({ db, now, live }: MemberDeps, scope: Scope, userId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const at = now()
    const before = await lockMember(trx, scope, userId)
    await deleteMembership(trx, scope, userId)
    await keepAnOwner(trx, scope)
    await noteChange(trx, scope, 'member.remove', userId, at)
    await noteEngagement(trx, scope, userId, { before, after: undefined }, at)
  })
  live.endLines(userId)
}

/**
 * One member, held until the transaction ends. Two owners who take each other's role away at the same moment must take turns, or
 * nobody would be left.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function lockMember(trx: Trx, scope: Scope, userId: string): Promise<Member> {
  await lockOrganisation(trx, scope)
  const member = await findMember(trx, scope, userId)
  if (member === undefined) throw new ProblemError('not-found')
  return member
}

async function keepAnOwner(trx: Trx, scope: Scope): Promise<void> {
  if (!(await hasLastingOwner(trx, scope.organisationId))) throw new ProblemError('last-owner')
}

function noteChange(
  trx: Trx,
  { organisationId, userId }: Scope,
  action: AuditAction,
  object: string,
  at: Date,
): Promise<void> {
  return insertAuditEvent(trx, { organisationId, userId, action, object, at })
}
