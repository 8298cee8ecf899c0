import { hashSecret, makeSecret } from '../../server/auth/secrets.ts'
import { insertReminderStop } from '../../server/db/queries/reminders.ts'
import { makeResetLink } from '../../server/services/resets.ts'
import { PASSWORD } from './app.ts'
import type { World } from './world.ts'

/** The token of a link to choose another password, for a user of its own. */
async function makeReset(world: World): Promise<string> {
  const { database, clock } = world.api
  const userId = await world.makeMember('bakery')
  return (await makeResetLink({ db: database.db, now: clock.now }, null, userId)).token
}

/** The token of a link that switches the reminders of a user of its own off. */
export async function makeReminderStop(world: World): Promise<string> {
  const { database, clock } = world.api
  const [token, userId] = [makeSecret(), await world.makeMember('bakery')]
  const at = clock.now()
  const expiresAt = new Date(at.getTime() + 3_600_000).toISOString()
  const link = { tokenHash: hashSecret(token), userId, createdAt: at.toISOString(), expiresAt }
  await database.db.transaction().execute((trx) => insertReminderStop(trx, link))
  return token
}

/** What the routes of links take, for the permission matrix. */
export const LINK_BODIES: Readonly<Record<string, (world: World) => object | Promise<object>>> = {
  'POST /api/password-resets': () => ({ email: 'alice@example.org' }),
  'POST /api/password-resets/view': async (world) => ({ token: await makeReset(world) }),
  'POST /api/password-resets/use': async (world) => ({ token: await makeReset(world), password: PASSWORD }),
  'POST /api/operator/users/:user/reset-link': () => ({}),
  'POST /api/reminders/stop': async (world) => ({ token: await makeReminderStop(world) }),
  'POST /api/reminders/stop/:token': () => ({}),
  'PUT /api/me/reminders': () => ({ on: false }),
}
