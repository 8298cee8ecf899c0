import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { listOf } from '../contract/common.ts'
import { Example, GuideParams, GuideView } from '../contract/guides.ts'
import { refusals } from '../contract/problems.ts'
import { viewGuide } from '../guides.ts'
import { ACCOUNT } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'

/** Published words, which no version changes; a room on bad Wi-Fi loads them once. */
const FOR_AN_HOUR = 'private, max-age=3600'

/** Guides of reflections: questions, prompts and examples, the same for every organisation. */
export const guideRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { guides }) => {
  const known = ({ id, version }: { id: string; version: string }) => {
    const guide = guides.find(id, version)
    if (guide === undefined) throw new ProblemError('not-found')
    return guide
  }

  app.get(
    '/reflection-guides/:id/:version',
    {
      config: { policy: ACCOUNT },
      compress: {},
      schema: {
        operationId: 'readReflectionGuide',
        summary: 'One version of the guide of a reflection, with all its texts',
        tags: ['reflections'],
        params: GuideParams,
        response: { 200: GuideView, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', FOR_AN_HOUR)
      return viewGuide(known(request.params))
    },
  )

  app.get(
    '/reflection-guides/:id/:version/examples',
    {
      config: { policy: ACCOUNT },
      compress: {},
      schema: {
        operationId: 'listGuideExamples',
        summary: 'The library of examples of a guide, which only question 4 needs',
        tags: ['reflections'],
        params: GuideParams,
        response: { 200: listOf(Example), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', FOR_AN_HOUR)
      return { items: [...known(request.params).examples], next: null }
    },
  )
}
