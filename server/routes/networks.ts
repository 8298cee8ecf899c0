import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams } from '../contract/common.ts'
import {
  Experiment,
  ExperimentInput,
  ExperimentParams,
  Network,
  Party,
  PartyInput,
  PartyParams,
  SeenRevision,
} from '../contract/networks.ts'
import { refusals } from '../contract/problems.ts'
import { MEMBERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { removeExperiment, saveExperiment } from '../services/experiments.ts'
import { readNetwork } from '../services/networks.ts'
import { removeParty, saveParty } from '../services/parties.ts'

const NETWORK = '/organisations/:org/network'
const PARTY = `${NETWORK}/parties/:party`
const EXPERIMENT = '/organisations/:org/experiments/:experiment'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request', 'edited-meanwhile'] as const
const GONE = { 204: z.null().describe('Done'), ...refusals(...REFUSED) }

/** The world outside an organisation: parties with what goes to and fro, and one small experiment a quarter. */
export const networkRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['networks'] })
  const writers = { config: { policy: WRITERS } }

  app.get(
    NETWORK,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readNetwork', 'Parties outside the organisation, and its experiments'),
        params: OrganisationParams,
        response: { 200: Network, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => readNetwork(deps.db, scopeOfRequest(request)),
  )

  app.put(
    PARTY,
    {
      ...writers,
      schema: {
        ...about('saveParty', 'Add or change a party; the same again changes nothing'),
        params: PartyParams,
        body: PartyInput,
        response: { 200: Party, ...refusals(...REFUSED) },
      },
    },
    (request) => saveParty(deps, scopeOfRequest(request), request.params.party, request.body),
  )

  app.delete(
    PARTY,
    {
      ...writers,
      schema: {
        ...about('removeParty', 'Remove a party; experiments with it stay, without a partner'),
        params: PartyParams,
        querystring: SeenRevision,
        response: GONE,
      },
    },
    async (request, reply) => {
      await removeParty(deps, scopeOfRequest(request), request.params.party, request.query.revision)
      return reply.code(204).send(null)
    },
  )

  app.put(
    EXPERIMENT,
    {
      ...writers,
      schema: {
        ...about('saveExperiment', 'Add or change the experiment of a quarter; the same again changes nothing'),
        params: ExperimentParams,
        body: ExperimentInput,
        response: { 200: Experiment, ...refusals(...REFUSED, 'experiment-too-long', 'experiment-exists') },
      },
    },
    (request) => saveExperiment(deps, scopeOfRequest(request), request.params.experiment, request.body),
  )

  app.delete(
    EXPERIMENT,
    {
      ...writers,
      schema: {
        ...about('removeExperiment', 'Remove an experiment'),
        params: ExperimentParams,
        querystring: SeenRevision,
        response: GONE,
      },
    },
    async (request, reply) => {
      await removeExperiment(deps, scopeOfRequest(request), request.params.experiment, request.query.revision)
      return reply.code(204).send(null)
    },
  )
}
