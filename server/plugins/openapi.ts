import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { PUBLIC } from './access.ts'

/** OpenAPI 3.1 from the zod contract at /api/openapi.json, and a readable page at /api/docs that needs no network. */
export default fp<{ version: string }>(
  async (app, { version }) => {
    await app.register(swagger, {
      openapi: { openapi: '3.1.0', info: { title: 'Meervoud', version } },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    })
    await app.register(async (docs) => {
      docs.addHook('onRoute', (route) => {
        route.config = { ...route.config, policy: PUBLIC }
        route.schema = { ...route.schema, hide: true }
      })
      await docs.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
      docs.get('/api/openapi.json', async () => app.swagger())
    })
  },
  { name: 'openapi', dependencies: ['access'] },
)
