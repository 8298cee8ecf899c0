import * as z from 'zod'
import { Id, StakeholderGroup, Time } from './common.ts'
import { Potential, Support, Up } from './guides.ts'
import { CARD_LENGTH } from './room-limits.ts'

/** Most things by which an agreement is judged. */
export const MOST_CRITERIA = 12

const Code = z.string().min(1).max(40)
const Line = z.string().trim().max(200)
const Text = z.string().trim().max(1000)

/** States of an intervention. It starts as a proposal; a review brings it to `reviewed` or `stopped`. */
export const INTERVENTION_STATES = ['proposed', 'agreed', 'running', 'reviewed', 'stopped'] as const
export const InterventionState = z.enum(INTERVENTION_STATES)
export type InterventionState = z.infer<typeof InterventionState>

/** The words of an agreement and what people expect of it; texts may be empty while somebody is still writing. */
export const InterventionContent = z.strictObject({
  title: z.string().trim().max(120),
  driver: Text.describe('Situation, effect and need in a few sentences'),
  agreement: Text.describe('What is agreed'),
  domain: Line.describe('Of what the owner takes care'),
  owner: Line.describe('Who takes care of it: a name'),
  firstStep: Text,
  criteria: z.array(z.string().trim().max(CARD_LENGTH)).max(MOST_CRITERIA).describe('How it is judged at the review'),
  startsOn: z.iso.date().nullable(),
  reviewOn: z.iso.date().nullable(),
  ups: z.array(Up).max(3),
  impact: z.int().min(0).max(4).nullable(),
  support: z.partialRecord(StakeholderGroup, Support),
  potential: z.partialRecord(Potential, z.int().min(0).max(4)),
})
export type InterventionContent = z.infer<typeof InterventionContent>

/** What somebody writes. `revision` is the one that the writer saw; 0 makes a new intervention. */
export const InterventionInput = z.strictObject({
  reflectionId: Id.nullable().describe('Where it comes from; it does not change afterwards'),
  roundId: Id.nullable().describe('The round that it starts from; null: that of the reflection'),
  content: InterventionContent,
  revision: z.int().min(0),
})
export type InterventionInput = z.infer<typeof InterventionInput>

export const TERMS = ['short', 'medium', 'long'] as const
export const CONFIDENCES = ['low', 'middle', 'high'] as const

/** What people expect of an intervention for one capital, inside or outside. */
export const ExpectedEffect = z.strictObject({
  dimension: Code,
  perspective: Code,
  effect: z.int().min(-2).max(2),
  term: z.enum(TERMS),
  confidence: z.enum(CONFIDENCES),
})
export type ExpectedEffect = z.infer<typeof ExpectedEffect>

/** Which capital gives way, for a while, and who bears that. */
export const Price = z.strictObject({ dimensions: z.array(Code).max(12), bearer: Text })
export type Price = z.infer<typeof Price>

/** All expected effects at once: they take the place of those before. */
export const EffectsInput = z.strictObject({
  effects: z.array(ExpectedEffect).max(40),
  price: Price,
  revision: z.int().min(0).describe('`effectsRevision` that the writer saw'),
})
export type EffectsInput = z.infer<typeof EffectsInput>

export const StateInput = z.strictObject({ state: z.enum(['proposed', 'agreed', 'running', 'stopped']) })
export type StateInput = z.infer<typeof StateInput>

/** Opens or closes the round in which everybody says whether they object. */
export const ConsentInput = z.strictObject({ state: z.enum(['open', 'closed']) })
export type ConsentInput = z.infer<typeof ConsentInput>

/** What becomes of an objection or a concern. */
export const ResolutionInput = z.strictObject({
  resolution: z.enum(['integrated', 'withdrawn', 'criterion']).nullable(),
})
export type ResolutionInput = z.infer<typeof ResolutionInput>

const Voice = z.object({
  id: Id,
  stance: z.enum(['concern', 'objection']),
  text: z.string(),
  resolution: z.enum(['integrated', 'withdrawn', 'criterion']).nullable(),
})

/** The review: four questions in a short form. */
export const ReviewInput = z.strictObject({
  id: Id,
  helped: z.enum(['yes', 'partly', 'no', 'unknown']),
  why: Text,
  improve: Text,
  dropped: z.boolean(),
  nextReviewOn: z.iso.date().nullable().describe('Needed unless it is dropped'),
})
export type ReviewInput = z.infer<typeof ReviewInput>

const Review = z.object({
  id: Id,
  reviewedOn: z.iso.date(),
  helped: z.enum(['yes', 'partly', 'no', 'unknown']),
  why: z.string(),
  improve: z.string(),
  dropped: z.boolean(),
  nextReviewOn: z.iso.date().nullable(),
  by: z.string(),
})
export type Review = z.infer<typeof Review>

export const MOVES = ['agree', 'do', 'free', 'dialogue', 'park'] as const

/** The place of an intervention in the script, and why: `script-move-<move>`. */
export const ScriptMove = z.object({
  move: z.enum(MOVES).nullable().describe('null: impact, support or potential is not known yet'),
  impact: z.enum(['high', 'low']).nullable(),
  support: z.enum(['high', 'low']).nullable(),
  potential: z.enum(['high', 'low']).nullable(),
})
export type ScriptMove = z.infer<typeof ScriptMove>

export const Intervention = z
  .object({
    id: Id,
    reflectionId: Id.nullable(),
    roundId: Id.nullable(),
    baseline: z.object({ roundId: Id, title: z.string(), period: z.string() }).nullable(),
    content: InterventionContent,
    state: InterventionState,
    effects: z.array(ExpectedEffect),
    price: Price.nullable(),
    effectsRevision: z.int(),
    script: ScriptMove,
    consent: z.object({
      state: z.enum(['none', 'open', 'closed']),
      answered: z.int(),
      noObjection: z.int().nullable().describe('null while the round is open'),
      own: z.object({ stance: z.enum(['no-objection', 'concern', 'objection']), text: z.string() }).nullable(),
      voices: z.array(Voice).describe('Objections and concerns, unnamed, once the round is closed'),
    }),
    reviews: z.array(Review).describe('Newest first'),
    isDue: z.boolean().describe('The review date is today or has passed'),
    editedBy: z.string().nullable(),
    revision: z.int(),
    createdAt: Time,
  })
  .meta({ id: 'Intervention' })
export type Intervention = z.infer<typeof Intervention>

/** What is said of an expected effect after the next round. */
export const VERDICTS = ['as-expected', 'opposite', 'not-visible-yet', 'too-few-to-say'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Interventions beside what the next round showed. Expected effects are never part of a score. */
export const Ledger = z
  .object({
    items: z.array(
      z.object({
        interventionId: Id,
        title: z.string(),
        state: InterventionState,
        baseline: z.object({ roundId: Id, title: z.string(), period: z.string() }).nullable(),
        observed: z
          .object({ roundId: Id, title: z.string(), period: z.string() })
          .nullable()
          .describe('The newest later round; null: there is none yet'),
        effects: z.array(
          z.object({
            dimension: z.string(),
            perspective: z.string().describe('A perspective, or `all` when the same was expected of each'),
            expected: z.enum(['up', 'down']),
            term: z.enum(TERMS),
            word: z.enum(['increased', 'decreased', 'no_clear_difference', 'too_few_to_say']).nullable(),
            verdict: z.enum(VERDICTS).nullable().describe('null: there is no later round yet'),
          }),
        ),
        judgement: z
          .enum(['yes', 'partly', 'no', 'unknown'])
          .nullable()
          .describe("The group's own, at the newest review"),
        why: z.string().nullable(),
      }),
    ),
    tally: z.record(z.enum(VERDICTS), z.int()),
  })
  .meta({ id: 'Ledger' })
export type Ledger = z.infer<typeof Ledger>

export const InterventionParams = z.object({ org: Id, intervention: Id })
export const VoiceParams = z.object({ org: Id, intervention: Id, voice: Id })
