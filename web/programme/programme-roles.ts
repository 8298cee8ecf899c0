import type { Role } from '../../server/contract/common.ts'

/** Whether a role in a programme keeps parks and their facts. */
export function mayKeepParks(role: Role): boolean {
  return ['owner', 'analyst', 'adviser', 'student'].includes(role)
}

/** Whether a role in a programme invites companies, and so knows their names. */
export function mayInvite(role: Role): boolean {
  return role === 'owner' || role === 'adviser'
}

/** Whether a role in a programme prepares what is published. */
export function mayPrepare(role: Role): boolean {
  return role === 'owner' || role === 'analyst'
}
