import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { LinkToken, Reminders, StopParams } from '../contract/mail.ts'
import { refusals } from '../contract/problems.ts'
import { hasReminders, updateReminders } from '../db/queries/reminders.ts'
import { ACCOUNT, accountOfRequest, PUBLIC } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { stopReminders } from '../services/reminders.ts'

const Done = z.null().describe('Done')
const STOP = '/reminders/stop/:token'
/** What a mail program posts when its reader presses once (RFC 8058): nothing in it is needed. */
const ONE_CLICK = ['application/x-www-form-urlencoded', 'multipart/form-data']
const MOST_FORM_BYTES = 1024

/** Whether somebody gets reminders by mail, and the links in them that switch them off. */
export const reminderRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, audience } = deps
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['accounts'] })
  app.addHook('onRequest', async () => {
    if (audience === 'participants') throw new ProblemError('accounts-refused-here')
  })

  app.get(
    '/me/reminders',
    {
      config: { policy: ACCOUNT },
      schema: {
        ...about('readReminders', 'Whether you get reminders by mail'),
        response: { 200: Reminders, ...refusals('sign-in-needed') },
      },
    },
    async (request) => ({ on: await hasReminders(db, accountOfRequest(request).userId) }),
  )

  app.put(
    '/me/reminders',
    {
      config: { policy: ACCOUNT },
      schema: {
        ...about('changeReminders', 'Switch reminders by mail on or off'),
        body: Reminders,
        response: { 200: Reminders, ...refusals('sign-in-needed', 'invalid-request') },
      },
    },
    async (request) => {
      await updateReminders(db, accountOfRequest(request).userId, request.body.on)
      return request.body
    },
  )

  app.post(
    '/reminders/stop',
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('stopReminders', 'Switch reminders off with the link of one of them'),
        body: LinkToken,
        response: { 204: Done, ...refusals('link-not-valid', 'accounts-refused-here', 'invalid-request') },
      },
    },
    async (request, reply) => {
      await stopReminders(deps, request.body.token)
      return reply.code(204).send(null)
    },
  )

  app.get(
    STOP,
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('openReminderStop', 'The page with the button; opening it changes nothing'),
        params: StopParams,
        response: { 302: Done, ...refusals('accounts-refused-here') },
      },
    },
    async (request, reply) => reply.redirect(`/reminders#t=${encodeURIComponent(request.params.token)}`),
  )

  await app.register(async (oneClick) => {
    // Here alone a form will do: it comes from a mail program, carries no one's cookie, and is not read.
    oneClick.addContentTypeParser(ONE_CLICK, { bodyLimit: MOST_FORM_BYTES, parseAs: 'string' }, (_, __, done) =>
      done(null, undefined),
    )
    oneClick.post(
      STOP,
      {
        config: { policy: PUBLIC },
        schema: {
          ...about('stopRemindersOnce', 'The same, pressed in a mail program (RFC 8058)'),
          params: StopParams,
          response: { 204: Done, ...refusals('link-not-valid', 'accounts-refused-here') },
        },
      },
      async (request, reply) => {
        await stopReminders(deps, StopParams.parse(request.params).token)
        return reply.code(204).send(null)
      },
    )
  })
}
