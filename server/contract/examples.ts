import * as z from 'zod'
import { Id } from './common.ts'

/** An example of the organisation's own, beside the library that comes with the product. */
export const OwnExampleContent = z.strictObject({
  title: z.string().trim().min(1).max(120),
  place: z.string().trim().max(200),
  what: z.string().trim().min(1).max(1000),
  why: z.string().trim().max(1000),
  capitals: z.array(z.string().min(1).max(40)).max(12),
  source: z.string().trim().max(500),
})
export type OwnExampleContent = z.infer<typeof OwnExampleContent>

/** `revision` is the one that the writer saw; 0 makes a new example. */
export const OwnExampleInput = z.strictObject({ content: OwnExampleContent, revision: z.int().min(0) })
export type OwnExampleInput = z.infer<typeof OwnExampleInput>

export const OwnExample = z.object({ id: Id, content: OwnExampleContent, revision: z.int() }).meta({ id: 'OwnExample' })
export type OwnExample = z.infer<typeof OwnExample>

export const ExampleParams = z.object({ org: Id, example: Id })
