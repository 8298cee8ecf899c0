import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { HandOver, TransferInput, Workshop, WorkshopParams } from '../contract/workshops.ts'
import { MEMBERS, OWNERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { deleteWorkshopTexts, releaseToClient, viewHandOver } from '../services/hand-over.ts'
import { transferWorkshop } from '../services/transfer.ts'
import { viewWorkshop } from '../services/workshop-view.ts'

const WORKSHOP = '/organisations/:org/workshops/:workshop'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed'] as const
const Moved = z.object({ id: Id, roundId: Id }).meta({ id: 'WorkshopMoved' })

/** What is left to do after a workshop: who reads the result, which texts go, and whose it is. */
export const handOverRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['workshops'] })

  app.get(
    `${WORKSHOP}/hand-over`,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readHandOver', 'What a workshop collected, and who can read its result'),
        params: WorkshopParams,
        response: { 200: HandOver, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => viewHandOver(deps, scopeOfRequest(request), request.params.workshop),
  )

  app.post(
    `${WORKSHOP}/release-to-client`,
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        ...about('releaseToClient', 'Let everybody in the organisation read the result'),
        params: WorkshopParams,
        response: { 200: Workshop, ...refusals(...REFUSED, 'nothing-revealed') },
      },
    },
    async (request) => {
      await releaseToClient(deps, scopeOfRequest(request), request.params.workshop)
      return viewWorkshop(deps, scopeOfRequest(request), request.params.workshop)
    },
  )

  app.post(
    `${WORKSHOP}/delete-texts`,
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        ...about('deleteWorkshopTexts', 'Delete what people wrote in words; ratings and releases stay'),
        params: WorkshopParams,
        response: { 200: HandOver, ...refusals(...REFUSED) },
      },
    },
    async (request) => {
      await deleteWorkshopTexts(deps, scopeOfRequest(request), request.params.workshop)
      return viewHandOver(deps, scopeOfRequest(request), request.params.workshop)
    },
  )

  app.post(
    `${WORKSHOP}/transfer`,
    {
      config: { policy: OWNERS },
      schema: {
        ...about('transferWorkshop', 'Hand a workshop with all its answers over to another organisation'),
        params: WorkshopParams,
        body: TransferInput,
        response: { 200: Moved, ...refusals(...REFUSED, 'not-closed-yet', 'invalid-request') },
      },
    },
    (request) => transferWorkshop(deps, scopeOfRequest(request), request.params.workshop, request.body.organisationId),
  )
}
