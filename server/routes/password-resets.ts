import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { LinkToken, ResetInput, ResetLinkMade, ResetLinkParams, ResetRequest, ResetView } from '../contract/mail.ts'
import { refusals } from '../contract/problems.ts'
import { accountOfRequest, OPERATORS, PUBLIC } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { askReset, makeResetLink, resetPassword, viewReset } from '../services/resets.ts'

const Done = z.null().describe('Done')

/** Choosing another password with a link, by mail or from an operator. The token travels in the fragment. */
export const passwordResetRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['accounts'] })
  app.addHook('onRequest', async () => {
    if (deps.audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.post(
    '/password-resets',
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('askPasswordReset', 'Ask for a link by mail; the answer is the same for every address'),
        body: ResetRequest,
        response: {
          204: z.null().describe('If there is such an account and mail is set up, a link is on its way'),
          ...refusals('accounts-refused-here', 'invalid-request'),
        },
      },
    },
    async (request, reply) => {
      await askReset(deps, request.body.email, request.ip)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/password-resets/view',
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('viewPasswordReset', 'Whose password a link changes; looking does not use it up'),
        body: LinkToken,
        response: { 200: ResetView, ...refusals('link-not-valid', 'accounts-refused-here', 'invalid-request') },
      },
    },
    async (request) => viewReset(deps, request.body.token),
  )

  app.post(
    '/password-resets/use',
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('usePasswordReset', 'Choose another password; every sign-in and token of the account ends'),
        body: ResetInput,
        response: {
          204: Done,
          ...refusals('link-not-valid', 'common-password', 'accounts-refused-here', 'invalid-request', 'busy'),
        },
      },
    },
    async (request, reply) => {
      await resetPassword(deps, request.body)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/operator/users/:user/reset-link',
    {
      config: { policy: OPERATORS, confirm: true },
      schema: {
        ...about('makeResetLink', 'Make a link to pass on to somebody who forgot the password; good for half an hour'),
        params: ResetLinkParams,
        response: { 201: ResetLinkMade, ...refusals('sign-in-needed', 'not-allowed', 'confirm-needed', 'not-found') },
      },
    },
    async (request, reply) => {
      const { token, expiresAt } = await makeResetLink(deps, accountOfRequest(request).userId, request.params.user)
      return reply.code(201).send({ url: `${request.ownOrigin}/reset#t=${token}`, expiresAt })
    },
  )
}
