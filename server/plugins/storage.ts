import fp from 'fastify-plugin'
import { isStorageBroken, isStorageFull } from '../db/storage-full.ts'
import { ProblemError } from '../problem.ts'
import { RETRY_AFTER_SECONDS } from '../upkeep/storage-room.ts'
import type { Upkeep } from '../upkeep/upkeep.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']

/**
 * Served also while there is no room: what stores nothing, or so little that there is room for it. Whoever has to make
 * room must be able to sign in, lock somebody out, and try a backup.
 */
export const SERVED_WHEN_FULL: ReadonlySet<string> = new Set([
  'POST /api/sessions',
  'POST /api/sessions/current/confirm',
  'DELETE /api/sessions/current',
  'DELETE /api/sessions/:id',
  'DELETE /api/sessions',
  'POST /api/passkeys/sign-in/options',
  'POST /api/passkeys/sign-in',
  'POST /api/passkeys/confirm/options',
  'POST /api/passkeys/confirm',
  'POST /api/oidc/start',
  'POST /api/join/preview',
  'POST /api/invitations/view',
  'POST /api/operator/backups',
  'PUT /api/operator/users/:user/lock',
])

/**
 * Refuses what writes while there is no room to store, so that reading goes on and nothing is stored by halves. What
 * the database itself refuses for that reason has the same effect. After a failure of the disk itself nothing is stored
 * any more until somebody looked and started the server again.
 */
export default fp<{ readonly upkeep: Upkeep }>(
  async (app, { upkeep }) => {
    app.addHook('onRequest', async (request) => {
      if (upkeep.isBroken && !READING.includes(request.method)) throw new ProblemError('storage-broken')
      if (!upkeep.isReadOnly || READING.includes(request.method)) return
      if (SERVED_WHEN_FULL.has(`${request.method} ${request.routeOptions.url}`)) return
      throw new ProblemError('storage-full', { retryAfter: RETRY_AFTER_SECONDS })
    })
    app.addHook('onError', async (_request, _reply, error) => {
      if (isStorageFull(error)) upkeep.noteStorageFull()
      if (isStorageBroken(error)) upkeep.noteStorageBroken()
    })
  },
  // After who may do it: a stranger hears nothing about the disk.
  { name: 'storage', dependencies: ['problems', 'access'] },
)
