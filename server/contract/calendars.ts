import * as z from 'zod'

/** The address that a calendar follows. It is a secret, and shown only when it is made. */
export const CalendarFeed = z
  .object({ exists: z.boolean(), url: z.string().nullable().describe('Only in the reply that makes it') })
  .meta({ id: 'CalendarFeed' })
export type CalendarFeed = z.infer<typeof CalendarFeed>

/** The secret with the ending that calendars expect. */
export const CalendarParams = z.object({ file: z.string().regex(/^[\w-]{20,100}\.ics$/) })
