import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { setSessionCookie } from '../auth/session-cookie.ts'
import { Factors, RecoveryCodes, TotpCode, TotpFinished, TotpStarted } from '../contract/factors.ts'
import { refusals } from '../contract/problems.ts'
import { ACCOUNT, accountOfRequest, sessionOfRequest } from '../plugins/access.ts'
import { finishTotp, readFactors, removeTotp, renewRecoveryCodes, startTotp } from '../services/factors.ts'

const tags = ['factors']

/** One's own second factor: codes from an app, and recovery codes. */
export const factorRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/factors',
    {
      config: { policy: ACCOUNT, beforeFactor: true },
      schema: {
        operationId: 'readFactors',
        summary: 'What you have beside a password',
        tags,
        response: { 200: Factors, ...refusals('sign-in-needed') },
      },
    },
    async (request) => readFactors(deps, accountOfRequest(request).userId),
  )

  app.post(
    '/factors/totp',
    {
      config: { policy: ACCOUNT, confirm: true, beforeFactor: true },
      schema: {
        operationId: 'startTotp',
        summary: 'A secret for an app that makes codes; it counts once a code was tried',
        tags,
        response: { 201: TotpStarted, ...refusals('sign-in-needed', 'confirm-needed', 'no-password') },
      },
    },
    async (request, reply) => reply.code(201).send(await startTotp(deps, accountOfRequest(request).userId)),
  )

  app.post(
    '/factors/totp/confirm',
    {
      config: { policy: ACCOUNT, sessionOnly: true, beforeFactor: true },
      schema: {
        operationId: 'finishTotp',
        summary: 'Try a code of the app: from now on codes are asked',
        tags,
        body: TotpCode,
        response: {
          200: TotpFinished,
          ...refusals(
            'sign-in-needed',
            'wrong-factor',
            'set-up-over',
            'too-many-attempts',
            'confirm-needed',
            'invalid-request',
          ),
        },
      },
    },
    async (request, reply) => {
      const { secret, recoveryCodes } = await finishTotp(deps, sessionOfRequest(request), request.body.code)
      setSessionCookie(reply, secret, deps.secureCookies)
      return { recoveryCodes }
    },
  )

  app.delete(
    '/factors/totp',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'removeTotp',
        summary: 'No longer ask codes from an app',
        tags,
        response: {
          204: z.null().describe('Done'),
          ...refusals('sign-in-needed', 'second-factor-first', 'confirm-needed', 'last-factor'),
        },
      },
    },
    async (request, reply) => {
      await removeTotp(deps, accountOfRequest(request).userId)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/factors/recovery-codes',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'renewRecoveryCodes',
        summary: 'New recovery codes in the place of the old ones, shown once',
        tags,
        response: { 201: RecoveryCodes, ...refusals('sign-in-needed', 'second-factor-first', 'confirm-needed') },
      },
    },
    async (request, reply) =>
      reply.code(201).send({ codes: await renewRecoveryCodes(deps, accountOfRequest(request).userId) }),
  )
}
