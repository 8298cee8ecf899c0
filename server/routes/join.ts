import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { refusals } from '../contract/problems.ts'
import { Joined, JoinInput, JoinPreview, JoinPreviewInput } from '../contract/rounds.ts'
import { cookieNames, PUBLIC, respondentSecretOf } from '../plugins/access.ts'
import { joinRound, previewRound } from '../services/join.ts'

const COOKIE_SECONDS = 60 * 60 * 24 * 60

/** Joining a round with its code: no account, and nothing about the person but what the round asks. */
export const joinRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.post(
    '/join/preview',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'previewRound',
        summary: 'What a join code opens',
        tags: ['participants'],
        body: JoinPreviewInput,
        response: { 200: JoinPreview, ...refusals('wrong-code', 'too-many-attempts', 'invalid-request') },
      },
    },
    (request) => previewRound(deps, request.body.code),
  )

  app.post(
    '/join',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'joinRound',
        summary: 'Take part; the same joinId gives the same respondent again',
        tags: ['participants'],
        body: JoinInput,
        response: {
          200: Joined,
          ...refusals(
            'wrong-code',
            'door-locked',
            'group-needed',
            'unknown-group',
            'too-many-attempts',
            'invalid-request',
          ),
        },
      },
    },
    async (request, reply) => {
      const joined = await joinRound(deps, request.body, respondentSecretOf(request, deps.secureCookies))
      reply.setCookie(cookieNames(deps.secureCookies).respondent, joined.secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: deps.secureCookies,
        maxAge: COOKIE_SECONDS,
      })
      return joined
    },
  )
}
