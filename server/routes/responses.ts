import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { refusals } from '../contract/problems.ts'
import { Acknowledgements, FinishInput, Operations, ResponseQuery, ResponseView } from '../contract/responses.ts'
import { cookieNames, RESPONDENT, respondentOfRequest } from '../plugins/access.ts'
import { eraseOwnAnswers } from '../services/own-answers.ts'
import { checkRespondent, finishResponse, readResponse } from '../services/responses.ts'

/** One respondent's own questionnaire: reading it, changing answers, saying to be ready. */
export const responseRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/response',
    {
      config: { policy: RESPONDENT },
      compress: {},
      schema: {
        operationId: 'readResponse',
        summary: 'My questionnaire and my answers',
        tags: ['participants'],
        querystring: ResponseQuery,
        response: { 200: ResponseView, ...refusals('sign-in-needed', 'invalid-request') },
      },
    },
    (request) => readResponse(deps, respondentOfRequest(request), request.query.locale),
  )

  app.put(
    '/response/answers',
    {
      config: { policy: RESPONDENT },
      schema: {
        operationId: 'saveAnswers',
        summary: 'Save up to 50 changes; each is acknowledged by itself, after it is safely stored',
        tags: ['participants'],
        body: Operations,
        response: { 200: Acknowledgements, ...refusals('sign-in-needed', 'invalid-request', 'round-closed') },
      },
    },
    (request) => deps.sheets.save(respondentOfRequest(request), request.body),
  )

  app.post(
    '/response/finish',
    {
      config: { policy: RESPONDENT },
      schema: {
        operationId: 'finishResponse',
        summary: 'Say to be ready: a flag, never a gate',
        tags: ['participants'],
        body: FinishInput.nullish(),
        response: { 204: z.null(), ...refusals('sign-in-needed', 'invalid-request') },
      },
    },
    async (request, reply) => {
      await finishResponse(deps, respondentOfRequest(request), request.body?.finished ?? true)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/response',
    {
      config: { policy: RESPONDENT },
      schema: {
        operationId: 'eraseResponse',
        summary: 'Erase my answers, while the round takes answers; what was shown of a group stays',
        tags: ['participants'],
        response: { 204: z.null(), ...refusals('sign-in-needed', 'round-closed') },
      },
    },
    async (request, reply) => {
      await eraseOwnAnswers(deps, respondentOfRequest(request))
      reply.clearCookie(cookieNames(deps.secureCookies).respondent, { path: '/', secure: deps.secureCookies })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/response/leave',
    {
      config: { policy: RESPONDENT },
      schema: {
        operationId: 'leaveResponse',
        summary: 'Forget on this device who answered: the next person starts afresh, the answers stay',
        tags: ['participants'],
        response: { 204: z.null(), ...refusals('sign-in-needed') },
      },
    },
    async (request, reply) => {
      await checkRespondent(deps, respondentOfRequest(request))
      reply.clearCookie(cookieNames(deps.secureCookies).respondent, { path: '/', secure: deps.secureCookies })
      return reply.code(204).send(null)
    },
  )
}
