import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { GuideParams, GuideView } from '../contract/guides.ts'
import { refusals } from '../contract/problems.ts'
import { viewGuide } from '../guides.ts'
import { ACCOUNT } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'

/** Guides of reflections: questions, prompts and examples, the same for every organisation. */
export const guideRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { guides }) => {
  app.get(
    '/reflection-guides/:id/:version',
    {
      config: { policy: ACCOUNT },
      compress: {},
      schema: {
        operationId: 'readReflectionGuide',
        summary: 'One version of the guide of a reflection, with all its texts and examples',
        tags: ['reflections'],
        params: GuideParams,
        response: { 200: GuideView, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request, reply) => {
      const guide = guides.find(request.params.id, request.params.version)
      if (guide === undefined) throw new ProblemError('not-found')
      // Published words, which no version changes; a room on bad Wi-Fi loads them once.
      reply.header('cache-control', 'private, max-age=3600')
      return viewGuide(guide)
    },
  )
}
