import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { fastifySSE } from '@fastify/sse'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Venue } from './contract/venue.ts'
import type { Database } from './db/open.ts'
import type { Guides } from './guides.ts'
import type { Instruments } from './instruments.ts'
import type { LiveHub } from './live/hub.ts'
import access from './plugins/access.ts'
import contentPolicy from './plugins/content-policy.ts'
import crossSite from './plugins/cross-site.ts'
import jsonBody from './plugins/json-body.ts'
import openapi from './plugins/openapi.ts'
import problems, { sendProblem } from './plugins/problems.ts'
import web from './plugins/web.ts'
import { ProblemError } from './problem.ts'
import { accountRoutes } from './routes/accounts.ts'
import { calendarRoutes } from './routes/calendars.ts'
import { consentRoutes } from './routes/consent.ts'
import { exampleRoutes } from './routes/examples.ts'
import { guideRoutes } from './routes/guides.ts'
import { handOverRoutes } from './routes/hand-over.ts'
import { healthRoutes } from './routes/health.ts'
import { instrumentRoutes } from './routes/instruments.ts'
import { interventionRoutes } from './routes/interventions.ts'
import { joinRoutes } from './routes/join.ts'
import { liveRoutes } from './routes/live.ts'
import { networkRoutes } from './routes/networks.ts'
import { organisationRoutes } from './routes/organisations.ts'
import { reflectionEntryRoutes } from './routes/reflection-entries.ts'
import { reflectionRoomRoutes } from './routes/reflection-room.ts'
import { reflectionRoutes } from './routes/reflections.ts'
import { responseRoutes } from './routes/responses.ts'
import { resultRoutes } from './routes/results.ts'
import { roundRoutes } from './routes/rounds.ts'
import { startRoutes } from './routes/start.ts'
import { trendRoutes } from './routes/trend.ts'
import { venueRoutes } from './routes/venue.ts'
import { workshopRoutes } from './routes/workshops.ts'
import type { SheetStore } from './services/save-answers.ts'

/** What the routes need; the same for every listener of one process. */
export interface AppDeps {
  readonly database: Database
  readonly instruments: Instruments
  readonly guides: Guides
  readonly sheets: SheetStore
  readonly live: LiveHub
  /** Lets simulated phones take part in a rehearsal, in the background. */
  readonly rehearse: (code: string, phones: number) => void
  readonly now: () => Date
  readonly version: string
  /** Folder of the built pages; undefined serves the API only. */
  readonly webRoot: string | undefined
  readonly publicOrigin: string | undefined
  /** Hash of the token that allows the first account; undefined once it is made. */
  readonly setupTokenHash: string | undefined
  readonly demo: boolean
  readonly logLevel: string
  /** Origin for links that phones open; known once the server listens. */
  readonly participantOrigin: () => string
  /** How phones come in where a meeting is; asked again each time, because a laptop moves. */
  readonly venue: () => Venue
}

// Brotli's own default is made for files that are compressed once; an answer is compressed while somebody waits.
const QUICK_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const HEARTBEAT_MS = 15_000
// Shorter than the time in which a server has to stop: a handshake that stalls would hold it up.
const HANDSHAKE_MS = 5_000
const MOST_BODY_BYTES = 256 * 1024

/**
 * Builds the application: plugins, then routes, by name and in order. It never listens.
 *
 * @param certificate PEM texts of a listener that speaks TLS itself: its cookies are bound to it.
 */
export async function buildApp(
  deps: AppDeps,
  audience: 'everyone' | 'participants' = 'everyone',
  certificate?: { readonly cert: string; readonly key: string },
): Promise<FastifyInstance> {
  const isPublicSecure = deps.publicOrigin?.startsWith('https://') ?? false
  const secure = isPublicSecure || certificate !== undefined
  const app = fastify({
    bodyLimit: MOST_BODY_BYTES,
    // Tokens never reach the log: neither headers nor bodies are written.
    logger: { level: deps.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // Addresses that the router cannot read never reach the error handler.
    frameworkErrors: sendProblem,
    ...(certificate && { https: { cert: certificate.cert, key: certificate.key, handshakeTimeout: HANDSHAKE_MS } }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(cookie)
  // Only where a route asks for it: large answers without a secret in them.
  await app.register(compress, {
    global: false,
    threshold: 2048,
    encodings: ['br', 'gzip'],
    brotliOptions: QUICK_BROTLI,
  })
  await app.register(problems)
  await app.register(jsonBody)
  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    // Of a public address only: it is about every port of a host, and in a room the office's port speaks plain HTTP.
    strictTransportSecurity: isPublicSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    xFrameOptions: { action: 'deny' },
    // For browsers that are gone, and on a phone's first load a kilobyte.
    dnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
  await app.register(contentPolicy)
  await app.register(crossSite, { publicOrigin: deps.publicOrigin })
  await app.register(access, { db: deps.database.db, now: deps.now, audience, secureCookies: secure })
  await app.register(fastifySSE, { heartbeatInterval: HEARTBEAT_MS })
  // Open event streams would keep the server from stopping for ever.
  app.addHook('preClose', () => deps.live.close())
  await app.register(openapi, { version: deps.version })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })

  // `logLevel` would mean something else to `register`.
  const { logLevel: _, ...forRoutes } = deps
  const options: RouteDeps = { ...forRoutes, db: deps.database.db, audience, secureCookies: secure }
  await app.register(
    async (api) => {
      await api.register(healthRoutes, options)
      await api.register(startRoutes, options)
      await api.register(accountRoutes, options)
      await api.register(organisationRoutes, options)
      await api.register(instrumentRoutes, options)
      await api.register(guideRoutes, options)
      await api.register(roundRoutes, options)
      await api.register(joinRoutes, options)
      await api.register(responseRoutes, options)
      await api.register(resultRoutes, options)
      await api.register(trendRoutes, options)
      await api.register(workshopRoutes, options)
      await api.register(handOverRoutes, options)
      await api.register(networkRoutes, options)
      await api.register(liveRoutes, options)
      await api.register(venueRoutes, options)
      await api.register(reflectionRoutes, options)
      await api.register(reflectionEntryRoutes, options)
      await api.register(reflectionRoomRoutes, options)
      await api.register(interventionRoutes, options)
      await api.register(consentRoutes, options)
      await api.register(exampleRoutes, options)
      await api.register(calendarRoutes, options)
    },
    { prefix: '/api' },
  )
  if (deps.webRoot !== undefined) await app.register(web, { root: deps.webRoot, audience })
  else {
    app.setNotFoundHandler(() => {
      throw new ProblemError('not-found')
    })
  }
  return app
}

/** What every route file is registered with. */
export interface RouteDeps extends Omit<AppDeps, 'logLevel'> {
  readonly db: Database['db']
  readonly audience: 'everyone' | 'participants'
  readonly secureCookies: boolean
}
