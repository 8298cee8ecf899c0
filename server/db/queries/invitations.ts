import type { Scope } from '../../auth/scope.ts'
import { type OpenInvitation, OrganisationKind } from '../../contract/accounts.ts'
import { Role } from '../../contract/common.ts'
import type { Db, Trx } from '../open.ts'
import type { InvitationRow } from '../tables.ts'
import { seeingAlso } from '../tenant-lock.ts'

/** An invitation that somebody holds the link of, found before it is known which organisation it is about. */
export interface HeldInvitation {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly role: Role
  readonly until: string | null
  /** The owner who made it. */
  readonly createdBy: string
}

/** Adds an invitation. */
export async function insertInvitation(db: Db, invitation: InvitationRow): Promise<void> {
  await db.insertInto('invitation').values(invitation).execute()
}

/** The invitation behind a link, when it can still be taken up. */
export async function findInvitationOfToken(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<HeldInvitation | undefined> {
  const row = await openInvitations(db, now)
    .innerJoin('organisation', 'organisation.id', 'invitation.organisationId')
    .select([
      'invitation.id',
      'invitation.organisationId',
      'organisation.name as organisation',
      'organisation.kind',
      'invitation.role',
      'invitation.until',
      'invitation.createdBy',
    ])
    .where((eb) => eb.or([eb('invitation.tokenHash', '=', tokenHash), eb('invitation.mailedHash', '=', tokenHash)]))
    .executeTakeFirst()
  return row && { ...row, kind: OrganisationKind.parse(row.kind), role: Role.parse(row.role) }
}

/** The invitations of an organisation that can still be taken up, newest first, with what became of their mail. */
export async function listOpenInvitations(db: Db, { organisationId }: Scope, now: string): Promise<OpenInvitation[]> {
  const open = openInvitations(db, now)
    .leftJoin('mail', 'mail.invitationId', 'invitation.id')
    .select([
      'invitation.id',
      'invitation.role',
      'invitation.until',
      'invitation.note',
      'invitation.email',
      'invitation.createdAt',
      'invitation.expiresAt',
      'mail.sentAt',
      'mail.failedAt',
    ])
    .where('invitation.organisationId', '=', organisationId)
    .orderBy('invitation.id', 'desc')
  const park = await db
    .selectFrom('parkFact')
    .select('programmeId')
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  // Who invites into a park may work in its programme.
  const rows = await seeingAlso(park === undefined ? [] : [park.programmeId], () => open.execute())
  return rows.map(({ sentAt, failedAt, email, ...row }) => {
    const state = sentAt !== null ? 'sent' : failedAt !== null ? 'failed' : 'waiting'
    return { ...row, role: Role.parse(row.role), mail: email === null ? null : { to: email, state } }
  })
}

/** Who invites and into what, for the mail; undefined when the invitation can no longer be taken up. */
export function findInvitationToMail(
  db: Db,
  id: string,
  now: string,
): Promise<{ inviter: string; organisation: string; expiresAt: string } | undefined> {
  return openInvitations(db, now)
    .innerJoin('organisation', 'organisation.id', 'invitation.organisationId')
    .innerJoin('user', 'user.id', 'invitation.createdBy')
    .select(['user.name as inviter', 'organisation.name as organisation', 'invitation.expiresAt'])
    .where('invitation.id', '=', id)
    .executeTakeFirst()
}

/** Keeps the hash of the link that is being mailed, in place of the one of a try before. */
export async function updateMailedHash(trx: Trx, id: string, mailedHash: string): Promise<void> {
  await trx.updateTable('invitation').set({ mailedHash }).where('id', '=', id).execute()
}

/**
 * Unused, in time, and made by who is an owner still: an owner who was removed must not come back through a link that
 * was made before. Of a park the managers of its programme are owners too.
 */
function openInvitations(db: Db, now: string) {
  return db
    .selectFrom('invitation')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership')
          .select('membership.userId')
          .whereRef('membership.userId', '=', 'invitation.createdBy')
          .where('membership.role', '=', 'owner')
          .where((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>', now)]))
          .where((eb) =>
            eb.or([
              eb('membership.organisationId', '=', eb.ref('invitation.organisationId')),
              eb(
                'membership.organisationId',
                'in',
                eb
                  .selectFrom('parkFact')
                  .select('parkFact.programmeId')
                  .whereRef('parkFact.organisationId', '=', 'invitation.organisationId'),
              ),
            ]),
          ),
      ),
    )
    .where('invitation.usedAt', 'is', null)
    .where('invitation.expiresAt', '>', now)
}

/** Takes an invitation up; false when somebody did so before, even at the same moment. */
export async function takeUpInvitation(trx: Trx, id: string, now: string): Promise<boolean> {
  const row = await trx
    .updateTable('invitation')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Withdraws an unused invitation; false when the organisation has none with this id. */
export async function deleteInvitation(db: Db, { organisationId }: Scope, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('invitation')
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
