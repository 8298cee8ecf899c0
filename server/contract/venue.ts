import * as z from 'zod'
import { Id, Time } from './common.ts'

/** How phones come in where a meeting is: for staff who prepare one. */
export const Venue = z
  .object({
    listening: z.boolean().describe('false: only this machine itself can open the product'),
    origins: z.array(z.string()).describe('What phones can open, the likeliest first; empty without a network'),
    certificate: z
      .enum(['none', 'given', 'self-made'])
      .describe('Of the address for phones in the room; phones warn once about a self-made one'),
  })
  .meta({ id: 'Venue' })
export type Venue = z.infer<typeof Venue>

export const ReachCheckMade = z
  .object({ id: Id, code: z.string(), url: z.string().describe('Opened by a phone, it says that it came through') })
  .meta({ id: 'ReachCheckMade' })
export type ReachCheckMade = z.infer<typeof ReachCheckMade>

export const ReachCheckParams = z.object({ id: Id })
export const ReachCheck = z
  .object({ reached: z.int().describe('How many times a phone came through'), lastAt: Time.nullable() })
  .meta({ id: 'ReachCheck' })
export type ReachCheck = z.infer<typeof ReachCheck>

export const ReachInput = z.strictObject({ code: z.string().min(1).max(80) })
