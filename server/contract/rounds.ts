import * as z from 'zod'
import { Id, MadeId, Period, StakeholderGroup, Time } from './common.ts'

export const ROUND_STATES = ['draft', 'open', 'closing', 'closed', 'archived'] as const
export const RoundState = z.enum(ROUND_STATES)
export type RoundState = z.infer<typeof RoundState>

export const ROUND_MODES = ['anonymous', 'open'] as const
export const RoundMode = z.enum(ROUND_MODES)
export type RoundMode = z.infer<typeof RoundMode>

export const ROUND_PURPOSES = ['assessment', 'second-vote', 'rehearsal'] as const
/** What a round is for; only assessments are listed, compared and exported as rounds. */
export const RoundPurpose = z.enum(ROUND_PURPOSES)
export type RoundPurpose = z.infer<typeof RoundPurpose>

export const ROUND_ANSWERINGS = ['each', 'together'] as const
/** `each`: everybody fills in a sheet of their own. `together`: a team fills in one sheet for the organisation. */
export const RoundAnswering = z.enum(ROUND_ANSWERINGS)
export type RoundAnswering = z.infer<typeof RoundAnswering>

/** Days before the last day for answers on which people are reminded; 0 is that day itself. */
export const RemindDays = z
  .array(z.int().min(0).max(60))
  .max(4)
  .refine((days) => new Set(days).size === days.length, { message: 'each day once' })

/** A new round: it opens at once unless `draft` is true. */
export const RoundInput = z
  .strictObject({
    title: z.string().trim().min(1).max(160).optional(),
    instrument: z.strictObject({ id: z.string().max(40), version: z.string().max(20) }),
    variant: z.enum(['full', 'pulse']).optional(),
    itemIds: z.array(z.string().max(40)).min(1).max(500).optional(),
    period: Period,
    horizons: z.array(z.string().max(40)).min(1).max(4),
    mode: RoundMode,
    groups: z.array(StakeholderGroup).max(8).default([]),
    expected: z.int().min(1).max(100_000).nullish(),
    threshold: z
      .int()
      .min(5)
      .max(50)
      .optional()
      .describe('Anonymous rounds: fewest ratings behind a figure; 5 unless raised'),
    draft: z.boolean().default(false),
    answering: RoundAnswering.default('each').describe('together: one sheet of a team; the mode has to be open'),
    plannedOpenAt: Time.nullish().describe('Drafts: it opens by itself then'),
    dueAt: Time.nullish().describe('Until when answers are asked for'),
    remindDays: RemindDays.default([]),
  })
  .refine((input) => input.answering === 'each' || input.mode === 'open', {
    message: 'a team that answers together is named: the mode has to be open',
    path: ['mode'],
  })
  .refine((input) => (input.variant === undefined) !== (input.itemIds === undefined), {
    message: 'give either variant or itemIds',
    path: ['variant'],
  })
export type RoundInput = z.infer<typeof RoundInput>
/** The same inside the server, where nobody answers together unless it is said. */
export type RoundDraft = Omit<RoundInput, 'answering' | 'remindDays'> &
  Partial<Pick<RoundInput, 'answering' | 'remindDays'>> & { readonly planId?: string }

export const RoundMade = z
  .object({ id: Id, code: z.string().describe('Empty for a draft'), joinUrl: z.string() })
  .meta({ id: 'RoundMade' })
export type RoundMade = z.infer<typeof RoundMade>

/** A round as its organisation sees it: states and counts, never ratings. */
export const Round = z
  .object({
    id: Id,
    title: z.string(),
    instrument: z.object({ id: z.string(), version: z.string() }),
    items: z.int(),
    period: z.string(),
    horizons: z.array(z.string()),
    purpose: RoundPurpose,
    workshopId: Id.nullable().describe('The workshop that continues this round'),
    mode: RoundMode,
    answering: RoundAnswering,
    groups: z.array(StakeholderGroup),
    threshold: z.int(),
    expected: z.int().nullable(),
    state: RoundState,
    createdAt: Time,
    openedAt: Time.nullable(),
    closesAt: Time.nullable().describe('While closing: until when phones may still deliver'),
    closedAt: Time.nullable(),
    plannedOpenAt: Time.nullable().describe('A draft opens by itself then'),
    dueAt: Time.nullable().describe('Until when answers are asked for'),
    remindDays: z.array(z.int()).describe('Days before the last day for answers on which people are reminded'),
    remindedAt: Time.nullable().describe('When people were reminded last'),
    planId: Id.nullable().describe('The rhythm that made it'),
    code: z.string().nullable().describe('null before opening and after closing'),
    joinUrl: z.string().nullable(),
    counts: z.object({
      joined: z.int(),
      started: z.int(),
      finished: z.int(),
      late: z.int().describe('Answers that came after closing; they count when the round is reopened'),
    }),
    releases: z.int(),
  })
  .meta({ id: 'Round' })
export type Round = z.infer<typeof Round>

/** Other days for a round: what is left out stays, null takes a day away. */
export const RoundChange = z.strictObject({
  plannedOpenAt: Time.nullable().optional(),
  dueAt: Time.nullable().optional(),
  remindDays: RemindDays.optional(),
})
export type RoundChange = z.infer<typeof RoundChange>

/** What a round asks, in asked order: for paper, where it stands as it does on a phone. */
export const RoundItems = z.object({ items: z.array(z.string()) }).meta({ id: 'RoundItems' })
export type RoundItems = z.infer<typeof RoundItems>

/** Closing at once (0), or after some minutes in which phones may still deliver. */
export const CloseInput = z.strictObject({ graceMinutes: z.int().min(0).max(60).default(0) })

export const JoinInput = z.strictObject({
  code: z.string().min(1).max(80),
  joinId: MadeId.optional().describe('Made on the phone: the same joinId gives the same respondent again'),
  group: StakeholderGroup.optional(),
  name: z.string().trim().min(1).max(80).optional().describe('Kept in an open round only'),
})
export type JoinInput = z.infer<typeof JoinInput>

export const Joined = z.object({ respondentId: Id, secret: z.string(), roundTitle: z.string() }).meta({ id: 'Joined' })
export type Joined = z.infer<typeof Joined>

/** What somebody with a code may know before joining: enough to decide. */
export const JoinPreview = z
  .object({
    roundTitle: z.string(),
    organisation: z.string(),
    mode: RoundMode,
    groups: z.array(StakeholderGroup),
    items: z.int(),
    horizons: z.int(),
  })
  .meta({ id: 'JoinPreview' })
export type JoinPreview = z.infer<typeof JoinPreview>
export const JoinPreviewInput = z.strictObject({ code: z.string().min(1).max(80) })
