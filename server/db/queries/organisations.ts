import type { Scope } from '../../auth/scope.ts'
import { insertHead } from '../audit-chain.ts'
import type { Db, Trx } from '../open.ts'
import type { OrganisationRow } from '../tables.ts'

/** The organisation of the scope. */
export function findOrganisation(db: Db, { organisationId }: Scope): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisation').selectAll().where('id', '=', organisationId).executeTakeFirst()
}

/** The organisation with this id, for who is in one of its rooms without being a member. */
export function findOrganisationById(db: Db, id: string): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Adds an organisation, with the end of the chain of its events. */
export async function insertOrganisation(db: Db, organisation: OrganisationRow): Promise<void> {
  await db.insertInto('organisation').values(organisation).execute()
  await insertHead(db, organisation.id)
}

/** Gives the organisation of the scope another name. */
export async function updateOrganisationName(trx: Trx, { organisationId }: Scope, name: string): Promise<void> {
  await trx.updateTable('organisation').set({ name }).where('id', '=', organisationId).execute()
}

/**
 * Makes other transactions that lock the same organisation wait until this one ends. An update that changes nothing,
 * because SQLite has no `select ... for update`.
 */
export function lockOrganisation(trx: Trx, { organisationId }: Scope): Promise<void> {
  return lockOrganisationById(trx, organisationId)
}

/** The same for what the server does by itself, or a user with all organisations of the own account. */
export async function lockOrganisationById(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('organisation')
    .set((eb) => ({ id: eb.ref('id') }))
    .where('id', '=', id)
    .execute()
}
