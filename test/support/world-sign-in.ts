import { randomUUID } from 'node:crypto'
import { insertIdentity } from '../../server/db/queries/identities.ts'
import { insertPasskey } from '../../server/db/queries/passkeys.ts'
import { PASSWORD } from './app.ts'
import type { World } from './world.ts'

/** A passkey of this user that signs nobody in; its id. */
export async function makePasskey({ api }: World, userId: string): Promise<string> {
  const [id, createdAt] = [randomUUID(), api.clock.now().toISOString()]
  const facts = { publicKey: 'AAAA', counter: 0, transports: '[]', isSynced: 0, name: 'Laptop', lastUsedAt: null }
  await insertPasskey(api.database.db, { id, userId, credentialId: id, createdAt, ...facts })
  return id
}

/** The link of this user to an organisation, each time another one; its id. */
export async function makeIdentity({ api }: World, userId: string): Promise<string> {
  const [id, createdAt] = [randomUUID(), api.clock.now().toISOString()]
  const issuer = `https://${id}.example.org`
  await insertIdentity(api.database.db, { id, userId, issuer, subject: 'x', createdAt, lastUsedAt: null })
  return id
}

const EMPTY = () => ({})
/** What a passkey could have signed, and did not. */
const NO_SIGNATURE = {
  id: 'AAAA',
  clientDataJSON: 'AAAA',
  authenticatorData: 'AAAA',
  signature: 'AAAA',
  userHandle: null,
}

/** What is sent to the routes with which people sign in, and keep with what. */
export const SIGN_IN_BODIES: Readonly<Record<string, () => object>> = {
  'POST /api/sessions': () => ({ email: 'alice@example.org', password: PASSWORD }),
  'POST /api/sessions/current/confirm': () => ({ password: PASSWORD }),
  // The same as before, so that everybody in the matrix goes on.
  'POST /api/me/password': () => ({ password: PASSWORD, newPassword: PASSWORD }),
  'POST /api/factors/totp': EMPTY,
  'POST /api/factors/totp/confirm': () => ({ code: '000000' }),
  'POST /api/factors/recovery-codes': EMPTY,
  'POST /api/passkeys/sign-in/options': EMPTY,
  'POST /api/passkeys/sign-in': () => NO_SIGNATURE,
  'POST /api/passkeys/confirm/options': EMPTY,
  'POST /api/passkeys/confirm': () => NO_SIGNATURE,
  'POST /api/passkeys/options': EMPTY,
  'POST /api/passkeys': () => ({
    name: 'Laptop',
    id: 'AAAA',
    clientDataJSON: 'AAAA',
    attestationObject: 'AAAA',
    transports: [],
  }),
  'PATCH /api/passkeys/:id': () => ({ name: 'Phone' }),
  'POST /api/oidc/start': EMPTY,
  'POST /api/oidc/link': EMPTY,
}
