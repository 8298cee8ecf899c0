import * as z from 'zod'
import { Id, Locale, Role, Time } from './common.ts'
import { ORGANISATION_KINDS } from './roles.ts'

/** An email address as people type it; compared in lower case. */
export const Email = z.email().max(254)
/** At least 12 characters and no further rules: length is what helps. */
export const Password = z.string().min(12).max(256)
const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // A name stands in one line, in mail too.
  .regex(/^\P{Cc}*$/u, 'must be one line')

/** The first account and the first organisation, allowed only while there is no account. */
export const SetupInput = z.strictObject({
  token: z.string().min(1).max(256),
  email: Email,
  password: Password,
  name: Name,
  organisation: Name,
  locale: Locale,
})
export type SetupInput = z.infer<typeof SetupInput>

export const SetupDone = z.object({ userId: Id, organisationId: Id }).meta({ id: 'SetupDone' })

export const TokenInput = z.strictObject({ name: Name })
/** A token for scripts, with the rights of the user who made it. It is shown once. */
export const TokenMade = z.object({ id: Id, token: z.string() }).meta({ id: 'TokenMade' })
export const TokenRow = z.object({ id: Id, name: z.string(), createdAt: Time })
export const TokenParams = z.object({ id: Id })

export const OrganisationKind = z.enum(ORGANISATION_KINDS)
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const Me = z
  .object({
    user: z.object({
      id: Id,
      name: z.string(),
      email: z.string(),
      locale: Locale,
      isOperator: z.boolean().describe('Runs this installation'),
    }),
    memberships: z.array(
      z.object({
        organisationId: Id,
        name: z.string(),
        kind: OrganisationKind,
        role: Role,
        until: Time.nullable(),
        erasedOn: Time.nullable().describe('When this organisation is erased; null: nobody asked for that'),
      }),
    ),
    hasPassword: z.boolean().describe('False: signs in through an organisation or with a passkey only'),
    secondFactorFirst: z
      .boolean()
      .describe('A second factor is required here, and this sign-in may do nothing but set one up'),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>
/** What users may change about themselves; a field that is left out stays as it is. */
export const MeChange = z.strictObject({ name: Name.optional(), locale: Locale.optional() })
export type MeChange = z.infer<typeof MeChange>

export const OrganisationInput = z.strictObject({
  name: Name,
  kind: OrganisationKind.default('company'),
  locale: Locale.default('nl'),
})
export type OrganisationInput = z.infer<typeof OrganisationInput>
export const OrganisationMade = z.object({ id: Id })
export const Organisation = z
  .object({
    id: Id,
    name: z.string(),
    kind: OrganisationKind,
    locale: Locale,
    role: Role,
    programme: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .describe('Whose staff runs it; null: not a park of one'),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

export const Member = z
  .object({ userId: Id, name: z.string(), email: z.string(), role: Role, until: Time.nullable() })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
export const MemberChange = z.strictObject({ role: Role, until: Time.nullable().default(null) })
export type MemberChange = z.infer<typeof MemberChange>
export const MemberParams = z.object({ org: Id, user: Id })

/** A link for one person to become a member, good for seven days and one use. */
export const InvitationInput = z.strictObject({
  role: Role,
  until: Time.nullable().default(null),
  note: Name.optional(),
  email: Email.optional().describe('Where the link is mailed, beside being answered; only where mail is set up'),
  locale: Locale.default('nl').describe('Language of the mail'),
})
export type InvitationInput = z.infer<typeof InvitationInput>
export const InvitationMade = z
  .object({ id: Id, url: z.string().describe('Carries the token in its fragment; shown once'), expiresAt: Time })
  .meta({ id: 'InvitationMade' })
/** An invitation that can still be taken up. Its token was shown once and is not here. */
export const OpenInvitation = z.object({
  id: Id,
  role: Role,
  until: Time.nullable(),
  note: z.string().nullable(),
  mail: z
    .object({ to: z.string(), state: z.enum(['waiting', 'sent', 'failed']) })
    .nullable()
    .describe('null: not mailed'),
  createdAt: Time,
  expiresAt: Time,
})
export type OpenInvitation = z.infer<typeof OpenInvitation>
export const InvitationParams = z.object({ org: Id, invitation: Id })
export const InvitationToken = z.strictObject({ token: z.string().min(1).max(256) })
export const InvitationView = z
  .object({ organisation: z.string(), kind: OrganisationKind, role: Role, until: Time.nullable() })
  .meta({ id: 'InvitationView' })
export type InvitationView = z.infer<typeof InvitationView>
/** Takes the invitation up: signed in with only the token, otherwise with the data of a new account. */
export const InvitationAccept = z.strictObject({
  token: z.string().min(1).max(256),
  account: z.strictObject({ email: Email, password: Password, name: Name, locale: Locale }).optional(),
})
export type InvitationAccept = z.infer<typeof InvitationAccept>
export const InvitationAccepted = z.object({ organisationId: Id })

/** What a page has to know before anybody signed in. */
export const StartState = z
  .object({
    setUpNeeded: z.boolean(),
    audience: z.enum(['everyone', 'participants']).describe('participants: this address refuses accounts'),
    demo: z.boolean(),
    version: z.string(),
    canMail: z.boolean().describe('Sends mail: invitations, reminders, links for another password'),
    participantOrigin: z.string().describe('Origin that phones can open'),
    oidc: z
      .object({ name: z.string().nullable().describe('What the organisation is called; null: nobody said') })
      .nullable()
      .describe('Whether people can sign in through their organisation; null: not here'),
    passkeyOrigin: z.string().nullable().describe('The one origin where passkeys work; null: there is none'),
  })
  .meta({ id: 'StartState' })
export type StartState = z.infer<typeof StartState>
