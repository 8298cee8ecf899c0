import * as z from 'zod'
import { Id, Time } from './common.ts'
import { ChangeWord, SingleChange, Suppressed } from './results.ts'
import { RoundAnswering, RoundMode } from './rounds.ts'

const Score = z.int().min(0).max(100).nullable()

/** Which instrument's rounds to follow; left out: the main one of this kind of organisation. */
export const TrendQuery = z.object({ instrument: z.string().min(1).max(80).optional() })

const TrendHorizon = z.object({
  level: Score,
  balance: z.number().min(0).max(1).nullable().describe('1 = even; two decimals'),
  imbalanceCost: z.int().nullable().describe('Points'),
  floor: z.array(z.string()).describe('The lowest dimension or dimensions; empty when not every one has a score'),
  dimensions: z.record(
    z.string(),
    z.object({
      score: Score,
      word: ChangeWord.nullable().describe(
        'Since the point before; null: nothing was compared, its line is broken, or `single` says it',
      ),
    }),
  ),
})
export type TrendHorizon = z.infer<typeof TrendHorizon>

/** One round of the trend: what its final release says, and how that may be read beside the point before. */
export const TrendPoint = z.object({
  round: z.object({ id: Id, title: z.string(), period: z.string(), closedAt: Time.nullable() }),
  releaseId: Id,
  version: z.string().describe('Of the instrument'),
  mode: RoundMode,
  answering: RoundAnswering,
  n: z.int().describe('Respondents with at least one answer'),
  continues: z
    .enum(['start', 'comparable', 'break'])
    .describe('break: in one dimension or more, and so in their mean, a line from the point before would lie'),
  broken: z
    .array(z.string())
    .describe('Dimensions of which the questions differ so much that a line from the point before would lie'),
  horizons: z.record(z.string(), TrendHorizon),
  single: SingleChange.nullable().describe(
    'Since the point before, when one form was filled in in both: said in place of words of change',
  ),
  suppressed: z.array(Suppressed).describe('Why scores of dimensions are not there'),
})
export type TrendPoint = z.infer<typeof TrendPoint>

/** The rounds of one instrument in an organisation, in the order of their periods. */
export const Trend = z
  .object({
    instrument: z.string(),
    points: z.array(TrendPoint),
  })
  .meta({ id: 'Trend' })
export type Trend = z.infer<typeof Trend>
