import * as z from 'zod'
import { EvidenceFact } from './company-sheets.ts'

const InBoth = z.object({ nl: z.string(), en: z.string() })

/** A cell of a report that gave no figure where one was expected. */
export const ReportFault = z.object({
  label: InBoth,
  sheet: z.string(),
  cell: z.string().describe('Such as D22'),
  fault: z
    .enum(['formula', 'error', 'no-number', 'no-answer'])
    .describe('A formula without a kept result, an error such as #REF!, no number, no yes or no'),
})
export type ReportFault = z.infer<typeof ReportFault>

/** What a filled VSME template holds about the questions of a round: shown before any of it is kept. */
export const VsmePreview = z
  .object({
    entity: z.string().nullable().describe('Whose report it is, as it says itself'),
    period: z.string().nullable(),
    version: z.string().nullable().describe('Of the template'),
    items: z
      .array(z.object({ itemId: z.string(), topic: InBoth, facts: z.array(EvidenceFact) }))
      .describe('Questions about which the report holds a figure, in asked order'),
    unused: z.array(InBoth).describe('What is filled in and no question asks about'),
    faults: z.array(ReportFault),
    stored: z.int().describe('Figures that stand beside the questions now, and would be replaced'),
  })
  .meta({ id: 'VsmePreview' })
export type VsmePreview = z.infer<typeof VsmePreview>

/** What was kept. */
export const VsmeKept = z.object({ facts: z.int(), items: z.int() }).meta({ id: 'VsmeKept' })
export type VsmeKept = z.infer<typeof VsmeKept>
