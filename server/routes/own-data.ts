import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { clearSessionCookie } from '../auth/session-cookie.ts'
import { OrganisationParams } from '../contract/common.ts'
import { OrganisationErasure, OwnData, Retention } from '../contract/own-data.ts'
import { refusals } from '../contract/problems.ts'
import { ACCOUNT, accountOfRequest, EVERYBODY, OWNERS, scopeOfRequest } from '../plugins/access.ts'
import { eraseOwnAccount } from '../services/account-erasure.ts'
import { confirmErasure, readErasure, requestErasure, stopErasure } from '../services/organisation-erasure.ts'
import { exportOrganisation, exportOwnData } from '../services/own-data.ts'
import { readRetention } from '../services/retention.ts'

const Done = z.null().describe('Done')

/** Taking data along, erasing it, and how long it stays: of an account, and of an organisation. */
export const ownDataRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/me/export',
    {
      config: { policy: ACCOUNT, confirm: true },
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportMe',
        summary: 'Everything that is kept about your own account',
        tags: ['accounts'],
        response: {
          200: OwnData,
          ...refusals('sign-in-needed', 'confirm-needed', 'too-many-attempts'),
        },
      },
    },
    async (request, reply) => {
      asFile(reply, 'meervoud-account', deps.now())
      return exportOwnData(deps, accountOfRequest(request).userId)
    },
  )

  app.delete(
    '/me',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'eraseMe',
        summary: 'Erase your own account at once; what others go on with stays, by a former member',
        tags: ['accounts'],
        response: {
          204: Done,
          ...refusals('sign-in-needed', 'confirm-needed', 'last-owner', 'last-operator'),
        },
      },
    },
    async (request, reply) => {
      await eraseOwnAccount(deps, accountOfRequest(request).userId)
      clearSessionCookie(reply, deps.secureCookies)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/organisations/:org/export',
    {
      config: { policy: OWNERS, confirm: true },
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportOrganisation',
        summary:
          'Everything of the organisation as one JSON file, which can be imported again; of anonymous rounds what was released, no answers',
        tags: ['organisations'],
        params: OrganisationParams,
        response: {
          200: z.any().describe('As `meervoud export` writes it'),
          ...refusals('sign-in-needed', 'confirm-needed', 'not-allowed', 'not-found', 'too-many-attempts'),
        },
      },
    },
    async (request, reply) => {
      const { organisationId, userId } = scopeOfRequest(request)
      const archive = await exportOrganisation(deps, organisationId, userId)
      asFile(reply, 'meervoud-organisation', deps.now())
      reply.type('application/json; charset=utf-8')
      return reply.send(Readable.from(archive))
    },
  )

  app.get(
    '/organisations/:org/erasure',
    {
      config: { policy: EVERYBODY },
      schema: {
        operationId: 'readErasure',
        summary: 'Whether the organisation waits to be erased',
        tags: ['organisations'],
        params: OrganisationParams,
        response: { 200: OrganisationErasure, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => readErasure(deps, scopeOfRequest(request)),
  )

  app.post(
    '/organisations/:org/erasure',
    {
      config: { policy: OWNERS, confirm: true },
      schema: {
        operationId: 'requestErasure',
        summary: 'Let the organisation be erased in 14 days, or at once when another owner agrees',
        tags: ['organisations'],
        params: OrganisationParams,
        response: {
          200: OrganisationErasure,
          ...refusals('sign-in-needed', 'confirm-needed', 'not-allowed', 'not-found'),
        },
      },
    },
    (request) => requestErasure(deps, scopeOfRequest(request)),
  )

  app.post(
    '/organisations/:org/erasure/confirm',
    {
      config: { policy: OWNERS, confirm: true },
      schema: {
        operationId: 'confirmErasure',
        summary: 'Agree, as another owner: the organisation is erased at once',
        tags: ['organisations'],
        params: OrganisationParams,
        response: {
          204: Done,
          ...refusals(
            'sign-in-needed',
            'confirm-needed',
            'not-allowed',
            'not-found',
            'erasure-not-asked',
            'erasure-by-another',
          ),
        },
      },
    },
    async (request, reply) => {
      await confirmErasure(deps, scopeOfRequest(request))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/organisations/:org/erasure',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'stopErasure',
        summary: 'Stop the erasure; any owner may',
        tags: ['organisations'],
        params: OrganisationParams,
        response: { 204: Done, ...refusals('sign-in-needed', 'not-allowed', 'not-found') },
      },
    },
    async (request, reply) => {
      await stopErasure(deps, scopeOfRequest(request))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/organisations/:org/retention',
    {
      config: { policy: OWNERS },
      schema: {
        operationId: 'readRetention',
        summary: 'How long data stays, what goes next, and what was deleted last',
        tags: ['organisations'],
        params: OrganisationParams,
        response: { 200: Retention, ...refusals('sign-in-needed', 'not-allowed', 'not-found') },
      },
    },
    (request) => readRetention({ ...deps, retention: deps.privacy.retention }, scopeOfRequest(request)),
  )
}

/** A name that every system takes: what people called their organisation is not one. */
function asFile(reply: { header(name: string, value: string): unknown }, name: string, now: Date): void {
  const day = now.toISOString().slice(0, 10)
  reply.header('content-disposition', `attachment; filename="${name}-${day}.json"`)
}
