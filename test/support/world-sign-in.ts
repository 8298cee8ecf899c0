import { randomUUID } from 'node:crypto'
import { insertIdentity } from '../../server/db/queries/identities.ts'
import { insertPasskey } from '../../server/db/queries/passkeys.ts'
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
