import * as z from 'zod'
import { StakeholderGroup } from './common.ts'
import { InstrumentSummary, ScaleView } from './instruments.ts'
import { RoundMode } from './rounds.ts'

const InBoth = z.object({ nl: z.string(), en: z.string() })

/** What is wrong in a file, where, and how to mend it, in the reader's language. */
export const FileFault = z
  .object({
    sheet: z.string().nullable().describe('Of a workbook; null in a file that has one table'),
    line: z.int().describe('As a spreadsheet or an editor numbers it, from 1'),
    column: z.string().nullable(),
    wrong: z.string(),
    mend: z.string(),
  })
  .meta({ id: 'FileFault' })
export type FileFault = z.infer<typeof FileFault>

/** Something that is good to know and keeps nothing from being imported. */
const FileNote = z.object({ sheet: z.string().nullable(), line: z.int().nullable(), text: z.string() })

const FirstQuestion = z.object({
  id: z.string(),
  question: InBoth,
  steps: z.array(z.object({ rating: z.int(), words: InBoth })),
})

const VersionSummary = InstrumentSummary.omit({ isOwn: true })

/** What a form would become: shown before it is imported. */
export const InstrumentPreview = z
  .object({
    faults: z.array(FileFault).describe('With any of these nothing is imported'),
    more: z.int().describe('Faults beyond those that are named'),
    notes: z.array(FileNote),
    leftOut: z.array(z.object({ line: z.int(), type: z.string(), label: z.string() })),
    form: z
      .object({
        title: InBoth,
        languages: z.array(z.enum(['nl', 'en'])).describe('Languages that the form itself has'),
        items: z.int(),
        pulse: z.int(),
        dimensions: z.array(z.object({ id: z.string(), name: InBoth, items: z.int() })),
        perspectives: z.array(z.object({ id: z.string(), name: InBoth, items: z.int() })),
        scale: ScaleView.extend({ words: z.array(InBoth) }),
        first: z.array(FirstQuestion).describe('As people will see them'),
      })
      .nullable()
      .describe('null while there are faults'),
    own: z
      .array(VersionSummary)
      .describe('Newest versions of what the organisation has, of which this may be a next one'),
    next: z
      .object({
        of: VersionSummary,
        isSame: z.boolean().describe('Nothing changed: there is nothing to import'),
        kept: z.int(),
        reworded: z.array(
          z.object({
            id: z.string(),
            before: InBoth,
            after: InBoth,
            mayCompare: z.boolean().describe('false: it changed so that answers cannot mean the same'),
          }),
        ),
        added: z.array(z.string()),
        dropped: z.array(z.string()),
      })
      .nullable()
      .describe('null: it becomes an instrument of its own'),
  })
  .meta({ id: 'InstrumentPreview' })
export type InstrumentPreview = z.infer<typeof InstrumentPreview>

/** As what a form is imported. */
export const InstrumentImportQuery = z.strictObject({
  as: z
    .string()
    .regex(/^(new|own-[0-9a-f]{8})$/)
    .optional()
    .describe('`new`, or the id of which it is the next version; left out: what goes by the same name, else new'),
  comparable: z
    .string()
    .max(10_000)
    .regex(/^[\w,-]*$/)
    .optional()
    .describe('Ids of reworded items whose answers may be put beside the earlier ones, with commas; none unless said'),
})
export type InstrumentImportQuery = z.infer<typeof InstrumentImportQuery>

export const InstrumentImported = z
  .object({ id: z.string(), version: z.string(), isNew: z.boolean().describe('false: it was there already') })
  .meta({ id: 'InstrumentImported' })
export type InstrumentImported = z.infer<typeof InstrumentImported>

/** Rows and columns that one file of answers may have. */
export const MOST_ANSWER_ROWS = 50_000
export const MOST_ANSWER_COLUMNS = 300
/** Largest file of answers, in bytes. */
export const MOST_ANSWER_BYTES = 5 * 1024 * 1024

export const ColumnUse = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), item: z.string().max(40), horizon: z.string().max(40) }),
  z.strictObject({ kind: z.literal('name') }),
  z.strictObject({ kind: z.literal('group') }),
  z.strictObject({ kind: z.literal('nothing') }),
])
/** What a column of a wide file is: answers to an item, the name or group of a respondent, or nothing. */
export type ColumnUse = z.infer<typeof ColumnUse>

const ValueMeaning = z.union([z.int().min(0).max(9), z.enum(['unknown', 'not_applicable', 'unanswered'])])
/** What an answer in words or a code means: a step of the scale, or why there is none. */
export type ValueMeaning = z.infer<typeof ValueMeaning>

/** How a wide file is to be read. What it does not say is recognised by the server. */
export const AnswersMapping = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        place: z
          .int()
          .min(0)
          .max(MOST_ANSWER_COLUMNS - 1),
        use: ColumnUse,
      }),
    )
    .max(MOST_ANSWER_COLUMNS)
    .default([]),
  values: z
    .array(z.strictObject({ text: z.string().max(300), means: ValueMeaning }))
    .max(300)
    .default([]),
  groups: z
    .array(z.strictObject({ text: z.string().max(300), means: StakeholderGroup.nullable() }))
    .max(100)
    .default([]),
})
export type AnswersMapping = z.infer<typeof AnswersMapping>

/** A file of answers with what is known about it. The same for looking and for importing. */
export const AnswersInput = z.strictObject({
  fileName: z.string().trim().min(1).max(120),
  content: z
    .base64()
    .max(Math.ceil((MOST_ANSWER_BYTES * 4) / 3) + 4)
    .describe('The bytes of the file, in base64'),
  instrument: z.strictObject({ id: z.string().max(40), version: z.string().max(20) }),
  mode: RoundMode,
  period: z.string().regex(/^\d{4}(-Q[1-4])?$/),
  horizon: z.string().max(40).describe('What the answers are about, where the file does not say so'),
  title: z.string().trim().max(160).default(''),
  mapping: AnswersMapping.prefault({}),
})
export type AnswersInput = z.infer<typeof AnswersInput>

/** How a column was recognised. `person`: somebody said so. */
const Found = z.enum(['id', 'name', 'text', 'likeness', 'person', 'kind', 'none'])

/** What the server makes of a file of answers: shown before it is imported. */
export const AnswersPreview = z
  .object({
    shape: z.enum(['wide', 'long']),
    columns: z.array(
      z.object({
        place: z.int().describe('From 0'),
        header: z.string(),
        use: ColumnUse,
        found: Found,
        proposal: z
          .object({ item: z.string(), horizon: z.string() })
          .nullable()
          .describe('An item that the header is like; nothing is read until a person says so'),
        dropped: z.enum(['person', 'time', 'technical', 'other']).nullable().describe('Why nothing is taken from it'),
        filled: z.int(),
      }),
    ),
    values: z.array(
      z.object({
        text: z.string(),
        times: z.int(),
        means: ValueMeaning.nullable().describe('null: nobody knows; somebody has to say it'),
        isGuess: z.boolean().describe('By a usual order or a number in front: somebody should look at it'),
      }),
    ),
    groups: z.array(
      z.object({
        text: z.string(),
        times: z.int(),
        means: StakeholderGroup.nullable().describe('null: no group'),
        isKnown: z.boolean().describe('false: nobody knows; somebody has to say it'),
      }),
    ),
    items: z.array(z.object({ id: z.string(), question: InBoth, asked: z.boolean() })),
    counts: z.object({
      rows: z.int(),
      respondents: z.int(),
      answers: z.int(),
      missing: z.int().describe('Unknown or not applicable'),
    }),
    rounds: z.array(z.object({ period: z.string(), items: z.int(), respondents: z.int() })),
    faults: z.array(FileFault),
    more: z.int(),
    notes: z.array(FileNote),
  })
  .meta({ id: 'AnswersPreview' })
export type AnswersPreview = z.infer<typeof AnswersPreview>

export const AnswersImported = z
  .object({ rounds: z.array(z.object({ id: z.string(), title: z.string() })), respondents: z.int(), answers: z.int() })
  .meta({ id: 'AnswersImported' })
export type AnswersImported = z.infer<typeof AnswersImported>
