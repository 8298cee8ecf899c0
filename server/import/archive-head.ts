import * as z from 'zod'
import { OrganisationKind } from '../contract/accounts.ts'
import { Id, Locale, Time } from '../contract/common.ts'
import { QuestionNumber } from '../contract/reflections.ts'

const Text = z.string().max(20_000)
const Short = z.string().max(400)
const Code = z.string().min(1).max(80)

/** What an archive has beside its tables. */
export const ARCHIVE_HEAD = {
  product: z.literal('meervoud'),
  archive: z.int(),
  version: Code,
  exportedAt: Time,
  leftOut: z.array(Text),
  howToRead: z.record(Code, Text),
  organisation: z.strictObject({
    id: Id,
    name: z.string().min(1).max(160),
    kind: OrganisationKind,
    locale: Locale,
    createdAt: Time,
  }),
  members: z.array(z.record(Code, z.string().max(400).nullable())),
  events: z.array(z.record(Code, z.string().max(400).nullable())),
  instruments: z.array(z.strictObject({ id: Code, version: Code, contentHash: Code })),
  people: z.array(z.strictObject({ id: Id, name: Short.min(1) })),
  reflectionDots: z.array(
    z.strictObject({ reflectionId: Id, question: QuestionNumber, dots: z.record(z.string().max(120), z.int().min(0)) }),
  ),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
} as const satisfies Readonly<Record<string, z.ZodType>>
