import * as z from 'zod'
import { ROLES } from './roles.ts'

/** An id of 128 bits that whoever creates the thing makes, written as a UUID. */
export const Id = z.uuid()

/** An id that a phone or a script made: any text of 8 to 64 letters, digits, `-` and `_`; a random UUID is best. */
export const MadeId = z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, - or _')

/** Languages of the product. */
export const LOCALES = ['nl', 'en'] as const
export const Locale = z.enum(LOCALES)
export type Locale = z.infer<typeof Locale>

/** A time: ISO 8601, UTC. */
export const Time = z.iso.datetime()

/** What a membership allows. */
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Who answers. Not the perspective, which is a property of an item. */
export const STAKEHOLDER_GROUPS = [
  'management',
  'staff',
  'customer',
  'supplier',
  'neighbour',
  'education',
  'government',
  'other',
] as const
export const StakeholderGroup = z.enum(STAKEHOLDER_GROUPS)
export type StakeholderGroup = z.infer<typeof StakeholderGroup>

/** The time that answers are about: a year or a quarter. */
export const Period = z.string().regex(/^\d{4}(-Q[1-4])?$/, 'must be a year (2026) or a quarter (2026-Q4)')

/** One page of a list: `next` is where the following page starts, or null at the end. */
export function listOf<Element extends z.ZodType>(element: Element) {
  return z.object({ items: z.array(element), next: z.string().nullable() })
}

/** Path parameters of everything inside an organisation. */
export const OrganisationParams = z.object({ org: Id })
/** Path parameters of everything inside a round. */
export const RoundParams = z.object({ org: Id, round: Id })
