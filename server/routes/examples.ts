import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { ExampleParams, OwnExample, OwnExampleInput } from '../contract/examples.ts'
import { refusals } from '../contract/problems.ts'
import { MEMBERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { removeExample, saveExample, viewExamples } from '../services/examples.ts'

const EXAMPLE = '/organisations/:org/examples/:example'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request'] as const

/** An organisation's own examples, beside the library of the guide. */
export const exampleRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, now }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['reflections'] })

  app.get(
    '/organisations/:org/examples',
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('listExamples', 'Own examples of an organisation'),
        params: OrganisationParams,
        response: { 200: listOf(OwnExample), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => ({ items: await viewExamples(db, scopeOfRequest(request)), next: null }),
  )

  app.put(
    EXAMPLE,
    {
      config: { policy: WRITERS },
      schema: {
        ...about('saveExample', 'Write an own example, new or changed'),
        params: ExampleParams,
        body: OwnExampleInput,
        response: { 200: OwnExample, ...refusals(...REFUSED, 'edited-meanwhile') },
      },
    },
    (request) => saveExample({ db, now }, scopeOfRequest(request), request.params.example, request.body),
  )

  app.delete(
    EXAMPLE,
    {
      config: { policy: WRITERS },
      schema: {
        ...about('removeExample', 'Throw an own example away'),
        params: ExampleParams,
        response: { 204: z.null(), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await removeExample(db, scopeOfRequest(request), request.params.example)
      return reply.code(204).send(null)
    },
  )
}
