import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams } from '../contract/common.ts'
import { OrganisationNow, Planning, PlanRevision, RoundPlan, RoundPlanInput } from '../contract/planning.ts'
import { refusals } from '../contract/problems.ts'
import { MEMBERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { viewNow, viewPlanning } from '../services/planning-view.ts'
import { endPlan, savePlan } from '../services/plans.ts'

const PLAN = '/organisations/:org/plan'
const READ = refusals('sign-in-needed', 'not-found')

/** Rounds in time: the rhythm of an organisation, the quarters that come, and what waits now. */
export const planningRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({
    operationId,
    summary,
    tags: ['rounds'],
    params: OrganisationParams,
  })

  app.get(
    '/organisations/:org/planning',
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readPlanning', 'The coming four quarters with their rounds, and the rhythm that makes them'),
        response: { 200: Planning, ...READ },
      },
    },
    (request) => viewPlanning(deps, scopeOfRequest(request)),
  )

  app.get(
    '/organisations/:org/now',
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readOrganisationNow', 'What waits: open rounds, the next one, and the newest outcome'),
        response: { 200: OrganisationNow, ...READ },
      },
    },
    (request) => viewNow(deps, scopeOfRequest(request)),
  )

  app.put(
    PLAN,
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        ...about('savePlan', 'Set or change the rhythm; the same again changes nothing'),
        body: RoundPlanInput,
        response: {
          200: RoundPlan,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'invalid-request',
            'unknown-instrument',
            'unknown-horizon',
            'edited-meanwhile',
          ),
        },
      },
    },
    (request) => savePlan(deps, scopeOfRequest(request), request.body),
  )

  app.delete(
    PLAN,
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        ...about('endPlan', 'End the rhythm; rounds that it prepared stay and open no more by themselves'),
        querystring: PlanRevision,
        response: {
          204: z.null().describe('Done'),
          ...refusals('sign-in-needed', 'not-found', 'not-allowed', 'invalid-request', 'edited-meanwhile'),
        },
      },
    },
    async (request, reply) => {
      await endPlan(deps, scopeOfRequest(request), request.query.revision)
      return reply.code(204).send(null)
    },
  )
}
