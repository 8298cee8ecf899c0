import * as z from 'zod'
import { Id, Period, Time } from './common.ts'

/** How far a company is in a quarter, as far as staff may know. */
export const PARTICIPATION_STATES = ['joined', 'started', 'contributed'] as const

const Counts = z.object({
  invited: z.int().describe('Links that no company took up yet'),
  joined: z.int().describe('Companies that take part'),
  consented: z.int().describe('Of those: consent that their figures count'),
  started: z.int().describe('Of those that consent: have an open sheet or round about this quarter'),
  contributed: z.int().describe('Of those that consent: their figures about this quarter have arrived'),
})
export type ParticipationCounts = z.infer<typeof Counts>

/** Who takes part in a programme, for its staff: how many, and never an answer or a score. */
export const ProgrammeParticipation = z
  .object({
    period: Period,
    total: Counts,
    parks: z.array(Counts.extend({ id: Id, name: z.string() })).describe('By name; parks where nobody was invited too'),
    anywhere: z.int().describe('Open links whose company chooses the park itself'),
    companies: z
      .array(
        z.object({
          id: Id,
          name: z.string(),
          parkId: Id,
          sector: z.string().nullable(),
          joinedAt: Time,
          state: z.enum(PARTICIPATION_STATES).describe('More than joined is told only of companies that consent'),
        }),
      )
      .nullable()
      .describe('By name, for managers and advisers, who invited them; null for all others'),
  })
  .meta({ id: 'ProgrammeParticipation' })
export type ProgrammeParticipation = z.infer<typeof ProgrammeParticipation>
