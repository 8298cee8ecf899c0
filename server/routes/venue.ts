import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { refusals } from '../contract/problems.ts'
import { ReachCheck, ReachCheckMade, ReachCheckParams, ReachInput, Venue } from '../contract/venue.ts'
import { ACCOUNT, accountOfRequest, PUBLIC } from '../plugins/access.ts'
import { makeReachCheck, noteReach, readReachCheck } from '../services/reach.ts'

const Done = z.null().describe('Done')

/** Preparing the room: how phones come in, and a trial of whether they do. */
export const venueRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/venue',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'readVenue',
        summary: 'How phones come in',
        tags: ['venue'],
        response: { 200: Venue, ...refusals('sign-in-needed') },
      },
    },
    async () => deps.venue(),
  )

  app.post(
    '/reach-checks',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'createReachCheck',
        summary: 'Start a trial: can phones reach this server?',
        tags: ['venue'],
        response: { 201: ReachCheckMade, ...refusals('sign-in-needed') },
      },
    },
    async (request, reply) => {
      const { id, code } = await makeReachCheck(deps, accountOfRequest(request).userId)
      return reply.code(201).send({ id, code, url: `${deps.participantOrigin()}/d#proef-${code}` })
    },
  )

  app.get(
    '/reach-checks/:id',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'readReachCheck',
        summary: 'Whether a phone came through',
        tags: ['venue'],
        params: ReachCheckParams,
        response: { 200: ReachCheck, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => readReachCheck(deps, accountOfRequest(request).userId, request.params.id),
  )

  app.post(
    '/reach',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'reach',
        summary: 'A phone says that it came through',
        tags: ['venue'],
        body: ReachInput,
        response: { 204: Done, ...refusals('reach-check-unknown', 'too-many-attempts', 'invalid-request') },
      },
    },
    async (request, reply) => {
      await noteReach(deps, request.body.code)
      return reply.code(204).send(null)
    },
  )
}
