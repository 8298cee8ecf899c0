import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { WhoSees } from '../contract/who-sees.ts'
import { EVERYBODY, scopeOfRequest } from '../plugins/access.ts'
import { viewWhoSees } from '../services/who-sees.ts'

/** Who can see what, told from the table of routes that the server itself goes by. */
export const whoSeesRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/organisations/:org/access',
    {
      config: { policy: EVERYBODY },
      schema: {
        operationId: 'readWhoSees',
        summary: 'Who can see or change what in the organisation, and who that is now',
        tags: ['organisations'],
        params: OrganisationParams,
        response: { 200: WhoSees, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => viewWhoSees(deps, scopeOfRequest(request), app.routeTable),
  )
}
