import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { describeAgent } from '../auth/agent.ts'
import { relyingPartyOf } from '../auth/relying-party.ts'
import { setSessionCookie } from '../auth/session-cookie.ts'
import { listOf } from '../contract/common.ts'
import {
  Passkey,
  PasskeyAnswer,
  PasskeyChange,
  PasskeyCreation,
  PasskeyInput,
  PasskeyMade,
  PasskeyParams,
  PasskeyRequest,
} from '../contract/passkeys.ts'
import { refusals } from '../contract/problems.ts'
import { ACCOUNT, accountOfRequest, cookieNames, PUBLIC, sessionOfRequest } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import {
  beginPasskeyConfirm,
  beginPasskeySignIn,
  confirmWithPasskey,
  signInWithPasskey,
} from '../services/passkey-sign-in.ts'
import { addPasskey, beginPasskey, readPasskeys, removePasskey, renamePasskey } from '../services/passkeys.ts'

const Done = z.null().describe('Done')
const tags = ['passkeys']

/** Passkeys: signing in with one, confirming with one, and the reader's own. */
export const passkeyRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, audience, publicOrigin, secureCookies } = deps
  const { session } = cookieNames(secureCookies)
  const partyOf = (request: FastifyRequest) => relyingPartyOf(publicOrigin, `${request.protocol}://${request.host}`)
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.post(
    '/passkeys/sign-in/options',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'beginPasskeySignIn',
        summary:
          'What a browser needs to sign in with a passkey: a challenge that is good for one try and five minutes',
        tags,
        response: {
          200: PasskeyRequest,
          ...refusals('passkeys-not-here', 'too-many-attempts', 'accounts-refused-here'),
        },
      },
    },
    async (request) => ({ ...(await beginPasskeySignIn(deps, partyOf(request), request.ip)) }),
  )

  app.post(
    '/passkeys/sign-in',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'signInWithPasskey',
        summary: 'Sign in with what a passkey signed; the session comes as a cookie',
        tags,
        body: PasskeyAnswer,
        response: {
          204: Done,
          ...refusals(
            'passkeys-not-here',
            'wrong-passkey',
            'passkey-copied',
            'accounts-refused-here',
            'invalid-request',
          ),
        },
      },
    },
    async (request, reply) => {
      const from = { oldSecret: request.cookies[session], agent: describeAgent(request.headers['user-agent']) }
      const { secret } = await signInWithPasskey(deps, partyOf(request), request.body, from)
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/passkeys/confirm/options',
    {
      config: { policy: ACCOUNT, sessionOnly: true, beforeFactor: true },
      schema: {
        operationId: 'beginPasskeyConfirm',
        summary: 'What a browser needs to confirm who you are with one of your passkeys',
        tags,
        response: { 200: PasskeyRequest, ...refusals('sign-in-needed', 'confirm-needed', 'passkeys-not-here') },
      },
    },
    async (request) => ({
      ...(await beginPasskeyConfirm(deps, partyOf(request), accountOfRequest(request).userId)),
    }),
  )

  app.post(
    '/passkeys/confirm',
    {
      config: { policy: ACCOUNT, sessionOnly: true, beforeFactor: true },
      schema: {
        operationId: 'confirmWithPasskey',
        summary: 'Confirm who you are with what your passkey signed; the session goes on under a new cookie',
        tags,
        body: PasskeyAnswer,
        response: {
          204: Done,
          ...refusals(
            'sign-in-needed',
            'confirm-needed',
            'passkeys-not-here',
            'wrong-passkey',
            'passkey-copied',
            'invalid-request',
          ),
        },
      },
    },
    async (request, reply) => {
      const secret = await confirmWithPasskey(deps, partyOf(request), request.body, sessionOfRequest(request))
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/passkeys',
    {
      config: { policy: ACCOUNT, beforeFactor: true },
      schema: {
        operationId: 'listPasskeys',
        summary: 'Your own passkeys, oldest first',
        tags,
        response: { 200: listOf(Passkey), ...refusals('sign-in-needed') },
      },
    },
    async (request) => ({ items: await readPasskeys(db, accountOfRequest(request).userId), next: null }),
  )

  app.post(
    '/passkeys/options',
    {
      config: { policy: ACCOUNT, confirm: true, beforeFactor: true },
      schema: {
        operationId: 'beginPasskey',
        summary: 'What a browser needs to make a passkey',
        tags,
        response: { 200: PasskeyCreation, ...refusals('sign-in-needed', 'confirm-needed', 'passkeys-not-here') },
      },
    },
    async (request) => ({ ...(await beginPasskey(deps, partyOf(request), accountOfRequest(request).userId)) }),
  )

  app.post(
    '/passkeys',
    {
      config: { policy: ACCOUNT, confirm: true, beforeFactor: true },
      schema: {
        operationId: 'addPasskey',
        summary: 'Keep a passkey that your browser has just made',
        tags,
        body: PasskeyInput,
        response: {
          201: PasskeyMade,
          ...refusals(
            'sign-in-needed',
            'confirm-needed',
            'passkeys-not-here',
            'passkey-refused',
            'passkey-known',
            'invalid-request',
          ),
        },
      },
    },
    async (request, reply) => {
      const { secret, ...made } = await addPasskey(deps, partyOf(request), sessionOfRequest(request), request.body)
      setSessionCookie(reply, secret, secureCookies)
      return reply.code(201).send(made)
    },
  )

  app.patch(
    '/passkeys/:id',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'renamePasskey',
        summary: 'Give one of your passkeys another name',
        tags,
        params: PasskeyParams,
        body: PasskeyChange,
        response: { 204: Done, ...refusals('sign-in-needed', 'not-found', 'invalid-request') },
      },
    },
    async (request, reply) => {
      await renamePasskey(deps, accountOfRequest(request).userId, request.params.id, request.body.name)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/passkeys/:id',
    {
      config: { policy: ACCOUNT, confirm: true },
      schema: {
        operationId: 'removePasskey',
        summary: 'Remove one of your passkeys: it signs nobody in any more',
        tags,
        params: PasskeyParams,
        response: {
          204: Done,
          ...refusals('sign-in-needed', 'confirm-needed', 'not-found', 'last-factor', 'last-way-in'),
        },
      },
    },
    async (request, reply) => {
      await removePasskey(deps, accountOfRequest(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
