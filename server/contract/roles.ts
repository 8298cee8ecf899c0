/*
 * Roles and kinds of organisations, for browser and server: pages need these lists, and not what checks requests, which
 * a strict policy would not even let start.
 */

/** Kinds of organisations. */
export const ORGANISATION_KINDS = ['company', 'park', 'programme', 'consultancy'] as const

/** Roles in companies, parks and consultancies; `design.md` section 2 says what each is for. */
export const HOUSE_ROLES = ['owner', 'contributor', 'viewer', 'facilitator'] as const
/**
 * Roles in a programme. The owner is called its manager there; an analyst prepares what is published, an adviser brings
 * companies in, a student keeps the facts about parks, an overseer only reads.
 */
export const PROGRAMME_ROLES = ['owner', 'analyst', 'adviser', 'student', 'overseer'] as const
/** What a membership allows. */
export const ROLES = [...HOUSE_ROLES, 'analyst', 'adviser', 'student', 'overseer'] as const

/** The roles that there are in an organisation of a kind. */
export function rolesOf(kind: (typeof ORGANISATION_KINDS)[number]): readonly (typeof ROLES)[number][] {
  return kind === 'programme' ? PROGRAMME_ROLES : HOUSE_ROLES
}

/** Who there can be, seen from one organisation; members by role first. */
export const VIEWERS = [...ROLES, 'participant', 'screen', 'operator', 'outsider'] as const
/** One of them. */
export type Viewer = (typeof VIEWERS)[number]

/** Who there can be seen from an organisation of a kind, by role first, from most to least. */
export function viewersOf(kind: (typeof ORGANISATION_KINDS)[number]): readonly Viewer[] {
  const inHouse = ['owner', 'facilitator', 'contributor', 'viewer', 'participant', 'screen'] as const
  const roles: readonly Viewer[] = kind === 'programme' ? rolesOf(kind) : inHouse
  return [...roles, 'operator', 'outsider']
}
