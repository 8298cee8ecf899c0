import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { passkeyOriginOf } from '../auth/relying-party.ts'
import { StartState } from '../contract/accounts.ts'
import { hasUsers } from '../db/queries/users.ts'
import { PUBLIC } from '../plugins/access.ts'

/** What a page has to know before anybody signed in. */
export const startRoutes: FastifyPluginAsyncZod<RouteDeps> = async (
  app,
  { db, audience, demo, version, participantOrigin, publicOrigin, issuer, mail },
) => {
  const schema = {
    operationId: 'readStart',
    summary: 'Is this installation set up, and whom does this address serve?',
    tags: ['start'],
    response: { 200: StartState },
  }
  app.get('/start', { config: { policy: PUBLIC }, schema }, async (request) => ({
    setUpNeeded: !(await hasUsers(db)),
    audience,
    demo,
    version,
    canMail: mail !== undefined,
    participantOrigin: participantOrigin(),
    oidc: issuer === undefined ? null : { name: issuer.name ?? null },
    passkeyOrigin: passkeyOriginOf(publicOrigin, `${request.protocol}://${request.host}`),
  }))
}
