import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id, listOf, OrganisationParams } from '../contract/common.ts'
import {
  EffectsInput,
  Intervention,
  InterventionInput,
  InterventionParams,
  Ledger,
  ReviewInput,
  StateInput,
} from '../contract/interventions.ts'
import { refusals } from '../contract/problems.ts'
import { MEMBERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { reviewIntervention } from '../services/intervention-reviews.ts'
import { viewIntervention, viewInterventions } from '../services/intervention-view.ts'
import { moveIntervention, removeIntervention, saveEffects, saveIntervention } from '../services/interventions.ts'
import { viewLedger } from '../services/ledger.ts'

const INTERVENTIONS = '/organisations/:org/interventions'
const INTERVENTION = `${INTERVENTIONS}/:intervention`
const READ = ['sign-in-needed', 'not-found'] as const
const REFUSED = [...READ, 'not-allowed', 'invalid-request'] as const

/** Interventions: agreements, what is expected of them, and whether they helped. */
export const interventionRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['interventions'] })
  const writers = { config: { policy: WRITERS } }

  app.get(
    INTERVENTIONS,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('listInterventions', 'Interventions in the order of the script'),
        params: OrganisationParams,
        querystring: z.object({ reflection: Id.optional().describe('Only those of one reflection') }),
        response: { 200: listOf(Intervention), ...refusals(...READ) },
      },
    },
    async (request) => {
      const { reflection } = request.query
      const which = reflection === undefined ? 'real' : { reflectionId: reflection }
      return { items: await viewInterventions(deps, scopeOfRequest(request), which), next: null }
    },
  )

  app.get(
    INTERVENTION,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readIntervention', 'One intervention with its effects, answers and reviews'),
        params: InterventionParams,
        response: { 200: Intervention, ...refusals(...READ) },
      },
    },
    (request) => viewIntervention(deps, scopeOfRequest(request), request.params.intervention),
  )

  app.put(
    INTERVENTION,
    {
      ...writers,
      schema: {
        ...about('saveIntervention', 'Write an intervention, new or changed'),
        params: InterventionParams,
        body: InterventionInput,
        response: {
          200: Intervention,
          ...refusals(...REFUSED, 'edited-meanwhile', 'review-date-past', 'reflection-closed'),
        },
      },
    },
    (request) => saveIntervention(deps, scopeOfRequest(request), request.params.intervention, request.body),
  )

  app.delete(
    INTERVENTION,
    {
      ...writers,
      schema: {
        ...about('removeIntervention', 'Throw a proposal away'),
        params: InterventionParams,
        response: { 204: z.null(), ...refusals(...REFUSED, 'intervention-agreed') },
      },
    },
    async (request, reply) => {
      await removeIntervention(deps, scopeOfRequest(request), request.params.intervention)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${INTERVENTION}/effects`,
    {
      ...writers,
      schema: {
        ...about('saveEffects', 'Say what is expected of an intervention, and who bears the price'),
        params: InterventionParams,
        body: EffectsInput,
        response: { 200: Intervention, ...refusals(...REFUSED, 'edited-meanwhile', 'price-bearer-missing') },
      },
    },
    (request) => saveEffects(deps, scopeOfRequest(request), request.params.intervention, request.body),
  )

  app.post(
    `${INTERVENTION}/state`,
    {
      ...writers,
      schema: {
        ...about('moveIntervention', 'Agree on an intervention, start it, stop it, or take it back to a proposal'),
        params: InterventionParams,
        body: StateInput,
        response: {
          200: Intervention,
          ...refusals(
            ...REFUSED,
            'agreement-empty',
            'owner-missing',
            'review-date-missing',
            'review-date-past',
            'consent-open',
            'objection-stands',
          ),
        },
      },
    },
    (request) => moveIntervention(deps, scopeOfRequest(request), request.params.intervention, request.body),
  )

  app.post(
    `${INTERVENTION}/reviews`,
    {
      ...writers,
      schema: {
        ...about('reviewIntervention', 'Look back at an intervention'),
        params: InterventionParams,
        body: ReviewInput,
        response: {
          200: Intervention,
          ...refusals(...REFUSED, 'not-agreed-yet', 'review-date-missing', 'review-date-past'),
        },
      },
    },
    (request) => reviewIntervention(deps, scopeOfRequest(request), request.params.intervention, request.body),
  )

  app.get(
    '/organisations/:org/ledger',
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readLedger', 'What was expected of interventions beside what the next round showed'),
        params: OrganisationParams,
        response: { 200: Ledger, ...refusals(...READ) },
      },
    },
    (request) => viewLedger(deps, scopeOfRequest(request)),
  )
}
