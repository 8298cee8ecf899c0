import * as z from 'zod'
import { Id, MadeId, Period, StakeholderGroup, Time } from '../contract/common.ts'
import { Certainty, Destination, EvidenceFact, MOST_FILE_BYTES } from '../contract/company-sheets.ts'
import { OwnExampleContent } from '../contract/examples.ts'
import { InstrumentFile, InstrumentTexts, LineageFile } from '../contract/instruments.ts'
import {
  ExpectedEffect,
  InterventionContent,
  InterventionState,
  Price,
  ReviewInput,
} from '../contract/interventions.ts'
import { PartyLink } from '../contract/networks.ts'
import { EntryBody, Phase, QuestionNumber } from '../contract/reflections.ts'
import { Results } from '../contract/results.ts'
import { RemindDays, RoundAnswering, RoundMode, RoundState } from '../contract/rounds.ts'
import { PlanStep } from '../contract/workshops.ts'
import { FORMER_MEMBER } from '../db/queries/erasures.ts'
import { EXPERIMENT_OUTCOMES } from '../domain/experiment.ts'
import { PARTY_KINDS } from '../domain/network.ts'
import { QUARTER_SETS } from '../domain/rhythm.ts'

/*
 * Rows of an archive, as `server/export/archive-tables.ts` writes them: the columns of each table, JSON as what it says,
 * bytes as base64. Only looked at with these: what is stored is the row as it came, so that nothing is changed by reading.
 */

const Text = z.string().max(20_000)
const Short = z.string().max(400)
const Code = z.string().min(1).max(80)
const Day = z.iso.date()
const Count = z.int().min(0)
const Switch = z.int().min(0).max(1)
const Someone = z.union([Id, z.literal(FORMER_MEMBER)])
const Codes = z.array(Code).max(500)

const round = z
  .strictObject({
    id: Id,
    title: Short.min(1),
    instrumentId: Code,
    instrumentVersion: Code,
    period: Period,
    horizons: Codes.min(1).max(4),
    mode: RoundMode,
    groups: z.array(StakeholderGroup).max(8),
    expected: z.int().min(1).nullable(),
    threshold: z.int().min(1).max(50),
    state: RoundState,
    createdAt: Time,
    openedAt: Time.nullable(),
    closesAt: Time.nullable(),
    closedAt: Time.nullable(),
    purpose: z.enum(['assessment', 'second-vote']),
    answering: RoundAnswering,
    plannedOpenAt: Time.nullable(),
    dueAt: Time.nullable(),
    remindedAt: Time.nullable(),
    planId: Id.nullable(),
    remindDays: RemindDays,
  })
  .refine(({ mode, threshold }) => mode === 'open' || threshold >= 5, { path: ['threshold'] })
  .refine(({ mode, answering }) => mode === 'open' || answering === 'each', { path: ['answering'] })

const late = z.strictObject({
  opId: MadeId,
  slot: Count,
  seq: z.int(),
  character: z.string().length(1),
  reason: Text.optional(),
  replaces: Short.optional(),
})

/** The rows of each table, by its name in the code. */
export const ARCHIVE_ROWS = {
  importedInstrument: z.strictObject({
    id: z.string().regex(/^own-[0-9a-f]{8}$/),
    version: Code,
    formId: Short.nullable(),
    content: InstrumentFile,
    textsNl: InstrumentTexts,
    textsEn: InstrumentTexts,
    lineage: LineageFile.nullable(),
    contentHash: Code,
    importedAt: Time,
  }),
  roundPlan: z.strictObject({
    id: Id,
    instrumentId: Code,
    horizons: Codes.min(1).max(4),
    mode: RoundMode,
    answering: RoundAnswering,
    groups: z.array(StakeholderGroup).max(8),
    expected: z.int().min(1).nullable(),
    usual: z.enum(QUARTER_SETS),
    fullQuarter: z.int().min(1).max(4).nullable(),
    opensFrom: z.enum(['start', 'end']),
    opensDays: z.int().min(-92).max(92),
    openDays: z.int().min(1).max(60),
    remindDays: RemindDays,
    changedAt: Time,
    revision: Count,
  }),
  target: z.strictObject({
    instrumentId: Code,
    dimension: Code,
    instrumentVersion: Code,
    score: z.int().min(0).max(100),
    duePeriod: z.string().regex(/^\d{4}-Q[1-4]$/),
    reason: Short,
    editorId: Someone.nullable(),
    editedAt: Time,
    revision: Count,
  }),
  round,
  roundItem: z.strictObject({ roundId: Id, itemId: Code, position: Count }),
  respondent: z.strictObject({
    roundId: Id,
    id: Id,
    stakeholderGroup: StakeholderGroup.nullable(),
    name: Short.nullable(),
    finished: Switch,
  }),
  sheet: z.strictObject({
    roundId: Id,
    respondentId: Id,
    answers: z.string().regex(/^[1-9?.-]*$/),
    remarks: z.record(z.string().regex(/^\d{1,5}$/), Text),
    operations: z.array(z.string().max(100)),
    late: z.array(late),
    revision: Count,
  }),
  teamAnswer: z.strictObject({
    roundId: Id,
    respondentId: Id,
    opId: MadeId,
    number: Count,
    slot: Count,
    seq: Count,
    character: z.string().regex(/^[1-9?.-]$/),
    reason: Text.nullable(),
    replaces: Short.nullable(),
    state: z.enum(['stands', 'replaced', 'conflict', 'set-aside', 'chosen', 'stale', 'late']),
    userId: Someone.nullable(),
    answeredAt: Time,
    settledBy: Someone.nullable(),
    settledAt: Time.nullable(),
  }),
  itemWork: z.strictObject({
    roundId: Id,
    itemId: Code,
    assignedTo: Someone.nullable(),
    certainty: Certainty.nullable(),
    note: Text,
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable(),
    revision: Count,
    editedBy: Someone.nullable(),
    editedAt: Time,
  }),
  evidenceFile: z.strictObject({
    id: Id,
    roundId: Id,
    itemId: Code,
    name: z.string().min(1).max(255),
    mediaType: Code.max(120),
    bytes: z.int().min(1).max(MOST_FILE_BYTES),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    addedBy: Someone.nullable(),
    addedAt: Time,
  }),
  evidenceContent: z.strictObject({ fileId: Id, content: z.base64() }),
  evidenceFact: z.strictObject({
    roundId: Id,
    itemId: Code,
    number: Count,
    concept: Short.min(1),
    kind: EvidenceFact.shape.kind,
    labelNl: Text,
    labelEn: Text,
    value: Text,
    unit: Short.nullable(),
    period: Short.nullable(),
    place: Short,
  }),
  signOff: z.strictObject({
    roundId: Id,
    userId: Someone.nullable(),
    signedAt: Time,
    destinations: z.array(Destination),
  }),
  release: z.strictObject({
    id: Id,
    roundId: Id,
    number: z.int().min(1),
    madeAt: Time,
    document: Results.extend({ changes: Results.shape.changes.default([]) }),
    final: Switch,
    newerAnswers: Switch,
  }),
  workshop: z.strictObject({
    id: Id,
    roundId: Id,
    plan: z.array(PlanStep).max(40),
    revealedReleaseId: Id.nullable(),
    releasedAt: Time.nullable(),
    createdAt: Time,
    revision: Count,
  }),
  secondVote: z.strictObject({
    roundId: Id,
    workshopId: Id,
    number: Count,
    arguments: z.record(Code, Text),
    revealedReleaseId: Id.nullable(),
  }),
  reflection: z.strictObject({
    id: Id,
    roundId: Id,
    releaseId: Id,
    guideId: Code,
    guideVersion: Code,
    title: Short,
    capitals: Codes.max(12),
    skipped: z.array(QuestionNumber).max(7),
    phases: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), Phase),
    state: z.enum(['open', 'closed']),
    createdBy: Someone,
    createdAt: Time,
    revision: Count,
  }),
  reflectionEntry: z.strictObject({
    reflectionId: Id,
    id: Id,
    question: QuestionNumber,
    body: EntryBody,
    authorId: Someone.nullable(),
    editorId: Someone.nullable(),
    carried: Switch,
    hidden: Switch,
    groupId: Code.nullable(),
    revision: Count,
  }),
  intervention: z.strictObject({
    id: Id,
    reflectionId: Id.nullable(),
    roundId: Id.nullable(),
    content: InterventionContent,
    reviewOn: Day.nullable(),
    state: InterventionState,
    price: Price.nullable(),
    consent: z.enum(['none', 'open', 'closed']),
    createdBy: Someone,
    editorId: Someone.nullable(),
    createdAt: Time,
    effectsRevision: Count,
    revision: Count,
  }),
  expectedEffect: ExpectedEffect.extend({ interventionId: Id }),
  consentStance: z.strictObject({
    interventionId: Id,
    id: Id,
    stance: z.enum(['no-objection', 'concern', 'objection']),
    text: Text,
    resolution: z.enum(['integrated', 'withdrawn', 'criterion']).nullable(),
  }),
  agreementReview: z.strictObject({
    interventionId: Id,
    id: Id,
    reviewedAt: Time,
    helped: ReviewInput.shape.helped,
    why: Text,
    improve: Text,
    dropped: Switch,
    nextReviewOn: Day.nullable(),
    authorId: Someone,
  }),
  example: z.strictObject({ id: Id, content: OwnExampleContent, revision: Count }),
  networkParty: z.strictObject({
    id: Id,
    name: Short.min(1),
    kind: z.enum(PARTY_KINDS),
    links: z.array(PartyLink).max(12),
    revision: Count,
  }),
  experiment: z.strictObject({
    id: Id,
    period: Period,
    partyId: Id.nullable(),
    hypothesis: Text,
    smallestTest: Text,
    measure: Text,
    startsOn: Day,
    endsOn: Day,
    outcome: z.enum(EXPERIMENT_OUTCOMES).nullable(),
    learned: Text,
    revision: Count,
  }),
} as const satisfies Readonly<Record<string, z.ZodType>>
