import * as z from 'zod'
import { Time } from './common.ts'

/** Licences under which published figures can be given away; both let anybody use them. */
export const LICENCES = ['CC-BY-4.0', 'CC0-1.0'] as const
/** One of them. */
export const Licence = z.enum(LICENCES)

const Text = z.string().trim()
const InBoth = (most: number) => z.strictObject({ nl: Text.max(most), en: Text.max(most) })

/** The name of a page in its address: letters, digits and single hyphens. */
export const Slug = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')

const Content = {
  title: InBoth(120).describe('Empty: the name of the programme'),
  about: InBoth(2000).describe('Plain text; an empty line begins a paragraph'),
  licence: Licence,
  contact: Text.max(200).describe('An email address, or how else to reach somebody; may be empty'),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable()
    .describe("The programme's own colour, for headings and links; null: the product's"),
}

/** What the manager of a programme sets about its public page. */
export const ProgrammePageInput = z.strictObject({
  ...Content,
  slug: Slug.nullable(),
  shown: z.boolean().describe('Whether everybody can see it'),
  revision: z.int().min(0).describe('The one that was seen; 0 for none yet'),
})
export type ProgrammePageInput = z.infer<typeof ProgrammePageInput>

/** The settings of a public page. */
export const ProgrammePage = z
  .object({
    ...Content,
    slug: z.string().nullable().describe('null: it has no address yet'),
    url: z.string().nullable().describe('Where it is, or will be; null: it has no address yet'),
    shownSince: Time.nullable().describe('null: nobody can see it'),
    isPublished: z.boolean().describe('Whether there is a release to show'),
    revision: z.int().min(0),
  })
  .meta({ id: 'ProgrammePage' })
export type ProgrammePage = z.infer<typeof ProgrammePage>
