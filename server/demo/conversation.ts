import * as z from 'zod'
import { Period } from '../contract/common.ts'
import { Lens } from '../contract/guides.ts'
import {
  CONFIDENCES,
  ExpectedEffect,
  InterventionContent,
  Price,
  ReviewInput,
  StateInput,
  TERMS,
} from '../contract/interventions.ts'
import { ExperimentInput, PartyInput, PartyLink } from '../contract/networks.ts'
import { Phase, QuestionNumber } from '../contract/reflections.ts'
import { CAPITALS } from '../domain/capitals.ts'
import { InTwoLanguages } from './two-languages.ts'

const Day = z.iso.date()
const Name = z.string().describe('Of somebody of the organisation')

/** A card: on a phone, unless it says by whom. */
const Card = z.strictObject({
  question: QuestionNumber,
  kind: z.enum(['tension', 'behaviour', 'force', 'bright-spot', 'condition', 'idea', 'note']),
  by: Name.optional(),
  text: InTwoLanguages.optional().describe('Not for an example of the library, which has its own'),
  lens: Lens.optional(),
  pull: z.enum(['sustains', 'hinders']).optional(),
  place: InTwoLanguages.optional(),
  contact: InTwoLanguages.optional(),
  example: z.string().optional(),
  carried: z.boolean().default(false),
  dots: z.int().min(0).default(0),
  key: z.string().optional().describe('For `under`'),
  under: z.string().optional().describe('The condition that it stands under'),
})
/** A card of the demo, checked. */
export type DemoCard = z.infer<typeof Card>

const Step = z.union([
  StateInput.extend({ on: Day }),
  z.strictObject({
    on: Day,
    by: Name,
    review: ReviewInput.omit({ id: true }).extend({ why: InTwoLanguages, improve: InTwoLanguages }),
  }),
])

const Intervention = z.strictObject({
  by: Name,
  writtenOn: Day,
  content: InterventionContent.extend({
    title: InTwoLanguages,
    driver: InTwoLanguages,
    agreement: InTwoLanguages,
    domain: InTwoLanguages,
    firstStep: InTwoLanguages,
    criteria: z.array(InTwoLanguages),
  }),
  effects: z.array(
    z.strictObject({
      dimension: z.enum(CAPITALS),
      sides: z.partialRecord(z.enum(['internal', 'external']), ExpectedEffect.shape.effect),
      term: z.enum(TERMS),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
  price: Price.extend({ bearer: InTwoLanguages }),
  consent: z
    .strictObject({
      openedOn: Day,
      closedOn: Day.nullable(),
      noObjection: z.int(),
      voices: z.array(
        z.strictObject({
          stance: z.enum(['concern', 'objection']),
          text: InTwoLanguages,
          resolution: z.enum(['integrated', 'withdrawn', 'criterion']).nullable(),
        }),
      ),
    })
    .optional(),
  /** What happened to it afterwards, in this order. */
  steps: z.array(Step),
})
/** An intervention of the demo, checked. */
export type DemoIntervention = z.infer<typeof Intervention>

const Reflection = z.strictObject({
  /** Of the round that it is about. */
  period: Period,
  by: Name,
  startedOn: Day,
  closedOn: Day.nullable(),
  title: InTwoLanguages,
  capitals: z.array(z.enum(CAPITALS)),
  phases: z.record(z.string(), Phase),
  /** Dots that candidates of question 1 have. */
  candidates: z.record(z.string(), z.int()),
  driver: z.strictObject({ situation: InTwoLanguages, effect: InTwoLanguages, need: InTwoLanguages }),
  cards: z.array(Card),
  /** Notes of what is taken along, by question. */
  carry: z.record(z.string(), InTwoLanguages),
  interventions: z.array(Intervention),
})
/** A reflection of the demo, checked. */
export type DemoReflection = z.infer<typeof Reflection>

const Network = z.strictObject({
  by: Name,
  on: Day,
  parties: z.array(
    z.strictObject({
      key: z.string().optional().describe('For experiments with this party'),
      name: InTwoLanguages,
      kind: PartyInput.shape.kind,
      links: z.array(PartyLink.extend({ note: InTwoLanguages })),
    }),
  ),
  experiments: z.array(
    z.strictObject({
      period: ExperimentInput.shape.period,
      party: z.string(),
      hypothesis: InTwoLanguages,
      smallestTest: InTwoLanguages,
      measure: InTwoLanguages,
      startsOn: Day,
      endsOn: Day,
      outcome: ExperimentInput.shape.outcome,
      learned: InTwoLanguages,
    }),
  ),
})
/** The world outside of the demo, checked. */
export type DemoNetwork = z.infer<typeof Network>

/** What the people of one organisation of the demo made of its results. */
export const DemoConversation = z.strictObject({
  /** Its `key`. */
  organisation: z.string(),
  reflections: z.array(Reflection),
  network: Network,
})
/** The conversation of the demo, checked. */
export type DemoConversation = z.infer<typeof DemoConversation>
