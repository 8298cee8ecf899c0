import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { PUBLIC } from '../plugins/access.ts'

const Live = z.object({ status: z.literal('ok') })
const Ready = z.object({
  status: z.enum(['ok', 'attention']).describe('attention: it serves, and whoever runs it should look at it'),
})
const NotReady = z.object({ status: z.enum(['stopping', 'read-only', 'database']) })

/** For whoever watches the process: what was seen last, so that asking costs nothing, and no details for strangers. */
export const healthRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { upkeep }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['health'] })
  const config = { policy: PUBLIC }

  const live = { ...about('readHealthLive', 'Is the server there?'), response: { 200: Live } }
  app.get('/health/live', { config, schema: live }, async () => ({ status: 'ok' as const }))

  const ready = {
    ...about('readHealthReady', 'Does the server take answers?'),
    response: { 200: Ready, 503: NotReady.describe('It stops, takes no writes, or its database does not answer') },
  }
  app.get('/health/ready', { config, schema: ready }, async (_request, reply) => {
    const status = upkeep.readiness
    if (status === 'ok' || status === 'attention') return { status }
    return reply.code(503).send({ status })
  })
}
