import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { PUBLIC } from '../plugins/access.ts'

const Health = z.object({ status: z.literal('ok') })

/** For whoever watches the process: dumb and constant, so that asking costs nothing and tells nothing. */
export const healthRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app) => {
  for (const name of ['live', 'ready']) {
    const operationId = `readHealth${name === 'live' ? 'Live' : 'Ready'}`
    const schema = { operationId, summary: 'Is the server there?', tags: ['health'], response: { 200: Health } }
    app.get(`/health/${name}`, { config: { policy: PUBLIC }, schema }, async () => ({ status: 'ok' as const }))
  }
}
