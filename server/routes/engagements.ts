import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { Member, MemberParams } from '../contract/accounts.ts'
import { refusals } from '../contract/problems.ts'
import { OWNERS, scopeOfRequest } from '../plugins/access.ts'
import { endEngagement, extendEngagement } from '../services/engagements.ts'

/** Consultants at work in an organisation: members with the role facilitator, for as long as the owner agreed. */
export const engagementRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({
    operationId,
    summary,
    tags: ['organisations'],
    params: MemberParams,
    response: { 200: Member, ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
  })

  app.post(
    '/organisations/:org/engagements/:user/extend',
    {
      config: { policy: OWNERS },
      schema: about('extendEngagement', 'Let a consultant work here three months longer, or again'),
    },
    async (request) => extendEngagement(deps, scopeOfRequest(request), request.params.user),
  )

  app.post(
    '/organisations/:org/engagements/:user/end',
    {
      config: { policy: OWNERS },
      schema: about('endEngagement', 'End the work of a consultant here at once'),
    },
    async (request) => endEngagement(deps, scopeOfRequest(request), request.params.user),
  )
}
