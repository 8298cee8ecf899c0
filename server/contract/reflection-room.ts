import * as z from 'zod'
import { Id } from './common.ts'
import { Lens } from './guides.ts'
import { ExpectedEffect, Price } from './interventions.ts'
import { Candidate, Phase, QuestionNumber, StanceInput } from './reflections.ts'
import { CARD_LENGTH, PULLS } from './room-limits.ts'

/** What a phone writes on a card in the room. */
export const RoomCardInput = z.strictObject({
  question: QuestionNumber,
  text: z.string().trim().min(1).max(CARD_LENGTH),
  lens: Lens.nullish(),
  pull: z.enum(PULLS).nullish(),
})
export type RoomCardInput = z.infer<typeof RoomCardInput>

/** What a phone answers to a proposal. */
export const RoomStanceInput = StanceInput.extend({
  interventionId: Id.describe('The proposal that it is about: refused when the wall shows another by now'),
})
export type RoomStanceInput = z.infer<typeof RoomStanceInput>

const RoomCard = z.object({
  id: z.string(),
  text: z.string(),
  lens: Lens.nullable(),
  pull: z.enum(PULLS).nullable(),
  groupId: Id.nullable(),
  carried: z.boolean(),
  dots: z.int().nullable().describe('null until the room has voted'),
})
export type RoomCard = z.infer<typeof RoomCard>

const RoomTexts = z.object({
  title: z.string(),
  prompt: z.string(),
  judging: z
    .object({ sentence: z.string(), words: z.array(z.string()) })
    .nullable()
    .describe('Of question 2: what is said, gently, beside a card that holds one of these words'),
})

/** What a phone or the wall may know of the reflection that the room works on: never who wrote a card. */
export const RoomReflection = z
  .object({
    reflection: z.object({ id: Id, title: z.string(), capitals: z.array(z.string()), roundId: Id }),
    question: QuestionNumber.nullable().describe('Of the scene `cards`'),
    phase: Phase.nullable(),
    texts: z.object({ nl: RoomTexts, en: RoomTexts }).nullable(),
    candidates: z.array(Candidate).describe('Of question 1'),
    cards: z.array(RoomCard).describe('Empty while people write; shuffled and unnamed'),
    counts: z.object({ cards: z.int(), writers: z.int(), voters: z.int() }),
    own: z.object({
      canWrite: z.boolean().describe('true for a phone of somebody who takes part'),
      cards: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          lens: Lens.nullable(),
          pull: z.enum(PULLS).nullable(),
        }),
      ),
      dots: z.record(z.string(), z.int()),
      stance: z.object({ stance: z.enum(['no-objection', 'concern', 'objection']), text: z.string() }).nullable(),
    }),
    proposal: z
      .object({
        id: Id,
        title: z.string(),
        driver: z.string(),
        agreement: z.string(),
        owner: z.string(),
        firstStep: z.string(),
        criteria: z.array(z.string()),
        reviewOn: z.iso.date().nullable(),
        state: z.enum(['none', 'open', 'closed']).describe('Of its consent round'),
        counts: z.object({
          answered: z.int(),
          noObjection: z.int().nullable(),
          concern: z.int().nullable(),
          objection: z.int().nullable(),
        }),
        objections: z.array(z.string()).describe('Unnamed; once the consent round is closed'),
        concerns: z.array(z.string()),
      })
      .nullable()
      .describe('Of the scene `consent`'),
    interventions: z
      .array(
        z.object({
          id: Id,
          title: z.string(),
          state: z.string(),
          effects: z.array(ExpectedEffect),
          price: Price.nullable(),
        }),
      )
      .describe('Of the scene `projection`'),
  })
  .meta({ id: 'RoomReflection' })
export type RoomReflection = z.infer<typeof RoomReflection>
