import * as z from 'zod'
import { Id } from './common.ts'

/** A line of text of at most so many characters. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'must be one line')

/** A region by its official code: GM and four digits for a municipality. */
export const RegionCode = z.string().regex(/^(GM|PV|WK|CR)\d{2,6}$/, 'must be an official code such as GM1509')
const Hectares = z.number().min(0).max(1_000_000)
/** The year or the day that figures are about. */
const AsOf = z.string().regex(/^(19|20)\d{2}(-\d{2}-\d{2})?$/, 'must be a year (2024) or a day (2024-01-31)')

/** What is known of a park beside its scores, and never inside one. null: not known. */
const PARK_FACTS = {
  regionCode: RegionCode.nullable().default(null),
  municipality: line(120).nullable().default(null),
  registerNumber: line(40).nullable().default(null).describe('Its number in the national register (IBIS: RIN)'),
  kind: line(60).nullable().default(null).describe('As the register calls it'),
  hectaresGross: Hectares.nullable().default(null),
  hectaresNet: Hectares.nullable().default(null),
  asOf: AsOf.nullable().default(null).describe('What the figures are about'),
  source: line(160).nullable().default(null),
}

/** A park that is added by hand. */
export const ParkInput = z.strictObject({ name: line(120), ...PARK_FACTS })
export type ParkInput = z.infer<typeof ParkInput>
/** All facts of a park anew, with the revision that was seen. Its name is that of an organisation, and changed there. */
export const ParkChange = z.strictObject({ ...PARK_FACTS, revision: z.int() })
export type ParkChange = z.infer<typeof ParkChange>
export const ParkMade = z.object({ id: Id })
export const ParkParams = z.object({ org: Id, park: Id })

export const Park = z
  .object({
    id: Id.describe('Of the organisation that the park is'),
    name: z.string(),
    region: z.object({ code: z.string(), name: z.string() }).nullable(),
    municipality: z.string().nullable(),
    registerNumber: z.string().nullable(),
    kind: z.string().nullable(),
    hectaresGross: z.number().nullable(),
    hectaresNet: z.number().nullable(),
    asOf: z.string().nullable(),
    source: z.string().nullable(),
    revision: z.int(),
  })
  .meta({ id: 'Park', description: 'A business park of a programme; facts beside its scores. null: not known' })
export type Park = z.infer<typeof Park>

export const ParkRegion = z
  .object({
    code: z.string(),
    name: z.string(),
    parks: z.int(),
    hectares: z.number().nullable().describe('Gross, of the parks of which it is known; null: of none'),
    known: z.int().describe('Parks of which the gross surface is known'),
  })
  .meta({ id: 'ParkRegion' })
export type ParkRegion = z.infer<typeof ParkRegion>

/** Everything that can be odd in a file of parks; a sentence for each is `parks-note-<code>` in `programme-parks.ftl`. */
export const PARK_NOTE_CODES = [
  'no-text',
  'quote',
  'empty',
  'too-many',
  'no-name-column',
  'encoding',
  'column-missing',
  'column-twice',
  'columns-passed-over',
  'cells',
  'characters-repaired',
  'characters-lost',
  'name-missing',
  'name-long',
  'name-twice',
  'name-kept',
  'capitals',
  'number-missing',
  'number-twice',
  'code-odd',
  'two-municipalities',
  'unknown',
  'kind-empty',
  'hectares-odd',
  'net-zero',
  'net-larger',
  'year-odd',
  'two-known',
] as const
export type ParkNoteCode = (typeof PARK_NOTE_CODES)[number]

const ParkNote = z.object({
  line: z.int().describe('In the file, from 1'),
  code: z.enum(PARK_NOTE_CODES),
  variables: z.record(z.string(), z.union([z.string(), z.number()])),
})
/** Something odd in a file of parks: where, what, and with its code what is done with it. */
export type ParkNote = z.infer<typeof ParkNote>

const Counts = z.object({
  added: z.int(),
  changed: z.int().describe('Known by their register number, with other facts than before'),
  same: z.int(),
  leftOut: z.int().describe('Lines that become no park'),
})

/** What would become of a file of parks: shown before anything is kept. */
export const ParkImportPreview = z
  .object({
    counts: Counts,
    faults: z.array(ParkNote).describe('With any of these nothing is imported'),
    notes: z.array(ParkNote).describe('At most 500, in the order of the file'),
    more: z.int().describe('Notes beyond those'),
    regions: z.array(z.object({ code: z.string(), name: z.string(), parks: z.int() })),
    first: z.array(Park.omit({ id: true, revision: true })).describe('The first parks, as they would be kept'),
  })
  .meta({ id: 'ParkImportPreview' })
export type ParkImportPreview = z.infer<typeof ParkImportPreview>

export const ParksImported = z.object(Counts.shape).meta({ id: 'ParksImported' })
export type ParksImported = z.infer<typeof ParksImported>

/** Where a file of parks comes from, kept beside the facts of each. */
export const ParkImportQuery = z.object({ source: line(160).optional() })
