import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import {
  CompanyNetwork,
  Match,
  MatchAnswer,
  MatchList,
  MatchParams,
  Offer,
  OfferInput,
  OfferParams,
  ValueNetwork,
} from '../contract/exchange.ts'
import { ParticipationParams } from '../contract/participations.ts'
import { refusals } from '../contract/problems.ts'
import { COMPANY_MEMBERS, COMPANY_WRITERS, PROGRAMME_READERS, scopeOfRequest } from '../plugins/access.ts'
import { answerMatch, endOffer, putOffer, readMatches, readOffers } from '../services/exchange.ts'
import { viewCompanyNetwork, viewNetwork } from '../services/exchange-network.ts'

const ONE = '/organisations/:org/participations/:programme'
const SEEN = ['sign-in-needed', 'not-found'] as const
const REFUSED = [...SEEN, 'not-allowed'] as const

/** Who can help whom: offers and needs of companies in a programme, what fits, and who helps whom. */
export const exchangeRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['exchange'] })

  app.get(
    `${ONE}/offers`,
    {
      config: { policy: COMPANY_MEMBERS },
      schema: {
        ...about('listOffers', 'What the company offers and needs'),
        params: ParticipationParams,
        response: { 200: listOf(Offer), ...refusals(...SEEN) },
      },
    },
    async (request) => {
      return { items: await readOffers(deps.db, scopeOfRequest(request), request.params.programme), next: null }
    },
  )

  app.put(
    `${ONE}/offers/:offer`,
    {
      config: { policy: COMPANY_WRITERS },
      schema: {
        ...about('putOffer', 'Offer something, or ask for it; the same again changes nothing'),
        params: OfferParams,
        body: OfferInput,
        response: { 200: Offer, ...refusals(...REFUSED, 'too-many-offers', 'operation-reused', 'invalid-request') },
      },
    },
    (request) => {
      const { programme, offer } = request.params
      return putOffer(deps, scopeOfRequest(request), programme, offer, request.body)
    },
  )

  app.delete(
    `${ONE}/offers/:offer`,
    {
      config: { policy: COMPANY_WRITERS },
      schema: {
        ...about('endOffer', 'End an offer or a need: what was proposed about it goes, and an agreed match ends'),
        params: OfferParams,
        response: { 204: z.null().describe('Done'), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await endOffer(deps, scopeOfRequest(request), request.params.programme, request.params.offer)
      return reply.code(204).send(null)
    },
  )

  app.get(
    `${ONE}/matches`,
    {
      config: { policy: COMPANY_MEMBERS },
      schema: {
        ...about('listMatches', 'What fits; who it is only where both said yes'),
        params: ParticipationParams,
        response: { 200: MatchList, ...refusals(...SEEN) },
      },
    },
    (request) => readMatches(deps.db, scopeOfRequest(request), request.params.programme),
  )

  app.put(
    `${ONE}/matches/:match`,
    {
      config: { policy: COMPANY_WRITERS },
      schema: {
        ...about('answerMatch', 'Say yes or no, or take that back; the second yes tells both who the other is'),
        params: MatchParams,
        body: MatchAnswer,
        response: { 200: Match, ...refusals(...REFUSED, 'match-agreed', 'invalid-request') },
      },
    },
    (request) => {
      const { programme, match } = request.params
      return answerMatch(deps, scopeOfRequest(request), programme, match, request.body)
    },
  )

  app.get(
    `${ONE}/value-network`,
    {
      config: { policy: COMPANY_MEMBERS },
      schema: {
        ...about('readParkNetwork', 'Who helps whom on the park of a company that lets itself be named there'),
        params: ParticipationParams,
        response: { 200: CompanyNetwork, ...refusals(...SEEN) },
      },
    },
    (request) => viewCompanyNetwork(deps.db, scopeOfRequest(request), request.params.programme),
  )

  app.get(
    '/organisations/:org/programme/value-network',
    {
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('readValueNetwork', 'How much is offered and needed, and who helps whom; never what'),
        params: OrganisationParams,
        response: { 200: ValueNetwork, ...refusals(...SEEN) },
      },
    },
    (request) => viewNetwork(deps.db, scopeOfRequest(request)),
  )
}
