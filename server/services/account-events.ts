import type { AccountAction } from '../contract/audit.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent, insertSystemEvent, type SystemEvent } from '../db/queries/audit.ts'
import { listMembershipsOfUser } from '../db/queries/members.ts'

/**
 * Notes what happened with an account, inside a transaction and last in it: for the installation, and in every
 * organisation where the user is a member at that moment, since its owners want to know who can get in and how.
 */
export async function insertAccountEvent(
  trx: Trx,
  event: SystemEvent & { readonly userId: string; readonly action: AccountAction },
): Promise<void> {
  const memberships = await listMembershipsOfUser(trx, event.userId, event.at.toISOString())
  // In one order, so that two transactions that note events in the same organisations never wait for each other.
  const organisationIds = memberships.map(({ organisationId }) => organisationId).sort()
  for (const organisationId of organisationIds) await insertAuditEvent(trx, { organisationId, ...event })
  await insertSystemEvent(trx, event)
}
