import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { hashSecret } from '../auth/secrets.ts'
import type { Db } from '../db/open.ts'
import { deleteChallengesBefore, insertChallenge, takeChallenge } from '../db/queries/passkeys.ts'

/** How long somebody has to answer a challenge, in milliseconds. */
export const CHALLENGE_MS = 5 * 60_000

/** What a passkey is asked to sign for. */
export type ChallengePurpose = 'register' | 'sign-in' | 'confirm'

/** For which purpose a challenge was given, and for whom: null is whoever comes. */
export interface ChallengeUse {
  readonly purpose: ChallengePurpose
  readonly userId: string | null
}

const ClientData = z.object({ challenge: z.string().min(1) })

/** Makes a challenge and keeps its hash; those that nobody answered in time are forgotten. */
export async function openChallenge(db: Db, use: ChallengeUse, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(randomBytes(32))
  await deleteChallengesBefore(db, now.toISOString())
  await insertChallenge(db, {
    challengeHash: hashSecret(Buffer.from(challenge).toString('base64url')),
    ...use,
    expiresAt: new Date(now.getTime() + CHALLENGE_MS).toISOString(),
  })
  return challenge
}

/**
 * Takes the challenge that a browser says it signed, whatever becomes of it afterwards: it is good for one try.
 *
 * @param clientDataJSON what the browser signed, in base64url.
 * @returns the challenge; undefined when it was never given, was given for something or somebody else, was used, or is
 *   too old.
 */
export async function closeChallenge(
  db: Db,
  clientDataJSON: string,
  { purpose, userId }: ChallengeUse,
  now: Date,
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON)
  const taken = challenge && (await takeChallenge(db, hashSecret(challenge)))
  if (!taken) return undefined
  const isMeant = taken.purpose === purpose && taken.userId === userId && taken.expiresAt > now.toISOString()
  return isMeant ? challenge : undefined
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return ClientData.safeParse(data).data?.challenge
  } catch {
    return undefined
  }
}
