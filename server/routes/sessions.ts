import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { describeAgent } from '../auth/agent.ts'
import { clearSessionCookie, setSessionCookie } from '../auth/session-cookie.ts'
import { listOf } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { ConfirmInput, PasswordChange, SessionInput, SignIn, SignInParams } from '../contract/sessions.ts'
import { ACCOUNT, accountOfRequest, cookieNames, PUBLIC, sessionOfRequest } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { endOtherSignIns, endSignIn, listSignIns, signOut } from '../services/sessions.ts'
import { changePassword, confirmWithPassword, signIn } from '../services/sign-in.ts'

const Done = z.null().describe('Done')
const tags = ['sign-ins']
const WRONG = [
  'wrong-credentials',
  'second-factor-needed',
  'passkey-needed',
  'wrong-factor',
  'too-many-attempts',
] as const

/** Signing in and out, showing once more who you are, and the list of one's own sign-ins. */
export const sessionRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { audience, secureCookies } = deps
  const { session } = cookieNames(secureCookies)
  // The public route too: a password must not travel over the open network of a room.
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.post(
    '/sessions',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with email address, password and, where the account has one, a second factor',
        description:
          'The session comes as a cookie. Without a code that is needed: second-factor-needed, or passkey-needed.',
        tags,
        body: SessionInput,
        response: { 204: Done, ...refusals(...WRONG, 'accounts-refused-here', 'invalid-request', 'busy') },
      },
    },
    async (request, reply) => {
      const { secret } = await signIn(deps, request.body, {
        ip: request.ip,
        agent: describeAgent(request.headers['user-agent']),
        oldSecret: request.cookies[session],
      })
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/sessions/current/confirm',
    {
      config: { policy: ACCOUNT, sessionOnly: true, beforeFactor: true },
      schema: {
        operationId: 'confirmSession',
        summary: 'Show once more who you are; good for ten minutes, for what asks it with confirm-needed',
        tags,
        body: ConfirmInput,
        response: { 204: Done, ...refusals('sign-in-needed', ...WRONG, 'confirm-needed', 'invalid-request', 'busy') },
      },
    },
    async (request, reply) => {
      const secret = await confirmWithPassword(deps, sessionOfRequest(request), request.body, request.ip)
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/sessions/current',
    {
      config: { policy: ACCOUNT, beforeFactor: true },
      schema: {
        operationId: 'signOut',
        summary: 'Sign out of this browser',
        tags,
        response: { 204: Done, ...refusals('sign-in-needed') },
      },
    },
    async (request, reply) => {
      await signOut(deps, request.cookies[session])
      clearSessionCookie(reply, secureCookies)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/sessions',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'listSessions',
        summary: 'Where you are signed in, newest first',
        tags,
        response: { 200: listOf(SignIn), ...refusals('sign-in-needed', 'second-factor-first') },
      },
    },
    async (request) => ({
      items: await listSignIns(deps, accountOfRequest(request).userId, request.heldSession?.id),
      next: null,
    }),
  )

  app.delete(
    '/sessions/:id',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'endSession',
        summary: 'End one of your own sign-ins',
        tags,
        params: SignInParams,
        response: { 204: Done, ...refusals('sign-in-needed', 'second-factor-first', 'not-found') },
      },
    },
    async (request, reply) => {
      await endSignIn(deps, accountOfRequest(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/sessions',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'endOtherSessions',
        summary: 'End all your sign-ins but this one',
        tags,
        response: { 204: Done, ...refusals('sign-in-needed', 'second-factor-first') },
      },
    },
    async (request, reply) => {
      await endOtherSignIns(deps, accountOfRequest(request).userId, request.heldSession?.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/me/password',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'changePassword',
        summary: 'Choose another password; every other sign-in ends',
        tags,
        body: PasswordChange,
        response: {
          204: Done,
          ...refusals(
            'sign-in-needed',
            'wrong-credentials',
            'second-factor-first',
            'confirm-needed',
            'common-password',
            'too-many-attempts',
            'invalid-request',
            'busy',
          ),
        },
      },
    },
    async (request, reply) => {
      const secret = await changePassword(deps, sessionOfRequest(request), request.body, request.ip)
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(204).send(null)
    },
  )
}
