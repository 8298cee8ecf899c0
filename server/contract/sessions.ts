import * as z from 'zod'
import { Password } from './accounts.ts'
import { Id, Time } from './common.ts'

/** How somebody signed in. */
export const SIGN_IN_METHODS = [
  'set-up',
  'invitation',
  'password',
  'password+code',
  'password+recovery',
  'passkey',
  'oidc',
] as const
export const SignInMethod = z.enum(SIGN_IN_METHODS)
export type SignInMethod = z.infer<typeof SignInMethod>

/** Six digits from an app, or a recovery code with or without its hyphens. */
export const FactorCode = z.string().trim().min(1).max(64)

/** Signing in; the code is needed when the account has codes from an app. */
export const SessionInput = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(256),
  code: FactorCode.optional(),
})
export type SessionInput = z.infer<typeof SessionInput>

/** Showing once more who you are, before something that cannot be undone. */
export const ConfirmInput = SessionInput.omit({ email: true })
export type ConfirmInput = z.infer<typeof ConfirmInput>

/** One sign-in of the reader. */
export const SignIn = z
  .object({
    id: Id,
    method: SignInMethod,
    agent: z.string().nullable().describe('Browser and system, such as "Chrome, Windows"; null: it did not say'),
    createdAt: Time,
    lastSeenAt: Time.describe('To the minute'),
    isThis: z.boolean().describe('The sign-in that asks'),
  })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>
export const SignInParams = z.object({ id: Id })

/** Another password, with the present one. */
export const PasswordChange = z.strictObject({ password: z.string().min(1).max(256), newPassword: Password })
export type PasswordChange = z.infer<typeof PasswordChange>
