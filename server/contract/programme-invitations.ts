import * as z from 'zod'
import { Email, Password } from './accounts.ts'
import { Id, Locale, Time } from './common.ts'

/** A section of SBI 2008, as in `domain/sectors.ts`. */
const Sector = z.string().regex(/^[A-U]$/, 'must be a section of SBI 2008: a letter from A to U')

const Line = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}*$/u, 'must be one line')

/** A link for one company to take part, good for thirty days and one use. */
export const ProgrammeInvitationInput = z.strictObject({
  parkId: Id.nullable().default(null).describe('null: the company says on which park it is'),
  note: Line.nullable().default(null).describe('For whoever invites: which company it is for'),
})
export type ProgrammeInvitationInput = z.infer<typeof ProgrammeInvitationInput>

export const ProgrammeInvitationMade = z
  .object({ id: Id, url: z.string().describe('Carries the token in its fragment; shown once'), expiresAt: Time })
  .meta({ id: 'ProgrammeInvitationMade' })

const NamedPark = z.object({ id: Id, name: z.string() })

/** A link that no company took up yet. */
export const OpenProgrammeInvitation = z
  .object({
    id: Id,
    park: NamedPark.nullable(),
    note: z.string().nullable(),
    createdAt: Time,
    expiresAt: Time,
  })
  .meta({ id: 'OpenProgrammeInvitation' })
export type OpenProgrammeInvitation = z.infer<typeof OpenProgrammeInvitation>
export const ProgrammeInvitationParams = z.object({ org: Id, link: Id })

const Token = z.string().min(1).max(256)
export const ProgrammeInvitationToken = z.strictObject({ token: Token })

/** What the holder of a link may know before taking it up. */
export const ProgrammeInvitationView = z
  .object({
    programme: z.string(),
    park: NamedPark.nullable().describe('Chosen by who invites; null: choose one of `parks`'),
    parks: z.array(NamedPark.extend({ municipality: z.string().nullable() })).describe('By name; empty with a `park`'),
  })
  .meta({ id: 'ProgrammeInvitationView' })
export type ProgrammeInvitationView = z.infer<typeof ProgrammeInvitationView>

const WHERE = {
  token: Token,
  parkId: Id.optional().describe('Needed when the link has no park of its own'),
  sector: Sector.nullable().default(null),
}

/** Takes a link up for a company of who is signed in, or for a new one. It gives no consent to anything. */
export const ProgrammeInvitationAccept = z.strictObject({
  ...WHERE,
  company: z.union([z.strictObject({ id: Id }), z.strictObject({ name: Line, locale: Locale.default('nl') })]),
})
export type ProgrammeInvitationAccept = z.infer<typeof ProgrammeInvitationAccept>

/** The same for who has no account: it makes one, with a company. */
export const ProgrammeInvitationSignUp = z.strictObject({
  ...WHERE,
  company: z.strictObject({ name: Line }),
  account: z.strictObject({ email: Email, password: Password, name: Line, locale: Locale }),
})
export type ProgrammeInvitationSignUp = z.infer<typeof ProgrammeInvitationSignUp>

export const ProgrammeInvitationAccepted = z.object({ companyId: Id, programmeId: Id })
