import * as z from 'zod'
import { Id, Locale, MadeId } from './common.ts'
import { ScaleView } from './instruments.ts'
import { RoundMode, RoundState } from './rounds.ts'

const Reason = z.string().trim().min(1).max(300)

/** One answer as it is stored. */
export const Answer = z.union([
  z.strictObject({ rating: z.int() }),
  z.strictObject({ missing: z.enum(['unknown', 'not_applicable']), reason: Reason.optional() }),
])
export type Answer = z.infer<typeof Answer>

/**
 * The filled-in questionnaire of who asks, and what is asked in asked order. It says nothing else about an item: no
 * dimension, no perspective, because who answers must not see what an item feeds (`method.md` section 2).
 */
export const ResponseView = z
  .object({
    round: z.object({
      id: Id,
      title: z.string(),
      organisation: z.string(),
      mode: RoundMode,
      state: RoundState,
      horizons: z.array(z.string()),
      scale: ScaleView,
    }),
    stems: z.object({ nl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    steps: z.object({ nl: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
    items: z.array(
      z.object({
        id: z.string(),
        texts: z.partialRecord(
          Locale,
          z.object({
            question: z.string(),
            anchors: z.record(z.string(), z.string()),
            explanation: z.string(),
            example: z.string(),
          }),
        ),
      }),
    ),
    answers: z.record(z.string(), z.record(z.string(), Answer)),
    finished: z.boolean(),
    progress: z.object({ joined: z.int(), finished: z.int() }),
  })
  .meta({ id: 'ResponseView' })
export type ResponseView = z.infer<typeof ResponseView>

/** The questions of a long list weigh most of what a phone loads. */
export const ResponseQuery = z.strictObject({
  locale: Locale.optional().describe('Texts of items in this language only; in every language when it is left out'),
})

const place = {
  opId: MadeId,
  itemId: z.string().min(1).max(40),
  horizon: z.string().min(1).max(40),
  seq: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  replaces: MadeId.optional().describe('Open rounds: the operation that this one means to replace'),
}

/** One change of one answer, made on the phone: a rating, a missing code, or an answer taken back. */
export const Operation = z.union([
  z.strictObject({ ...place, rating: z.int() }),
  z.strictObject({ ...place, missing: z.enum(['unknown', 'not_applicable']), reason: Reason.optional() }),
  z.strictObject({ ...place, clear: z.literal(true) }),
])
export type Operation = z.infer<typeof Operation>

/** Most operations in one call. */
export const MOST_OPERATIONS = 50
export const Operations = z.array(Operation).min(1).max(MOST_OPERATIONS)

export const OPERATION_STATES = ['applied', 'duplicate', 'stale', 'late', 'conflict', 'rejected'] as const
/** What became of one operation; sent only after a durable commit. */
export const Acknowledgement = z.object({
  opId: z.string(),
  status: z.enum(OPERATION_STATES),
  code: z.string().optional().describe('Why it was rejected: a problem code'),
})
export type Acknowledgement = z.infer<typeof Acknowledgement>
export const Acknowledgements = z.array(Acknowledgement)

export const FinishInput = z.strictObject({ finished: z.boolean().default(true) })
