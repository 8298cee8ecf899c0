import * as z from 'zod'
import { Id, Period, Time } from './common.ts'
import { InstrumentOf } from './participations.ts'
import { TookPart } from './programme-releases.ts'

const Score = z.int().min(0).max(100)

/** One group in which a company stands, beside its own score: what was published, and nothing made for this company. */
export const BenchmarkGroup = z.object({
  kind: z.enum(['park', 'sector', 'region', 'programme']),
  name: z.string().nullable().describe('Of the park or the region; the letter of the sector; null for the programme'),
  n: z.int().describe('Companies with a score, this one too'),
  others: z.int().describe('The same without this one'),
  mean: Score.nullable(),
  end: z.enum(['low', 'high']).nullable().describe('Where the mean is told as a low or a high end only'),
  band: z
    .object({ lower: Score, upper: Score })
    .nullable()
    .describe('From the first to the third quarter; from ten others only'),
  needed: z
    .object({ needed: z.int(), has: z.int() })
    .nullable()
    .describe(
      'How many others there must be, and how many there are; null with a null mean: hidden for another reason',
    ),
})
export type BenchmarkGroup = z.infer<typeof BenchmarkGroup>

/** A company beside others in one cell. */
export const BenchmarkCell = z.object({
  horizon: z.string(),
  dimension: z.string(),
  perspective: z.string().describe('A perspective, or `all`'),
  own: Score.nullable().describe(
    'The score with which the company stands in that release; null: none, which is not zero, or of a result that the reader may not read yet',
  ),
  groups: z.array(BenchmarkGroup),
})
export type BenchmarkCell = z.infer<typeof BenchmarkCell>

/** A company beside others in one period, from the newest release in which it stands. */
export const BenchmarkPeriod = z.object({
  period: Period,
  release: z.object({ id: Id, number: z.int(), madeAt: Time }),
  isNewest: z.boolean().describe('false: a later release of the period is without this company'),
  isIn: z.boolean().describe('false: it stands in no release of this period, and there are no cells'),
  tookPart: TookPart.describe('In the whole programme, when it was published'),
  cells: z.array(BenchmarkCell).describe('Of the period that is `shown`, in the order of the questionnaire; else none'),
})
export type BenchmarkPeriod = z.infer<typeof BenchmarkPeriod>

/** Of which period figures are read; left out, or one that was never published: the newest. */
export const BenchmarkQuery = z.strictObject({ period: Period.optional() })

/** How a company stands in what a programme published. */
export const Benchmark = z
  .object({
    instrument: InstrumentOf,
    shown: Period.nullable().describe(
      'The period of which there are figures: the one that was asked for, else the newest',
    ),
    periods: z.array(BenchmarkPeriod).describe('Newest first; empty: nothing was published yet'),
  })
  .meta({ id: 'Benchmark' })
export type Benchmark = z.infer<typeof Benchmark>
