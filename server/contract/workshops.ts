import * as z from 'zod'
import { Id, Time } from './common.ts'
import { InstrumentView, ItemTexts, ScaleView } from './instruments.ts'
import { Results } from './results.ts'
import { Round, RoundMode, RoundState } from './rounds.ts'

const Code = z.string().min(1).max(60)

/** What the wall shows. The kinds after `question` show released figures, and only after a reveal. */
export const Scene = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join') }),
  z.strictObject({ kind: z.literal('progress') }),
  z.strictObject({ kind: z.literal('question'), itemId: Code }),
  z.strictObject({ kind: z.literal('divided'), horizon: Code }).describe('The most divided items, as a list'),
  z.strictObject({ kind: z.literal('item'), itemId: Code, horizon: Code }),
  z.strictObject({ kind: z.literal('radar'), view: Code }),
  z.strictObject({ kind: z.literal('pairs'), view: Code }),
  z.strictObject({ kind: z.literal('groups'), horizon: Code }),
  z.strictObject({ kind: z.literal('shift'), voteId: Id, itemId: Code }),
  z
    .strictObject({ kind: z.literal('cards'), reflectionId: Id, question: z.int().min(1).max(7) })
    .describe('Cards that the room writes for a question of a reflection'),
  z.strictObject({ kind: z.literal('consent'), interventionId: Id }).describe('A proposal, and whether anyone objects'),
  z
    .strictObject({ kind: z.literal('projection'), reflectionId: Id })
    .describe('What the interventions are expected to do'),
])
export type Scene = z.infer<typeof Scene>

/** Scenes that show no figure, so that they may be shown while people answer. */
export const SCENES_BEFORE_REVEAL: readonly Scene['kind'][] = ['join', 'progress', 'question']

/** One part of the time plan. */
export const PlanStep = z.strictObject({
  title: z.string().trim().min(1).max(120),
  minutes: z.int().min(1).max(240),
  scene: z
    .enum(['join', 'progress', 'question', 'divided', 'radar', 'pairs', 'groups', 'cards', 'projection'])
    .nullish()
    .describe('`cards` and `projection` are of the newest open reflection of the round'),
})
export type PlanStep = z.infer<typeof PlanStep>
const Plan = z.array(PlanStep).max(40)

/** A workshop continues a round that exists; there is at most one for each round. */
export const WorkshopInput = z.strictObject({ roundId: Id, plan: Plan.optional() })
export type WorkshopInput = z.infer<typeof WorkshopInput>

/** What can be changed while preparing. */
export const WorkshopChange = z.strictObject({
  plan: Plan.optional(),
  expected: z.int().min(1).max(100_000).nullish(),
})
export type WorkshopChange = z.infer<typeof WorkshopChange>

/** A countdown. `endsAt` is a time of the server: compare it with `serverTime` of the same reply. */
export const Timer = z.object({ endsAt: Time, seconds: z.int() })
export type Timer = z.infer<typeof Timer>

/** Everything that whoever holds the controls can do, each said as where to go, never as a step from here. */
export const Command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('show'), scene: Scene }),
  z.strictObject({ do: z.literal('black'), on: z.boolean() }),
  z.strictObject({ do: z.literal('pause'), on: z.boolean() }),
  z.strictObject({ do: z.literal('door'), locked: z.boolean() }),
  z.strictObject({ do: z.literal('timer'), seconds: z.int().min(1).max(14_400).nullable().describe('null stops it') }),
  z.strictObject({ do: z.literal('close') }).describe('Close the collecting, or the second vote, after 10 s'),
  z.strictObject({ do: z.literal('undo-close') }),
  z.strictObject({ do: z.literal('reveal') }).describe('Show the newest final release of the round or of its vote'),
  z.strictObject({
    do: z.literal('vote'),
    itemIds: z.array(Code).min(1).max(12),
    horizons: z.array(Code).min(1).max(4).optional(),
  }),
])
export type Command = z.infer<typeof Command>

/** Seconds in which closing can be taken back. */
export const UNDO_SECONDS = 10

/** Taking the controls, or giving them up. Taking works always: the other one sees it at once. */
export const ControlInput = z.strictObject({ action: z.enum(['take', 'release']) })

/** The words that moved people at an item of a second vote; '' takes them away. */
export const ArgumentInput = z.strictObject({ itemId: Code, text: z.string().trim().max(500) })

const Counts = z.object({ joined: z.int(), finished: z.int(), started: z.int() })

/** A second vote: a round of its own with its own items, whose answers stay beside the first. */
export const SecondVote = z
  .object({
    id: Id.describe('The id of its round'),
    number: z.int().min(1),
    itemIds: z.array(z.string()),
    horizons: z.array(z.string()),
    state: RoundState,
    closesAt: Time.nullable(),
    counts: Counts,
    isRevealed: z.boolean(),
    arguments: z.record(z.string(), z.string()),
  })
  .meta({ id: 'SecondVote' })
export type SecondVote = z.infer<typeof SecondVote>

/** What is on the wall and how the room stands; the same for the facilitator, the wall and the phones. */
export const RoomState = z.object({
  scene: Scene,
  isBlack: z.boolean(),
  isPaused: z.boolean(),
  isLocked: z.boolean(),
  timer: Timer.nullable(),
  revision: z.int(),
})
export type RoomState = z.infer<typeof RoomState>

/** A workshop as its facilitators see it: never a rating, only counts. */
export const Workshop = z
  .object({
    id: Id,
    round: Round,
    isRehearsal: z.boolean(),
    plan: Plan,
    room: RoomState,
    control: z.object({ userId: Id, name: z.string(), isMe: z.boolean(), since: Time }).nullable(),
    itemIds: z.array(z.string()).describe('What the round asks, in asked order'),
    isRevealed: z.boolean(),
    votes: z.array(SecondVote).describe('Oldest first'),
    releasedAt: Time.nullable().describe('When the result was released to the client'),
    createdAt: Time,
    serverTime: Time,
  })
  .meta({ id: 'Workshop' })
export type Workshop = z.infer<typeof Workshop>

export const WorkshopSummary = z
  .object({
    id: Id,
    roundId: Id,
    title: z.string(),
    state: RoundState,
    isRehearsal: z.boolean(),
    createdAt: Time,
  })
  .meta({ id: 'WorkshopSummary' })
export type WorkshopSummary = z.infer<typeof WorkshopSummary>

/** A rehearsal: a workshop of its own with simulated phones; nothing of it touches the real round. */
export const RehearsalInput = z.strictObject({ phones: z.int().min(5).max(60).default(12) })

/** The link that opens the wall on another screen; its token is shown only now. */
export const DisplayLink = z.object({ url: z.string() }).meta({ id: 'DisplayLink' })
export type DisplayLink = z.infer<typeof DisplayLink>
export const DisplayInput = z.strictObject({ token: z.string().min(20).max(100) })
export const DisplayOpened = z.object({ roundId: Id }).meta({ id: 'DisplayOpened' })

/** What the wall and every phone in the room may know: counts and what is shown, never a rating. */
export const WallView = z
  .object({
    round: z.object({
      id: Id,
      title: z.string(),
      organisation: z.string(),
      locale: z.enum(['nl', 'en']),
      mode: RoundMode,
      state: RoundState,
      closesAt: Time.nullable(),
    }),
    isRehearsal: z.boolean(),
    room: RoomState.nullable().describe('null: no workshop is prepared for this round'),
    join: z.object({ code: z.string(), url: z.string() }).nullable().describe('null while nobody can come in'),
    counts: z.object({ joined: z.int(), finished: z.int(), expected: z.int().nullable() }),
    question: z
      .object({
        number: z.int(),
        of: z.int(),
        texts: z.object({ nl: ItemTexts.omit({ topic: true }), en: ItemTexts.omit({ topic: true }) }),
        scale: ScaleView,
        labels: z
          .object({ nl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) })
          .nullable()
          .describe('What the steps stand for, where an answer cannot be understood without; null elsewhere'),
      })
      .nullable()
      .describe('Of the scene `question`'),
    isRevealed: z.boolean(),
    revealedVersion: z
      .string()
      .nullable()
      .describe('Another text when what was revealed is another: then fetch it again. null before the reveal'),
    vote: z
      .object({
        id: Id,
        number: z.int(),
        items: z.int(),
        state: RoundState,
        closesAt: Time.nullable(),
        counts: z.object({ joined: z.int(), finished: z.int() }),
        isRevealed: z.boolean(),
        code: z.string().nullable().describe('For phones of the room, while the vote is open'),
      })
      .nullable()
      .describe('The newest second vote'),
    serverTime: Time,
  })
  .meta({ id: 'WallView' })
export type WallView = z.infer<typeof WallView>

/** What was revealed: the frozen release, its names, and the second votes that were revealed. */
export const RevealedView = z
  .object({
    results: Results,
    instrument: InstrumentView,
    itemIds: z.array(z.string()),
    votes: z.array(
      z.object({
        id: Id,
        number: z.int(),
        itemIds: z.array(z.string()),
        results: Results,
        arguments: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({ id: 'RevealedView' })
export type RevealedView = z.infer<typeof RevealedView>

/** The data of a hint: when the oldest change that it tells was committed, in milliseconds since 1970. */
export const HintData = z.object({ at: z.int() })

/** Handing a round over to another organisation in which the caller runs rounds too. */
export const TransferInput = z.strictObject({ organisationId: Id })

/** What a hand-over page says was collected. */
export const HandOver = z
  .object({
    joined: z.int(),
    started: z.int(),
    finished: z.int(),
    late: z.int(),
    releases: z.int(),
    votes: z.int(),
    texts: z.int().describe('Reasons, arguments, cards and objections of phones that are still kept'),
    releasedAt: Time.nullable(),
    readers: z
      .array(z.object({ name: z.string(), role: z.string() }))
      .describe('Who can read the result once released'),
  })
  .meta({ id: 'HandOver' })
export type HandOver = z.infer<typeof HandOver>
export const WorkshopParams = z.object({ org: Id, workshop: Id })
export const LiveParams = z.object({ round: Id })
