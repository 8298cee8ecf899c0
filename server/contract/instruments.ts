import * as z from 'zod'

/** Anchor texts by step; 1, 3 and 5 on the five-step scale. */
const Anchors = z.record(z.string().regex(/^\d$/), z.string().min(1))

export const ItemTexts = z.object({
  topic: z.string().min(1),
  question: z.string().min(1),
  anchors: Anchors,
  explanation: z.string().describe('Empty: there is none; only of an imported instrument'),
  example: z.string().describe('Empty: there is none; only of an imported instrument'),
})
export type ItemTexts = z.infer<typeof ItemTexts>

const Named = z.object({ name: z.string().min(1), explanation: z.string() })

/** All texts of an instrument version in one language: the file `texts.<locale>.json`. */
export const InstrumentTexts = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  dimensions: z.record(z.string(), Named),
  perspectives: z.record(z.string(), Named),
  horizons: z.record(z.string(), z.object({ name: z.string().min(1), stem: z.string().min(1) })),
  scale: z.record(z.string().regex(/^\d$/), z.string().min(1)),
  themes: z.record(z.string(), z.object({ name: z.string().min(1) })).optional(),
  items: z.record(z.string(), ItemTexts),
})
export type InstrumentTexts = z.infer<typeof InstrumentTexts>

/** `bipolar`: the steps lie between two poles, of which none is the better one. Left out: they rise from low to high. */
const ScaleKind = z.literal('bipolar')

/** The steps of an instrument as readers get them. */
export const ScaleView = z.object({ min: z.int(), max: z.int(), kind: ScaleKind.optional() })

/** Codes are opaque to people and safe in addresses. */
const Code = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/i)

/** The file `instrument.json`: what is asked, without a word of text. */
export const InstrumentFile = z.strictObject({
  id: Code,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  dimensions: z.array(Code).min(1),
  perspectives: z.array(Code).min(1),
  horizons: z.array(Code).min(1),
  scale: z
    .strictObject({ min: z.int(), max: z.int(), kind: ScaleKind.optional() })
    .refine((scale) => scale.max > scale.min && scale.max - scale.min < 9, {
      message: 'a scale has 2 to 9 steps',
    }),
  balance: z.boolean(),
  scores: z
    .boolean()
    .default(true)
    .describe('false: each item stands for itself; no score of a cell or a dimension is made'),
  themes: z
    .array(Code)
    .optional()
    .describe('What a team divides the work by; a theme says nothing about the dimensions of its items'),
  items: z
    .array(
      z.strictObject({
        id: Code,
        code: z.string().min(1).optional(),
        dimension: Code,
        perspective: Code,
        inPulse: z.boolean(),
        reverse: z.boolean(),
        theme: Code.optional(),
        references: z
          .strictObject({
            ir: z.array(z.string()),
            gri: z.array(z.string()),
            griNote: z.string().optional(),
            vsme: z.array(z.string()),
            sdg: z.array(z.string()),
          })
          .optional(),
      }),
    )
    .min(1),
})
export type InstrumentFile = z.infer<typeof InstrumentFile>

/** What one version's items are in the version before it: the file `lineage.json` of a later version. */
export const LineageFile = z.strictObject({
  from: z.string().regex(/^\d+\.\d+\.\d+$/),
  items: z.array(
    z.strictObject({
      id: Code,
      kind: z.enum(['kept', 'reworded', 'split', 'merged', 'new']),
      was: z.array(Code).describe('Items of the version before; none for a new one, several for a merged one'),
      comparable: z.boolean().describe('Whether answers to both may be put side by side'),
      why: z.string().min(1),
    }),
  ),
  dropped: z
    .array(z.strictObject({ id: Code, why: z.string().min(1) }))
    .describe('Items of the version before that are gone'),
})
export type LineageFile = z.infer<typeof LineageFile>

export const InstrumentSummary = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.object({ nl: z.string(), en: z.string() }),
    isOwn: z.boolean().describe('The organisation brought it along; nobody else sees it'),
  })
  .meta({ id: 'InstrumentSummary' })

/** An instrument for signed-in readers: who answers never receives it, because it says what an item feeds. */
export const InstrumentView = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.object({ nl: z.string(), en: z.string() }),
    dimensions: z.array(z.string()),
    perspectives: z.array(z.string()),
    horizons: z.array(z.string()),
    scale: ScaleView,
    balance: z.boolean(),
    scores: z.boolean().describe('false: each item stands for itself; there is no score of a dimension'),
    themes: z.array(z.string()).describe('Empty: the items are not divided by theme'),
    names: z.object({
      nl: InstrumentTexts.omit({ items: true }),
      en: InstrumentTexts.omit({ items: true }),
    }),
    items: z.array(
      z.object({
        id: z.string(),
        dimension: z.string(),
        perspective: z.string(),
        inPulse: z.boolean(),
        reverse: z.boolean(),
        theme: z.string().nullable(),
        texts: z.object({ nl: ItemTexts, en: ItemTexts }),
      }),
    ),
    lineage: LineageFile.nullable().optional().describe('What changed since the version before; null: there was none'),
  })
  .meta({ id: 'InstrumentView' })
export type InstrumentView = z.infer<typeof InstrumentView>
export const InstrumentParams = z.object({ id: z.string().max(40), version: z.string().max(20) })
