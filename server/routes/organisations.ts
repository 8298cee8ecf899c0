import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import {
  Member,
  MemberChange,
  MemberParams,
  Organisation,
  OrganisationInput,
  OrganisationMade,
} from '../contract/accounts.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { listMembers } from '../db/queries/members.ts'
import { ACCOUNT, accountOfRequest, EVERYBODY, OWNERS, scopeOfRequest } from '../plugins/access.ts'
import { changeMember, makeOrganisation, readOrganisation, removeMember } from '../services/organisations.ts'
import { engagementRoutes } from './engagements.ts'
import { invitationRoutes } from './invitations.ts'
import { whoSeesRoutes } from './who-sees.ts'

/** Organisations, who works in them, and the links that invite somebody. */
export const organisationRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  await app.register(invitationRoutes, deps)
  await app.register(engagementRoutes, deps)
  await app.register(whoSeesRoutes, deps)

  app.post(
    '/organisations',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'makeOrganisation',
        summary: 'Make an organisation; you become its owner',
        tags: ['organisations'],
        body: OrganisationInput,
        response: { 201: OrganisationMade, ...refusals('sign-in-needed', 'invalid-request') },
      },
    },
    async (request, reply) => {
      const id = await makeOrganisation(deps, accountOfRequest(request).userId, request.body)
      return reply.code(201).send({ id })
    },
  )

  app.get(
    '/organisations/:org',
    {
      config: { policy: EVERYBODY },
      schema: {
        operationId: 'readOrganisation',
        summary: 'One organisation, and your role in it',
        tags: ['organisations'],
        params: OrganisationParams,
        response: { 200: Organisation, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => readOrganisation(deps, scopeOfRequest(request)),
  )

  app.get(
    '/organisations/:org/members',
    {
      config: { policy: EVERYBODY },
      schema: {
        operationId: 'listMembers',
        summary: 'Who works in the organisation, with memberships that have ended',
        tags: ['organisations'],
        params: OrganisationParams,
        response: { 200: listOf(Member), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => ({ items: await listMembers(deps.db, scopeOfRequest(request)), next: null }),
  )

  app.patch(
    '/organisations/:org/members/:user',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'changeMember',
        summary: 'Change the role of a member, and until when it lasts',
        tags: ['organisations'],
        params: MemberParams,
        body: MemberChange,
        response: {
          200: Member,
          ...refusals('sign-in-needed', 'not-found', 'not-allowed', 'role-not-here', 'last-owner', 'invalid-request'),
        },
      },
    },
    async (request) => changeMember(deps, scopeOfRequest(request), request.params.user, request.body),
  )

  app.delete(
    '/organisations/:org/members/:user',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'removeMember',
        summary: 'Take a member out of the organisation at once',
        tags: ['organisations'],
        params: MemberParams,
        response: {
          204: z.null().describe('Done'),
          ...refusals('sign-in-needed', 'not-found', 'not-allowed', 'last-owner'),
        },
      },
    },
    async (request, reply) => {
      await removeMember(deps, scopeOfRequest(request), request.params.user)
      return reply.code(204).send(null)
    },
  )
}
