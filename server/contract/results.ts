import * as z from 'zod'
import { Id, Time } from './common.ts'
import { RoundAnswering, RoundMode } from './rounds.ts'

/** A released score: a whole number from 0 to 100, or null when it may not or cannot be given. */
const Score = z.int().min(0).max(100).nullable()
const Share = z.number().min(0).max(1).nullable()

const Evenness = {
  level: Score,
  balance: z.number().min(0).max(1).nullable().describe('1 = even; two decimals'),
  imbalanceCost: z.int().nullable().describe('Points'),
  floor: z.array(z.string()).describe('The lowest dimension or dimensions; empty when not every one has a score'),
}

export const DimensionResult = z.object({
  score: Score,
  internal: Score.optional(),
  external: Score.optional(),
  cells: z.record(z.string(), Score),
  gap: z.int().nullable().describe('External minus internal, from the released whole numbers'),
  coverage: Share.describe('Share of what was asked that has a rating, in steps of 5 %'),
  unknownShare: Share.describe('Share of who answered that said "I do not know", in steps of 5 %'),
})
export type DimensionResult = z.infer<typeof DimensionResult>

export const HorizonResult = z.object({
  ...Evenness,
  gate: z.boolean().nullable().describe('true: out of balance'),
  perspectives: z.record(z.string(), z.object(Evenness)),
  dimensions: z.record(z.string(), DimensionResult),
})
export type HorizonResult = z.infer<typeof HorizonResult>

export const ItemResult = z.object({
  itemId: z.string(),
  horizon: z.string(),
  dimension: z.string(),
  perspective: z.string(),
  n: z.int().describe('Ratings'),
  score: Score,
  nearlyEveryone: z.enum(['lowest', 'highest']).nullable().describe('Said in words where a number would say too much'),
  agreement: z.object({
    word: z.enum(['divided', 'mixed', 'agreed']).nullable(),
    averageDeviation: z.number().nullable().describe('Steps of the scale, one decimal'),
    rwg: z.number().nullable().describe('Open rounds only'),
  }),
  quartiles: z.object({ lower: z.number(), median: z.number(), upper: z.number() }).nullable(),
  counts: z.array(z.int()).nullable().describe('One number for each step, or three (low, middle, high), or null'),
  unknownShare: Share,
})
export type ItemResult = z.infer<typeof ItemResult>

/** Something that is not shown, and why. */
export const Suppressed = z.object({
  what: z.string().describe('Path in this document, such as groups/staff or items/i07/now/score'),
  reason: z.enum(['too-few', 'complement', 'too-alike', 'too-few-items', 'nothing-answered', 'earlier-release-stands']),
})
export type Suppressed = z.infer<typeof Suppressed>

/** What is said about the difference between two rounds; see `domain/change.ts`. */
export const ChangeWord = z.enum(['increased', 'decreased', 'no_clear_difference', 'too_few_to_say'])

const ChangedItems = z.array(z.object({ itemId: z.string(), horizon: z.string() }))

/** Where the rating rose and where it fell since an earlier round, on the one form of each. */
export const SingleChange = z.object({ rose: ChangedItems, fell: ChangedItems })
export type SingleChange = z.infer<typeof SingleChange>

/**
 * What changed since an earlier round: words only, counted over the items that both rounds asked, when the later release
 * was made.
 */
export const ReleaseChange = z
  .object({
    since: z.object({ roundId: Id, releaseId: Id, period: z.string(), title: z.string() }),
    method: z.enum(['paired', 'unpaired']).describe('paired: the same named people answered both, in open rounds'),
    before: z.int().describe('Respondents of the earlier round; when paired, those who answered both'),
    after: z.int().describe('Respondents of this round; when paired, those who answered both'),
    seed: z.int().describe('With it the same words are drawn again'),
    horizons: z
      .record(
        z.string(),
        z.object({
          dimensions: z.record(
            z.string(),
            z.object({ word: ChangeWord, cells: z.record(z.string(), ChangeWord).describe('By perspective') }),
          ),
        }),
      )
      .describe('Those that both rounds asked'),
    single: SingleChange.nullable().describe(
      'Where the rating rose or fell, when one person filled in each of two open rounds',
    ),
  })
  .meta({ id: 'ReleaseChange' })
export type ReleaseChange = z.infer<typeof ReleaseChange>

/** A frozen release: all that may be known about a round's answers, and the only place where group figures exist. */
export const Results = z
  .object({
    release: z.object({
      id: Id,
      number: z.int(),
      madeAt: Time,
      final: z.boolean(),
      instrument: z.object({ id: z.string(), version: z.string() }),
      period: z.string(),
      title: z.string(),
    }),
    n: z.int().describe('Respondents with at least one answer'),
    mode: RoundMode,
    answering: RoundAnswering.optional().describe(
      'Of the round, told when its result is read: no part of what is frozen',
    ),
    threshold: z.int().describe('Fewest ratings behind a figure; 1 in an open round'),
    horizons: z.record(z.string(), HorizonResult),
    drift: z
      .record(z.string(), z.int().nullable())
      .nullable()
      .describe('Later (`ahead` or `intended`) minus now per dimension'),
    items: z.array(ItemResult),
    groups: z.record(z.string(), z.object({ n: z.int(), horizons: z.record(z.string(), HorizonResult).nullable() })),
    suppressed: z.array(Suppressed),
    newerAnswers: z.boolean().describe('Answers came since that are not shown, because they are too few'),
    changes: z.array(ReleaseChange).describe('Since earlier rounds, the newest first; none for a second vote'),
  })
  .meta({ id: 'Results' })
export type Results = z.infer<typeof Results>

/** How one number of a release was made, as far as the release itself may say. */
export const Explanation = z
  .object({
    what: z.string(),
    formula: z.string().describe('Code of the formula; its text is in data/texts/<locale>/explain.ftl'),
    value: z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]).nullable(),
    inputs: z.array(z.object({ what: z.string(), value: z.number().nullable() })),
    leftOut: z.array(Suppressed),
    source: z.string().describe('Where the formula comes from'),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>
