import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { refusals } from '../contract/problems.ts'
import { DisplayInput, DisplayOpened, LiveParams, RevealedView, WallView } from '../contract/workshops.ts'
import { FewLines } from '../live/few-lines.ts'
import { ShownOnce } from '../live/shown-once.ts'
import { cookieNames, PRESENT, PUBLIC, presenceOfRequest } from '../plugins/access.ts'
import { openDisplay } from '../services/displays.ts'
import { revealedRoom, viewRevealed } from '../services/revealed.ts'
import { viewWall } from '../services/wall.ts'

const RETRY_MS = 1_500
const CALM_RETRY_MS = 15_000
/** A line with more than this waiting is one that nobody reads: it is ended, and the other side comes back for it. */
const MOST_WAITING_BYTES = 64 * 1024
/**
 * A line ends after about so long, or when the membership that it stands on ends, and the other side comes back by itself: who may listen is looked at anew, so that
 * somebody whose access ended hears no more.
 */
const LIFETIME_MS = 120_000
const COOKIE_SECONDS = 60 * 60 * 24

/** The room of a round: hints that something changed, what is on the wall, and what was revealed. */
export const liveRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const shown = new ShownOnce()
  const lines = new FewLines()

  app.get(
    '/live/rounds/:round',
    {
      config: { policy: PRESENT },
      sse: 'only',
      exposeHeadRoute: false,
      schema: {
        operationId: 'followRound',
        summary: 'Server-sent events: joined, progress, released, paused, closed, changed. Hints only: fetch the state',
        tags: ['live'],
        params: LiveParams,
        response: refusals('sign-in-needed', 'not-found'),
      },
    },
    async (request, reply) => {
      const { roundId, until, ...who } = presenceOfRequest(request)
      reply.header('cache-control', 'no-store').header('content-security-policy', "default-src 'none'")
      reply.sse.keepAlive()
      reply.sse.sendHeaders()
      // Something at once: without a first byte the other side does not know that it is connected.
      reply.raw.write(`retry: ${RETRY_MS}\n\n`)
      const leave = deps.live.follow(roundId, {
        ...who,
        tell: (frame) => {
          if (reply.raw.writableLength > MOST_WAITING_BYTES) reply.raw.destroy()
          else reply.raw.write(frame)
        },
        end: () => reply.raw.end(),
      })
      // A window that had to give way comes back calmly, or two would push each other out.
      const free = lines.enter(who, () => reply.raw.end(`retry: ${CALM_RETRY_MS}\n\n`))
      // Not all at the same moment, as they began.
      const longest = LIFETIME_MS * (0.75 + Math.random() / 2)
      const left = until === null ? longest : Date.parse(until) - deps.now().getTime()
      const lifetime = setTimeout(() => reply.raw.end(), Math.min(longest, left)).unref()
      reply.sse.onClose(() => {
        clearTimeout(lifetime)
        free()
        leave()
      })
    },
  )

  app.get(
    '/live/rounds/:round/wall',
    {
      config: { policy: PRESENT },
      schema: {
        operationId: 'readWall',
        summary: 'What is on the wall, with counts; never a rating',
        tags: ['live'],
        params: LiveParams,
        response: { 200: WallView, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => viewWall(deps, presenceOfRequest(request)),
  )

  app.get(
    '/live/rounds/:round/revealed',
    {
      config: { policy: PRESENT },
      schema: {
        operationId: 'readRevealed',
        summary: 'The release that was revealed in this room, with its second votes',
        tags: ['live'],
        params: LiveParams,
        response: { 200: RevealedView, ...refusals('sign-in-needed', 'not-found', 'nothing-revealed') },
      },
    },
    async (request, reply) => {
      const presence = presenceOfRequest(request)
      const room = await revealedRoom(deps, presence)
      const { plain, brotli } = await shown.get(room.key, async () =>
        RevealedView.parse(await viewRevealed(deps, room)),
      )
      reply.type('application/json').header('vary', 'accept-encoding')
      const isSmall = request.headers['accept-encoding']?.includes('br') ?? false
      // Checked, made and compressed once for a whole room: a text or a buffer goes past the serializer.
      const body: unknown = isSmall ? brotli : plain
      if (isSmall) reply.header('content-encoding', 'br')
      return reply.send(body as RevealedView)
    },
  )

  app.post(
    '/displays',
    {
      config: { policy: PUBLIC },
      schema: {
        operationId: 'openDisplay',
        summary: 'Open a wall with the token of its link',
        tags: ['live'],
        body: DisplayInput,
        response: {
          200: DisplayOpened,
          ...refusals('sign-in-needed', 'invalid-request'),
        },
      },
    },
    async (request, reply) => {
      const roundId = await openDisplay(deps, request.body.token)
      reply.setCookie(cookieNames(deps.secureCookies).display, request.body.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: deps.secureCookies,
        maxAge: COOKIE_SECONDS,
      })
      return { roundId }
    },
  )
}
