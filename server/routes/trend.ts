import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { Trend, TrendQuery } from '../contract/trend.ts'
import { MEMBERS, scopeOfRequest } from '../plugins/access.ts'
import { mainInstrumentOf } from '../services/main-instrument.ts'
import { viewTrend } from '../services/trend.ts'

/** How released scores went from round to round. */
export const trendRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/organisations/:org/trend',
    {
      config: { policy: MEMBERS },
      compress: {},
      schema: {
        operationId: 'readTrend',
        summary: 'Final releases of one instrument in the order of their periods, with words of change',
        tags: ['results'],
        params: OrganisationParams,
        querystring: TrendQuery,
        response: { 200: Trend, ...refusals('sign-in-needed', 'not-found', 'invalid-request') },
      },
    },
    async (request) => {
      const scope = scopeOfRequest(request)
      return viewTrend(deps, scope, request.query.instrument ?? (await mainInstrumentOf(deps.db, scope)))
    },
  )
}
