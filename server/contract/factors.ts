import * as z from 'zod'
import { Time } from './common.ts'
import { FactorCode } from './sessions.ts'

/** What somebody has beside a password; passkeys are a list of their own. */
export const Factors = z
  .object({
    totpSince: Time.nullable().describe('Since when codes from an app are asked; null: they are not'),
    recoveryCodesLeft: z.int(),
    hasPasskey: z.boolean(),
    isRequired: z.boolean().describe('Whoever runs this installation asks a second factor of everybody'),
  })
  .meta({ id: 'Factors' })
export type Factors = z.infer<typeof Factors>

/** A secret for an app, shown once: as text to type, and as the address in a QR picture. */
export const TotpStarted = z.object({ seed: z.string(), address: z.string() }).meta({ id: 'TotpStarted' })
export type TotpStarted = z.infer<typeof TotpStarted>

export const TotpCode = z.strictObject({ code: FactorCode })

/** Codes for who lost their phone, each good for one use. They are shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
export const TotpFinished = z
  .object({ recoveryCodes: z.array(z.string()).nullable().describe('Null: those of before stay good') })
  .meta({ id: 'TotpFinished' })
export type TotpFinished = z.infer<typeof TotpFinished>
