import { randomUUID } from 'node:crypto'
import { hashSecret } from '../../server/auth/secrets.ts'
import { IDLE_HOURS } from '../../server/auth/session-length.ts'
import { insertUser, updateOperator } from '../../server/db/queries/users.ts'
import { addSession } from '../../server/services/sessions.ts'
import type { TestApp } from './app.ts'
import type { Client } from './client.ts'

/** The secret of a new sign-in of this user, with a password. */
export function addSignIn({ database, clock }: TestApp, userId: string): Promise<string> {
  const way = { method: 'password', isStrong: false, agent: null } as const
  return database.db.transaction().execute((trx) => addSession(trx, userId, clock.now(), way))
}

/** This user, signed in. */
export async function signedIn(api: TestApp, userId: string): Promise<Client> {
  return api.nobody.with({ cookie: `mv=${await addSignIn(api, userId)}` })
}

/** A sign-in of a member who is then made an owner and locked. */
export async function lockedOwner(api: TestApp, memberId: string): Promise<Client> {
  const { db } = api.database
  const session = await signedIn(api, memberId)
  await db.updateTable('membership').set({ role: 'owner' }).where('userId', '=', memberId).execute()
  await db.updateTable('user').set({ lockedAt: api.clock.now().toISOString() }).where('id', '=', memberId).execute()
  return session
}

/** A sign-in of this user that was not used for longer than one lasts. */
export async function idleSignIn(api: TestApp, userId: string): Promise<Client> {
  const secret = await addSignIn(api, userId)
  const lastSeenAt = new Date(api.clock.now().getTime() - (IDLE_HOURS * 60 + 1) * 60_000).toISOString()
  const tokenHash = hashSecret(secret)
  await api.database.db.updateTable('session').set({ lastSeenAt }).where('tokenHash', '=', tokenHash).execute()
  return api.nobody.with({ cookie: `mv=${secret}` })
}

/** Somebody who runs the installation and works in no organisation; whoever set it up runs it no longer. */
export async function makeOperator(api: TestApp, formerId: string): Promise<string> {
  const { db } = api.database
  const [id, createdAt] = [randomUUID(), api.clock.now().toISOString()]
  await insertUser(db, {
    id,
    email: 'olga@example.org',
    name: 'Olga',
    locale: 'nl',
    passwordHash: 'none that fits',
    createdAt,
  })
  await updateOperator(db, id, true)
  await updateOperator(db, formerId, false)
  return id
}
