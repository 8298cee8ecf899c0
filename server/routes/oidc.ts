import '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { describeAgent } from '../auth/agent.ts'
import { setSessionCookie } from '../auth/session-cookie.ts'
import { listOf } from '../contract/common.ts'
import { Identity, IdentityParams, OidcReturn, OidcStart, OidcStarted } from '../contract/oidc.ts'
import { refusals } from '../contract/problems.ts'
import { listIdentities } from '../db/queries/identities.ts'
import { ACCOUNT, accountOfRequest, cookieNames, findCaller, PUBLIC } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { unlinkIdentity } from '../services/identities.ts'
import { beginJourney, endJourney, JOURNEY_MS, JourneyRefused } from '../services/oidc.ts'

const CALLBACK = '/api/oidc/callback'
const tags = ['sign-in through an organisation']

/** Signing in through one's organisation (OpenID Connect), and the link between that and an account here. */
export const oidcRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, now, audience, secureCookies } = deps
  const names = cookieNames(secureCookies)
  const journeyCookie = secureCookies ? '__Host-mvo' : 'mvo'
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  const sendOff = (reply: FastifyReply, { url, secret }: { url: string; secret: string }) => {
    reply.setCookie(journeyCookie, secret, { ...attributes, maxAge: JOURNEY_MS / 1000 })
    return { url }
  }

  app.post(
    '/oidc/start',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'beginOidc',
        summary: 'Begin to sign in through your organisation: where the browser goes',
        tags,
        body: OidcStart,
        response: {
          200: OidcStarted,
          ...refusals(
            'oidc-not-here',
            'oidc-unreachable',
            'invitation-not-valid',
            'too-many-attempts',
            'accounts-refused-here',
            'invalid-request',
          ),
        },
      },
    },
    async (request, reply) => {
      const from = { redirectUri: request.ownOrigin + CALLBACK, ip: request.ip }
      return sendOff(reply, await beginJourney(deps, { userId: null, ...request.body }, from))
    },
  )

  app.post(
    '/oidc/link',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'linkOidc',
        summary: 'Begin to link your account to your organisation: where the browser goes',
        tags,
        response: {
          200: OidcStarted,
          ...refusals('sign-in-needed', 'confirm-needed', 'oidc-not-here', 'oidc-unreachable', 'too-many-attempts'),
        },
      },
    },
    async (request, reply) => {
      const from = { redirectUri: request.ownOrigin + CALLBACK, ip: request.ip }
      const errand = { userId: accountOfRequest(request).userId, returnTo: '/account' }
      return sendOff(reply, await beginJourney(deps, errand, from))
    },
  )

  app.get(
    '/oidc/callback',
    {
      // A look at the address alone would end the journey.
      exposeHeadRoute: false,
      config: { policy: PUBLIC },
      schema: {
        operationId: 'endOidc',
        summary: 'Where the organisation sends the browser back to; it leads on to a page, which says what went wrong',
        tags,
        querystring: OidcReturn,
        response: { 303: z.null().describe('To a page'), ...refusals('accounts-refused-here') },
      },
    },
    async (request, reply) => {
      const caller = await findCaller(request, db, now(), names.session)
      const home = {
        address: new URL(request.url, request.ownOrigin),
        journeySecret: request.cookies[journeyCookie],
        callerId: caller?.session?.userId,
        oldSecret: request.cookies[names.session],
        agent: describeAgent(request.headers['user-agent']),
      }
      reply.clearCookie(journeyCookie, attributes)
      try {
        const { to, secret } = await endJourney(deps, home)
        if (secret !== undefined) setSessionCookie(reply, secret, secureCookies)
        return reply.redirect(to, 303)
      } catch (error) {
        if (!(error instanceof JourneyRefused)) throw error
        const { refusal, page } = error
        // Whoever sets this up has to see why; a message of the library names no token and nobody.
        request.log.warn({ code: refusal.code, reason: reasonOf(refusal) }, 'oidc-refused')
        return reply.redirect(`${page}?problem=${refusal.code}`, 303)
      }
    },
  )

  app.get(
    '/oidc/identities',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'listIdentities',
        summary: 'The organisations that your account is linked to',
        tags,
        response: { 200: listOf(Identity), ...refusals('sign-in-needed') },
      },
    },
    async (request) => ({ items: await listIdentities(db, accountOfRequest(request).userId), next: null }),
  )

  app.delete(
    '/oidc/identities/:id',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'unlinkOidc',
        summary: 'Unlink your account from your organisation',
        tags,
        params: IdentityParams,
        response: {
          204: z.null().describe('Done'),
          ...refusals('sign-in-needed', 'confirm-needed', 'not-found', 'last-way-in'),
        },
      },
    },
    async (request, reply) => {
      await unlinkIdentity(deps, accountOfRequest(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

/** The words of each fault behind a refusal, outermost first. */
function reasonOf({ cause }: ProblemError): string[] {
  const words: string[] = []
  for (let fault = cause; fault instanceof Error; fault = fault.cause) words.push(fault.message)
  return words
}
