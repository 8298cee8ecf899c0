import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import {
  ConsentInput,
  Intervention,
  InterventionParams,
  ResolutionInput,
  VoiceParams,
} from '../contract/interventions.ts'
import { refusals } from '../contract/problems.ts'
import { StanceInput } from '../contract/reflections.ts'
import { scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { giveStance, moveConsent, resolveVoice } from '../services/consent.ts'

const INTERVENTION = '/organisations/:org/interventions/:intervention'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request'] as const

/** Whether anyone objects to a proposal. */
export const consentRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['interventions'] })
  const writers = { config: { policy: WRITERS } }

  app.post(
    `${INTERVENTION}/consent`,
    {
      ...writers,
      schema: {
        ...about('moveConsent', 'Open or close the round of objections'),
        params: InterventionParams,
        body: ConsentInput,
        response: { 200: Intervention, ...refusals(...REFUSED, 'consent-closed') },
      },
    },
    (request) => moveConsent(deps, scopeOfRequest(request), request.params.intervention, request.body.state),
  )

  app.put(
    `${INTERVENTION}/stance`,
    {
      ...writers,
      schema: {
        ...about('giveStance', 'Say whether one objects'),
        params: InterventionParams,
        body: StanceInput,
        response: { 200: Intervention, ...refusals(...REFUSED, 'consent-closed', 'objection-without-text') },
      },
    },
    (request) => giveStance(deps, scopeOfRequest(request), request.params.intervention, request.body),
  )

  app.put(
    `${INTERVENTION}/voices/:voice`,
    {
      ...writers,
      schema: {
        ...about('resolveVoice', 'Say what became of an objection or a concern'),
        params: VoiceParams,
        body: ResolutionInput,
        response: { 200: Intervention, ...refusals(...REFUSED, 'consent-open', 'too-many-criteria') },
      },
    },
    (request) =>
      resolveVoice(deps, scopeOfRequest(request), request.params.intervention, request.params.voice, request.body),
  )
}
