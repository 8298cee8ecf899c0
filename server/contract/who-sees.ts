import * as z from 'zod'
import { OrganisationKind } from './accounts.ts'
import { Role, Time } from './common.ts'
import { VIEWERS } from './roles.ts'

/** What there is to see or to change, in the words of who works with it. */
export const SUBJECTS = [
  'answers',
  'sheet',
  'rounds',
  'results',
  'workshop',
  'room',
  'reflections',
  'agreements',
  'network',
  'parks',
  'participation',
  'publications',
  'consents',
  'exchange',
  'members',
  'audit',
  'data',
  'installation',
  'method',
  'account',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** How far somebody may go: not at all, only with what is one's own, look at everything of it, or change it too. */
export const MEASURES = ['nothing', 'own', 'look', 'change'] as const
export type Measure = (typeof MEASURES)[number]
const May = z.record(z.enum(VIEWERS), z.enum(MEASURES))

/** Who can see what in one organisation, made from the policies that the server itself goes by. */
export const WhoSees = z
  .object({
    kind: OrganisationKind.describe('Of the organisation: it says which roles there are'),
    subjects: z.array(z.object({ subject: z.enum(SUBJECTS), may: May })),
    people: z
      .array(z.object({ name: z.string(), role: Role, until: Time.nullable() }))
      .describe('Members at this moment, by name'),
  })
  .meta({ id: 'WhoSees' })
export type WhoSees = z.infer<typeof WhoSees>
