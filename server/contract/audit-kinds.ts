/** What people filter a log by. */
export const AUDIT_KINDS = [
  'sign-ins',
  'roles',
  'consents',
  'releases',
  'exports',
  'erasures',
  'workshops',
  'other',
] as const

/** What the object of an event is the id of; `none` says nothing to a reader. */
export const AUDIT_OBJECTS = [
  'round',
  'release',
  'workshop',
  'user',
  'reflection',
  'intervention',
  'file',
  'none',
] as const
export type AuditObject = (typeof AUDIT_OBJECTS)[number]
