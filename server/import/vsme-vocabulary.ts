import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { DATA_ROOT } from '../paths.ts'

/** Kinds of value that a concept of the VSME taxonomy can have; the last four are words. */
export const VSME_KINDS = [
  'number',
  'money',
  'percent',
  'mass',
  'volume',
  'area',
  'energy',
  'emissions',
  'intensity',
  'year',
  'yes-no',
  'choices',
  'date',
  'text',
] as const
/** One of these kinds. */
export type VsmeKind = (typeof VSME_KINDS)[number]

const InBoth = z.object({ nl: z.string().min(1), en: z.string().min(1) })

const Concepts = z.strictObject({
  taxonomy: z.string(),
  concepts: z.record(z.string(), InBoth.extend({ kind: z.enum(VSME_KINDS) })),
  parts: z.record(z.string(), InBoth),
})

/** What is known of the VSME taxonomy: kinds and official labels of the concepts that questions refer to. */
export type VsmeVocabulary = z.infer<typeof Concepts>

/** Reads `data/vsme/concepts.json`. */
export function readVsmeVocabulary(): VsmeVocabulary {
  return Concepts.parse(JSON.parse(readFileSync(join(DATA_ROOT, 'vsme', 'concepts.json'), 'utf8')))
}
