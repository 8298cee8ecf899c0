import * as z from 'zod'
import { Id, Time } from './common.ts'

/** Which instrument's targets; left out: the main one of this kind of organisation. */
export const TargetsQuery = z.object({ instrument: z.string().min(1).max(80).optional() })

/** Address of one target. */
export const TargetParams = z.object({
  org: Id,
  instrument: z.string().min(1).max(80),
  dimension: z.string().min(1).max(80),
})

const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'must be a quarter (2027-Q4)')

/** What an organisation aims at in one dimension, about now. */
export const TargetInput = z.strictObject({
  score: z.int().min(0).max(100),
  duePeriod: Quarter.describe('The quarter by which'),
  reason: z.string().trim().max(200).describe('May be empty'),
  version: z.string().min(1).max(40).describe('Of the instrument: the one whose questions the writer saw'),
  revision: z.int().min(0).describe('The one that the writer saw; 0 sets a target where there is none'),
})
export type TargetInput = z.infer<typeof TargetInput>

/** A target: no score, and never part of one. */
export const Target = z
  .object({
    dimension: z.string(),
    score: z.int().min(0).max(100),
    duePeriod: z.string(),
    reason: z.string(),
    version: z.string(),
    setBy: z.string().nullable().describe('Name of who set it last; null for who is no member any more'),
    setAt: Time,
    revision: z.int(),
  })
  .meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

/** What the remover saw. Left out: whatever stands there goes. */
export const SeenTarget = z.strictObject({ revision: z.coerce.number().int().min(1).optional() })
