import * as z from 'zod'
import { Id, Time } from './common.ts'
import { Lens } from './guides.ts'
import { CARD_LENGTH, DOTS_EACH } from './room-limits.ts'

const Code = z.string().min(1).max(40)

/** The seven questions by number. */
export const QuestionNumber = z.int().min(1).max(7)

/** Most conditions that question 5 ends with. */
export const MOST_CONDITIONS = 3

const CardText = z.string().trim().max(CARD_LENGTH)

/**
 * What a card says, by kind. `tension`: an own candidate for question 1. `carry`: what to take along from a question,
 * one for each. Texts may be empty while somebody is still writing.
 */
export const EntryBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tension'), text: CardText }),
  z.strictObject({ kind: z.literal('driver'), situation: CardText, effect: CardText, need: CardText }),
  z.strictObject({ kind: z.literal('behaviour'), text: CardText }),
  z.strictObject({
    kind: z.literal('force'),
    text: CardText,
    lens: Lens.nullable(),
    pull: z
      .enum(['sustains', 'hinders'])
      .nullable()
      .describe('Keeps the behaviour going, or already pulls away from it'),
  }),
  z.strictObject({
    kind: z.literal('bright-spot'),
    text: CardText,
    place: z.string().trim().max(200),
    contact: z.string().trim().max(200),
    exampleId: z.string().max(80).nullable().describe('The example of the library that it was taken from'),
  }),
  z.strictObject({ kind: z.literal('condition'), text: CardText }),
  z.strictObject({ kind: z.literal('idea'), text: CardText }),
  z.strictObject({ kind: z.literal('note'), text: CardText }),
  z.strictObject({ kind: z.literal('carry'), text: CardText }),
])
export type EntryBody = z.infer<typeof EntryBody>
export type EntryKind = EntryBody['kind']

/** Which kinds of card a question takes; a `carry` belongs to every question. */
export const KINDS_OF_QUESTION: Readonly<Record<number, readonly EntryKind[]>> = {
  1: ['tension', 'driver', 'carry'],
  2: ['behaviour', 'carry'],
  3: ['force', 'carry'],
  4: ['bright-spot', 'carry'],
  5: ['condition', 'carry'],
  6: ['idea', 'carry'],
  7: ['note', 'carry'],
}

/** What somebody writes on a card. `revision` is the one that the writer saw; 0 makes a new card. */
export const EntryInput = z.strictObject({
  question: QuestionNumber,
  body: EntryBody,
  revision: z.int().min(0),
})
export type EntryInput = z.infer<typeof EntryInput>

/** What is done with a card without touching its words. */
export const EntryMarks = z.strictObject({
  carried: z.boolean().optional().describe('Taken along to the next questions'),
  hidden: z.boolean().optional().describe('Out of sight of the room and the wall; kept'),
})
export type EntryMarks = z.infer<typeof EntryMarks>

/** Cards that belong together, under one name: all of one question. An empty `groupId` takes them out of their group. */
export const GroupInput = z.strictObject({
  entryIds: z.array(Id).max(200),
  groupId: Id.nullable().describe('The card under whose words they stand: a condition, or one of them; null: no group'),
})
export type GroupInput = z.infer<typeof GroupInput>

/** A card as readers get it. */
export const Entry = z.object({
  id: Id,
  question: QuestionNumber,
  body: EntryBody,
  revision: z.int(),
  carried: z.boolean(),
  hidden: z.boolean(),
  groupId: Id.nullable(),
  author: z
    .object({ name: z.string(), isMe: z.boolean() })
    .nullable()
    .describe('null: written on a phone in the room, where nobody is named'),
  editedBy: z.string().nullable().describe('Who changed it last, when that was somebody else'),
  dots: z.int().describe('0 while the room is still giving dots'),
})
export type Entry = z.infer<typeof Entry>

/** Why something is a candidate for question 1. */
export const CANDIDATE_REASONS = ['lowest', 'divided', 'gap', 'drift', 'aim'] as const

/** A candidate for question 1 from the release, with the numbers behind it. What does not apply is null. */
export const Candidate = z.object({
  id: z.string().describe('Opaque; what dots are given to'),
  reason: z.enum(CANDIDATE_REASONS),
  dimension: z.string(),
  horizon: z.string().describe('Of `score`'),
  score: z.int().nullable(),
  internal: z.int().nullable(),
  external: z.int().nullable(),
  points: z.int().nullable().describe('The gap (external minus internal), or the drift or the aim (later minus now)'),
  itemId: z.string().nullable().describe('The most divided item'),
  averageDeviation: z.number().nullable(),
  dots: z.int(),
})
export type Candidate = z.infer<typeof Candidate>

/** One sentence from the figures, beside a question. The page words it: `reflection-fact-<kind>`. */
export const Fact = z.object({
  question: QuestionNumber,
  kind: z.enum([
    'floor',
    'imbalance',
    'unknown',
    'low-item',
    'divided-item',
    'miss',
    'gap',
    'drift',
    'aim',
    'bright-item',
    'bright-side',
    'bright-dimension',
    'potential-item',
    'gate',
  ]),
  chart: z
    .enum(['figures', 'shape', 'sides', 'drift', 'agreement', 'knowledge'])
    .nullable()
    .describe('Part of the result page that shows it'),
  dimension: z.string().nullable(),
  perspective: z.string().nullable(),
  itemId: z.string().nullable(),
  value: z.number().nullable(),
  other: z.number().nullable(),
  word: z.string().nullable(),
  text: z.string().nullable().describe("Words that people typed: an intervention's title"),
})
export type Fact = z.infer<typeof Fact>

/** How far the room is with the cards of one question. Going back deletes nothing. */
export const PHASES = ['writing', 'shown', 'voting', 'voted'] as const
export const Phase = z.enum(PHASES)
export type Phase = z.infer<typeof Phase>

export const ReflectionInput = z.strictObject({
  id: Id.optional(),
  roundId: Id,
  title: z.string().trim().min(1).max(120).optional(),
  capitals: z.array(Code).max(12).default([]),
})
export type ReflectionInput = z.infer<typeof ReflectionInput>

export const ReflectionChange = z.strictObject({
  title: z.string().trim().min(1).max(120).optional(),
  capitals: z.array(Code).max(12).optional(),
  skipped: z.array(QuestionNumber).max(7).optional(),
  state: z.enum(['open', 'closed']).optional(),
})
export type ReflectionChange = z.infer<typeof ReflectionChange>

export const ReflectionSummary = z
  .object({
    id: Id,
    title: z.string(),
    roundId: Id,
    roundTitle: z.string(),
    capitals: z.array(z.string()),
    state: z.enum(['open', 'closed']),
    answered: z.array(QuestionNumber).describe('Questions that have at least one card'),
    skipped: z.array(QuestionNumber),
    interventions: z.int(),
    createdAt: Time,
  })
  .meta({ id: 'ReflectionSummary' })
export type ReflectionSummary = z.infer<typeof ReflectionSummary>

/** A reflection as members see it. Cards of phones are there once the room may see them. */
export const Reflection = z
  .object({
    id: Id,
    title: z.string(),
    roundId: Id,
    roundTitle: z.string(),
    period: z.string(),
    instrument: z.object({ id: z.string(), version: z.string() }),
    guide: z.object({ id: z.string(), version: z.string() }),
    capitals: z.array(z.string()),
    skipped: z.array(QuestionNumber),
    state: z.enum(['open', 'closed']),
    mode: z.enum(['anonymous', 'open']),
    hasFigures: z.boolean().describe('false: the release may not be read by this reader, or shows no figure'),
    candidates: z.array(Candidate),
    facts: z.array(Fact),
    entries: z.array(Entry).describe('In a stable order that says nothing about when they were written'),
    rooms: z
      .record(
        z.string(),
        z.object({ phase: Phase, waiting: z.int().describe('Cards of phones that are not shown yet') }),
      )
      .describe('Phase of the room by question; a question that no room worked on is not in it'),
    votes: z.record(z.string(), z.record(z.string(), z.int())).describe('Own dots: by question, by card or candidate'),
    voters: z.record(z.string(), z.int()).describe('How many people gave dots, by question'),
    people: z
      .array(
        z.object({
          userId: Id,
          name: z.string(),
          isMe: z.boolean(),
          question: z.int().nullable(),
          entryId: Id.nullable(),
        }),
      )
      .describe('Who is looking at this moment, and at what'),
    workshopId: Id.nullable().describe('The workshop of its round'),
    canWrite: z.boolean(),
    revision: z.int(),
  })
  .meta({ id: 'Reflection' })
export type Reflection = z.infer<typeof Reflection>

/** All dots that one person gives to a question: they take the place of those given before. */
export const DotsInput = z.strictObject({
  question: QuestionNumber,
  dots: z.record(z.string().min(1).max(80), z.int().min(1).max(DOTS_EACH)),
})
export type DotsInput = z.infer<typeof DotsInput>

/** Where the room goes with a question. */
export const PhaseInput = z.strictObject({ question: QuestionNumber, phase: Phase })
export type PhaseInput = z.infer<typeof PhaseInput>

/** "I am looking at this." It is forgotten within a minute. */
export const PresenceInput = z.strictObject({ question: QuestionNumber.nullable(), entryId: Id.nullable() })
export type PresenceInput = z.infer<typeof PresenceInput>

/** What somebody answers to a proposal. An objection has words: without them nobody can work with it. */
export const StanceInput = z.strictObject({
  stance: z.enum(['no-objection', 'concern', 'objection']),
  text: CardText.default(''),
})
export type StanceInput = z.infer<typeof StanceInput>

export const ReflectionParams = z.object({ org: Id, reflection: Id })
export const EntryParams = z.object({ org: Id, reflection: Id, entry: Id })
