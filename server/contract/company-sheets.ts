import * as z from 'zod'
import { Id, Locale, MadeId, RoundParams, Time } from './common.ts'
import { ScaleView } from './instruments.ts'
import { Answer } from './responses.ts'
import { RoundState } from './rounds.ts'

/** How sure a team is of an answer; shown and filterable, and never part of a score. */
export const CERTAINTIES = ['gut', 'estimate', 'measured', 'audited'] as const
export const Certainty = z.enum(CERTAINTIES)
export type Certainty = z.infer<typeof Certainty>

/** Most bytes of one file that goes along as evidence. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024

/** Who works on a sheet: a member of the organisation, or somebody who was one. */
const Person = z.object({
  id: Id,
  name: z.string(),
  mayAnswer: z.boolean().describe('Whether this person writes here now, and may be given a question'),
})

/** An answer as it stands, with who gave it: `opId` is what another answer says it replaces. */
const StoredAnswer = z.object({
  answer: Answer,
  opId: z.string().nullable().describe('null once the round is closed'),
  by: Id.nullable().describe('null: somebody whose account is gone'),
  at: Time.nullable(),
})

/** Another answer to the same question, given without having seen the one that stands. Both stay until somebody chooses. */
export const AnswerConflict = z.object({
  id: z.string().describe('The operation that was not applied'),
  itemId: z.string(),
  horizon: z.string(),
  answer: Answer.nullable().describe('null: it took the answer back'),
  by: Id.nullable(),
  at: Time,
})
export type AnswerConflict = z.infer<typeof AnswerConflict>

/** What a team keeps with one question beside the answer. */
export const ItemWork = z.object({
  assignedTo: Id.nullable(),
  certainty: Certainty.nullable(),
  note: z.string(),
  link: z.string().nullable(),
  revision: z.int().describe('0: nothing was kept yet'),
})
export type ItemWork = z.infer<typeof ItemWork>

/** A file that shows where an answer comes from. Its content is only ever given as a download. */
export const EvidenceFile = z.object({
  id: Id,
  itemId: z.string(),
  name: z.string(),
  type: z.string().describe('Found in the file itself, never taken from its name'),
  bytes: z.int(),
  by: Id.nullable(),
  at: Time,
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** A figure that a report of the organisation already holds, about what a question asks. */
export const EvidenceFact = z.object({
  itemId: z.string(),
  concept: z.string().describe('Name of a concept of the VSME taxonomy'),
  kind: z.enum(['number', 'yes-no', 'text']),
  label: z.object({ nl: z.string(), en: z.string() }),
  value: z.string().describe('A number with a point, `yes` or `no`, or words as they stand in the report'),
  unit: z.string().nullable(),
  period: z.string().nullable(),
  place: z.string().describe('Sheet and cell of the report'),
})
export type EvidenceFact = z.infer<typeof EvidenceFact>

/** What the sheet before says to the same questions; questions that are not comparable are not in it. */
export const PreviousSheet = z.object({
  roundId: Id,
  title: z.string(),
  period: z.string(),
  answers: z.record(z.string(), z.record(z.string(), Answer)),
  work: z.record(z.string(), z.object({ certainty: Certainty.nullable(), note: z.string() })),
})
export type PreviousSheet = z.infer<typeof PreviousSheet>

/** Who gets to see what after signing off. */
export const DESTINATIONS = ['organisation', 'consultants'] as const
export const Destination = z.enum(DESTINATIONS)
export type Destination = z.infer<typeof Destination>

/** One sheet that a team fills in for its organisation. It says of no question what it feeds. */
export const CompanySheet = z
  .object({
    round: z.object({
      id: Id,
      title: z.string(),
      period: z.string(),
      state: RoundState,
      horizons: z.array(z.string()),
      scale: ScaleView,
      dueAt: Time.nullable(),
    }),
    me: Id,
    mayWrite: z.boolean(),
    mayRemoveAny: z.boolean().describe('While it may write: files of others too, and not only its own'),
    takesFigures: z.boolean().describe('A figure of a VSME report can stand beside some question'),
    stems: z.object({ nl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    steps: z.object({ nl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    themes: z
      .array(
        z.object({
          code: z.string(),
          name: z.object({ nl: z.string(), en: z.string() }).nullable().describe('null: a part without a name'),
          items: z.array(z.string()).describe('In asked order'),
        }),
      )
      .describe('Every question stands in exactly one'),
    items: z.array(
      z.object({
        id: z.string(),
        texts: z.partialRecord(
          Locale,
          z.object({
            topic: z.string(),
            question: z.string(),
            anchors: z.record(z.string(), z.string()),
            explanation: z.string(),
            example: z.string(),
          }),
        ),
      }),
    ),
    answers: z.record(z.string(), z.record(z.string(), StoredAnswer)),
    conflicts: z.array(AnswerConflict),
    work: z.record(z.string(), ItemWork).describe('Questions with which something is kept'),
    files: z.array(EvidenceFile),
    facts: z.array(EvidenceFact),
    previous: PreviousSheet.nullable(),
    people: z.array(Person).describe('Who may be given a question, and who is named elsewhere in this sheet'),
    here: z.array(z.object({ userId: Id, itemId: z.string().nullable(), at: Time })).describe('Others, at this moment'),
    signedOff: z
      .object({ by: Id.nullable(), at: Time, destinations: z.array(Destination) })
      .nullable()
      .describe('Taken back when the round is opened again'),
  })
  .meta({ id: 'CompanySheet' })
export type CompanySheet = z.infer<typeof CompanySheet>

/** `…/sheet`: texts of questions in this language only; in every language when it is left out. */
export const CompanySheetQuery = z.strictObject({ locale: Locale.optional() })

/** `…/sheet/items/:item`: what changes; `revision` is the one that was seen. */
export const ItemWorkInput = z.strictObject({
  revision: z.int().min(0),
  assignedTo: Id.nullish(),
  certainty: Certainty.nullish(),
  note: z.string().trim().max(4000).optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
})
export type ItemWorkInput = z.infer<typeof ItemWorkInput>

/** Which of two answers stays; the other one stays in the history. */
export const ConflictInput = z.strictObject({ keep: z.enum(['stored', 'other']), seq: z.int().min(0), opId: MadeId })
export type ConflictInput = z.infer<typeof ConflictInput>

/** Where the reader is in the sheet; null: in its list. */
export const HereInput = z.strictObject({ itemId: z.string().max(40).nullable() })

/** What signing off will do, in figures: shown before somebody does it. */
export const SignOffView = z
  .object({
    answered: z.int(),
    asked: z.int().describe('Questions times horizons'),
    conflicts: z.int(),
    destinations: z.array(z.object({ destination: Destination, names: z.array(z.string()) })),
  })
  .meta({ id: 'SignOffView' })
export type SignOffView = z.infer<typeof SignOffView>

/** Every destination that the view named has to be agreed to: nobody gets to see anything unsaid. */
export const SignOffInput = z.strictObject({ destinations: z.array(Destination).min(1).max(8) })

export const SheetItemParams = RoundParams.extend({ item: z.string().max(40) })
export const SheetConflictParams = RoundParams.extend({ conflict: z.string().max(64) })
export const EvidenceFileParams = RoundParams.extend({ file: Id })

/**
 * `PUT …/sheet/files/:file?item=`: to which question the file goes. The bytes are the body (application/octet-stream), the
 * name is the header `x-file-name`, URI-encoded. The same file again changes nothing; it answers an `EvidenceFile`.
 */
export const EvidenceFileQuery = z.strictObject({ item: z.string().max(40) })

/** Most files with one question. */
export const MOST_FILES_OF_ITEM = 20

/*
 * What the other routes answer: PUT sheet/answers 200 Acknowledgements; PUT sheet/items/:item 200 ItemWork; POST
 * sheet/conflicts/:conflict, PUT sheet/here, DELETE sheet/files/:file and POST sheet/sign-off 204 without a body. Who signs
 * off is an owner or a facilitator, as for closing: POST …/close and …/releases of such a round are refused.
 *
 * An answer says in `replaces` the opId of the one that it was given over, and leaves it out where nothing stood. Over
 * the answer of somebody else that was not seen it is a `conflict`; over an own one the higher `seq` stays, as on phones.
 */
