import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { SeenTarget, Target, TargetInput, TargetParams, TargetsQuery } from '../contract/targets.ts'
import { MEMBERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { mainInstrumentOf } from '../services/main-instrument.ts'
import { removeTarget, setTarget, viewTargets } from '../services/targets.ts'

const TARGET = '/organisations/:org/targets/:instrument/:dimension'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request', 'edited-meanwhile'] as const

/** What an organisation aims at. Who answers never sees it, and no score counts with it. */
export const targetRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['targets'] })

  app.get(
    '/organisations/:org/targets',
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('listTargets', 'Targets in the dimensions of an instrument'),
        params: OrganisationParams,
        querystring: TargetsQuery,
        response: { 200: listOf(Target), ...refusals('sign-in-needed', 'not-found', 'invalid-request') },
      },
    },
    async (request) => {
      const scope = scopeOfRequest(request)
      const instrument = request.query.instrument ?? (await mainInstrumentOf(deps.db, scope))
      return { items: await viewTargets(deps.db, scope, instrument), next: null }
    },
  )

  app.put(
    TARGET,
    {
      config: { policy: WRITERS },
      schema: {
        ...about('setTarget', 'Set or change a target; the same again changes nothing'),
        params: TargetParams,
        body: TargetInput,
        response: { 200: Target, ...refusals(...REFUSED, 'unknown-instrument') },
      },
    },
    (request) => setTarget(deps, scopeOfRequest(request), request.params, request.body),
  )

  app.delete(
    TARGET,
    {
      config: { policy: WRITERS },
      schema: {
        ...about('removeTarget', 'Take a target away'),
        params: TargetParams,
        querystring: SeenTarget,
        response: { 204: z.null().describe('Done'), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await removeTarget(deps, scopeOfRequest(request), request.params, request.query.revision)
      return reply.code(204).send(null)
    },
  )
}
