import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { PUBLIC } from './access.ts'

/** How a caller says who it is; which route takes which is told by its refusals. */
const SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: 'mv' },
  token: { type: 'http', scheme: 'bearer' },
  respondent: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Respondent <secret>' },
} as const

/** Of the readable page, which is not ours: it writes its own HTML, so that Trusted Types cannot be asked of it. */
const READABLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';')

/** OpenAPI 3.1 from the zod contract at /api/openapi.json, and a readable page at /api/docs that needs no network. */
export default fp<{ version: string }>(
  async (app, { version }) => {
    await app.register(swagger, {
      openapi: { openapi: '3.1.0', info: { title: 'Meervoud', version }, components: { securitySchemes: SCHEMES } },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    })
    await app.register(async (docs) => {
      docs.addHook('onRoute', (route) => {
        route.config = { ...route.config, policy: PUBLIC }
        route.schema = { ...route.schema, hide: true }
      })
      await docs.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: READABLE_POLICY })
      docs.get('/api/openapi.json', async () => app.swagger())
    })
  },
  { name: 'openapi', dependencies: ['access'] },
)
