import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { describeAgent } from '../auth/agent.ts'
import { setSessionCookie } from '../auth/session-cookie.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import {
  OpenProgrammeInvitation,
  ProgrammeInvitationAccept,
  ProgrammeInvitationAccepted,
  ProgrammeInvitationInput,
  ProgrammeInvitationMade,
  ProgrammeInvitationParams,
  ProgrammeInvitationSignUp,
  ProgrammeInvitationToken,
  ProgrammeInvitationView,
} from '../contract/programme-invitations.ts'
import { ProgrammeParticipation } from '../contract/programme-participation.ts'
import { listProgrammeInvitations } from '../db/queries/programme-invitations.ts'
import {
  ACCOUNT,
  accountOfRequest,
  PROGRAMME_ADVISERS,
  PROGRAMME_READERS,
  PUBLIC,
  scopeOfRequest,
} from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import {
  inviteCompany,
  signUpAndTakePart,
  takePart,
  viewCompanyInvitation,
  withdrawCompanyInvitation,
} from '../services/programme-invitations.ts'
import { viewParticipation } from '../services/programme-participation.ts'

const PROGRAMME = '/organisations/:org/programme'
const LINKS = '/programme-invitations'
const STAFF = ['sign-in-needed', 'not-found', 'not-allowed'] as const
const HOLDERS = ['invitation-not-valid', 'accounts-refused-here', 'invalid-request'] as const

/** Who takes part in a programme, and the links that bring companies in. A token travels in the fragment of a link. */
export const programmeInvitationRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, now, audience, secureCookies } = deps
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['participation'] })
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.get(
    `${PROGRAMME}/participation`,
    {
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('readProgrammeParticipation', 'How many companies were invited, take part and contributed, by park'),
        params: OrganisationParams,
        response: { 200: ProgrammeParticipation, ...refusals(...STAFF) },
      },
    },
    (request) => viewParticipation(deps, scopeOfRequest(request)),
  )

  app.get(
    `${PROGRAMME}/invitations`,
    {
      config: { policy: PROGRAMME_ADVISERS },
      schema: {
        ...about('listProgrammeInvitations', 'Links that no company took up yet, newest first, without their tokens'),
        params: OrganisationParams,
        response: { 200: listOf(OpenProgrammeInvitation), ...refusals(...STAFF) },
      },
    },
    async (request) => ({
      items: await listProgrammeInvitations(db, scopeOfRequest(request), now().toISOString()),
      next: null,
    }),
  )

  app.post(
    `${PROGRAMME}/invitations`,
    {
      config: { policy: PROGRAMME_ADVISERS },
      schema: {
        ...about('inviteCompany', 'Make a link for one company to take part, good for thirty days and one use'),
        params: OrganisationParams,
        body: ProgrammeInvitationInput,
        response: { 201: ProgrammeInvitationMade, ...refusals(...STAFF, 'invalid-request') },
      },
    },
    async (request, reply) => {
      const { id, token, expiresAt } = await inviteCompany(deps, scopeOfRequest(request), request.body)
      return reply.code(201).send({ id, url: `${request.ownOrigin}/programme-invitation#t=${token}`, expiresAt })
    },
  )

  app.delete(
    `${PROGRAMME}/invitations/:link`,
    {
      config: { policy: PROGRAMME_ADVISERS },
      schema: {
        ...about('withdrawProgrammeInvitation', 'Withdraw a link that no company took up'),
        params: ProgrammeInvitationParams,
        response: { 204: z.null().describe('Done'), ...refusals(...STAFF) },
      },
    },
    async (request, reply) => {
      await withdrawCompanyInvitation(deps, scopeOfRequest(request), request.params.link)
      return reply.code(204).send(null)
    },
  )

  app.post(
    `${LINKS}/view`,
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('viewProgrammeInvitation', 'What a link for a company is for; looking does not use it up'),
        body: ProgrammeInvitationToken,
        response: { 200: ProgrammeInvitationView, ...refusals(...HOLDERS) },
      },
    },
    (request) => viewCompanyInvitation(deps, request.body.token),
  )

  app.post(
    `${LINKS}/accept`,
    {
      config: { policy: ACCOUNT },
      schema: {
        ...about('acceptProgrammeInvitation', 'Let a company of yours take part; that consents to nothing'),
        body: ProgrammeInvitationAccept,
        response: {
          200: ProgrammeInvitationAccepted,
          ...refusals(...STAFF, ...HOLDERS, 'participates-already'),
        },
      },
    },
    (request) => takePart(deps, accountOfRequest(request).userId, request.body),
  )

  app.post(
    `${LINKS}/sign-up`,
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('signUpForProgramme', 'Make an account and a company that takes part; that consents to nothing'),
        body: ProgrammeInvitationSignUp,
        response: {
          200: ProgrammeInvitationAccepted,
          ...refusals(...HOLDERS, 'email-taken', 'common-password', 'busy'),
        },
      },
    },
    async (request, reply) => {
      const agent = describeAgent(request.headers['user-agent'])
      const { secret, ...taking } = await signUpAndTakePart(deps, request.body, agent)
      setSessionCookie(reply, secret, secureCookies)
      return taking
    },
  )
}
