import * as z from 'zod'

/** A text of the demo: it is stored in the language in which the demo is made. */
export const InTwoLanguages = z.strictObject({ nl: z.string(), en: z.string() })
/** A text of the demo, checked. */
export type InTwoLanguages = z.infer<typeof InTwoLanguages>
