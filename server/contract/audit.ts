import * as z from 'zod'
import { AUDIT_KINDS, AUDIT_OBJECTS, type AuditObject } from './audit-kinds.ts'
import { Id, OrganisationParams, Time } from './common.ts'

/** What people filter a log by. */
export const AuditKind = z.enum(AUDIT_KINDS)
export type AuditKind = z.infer<typeof AuditKind>

interface ActionAbout {
  readonly kind: AuditKind
  readonly object: AuditObject
}

/**
 * What happens with an account: noted about the installation, and in every organisation in which the user works at that
 * moment.
 */
const ACCOUNT_ACTIONS = {
  'user.sign-in': { kind: 'sign-ins', object: 'none' },
  'session.end': { kind: 'sign-ins', object: 'none' },
  'session.end-all': { kind: 'sign-ins', object: 'none' },
  'password.change': { kind: 'sign-ins', object: 'none' },
  'factor.add': { kind: 'sign-ins', object: 'none' },
  'factor.remove': { kind: 'sign-ins', object: 'none' },
  'recovery.renew': { kind: 'sign-ins', object: 'none' },
  'recovery.used': { kind: 'sign-ins', object: 'none' },
  'account.help': { kind: 'sign-ins', object: 'none' },
  'password.reset-link': { kind: 'sign-ins', object: 'user' },
  'password.reset': { kind: 'sign-ins', object: 'none' },
  'passkey.add': { kind: 'sign-ins', object: 'none' },
  'passkey.remove': { kind: 'sign-ins', object: 'none' },
  'passkey.copied': { kind: 'sign-ins', object: 'none' },
  'identity.add': { kind: 'sign-ins', object: 'none' },
  'identity.remove': { kind: 'sign-ins', object: 'none' },
  'token.make': { kind: 'sign-ins', object: 'none' },
  'token.withdraw': { kind: 'sign-ins', object: 'none' },
} as const satisfies Readonly<Record<string, ActionAbout>>
export type AccountAction = keyof typeof ACCOUNT_ACTIONS

/**
 * Everything that is noted about an organisation. Whoever notes something new adds it here, and a sentence
 * `audit-<action with hyphens for dots>` in `data/texts/{nl,en}/audit.ftl`.
 */
export const AUDIT_ACTIONS = {
  ...ACCOUNT_ACTIONS,
  'user.sign-up': { kind: 'sign-ins', object: 'user' },
  'access.refused': { kind: 'sign-ins', object: 'none' },
  'organisation.create': { kind: 'other', object: 'none' },
  'organisation.rename': { kind: 'other', object: 'none' },
  'organisation.import': { kind: 'other', object: 'none' },
  'member.change': { kind: 'roles', object: 'user' },
  'member.remove': { kind: 'roles', object: 'user' },
  'engagement.give': { kind: 'roles', object: 'user' },
  'engagement.extend': { kind: 'roles', object: 'user' },
  'engagement.shorten': { kind: 'roles', object: 'user' },
  'engagement.end': { kind: 'roles', object: 'user' },
  'invitation.create': { kind: 'roles', object: 'none' },
  'invitation.withdraw': { kind: 'roles', object: 'none' },
  'invitation.accept': { kind: 'roles', object: 'none' },
  'intervention.consent-open': { kind: 'consents', object: 'intervention' },
  'intervention.consent-closed': { kind: 'consents', object: 'intervention' },
  'intervention.voice-settled': { kind: 'consents', object: 'intervention' },
  'consent.given': { kind: 'consents', object: 'none' },
  'consent.withdrawn': { kind: 'consents', object: 'none' },
  'consent.contributed': { kind: 'consents', object: 'none' },
  'consent.left': { kind: 'consents', object: 'none' },
  'consent.ended': { kind: 'consents', object: 'none' },
  'participation.consent-given': { kind: 'consents', object: 'none' },
  'participation.consent-withdrawn': { kind: 'consents', object: 'none' },
  'participation.left': { kind: 'consents', object: 'none' },
  'exchange.offer': { kind: 'other', object: 'none' },
  'exchange.need': { kind: 'other', object: 'none' },
  'exchange.end': { kind: 'other', object: 'none' },
  'exchange.yes': { kind: 'consents', object: 'none' },
  'exchange.no': { kind: 'consents', object: 'none' },
  'exchange.nothing': { kind: 'consents', object: 'none' },
  'exchange.agreed': { kind: 'consents', object: 'none' },
  'exchange.met': { kind: 'consents', object: 'none' },
  'programme.publish': { kind: 'releases', object: 'none' },
  'programme.page': { kind: 'releases', object: 'none' },
  'round.create': { kind: 'releases', object: 'round' },
  'round.open': { kind: 'releases', object: 'round' },
  'round.close': { kind: 'releases', object: 'round' },
  'sheet.sign-off': { kind: 'releases', object: 'round' },
  'evidence.add': { kind: 'other', object: 'file' },
  'evidence.remove': { kind: 'other', object: 'file' },
  'evidence.figures': { kind: 'other', object: 'round' },
  'evidence.figures-removed': { kind: 'other', object: 'round' },
  'round.archive': { kind: 'releases', object: 'round' },
  'round.days': { kind: 'releases', object: 'round' },
  'round.rename': { kind: 'other', object: 'round' },
  'round.release': { kind: 'releases', object: 'release' },
  'instrument.import': { kind: 'other', object: 'none' },
  'round.import': { kind: 'releases', object: 'round' },
  'workshop.reveal': { kind: 'releases', object: 'release' },
  'workshop.release': { kind: 'releases', object: 'workshop' },
  'export.organisation': { kind: 'exports', object: 'none' },
  'export.round': { kind: 'exports', object: 'round' },
  'export.rounds': { kind: 'exports', object: 'none' },
  'export.command': { kind: 'exports', object: 'none' },
  'export.audit': { kind: 'exports', object: 'none' },
  'calendar.link-made': { kind: 'exports', object: 'none' },
  'calendar.link-ended': { kind: 'exports', object: 'none' },
  'workshop.texts-deleted': { kind: 'erasures', object: 'workshop' },
  'erasure.request': { kind: 'erasures', object: 'none' },
  'erasure.stop': { kind: 'erasures', object: 'none' },
  'retention.answers': { kind: 'erasures', object: 'round' },
  'retention.texts': { kind: 'erasures', object: 'round' },
  'workshop.create': { kind: 'workshops', object: 'workshop' },
  'workshop.controls': { kind: 'workshops', object: 'workshop' },
  'workshop.display': { kind: 'workshops', object: 'workshop' },
  'workshop.displays-ended': { kind: 'workshops', object: 'workshop' },
  'workshop.rehearsal-removed': { kind: 'workshops', object: 'none' },
  'workshop.handed-over': { kind: 'workshops', object: 'none' },
  'workshop.taken-over': { kind: 'workshops', object: 'workshop' },
  'reflection.create': { kind: 'other', object: 'reflection' },
  'reflection.close': { kind: 'other', object: 'reflection' },
  'reflection.reopen': { kind: 'other', object: 'reflection' },
  'intervention.create': { kind: 'other', object: 'intervention' },
  'intervention.proposed': { kind: 'other', object: 'intervention' },
  'intervention.agreed': { kind: 'other', object: 'intervention' },
  'intervention.running': { kind: 'other', object: 'intervention' },
  'intervention.stopped': { kind: 'other', object: 'intervention' },
  'intervention.review': { kind: 'other', object: 'intervention' },
  'intervention.delete': { kind: 'other', object: 'none' },
  'target.set': { kind: 'other', object: 'none' },
  'target.removed': { kind: 'other', object: 'none' },
  'plan.made': { kind: 'other', object: 'none' },
  'plan.changed': { kind: 'other', object: 'none' },
  'plan.ended': { kind: 'other', object: 'none' },
  'network.party-removed': { kind: 'other', object: 'none' },
  'park.add': { kind: 'other', object: 'none' },
  'park.import': { kind: 'other', object: 'none' },
  'park.change': { kind: 'other', object: 'none' },
  'park.erased': { kind: 'erasures', object: 'none' },
  'participation.invite': { kind: 'roles', object: 'none' },
  'participation.withdraw-invitation': { kind: 'roles', object: 'none' },
  'participation.join': { kind: 'consents', object: 'none' },
  'network.experiment-removed': { kind: 'other', object: 'none' },
} as const satisfies Readonly<Record<string, ActionAbout>>
export type AuditAction = keyof typeof AUDIT_ACTIONS

/** Everything that is noted about the installation; a sentence for each as above. */
export const SYSTEM_ACTIONS = {
  ...ACCOUNT_ACTIONS,
  'user.sign-in-failed': { kind: 'sign-ins', object: 'user' },
  'user.sign-in-limited': { kind: 'sign-ins', object: 'none' },
  'join.limited': { kind: 'sign-ins', object: 'none' },
  'user.lock': { kind: 'roles', object: 'user' },
  'user.unlock': { kind: 'roles', object: 'user' },
  'operator.add': { kind: 'roles', object: 'user' },
  'operator.remove': { kind: 'roles', object: 'user' },
  'export.person': { kind: 'exports', object: 'none' },
  'erasure.account': { kind: 'erasures', object: 'none' },
  'erasure.organisation': { kind: 'erasures', object: 'none' },
  'retention.done': { kind: 'erasures', object: 'none' },
  'clock.doubted': { kind: 'erasures', object: 'none' },
  'backup.make': { kind: 'exports', object: 'none' },
  restore: { kind: 'other', object: 'none' },
} as const satisfies Readonly<Record<string, ActionAbout>>
export type SystemAction = keyof typeof SYSTEM_ACTIONS

/** What is known of an action, by name; an action of another version of the product counts as `other`. */
export function aboutAction(action: string): ActionAbout {
  const all: Readonly<Record<string, ActionAbout>> = { ...AUDIT_ACTIONS, ...SYSTEM_ACTIONS }
  return (Object.hasOwn(all, action) ? all[action] : undefined) ?? { kind: 'other', object: 'none' }
}

/** What is wrong with the first broken event of a log. */
export const AuditFault = z.enum(['changed', 'missing', 'reordered', 'added', 'cut-off'])
export type AuditFault = z.infer<typeof AuditFault>

const Person = z.object({
  id: Id.nullable().describe('null: nobody who was signed in, or the server itself'),
  name: z.string().nullable().describe('null for who is no member any more'),
  is: z.enum(['member', 'former', 'operator', 'nobody']),
})

/** One thing that happened. The words are made where it is read. */
export const AuditEntry = z
  .object({
    id: z.string(),
    number: z.int().describe('place in the log, from 1'),
    at: Time,
    action: z.string(),
    kind: AuditKind,
    who: Person,
    object: z.string(),
    objectIs: z.enum(AUDIT_OBJECTS).describe('`none`: what it is says nothing to a reader'),
    objectName: z.string().nullable().describe('null for what is not there any more, or has no name'),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

/** Whether the log of an organisation is whole. */
export const AuditCheck = z
  .object({
    checkedAt: Time,
    events: z.int(),
    state: z.enum(['whole', 'broken']),
    broken: z
      .object({
        number: z.int(),
        why: AuditFault,
        event: AuditEntry.nullable().describe('the first broken event; null for one that is not there'),
      })
      .nullable(),
  })
  .meta({ id: 'AuditCheck' })
export type AuditCheck = z.infer<typeof AuditCheck>

/** The number of the last event that was read. */
const Cursor = z.string().regex(/^\d{1,9}$/, 'must be the `next` of a page')

/** Which events to list: from a time on, up to another one that is not included. A reader's day has a reader's time zone. */
export const AuditFilter = z.strictObject({
  kind: AuditKind.optional(),
  from: Time.optional(),
  to: Time.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** The same with the page to show. */
export const AuditQuery = AuditFilter.extend({ cursor: Cursor.optional() })
/** The same for a file, in the language of its reader. */
export const AuditFileQuery = AuditFilter.extend({ locale: z.enum(['nl', 'en']).optional() })
/** Path parameters of the log of an organisation. */
export const AuditParams = OrganisationParams

/** One thing that happened to the installation. */
export const SystemEntry = z
  .object({
    id: z.string(),
    number: z.int(),
    at: Time,
    action: z.string(),
    user: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    object: z.string(),
    objectIs: z.enum(AUDIT_OBJECTS),
    objectName: z.string().nullable().describe('name of a user when the object is one'),
  })
  .meta({ id: 'SystemEntry' })
export type SystemEntry = z.infer<typeof SystemEntry>

/** Which page of the log of the installation. */
export const SystemEventsQuery = z.strictObject({ cursor: Cursor.optional() })
