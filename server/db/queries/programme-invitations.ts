import type { Scope } from '../../auth/scope.ts'
import type { OpenProgrammeInvitation } from '../../contract/programme-invitations.ts'
import type { Db, Trx } from '../open.ts'
import type { ParticipationRow, ProgrammeInvitationRow } from '../programme-tables.ts'

/** A link that somebody holds, found before it is known which programme it is about. */
export interface HeldProgrammeInvitation {
  readonly id: string
  readonly programmeId: string
  readonly programme: string
  readonly park: { readonly id: string; readonly name: string } | null
}

/** Adds a link for one company. */
export async function insertProgrammeInvitation(trx: Trx, invitation: ProgrammeInvitationRow): Promise<void> {
  await trx.insertInto('programmeInvitation').values(invitation).execute()
}

/** The invitation behind a link, when it can still be taken up. */
export async function findProgrammeInvitation(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<HeldProgrammeInvitation | undefined> {
  const row = await openInvitations(db, now)
    .innerJoin('organisation', 'organisation.id', 'programmeInvitation.programmeId')
    .leftJoin('organisation as park', 'park.id', 'programmeInvitation.parkId')
    .select([
      'programmeInvitation.id',
      'programmeInvitation.programmeId',
      'organisation.name as programme',
      'programmeInvitation.parkId',
      'park.name as parkName',
    ])
    .where('programmeInvitation.tokenHash', '=', tokenHash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { parkId, parkName, ...rest } = row
  return { ...rest, park: namedPark(parkId, parkName) }
}

/** Links of a programme that can still be taken up, newest first. */
export async function listProgrammeInvitations(
  db: Db,
  { organisationId }: Scope,
  now: string,
): Promise<OpenProgrammeInvitation[]> {
  const rows = await openInvitations(db, now)
    .leftJoin('organisation as park', 'park.id', 'programmeInvitation.parkId')
    .select([
      'programmeInvitation.id',
      'programmeInvitation.note',
      'programmeInvitation.parkId',
      'programmeInvitation.createdAt',
      'programmeInvitation.expiresAt',
      'park.name as parkName',
    ])
    .where('programmeInvitation.programmeId', '=', organisationId)
    .orderBy('programmeInvitation.id', 'desc')
    .execute()
  return rows.map(({ parkId, parkName, ...row }) => ({ ...row, park: namedPark(parkId, parkName) }))
}

function namedPark(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name }
}

/** Unused, in time, and made by who may still invite: who left must not bring companies in through an older link. */
function openInvitations(db: Db, now: string) {
  return db
    .selectFrom('programmeInvitation')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.organisationId', '=', 'programmeInvitation.programmeId')
        .onRef('membership.userId', '=', 'programmeInvitation.createdBy'),
    )
    .where('membership.role', 'in', ['owner', 'adviser'])
    .where((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>', now)]))
    .where('programmeInvitation.usedAt', 'is', null)
    .where('programmeInvitation.expiresAt', '>', now)
}

/** Withdraws an open link of this programme; false when there is none. */
export async function deleteProgrammeInvitation(trx: Trx, { organisationId }: Scope, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('programmeInvitation')
    .where('programmeId', '=', organisationId)
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a link up; false when somebody did so before, even at the same moment. */
export async function takeUpProgrammeInvitation(trx: Trx, id: string, now: string): Promise<boolean> {
  const row = await trx
    .updateTable('programmeInvitation')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Lets a company take part; one that left comes back, on the park and in the sector that it says now.
 *
 * @returns false when it takes part already.
 */
export async function joinProgramme(trx: Trx, participation: ParticipationRow): Promise<boolean> {
  const { parkId, sector, joinedAt } = participation
  const row = await trx
    .insertInto('participation')
    .values(participation)
    .onConflict((conflict) =>
      conflict
        .columns(['programmeId', 'companyId'])
        .doUpdateSet((eb) => ({
          parkId,
          sector,
          joinedAt,
          leftAt: null,
          revision: eb('participation.revision', '+', 1),
        }))
        .where('participation.leftAt', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
