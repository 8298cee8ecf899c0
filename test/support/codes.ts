import { totpCode } from '../../server/auth/totp.ts'
import { TotpFinished, TotpStarted } from '../../server/contract/factors.ts'
import { asUser, type TestApp } from './app.ts'
import type { Client } from './client.ts'

/** Somebody with codes from an app: the secret in it, recovery codes, and the session in which they were set up. */
export interface WithCodes {
  readonly seed: string
  readonly recoveryCodes: readonly string[]
  readonly client: Client
}

/** Sets codes up for who is signed in, and lets the half minute pass whose code was used for it. */
export async function setUpCodes({ nobody, clock }: TestApp, client: Client): Promise<WithCodes> {
  const { seed } = (await client.post('/api/factors/totp')).as(TotpStarted)
  const reply = await client.post('/api/factors/totp/confirm', { code: totpCode(seed, clock.now()) })
  const { recoveryCodes } = reply.as(TotpFinished)
  clock.pass({ seconds: 30 })
  return { seed, recoveryCodes: recoveryCodes ?? [], client: asUser(nobody, reply) }
}
