import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { describeAgent } from '../auth/agent.ts'
import { setSessionCookie } from '../auth/session-cookie.ts'
import {
  Me,
  MeChange,
  SetupDone,
  SetupInput,
  TokenInput,
  TokenMade,
  TokenParams,
  TokenRow,
} from '../contract/accounts.ts'
import { listOf } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { listApiTokens } from '../db/queries/sessions.ts'
import { ACCOUNT, accountOfRequest, PUBLIC } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { changeMe, makeApiToken, readMe, setUp, withdrawApiToken } from '../services/accounts.ts'

const Done = z.null().describe('Done')

/** Set-up, who I am, and tokens for scripts. */
export const accountRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, audience, secureCookies } = deps
  // The public routes too: a password must not travel over the open network of a room.
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.post(
    '/setup',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'setUp',
        summary: 'Make the first account and organisation, with the token that the first start printed',
        tags: ['accounts'],
        body: SetupInput,
        response: {
          201: SetupDone,
          ...refusals(
            'set-up-done',
            'wrong-set-up-token',
            'common-password',
            'accounts-refused-here',
            'invalid-request',
            'busy',
          ),
        },
      },
    },
    async (request, reply) => {
      const { secret, userId, organisationId } = await setUp(
        deps,
        request.body,
        describeAgent(request.headers['user-agent']),
      )
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(201).send({ userId, organisationId })
    },
  )

  app.get(
    '/me',
    {
      config: { policy: ACCOUNT, beforeFactor: true },
      schema: {
        operationId: 'readMe',
        summary: 'Who is signed in, and in which organisations',
        tags: ['accounts'],
        response: { 200: Me, ...refusals('sign-in-needed') },
      },
    },
    async (request) => readMe(deps, accountOfRequest(request).userId, request.heldSession),
  )

  app.patch(
    '/me',
    {
      config: { policy: ACCOUNT, beforeFactor: true },
      schema: {
        operationId: 'changeMe',
        summary: 'Change your own name or language',
        tags: ['accounts'],
        body: MeChange,
        response: { 200: Me, ...refusals('sign-in-needed', 'invalid-request') },
      },
    },
    async (request) => {
      const { userId } = accountOfRequest(request)
      await changeMe(deps, userId, request.body)
      return readMe(deps, userId, request.heldSession)
    },
  )

  app.get(
    '/tokens',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'listTokens',
        summary: 'Your own tokens for scripts, without the tokens themselves',
        tags: ['accounts'],
        response: { 200: listOf(TokenRow), ...refusals('sign-in-needed') },
      },
    },
    async (request) => ({ items: await listApiTokens(db, accountOfRequest(request).userId), next: null }),
  )

  app.post(
    '/tokens',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'makeToken',
        summary: 'Make a token for scripts with your own rights; it is shown once',
        tags: ['accounts'],
        body: TokenInput,
        response: { 201: TokenMade, ...refusals('sign-in-needed', 'confirm-needed', 'invalid-request') },
      },
    },
    async (request, reply) => {
      const made = await makeApiToken(deps, accountOfRequest(request).userId, request.body.name)
      return reply.code(201).send(made)
    },
  )

  app.delete(
    '/tokens/:id',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'withdrawToken',
        summary: 'Withdraw one of your own tokens',
        tags: ['accounts'],
        params: TokenParams,
        response: { 204: Done, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request, reply) => {
      await withdrawApiToken(deps, accountOfRequest(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
