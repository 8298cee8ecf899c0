import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams, RoundParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { OrganisationNameInput, RoundTitleInput } from '../contract/renames.ts'
import { OWNERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { renameOrganisation, renameRound } from '../services/renames.ts'

const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request'] as const
const DONE = z.null().describe('Done')

/** Other names for what is there: nothing else of it changes. */
export const renameRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.put(
    '/organisations/:org/name',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'renameOrganisation',
        summary: 'Give an organisation another name; nothing else of it changes',
        tags: ['organisations'],
        params: OrganisationParams,
        body: OrganisationNameInput,
        response: { 204: DONE, ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await renameOrganisation(deps, scopeOfRequest(request), request.body.name)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/organisations/:org/rounds/:round/title',
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        operationId: 'renameRound',
        summary: 'Give a round another title; what was released keeps the one that it had then',
        tags: ['rounds'],
        params: RoundParams,
        body: RoundTitleInput,
        response: { 204: DONE, ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await renameRound(deps, scopeOfRequest(request), request.params.round, request.body.title)
      return reply.code(204).send(null)
    },
  )
}
