import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { Privacy, Register } from '../contract/privacy.ts'
import { refusals } from '../contract/problems.ts'
import { OPERATORS, PUBLIC } from '../plugins/access.ts'
import { readPrivacy, readRegister } from '../services/register.ts'

/** How this installation deals with personal data: for everybody, and as a register for who runs it. */
export const privacyRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/privacy',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'readPrivacy',
        summary: 'What is kept about people here, for what, how long, and who gets it',
        tags: ['start'],
        response: { 200: Privacy },
      },
    },
    async () => readPrivacy(deps.privacy),
  )

  app.get(
    '/operator/register',
    {
      config: { policy: OPERATORS },
      schema: {
        operationId: 'readRegister',
        summary: 'The register of processing activities, made from what is kept and the settings',
        tags: ['operator'],
        response: { 200: Register, ...refusals('sign-in-needed', 'not-allowed') },
      },
    },
    async () => readRegister(deps.privacy, { version: deps.version, now: deps.now() }),
  )
}
