import * as z from 'zod'
import { Password } from './accounts.ts'
import { Id, Time } from './common.ts'

const Token = z.string().min(1).max(256)

/** Asks for a link to choose another password. The answer never tells whether there is an account. */
export const ResetRequest = z.strictObject({ email: z.string().trim().min(1).max(254) })
export const LinkToken = z.strictObject({ token: Token })
export const ResetView = z.object({ email: z.string() }).meta({ id: 'ResetView' })
export const ResetInput = z.strictObject({ token: Token, password: Password })
export type ResetInput = z.infer<typeof ResetInput>

export const ResetLinkParams = z.object({ user: Id })
export const ResetLinkMade = z
  .object({ url: z.string().describe('Carries the token in its fragment; shown once'), expiresAt: Time })
  .meta({ id: 'ResetLinkMade' })

/** Whether somebody gets reminders by mail. */
export const Reminders = z.strictObject({ on: z.boolean() }).meta({ id: 'Reminders' })
export type Reminders = z.infer<typeof Reminders>
export const StopParams = z.object({ token: Token })
