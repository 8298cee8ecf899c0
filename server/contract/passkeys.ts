import * as z from 'zod'
import { Id, Time } from './common.ts'

const Bytes = z
  .string()
  .regex(/^[\w-]+$/, 'must be base64url')
  .max(16_384)
const CredentialId = Bytes.max(1_400)
const PasskeyName = z.string().trim().min(1).max(120)

/** A passkey of the reader; its key is not here. */
export const Passkey = z
  .object({
    id: Id,
    name: z.string(),
    isSynced: z.boolean().describe('Copies of it are kept on other devices of the same person'),
    createdAt: Time,
    lastUsedAt: Time.nullable(),
  })
  .meta({ id: 'Passkey' })
export type Passkey = z.infer<typeof Passkey>
export const PasskeyParams = z.object({ id: Id })
/** A passkey that is kept from now on, with recovery codes when there were none; they are shown once. */
export const PasskeyMade = z
  .object({
    id: Id,
    recoveryCodes: z
      .array(z.string())
      .nullable()
      .describe('Null: those of before stay good, or there is no password after which one could be asked'),
  })
  .meta({ id: 'PasskeyMade' })
export type PasskeyMade = z.infer<typeof PasskeyMade>
export const PasskeyChange = z.strictObject({ name: PasskeyName })

/** What a browser needs to make a passkey. */
export const PasskeyCreation = z
  .looseObject({ challenge: z.string() })
  .meta({ id: 'PasskeyCreation', description: 'PublicKeyCredentialCreationOptionsJSON of Web Authentication Level 3' })
/** What a browser needs to ask for a passkey. */
export const PasskeyRequest = z
  .looseObject({ challenge: z.string() })
  .meta({ id: 'PasskeyRequest', description: 'PublicKeyCredentialRequestOptionsJSON of Web Authentication Level 3' })

/** A passkey that a browser has just made, and what its owner calls it. */
export const PasskeyInput = z.strictObject({
  name: PasskeyName,
  id: CredentialId,
  clientDataJSON: Bytes,
  attestationObject: Bytes,
  transports: z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(10),
})
export type PasskeyInput = z.infer<typeof PasskeyInput>

/** A challenge that a passkey signed. */
export const PasskeyAnswer = z.strictObject({
  id: CredentialId,
  clientDataJSON: Bytes,
  authenticatorData: Bytes,
  signature: Bytes,
  userHandle: Bytes.max(100).nullable(),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>
