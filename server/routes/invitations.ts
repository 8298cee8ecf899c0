import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { describeAgent } from '../auth/agent.ts'
import { setSessionCookie } from '../auth/session-cookie.ts'
import {
  InvitationAccept,
  InvitationAccepted,
  InvitationInput,
  InvitationMade,
  InvitationParams,
  InvitationToken,
  InvitationView,
  OpenInvitation,
} from '../contract/accounts.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { listOpenInvitations } from '../db/queries/invitations.ts'
import { cookieNames, findCaller, OWNERS, PUBLIC, scopeOfRequest } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { acceptInvitation, invite, viewInvitation, withdrawInvitation } from '../services/invitations.ts'

/** Links that make one person a member. The token travels in the fragment, which reaches no log and no other site. */
export const invitationRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, now, audience, secureCookies } = deps
  const { session } = cookieNames(secureCookies)
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.post(
    '/organisations/:org/invitations',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'invite',
        summary: 'Make a link for one person to become a member, good for seven days and one use',
        tags: ['invitations'],
        params: OrganisationParams,
        body: InvitationInput,
        response: {
          201: InvitationMade,
          ...refusals('sign-in-needed', 'not-found', 'not-allowed', 'role-not-here', 'invalid-request'),
        },
      },
    },
    async (request, reply) => {
      const { id, token, expiresAt } = await invite(deps, scopeOfRequest(request), request.body)
      const url = `${request.ownOrigin}/invitation#t=${token}`
      return reply.code(201).send({ id, url, expiresAt })
    },
  )

  app.get(
    '/organisations/:org/invitations',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'listInvitations',
        summary: 'Invitations that can still be taken up, newest first, without their links',
        tags: ['invitations'],
        params: OrganisationParams,
        response: { 200: listOf(OpenInvitation), ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request) => ({
      items: await listOpenInvitations(db, scopeOfRequest(request), now().toISOString()),
      next: null,
    }),
  )

  app.delete(
    '/organisations/:org/invitations/:invitation',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'withdrawInvitation',
        summary: 'Withdraw an invitation that nobody has taken up',
        tags: ['invitations'],
        params: InvitationParams,
        response: { 204: z.null().describe('Done'), ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request, reply) => {
      await withdrawInvitation(deps, scopeOfRequest(request), request.params.invitation)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/invitations/view',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'viewInvitation',
        summary: 'What an invitation is for; looking does not use it up',
        tags: ['invitations'],
        body: InvitationToken,
        response: {
          200: InvitationView,
          ...refusals('invitation-not-valid', 'accounts-refused-here', 'invalid-request'),
        },
      },
    },
    async (request) => viewInvitation(deps, request.body.token),
  )

  app.post(
    '/invitations/accept',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Take an invitation up: signed in, or with the data of a new account',
        tags: ['invitations'],
        body: InvitationAccept,
        response: {
          200: InvitationAccepted,
          ...refusals(
            'invitation-not-valid',
            'sign-in-needed',
            'email-taken',
            'common-password',
            'accounts-refused-here',
            'invalid-request',
            'busy',
          ),
        },
      },
    },
    async (request, reply) => {
      const caller = await findCaller(request, db, now(), session)
      const agent = describeAgent(request.headers['user-agent'])
      const { organisationId, secret } = await acceptInvitation(deps, request.body, caller?.userId, agent)
      if (secret !== undefined) setSessionCookie(reply, secret, secureCookies)
      return { organisationId }
    },
  )
}
