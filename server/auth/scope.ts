import type { Role } from '../contract/common.ts'

/** Who asks: a signed-in user. */
export interface Account {
  readonly userId: string
}

const made = Symbol('made by the access hook')

/**
 * The right of one user to work inside one organisation. Only the access hook makes it, after it looked the membership
 * up; queries on tenant tables take it, so that none can forget which organisation it is about.
 */
export interface Scope extends Account {
  readonly organisationId: string
  readonly role: Role
  readonly [made]: true
}

/** For the access hook, and for commands that the operator runs on the machine itself. */
export function makeScope(organisationId: string, userId: string, role: Role): Scope {
  return { organisationId, userId, role, [made]: true }
}
