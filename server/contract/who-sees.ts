import * as z from 'zod'
import { Role, Time } from './common.ts'

/** Who there can be, seen from one organisation; members by role first. */
export const VIEWERS = [
  'owner',
  'facilitator',
  'contributor',
  'viewer',
  'participant',
  'screen',
  'operator',
  'outsider',
] as const
export type Viewer = (typeof VIEWERS)[number]

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
    subjects: z.array(z.object({ subject: z.enum(SUBJECTS), may: May })),
    people: z
      .array(z.object({ name: z.string(), role: Role, until: Time.nullable() }))
      .describe('Members at this moment, by name'),
  })
  .meta({ id: 'WhoSees' })
export type WhoSees = z.infer<typeof WhoSees>
