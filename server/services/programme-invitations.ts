import { hashPassword } from '../auth/passwords.ts'
import type { Scope } from '../auth/scope.ts'
import { hashSecret, makeSecret, makeSortedId } from '../auth/secrets.ts'
import type {
  ProgrammeInvitationAccept,
  ProgrammeInvitationInput,
  ProgrammeInvitationSignUp,
  ProgrammeInvitationView,
} from '../contract/programme-invitations.ts'
import type { Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findMembership } from '../db/queries/members.ts'
import { lockOrganisationById } from '../db/queries/organisations.ts'
import { findPark, listParks } from '../db/queries/parks.ts'
import {
  deleteProgrammeInvitation,
  findProgrammeInvitation,
  type HeldProgrammeInvitation,
  insertProgrammeInvitation,
  joinProgramme,
  takeUpProgrammeInvitation,
} from '../db/queries/programme-invitations.ts'
import { ProblemError, refuseField } from '../problem.ts'
import { addUser } from './accounts.ts'
import { addOrganisation } from './organisations.ts'
import { refuseCommonPassword } from './password-rules.ts'
import { addSession } from './sessions.ts'

const DAYS = 30

interface Deps {
  readonly db: Db
  readonly now: () => Date
}

/** What came of taking a link up. */
export interface Participating {
  readonly companyId: string
  readonly programmeId: string
}

/**
 * Makes a link for one company to take part, good for thirty days; its token is shown once.
 *
 * @throws {ProblemError} `invalid-request` for a park that is none of the programme's.
 */
export async function inviteCompany(
  { db, now }: Deps,
  scope: Scope,
  { parkId, note }: ProgrammeInvitationInput,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const at = now()
  if (parkId !== null && (await findPark(db, scope, parkId)) === undefined) refusePark()
  const [id, token] = [makeSortedId(at.getTime()), makeSecret()]
  const expiresAt = new Date(at.getTime() + DAYS * 24 * 3_600_000).toISOString()
  const { organisationId: programmeId, userId } = scope
  const row = { id, tokenHash: hashSecret(token), programmeId, parkId, note, createdBy: userId, usedAt: null }
  await db.transaction().execute(async (trx) => {
    await insertProgrammeInvitation(trx, { ...row, createdAt: at.toISOString(), expiresAt })
    await insertAuditEvent(trx, {
      organisationId: programmeId,
      userId,
      action: 'participation.invite',
      object: id,
      at,
    })
  })
  return { id, token, expiresAt }
}

function refusePark(): never {
  refuseField('#/parkId', 'must be a park of the programme')
}

/**
 * Withdraws a link that no company took up.
 *
 * @throws {ProblemError} `not-found`, for one of another programme too.
 */
export async function withdrawCompanyInvitation({ db, now }: Deps, scope: Scope, id: string): Promise<void> {
  const { organisationId, userId } = scope
  await db.transaction().execute(async (trx) => {
    if (!(await deleteProgrammeInvitation(trx, scope, id))) throw new ProblemError('not-found')
    const action = 'participation.withdraw-invitation'
    await insertAuditEvent(trx, { organisationId, userId, action, object: id, at: now() })
  })
}

/**
 * What the holder of a link may know before taking it up. Looking never uses it up.
 *
 * @throws {ProblemError} `invitation-not-valid`.
 */
export async function viewCompanyInvitation({ db, now }: Deps, token: string): Promise<ProgrammeInvitationView> {
  const { programme, programmeId, park } = await heldOf(db, token, now())
  const parks = park === null ? await listParks(db, { organisationId: programmeId }) : []
  return { programme, park, parks: parks.map(({ id, name, municipality }) => ({ id, name, municipality })) }
}

/**
 * Lets a company take part in a programme: one of which the caller is an owner, or a new one. It consents to nothing by
 * that. Who is no owner of the company learns nothing about it.
 *
 * @throws {ProblemError} `invitation-not-valid`; `not-found`, `not-allowed` for a company that is not the caller's;
 *   `participates-already`, and then the link stays good; `invalid-request` without a park.
 */
export function takePart(
  { db, now }: Deps,
  userId: string,
  { token, company, ...where }: ProgrammeInvitationAccept,
): Promise<Participating> {
  return db.transaction().execute(async (trx) => {
    const held = await heldOf(trx, token, now())
    if ('name' in company) {
      const input = { name: company.name, kind: 'company', locale: company.locale } as const
      return join(trx, held, { ...where, userId, companyId: await addOrganisation(trx, userId, input, now()) }, now())
    }
    const membership = await findMembership(trx, company.id, userId, now().toISOString())
    if (membership === undefined || membership.kind !== 'company') throw new ProblemError('not-found')
    if (membership.role !== 'owner') throw new ProblemError('not-allowed')
    return join(trx, held, { ...where, userId, companyId: company.id }, now())
  })
}

/**
 * The same for who has no account: it makes one, with a company, and a session.
 *
 * @throws {ProblemError} `invitation-not-valid`, `email-taken`, `common-password`, `invalid-request`.
 */
export async function signUpAndTakePart(
  { db, now }: Deps,
  { token, company, account, ...where }: ProgrammeInvitationSignUp,
  agent: string | null,
): Promise<Participating & { secret: string }> {
  // Looked up before the password is hashed: hashing is work that only the holder of a link may cause.
  const { programme } = await heldOf(db, token, now())
  refuseCommonPassword(account.password, [account.email, account.name, company.name, programme])
  const user = { ...account, passwordHash: await hashPassword(account.password) }
  return db.transaction().execute(async (trx) => {
    const held = await heldOf(trx, token, now())
    const userId = await addUser(trx, user, now())
    const input = { name: company.name, kind: 'company', locale: account.locale } as const
    const companyId = await addOrganisation(trx, userId, input, now())
    const at = now()
    await insertAuditEvent(trx, { organisationId: companyId, userId, action: 'user.sign-up', object: userId, at })
    const taking = await join(trx, held, { ...where, userId, companyId }, at)
    const secret = await addSession(trx, userId, at, { method: 'invitation', isStrong: false, agent })
    return { ...taking, secret }
  })
}

interface Joining {
  readonly userId: string
  readonly companyId: string
  readonly parkId?: string | undefined
  readonly sector: string | null
}

async function join(
  trx: Trx,
  held: HeldProgrammeInvitation,
  { userId, companyId, sector, ...where }: Joining,
  at: Date,
): Promise<Participating> {
  const { id, programmeId } = held
  const parkId = held.park?.id ?? where.parkId
  if (parkId === undefined || (await findPark(trx, { organisationId: programmeId }, parkId)) === undefined) refusePark()
  // A consent and a farewell at the same moment take turns with this.
  await lockOrganisationById(trx, companyId)
  const joinedAt = at.toISOString()
  const row = { id: makeSortedId(at.getTime()), programmeId, companyId, parkId, sector, joinedAt, leftAt: null }
  if (!(await joinProgramme(trx, { ...row, revision: 1 }))) throw new ProblemError('participates-already')
  if (!(await takeUpProgrammeInvitation(trx, id, joinedAt))) throw new ProblemError('invitation-not-valid')
  for (const organisationId of [companyId, programmeId])
    await insertAuditEvent(trx, {
      organisationId,
      userId: organisationId === companyId ? userId : null,
      action: 'participation.join',
      object: organisationId === companyId ? programmeId : companyId,
      at,
    })
  return { companyId, programmeId }
}

async function heldOf(db: Db, token: string, now: Date): Promise<HeldProgrammeInvitation> {
  const held = await findProgrammeInvitation(db, hashSecret(token), now.toISOString())
  if (held === undefined) throw new ProblemError('invitation-not-valid')
  return held
}
