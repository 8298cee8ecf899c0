import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { listOf } from '../contract/common.ts'
import { OperatorState, OperatorUser, OperatorUserParams, OperatorUsersQuery, UserLock } from '../contract/operator.ts'
import { refusals } from '../contract/problems.ts'
import { accountOfRequest, OPERATORS } from '../plugins/access.ts'
import { backUpNow, listUsers, lockUser, readState } from '../services/operators.ts'

const REFUSED = ['sign-in-needed', 'not-allowed'] as const

/** For whoever runs the installation: how it is doing, and its accounts. Nothing that an organisation keeps in it. */
export const operatorRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['operator'] })
  const config = { policy: OPERATORS }

  const state = {
    ...about('readOperatorState', 'How the installation is doing'),
    response: { 200: OperatorState, ...refusals(...REFUSED) },
  }
  app.get('/operator/state', { config, schema: state }, () => readState(deps))

  const backup = {
    ...about('makeBackup', 'Make a backup now'),
    response: {
      200: OperatorState,
      ...refusals(...REFUSED, 'confirm-needed', 'backups-elsewhere', 'backup-failed', 'backup-no-room', 'storage-full'),
    },
  }
  app.post('/operator/backups', { config: { ...config, confirm: true }, schema: backup }, async (request) => {
    await backUpNow(deps, accountOfRequest(request).userId)
    return readState(deps)
  })

  const users = {
    ...about('listUsers', 'Accounts of this installation, by address'),
    querystring: OperatorUsersQuery,
    response: { 200: listOf(OperatorUser), ...refusals(...REFUSED, 'invalid-request') },
  }
  app.get('/operator/users', { config, schema: users }, (request) => listUsers(deps, request.query.after))

  const lock = {
    ...about('lockUser', 'Lock an account, or let it be used again'),
    params: OperatorUserParams,
    body: UserLock,
    response: {
      204: z.null(),
      ...refusals(...REFUSED, 'confirm-needed', 'not-found', 'not-yourself', 'invalid-request', 'storage-full'),
    },
  }
  app.put(
    '/operator/users/:user/lock',
    { config: { ...config, confirm: true }, schema: lock },
    async (request, reply) => {
      await lockUser(deps, accountOfRequest(request).userId, request.params.user, request.body.locked)
      return reply.code(204).send(null)
    },
  )
}
