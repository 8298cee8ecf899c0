import * as z from 'zod'
import { Time } from './common.ts'

/** What data is kept for; the register has a line for each, with a sentence `privacy-purpose-<purpose>`. */
export const PURPOSES = [
  'sign-in',
  'team',
  'assessment',
  'conversation',
  'programme',
  'log',
  'mail',
  'running',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** How long it stays; a sentence `privacy-term-<term>` says it. The last three are settings. */
export const TERMS = [
  'account',
  'organisation',
  'round',
  'session',
  'minutes',
  'day',
  'mail',
  'installation',
  'answers',
  'texts',
  'audit',
] as const
export type Term = (typeof TERMS)[number]

const Subject = z.enum(['member', 'respondent'])
const Recipient = z.object({
  kind: z.enum(['operator', 'mail', 'sign-in']),
  host: z.string().nullable().describe('Name of the server; null for who runs the installation'),
})

/** Months that some kinds of data stay. */
const Months = z.object({ answers: z.int(), texts: z.int(), audit: z.int() })

/** What is kept for one purpose. The words for codes stand in `data/texts/<locale>/privacy.ftl`. */
const Activity = z.object({
  purpose: z.enum(PURPOSES),
  subjects: z.array(Subject).describe('Whose data'),
  terms: z.array(z.enum(TERMS)).describe('How long it stays, each kind once'),
  recipients: z.array(Recipient),
})

/** What everybody may know of how this installation deals with personal data. */
export const Privacy = z
  .object({
    contact: z.string().nullable().describe('null: whoever runs the installation is asked'),
    months: Months,
    activities: z.array(Activity),
    recipients: z.array(Recipient),
    secondFactor: z.enum(['optional', 'required']),
  })
  .meta({ id: 'Privacy' })
export type Privacy = z.infer<typeof Privacy>

/** The register of processing (AVG/GDPR article 30), made from the list of what is kept and the settings. */
export const Register = z
  .object({
    product: z.literal('meervoud'),
    version: z.string(),
    madeAt: Time,
    contact: z.string().nullable(),
    months: Months,
    activities: z.array(
      Activity.extend({
        tables: z.array(
          z.object({
            table: z.string(),
            about: z.enum(['member', 'respondent', 'organisation', 'installation', 'secret']),
            personal: z.array(z.string()).describe('Columns with personal data'),
            term: z.enum(TERMS),
            erasedBy: z.array(z.string()),
          }),
        ),
      }),
    ),
    measures: z.array(z.string()).describe('Codes of what protects the data'),
  })
  .meta({ id: 'Register' })
export type Register = z.infer<typeof Register>
