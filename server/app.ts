import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import { fastifySSE } from '@fastify/sse'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Budget } from './auth/budgets.ts'
import type { Issuer } from './auth/issuer.ts'
import type { Sealer } from './auth/sealing.ts'
import type { Venue } from './contract/venue.ts'
import type { Database } from './db/open.ts'
import type { ErasureLedger } from './erasure-ledger.ts'
import type { Guides } from './guides.ts'
import type { Instruments } from './instruments.ts'
import type { LiveHub } from './live/hub.ts'
import { type LogSink, loggerOptions } from './log.ts'
import type { Post } from './mail/post.ts'
import access from './plugins/access.ts'
import answerPace from './plugins/answer-pace.ts'
import crossSite from './plugins/cross-site.ts'
import headers, { protect, type Reached } from './plugins/headers.ts'
import jsonBody from './plugins/json-body.ts'
import openapi from './plugins/openapi.ts'
import ownHost from './plugins/own-host.ts'
import problems, { sendProblem } from './plugins/problems.ts'
import storage from './plugins/storage.ts'
import web from './plugins/web.ts'
import type { PrivacySettings } from './privacy.ts'
import { ProblemError } from './problem.ts'
import { refuseConnection } from './refused-connection.ts'
import { accountRoutes } from './routes/accounts.ts'
import { auditRoutes } from './routes/audit.ts'
import { calendarRoutes } from './routes/calendars.ts'
import { companySheetRoutes } from './routes/company-sheets.ts'
import { consentRoutes } from './routes/consent.ts'
import { evidenceFactRoutes } from './routes/evidence-facts.ts'
import { evidenceFileRoutes } from './routes/evidence-files.ts'
import { exampleRoutes } from './routes/examples.ts'
import { exchangeRoutes } from './routes/exchange.ts'
import { factorRoutes } from './routes/factors.ts'
import { guideRoutes } from './routes/guides.ts'
import { handOverRoutes } from './routes/hand-over.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { instrumentRoutes } from './routes/instruments.ts'
import { interventionRoutes } from './routes/interventions.ts'
import { joinRoutes } from './routes/join.ts'
import { liveRoutes } from './routes/live.ts'
import { networkRoutes } from './routes/networks.ts'
import { oidcRoutes } from './routes/oidc.ts'
import { operatorRoutes } from './routes/operator.ts'
import { organisationImportRoutes } from './routes/organisation-imports.ts'
import { organisationRoutes } from './routes/organisations.ts'
import { ownDataRoutes } from './routes/own-data.ts'
import { parkRoutes } from './routes/parks.ts'
import { participationRoutes } from './routes/participations.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { passwordResetRoutes } from './routes/password-resets.ts'
import { planningRoutes } from './routes/planning.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { programmeFigureRoutes } from './routes/programme-figures.ts'
import { programmeInvitationRoutes } from './routes/programme-invitations.ts'
import { programmePageRoutes } from './routes/programme-pages.ts'
import { programmeReleaseRoutes } from './routes/programme-releases.ts'
import { publicPageRoutes } from './routes/public-pages.ts'
import { reflectionEntryRoutes } from './routes/reflection-entries.ts'
import { reflectionRoomRoutes } from './routes/reflection-room.ts'
import { reflectionRoutes } from './routes/reflections.ts'
import { reminderRoutes } from './routes/reminders.ts'
import { renameRoutes } from './routes/renames.ts'
import { responseRoutes } from './routes/responses.ts'
import { resultRoutes } from './routes/results.ts'
import { roundExportRoutes } from './routes/round-exports.ts'
import { roundRoutes } from './routes/rounds.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { startRoutes } from './routes/start.ts'
import { targetRoutes } from './routes/targets.ts'
import { trendRoutes } from './routes/trend.ts'
import { venueRoutes } from './routes/venue.ts'
import { workshopRoutes } from './routes/workshops.ts'
import type { RefusedAccess } from './services/refused-access.ts'
import type { SheetStore } from './services/save-answers.ts'
import type { Upkeep } from './upkeep/upkeep.ts'

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
  /** Undefined where the installation sends no mail. */
  readonly mail?: Post | undefined
  readonly upkeep: Upkeep
  /** What was erased, for backups that are put back. */
  readonly ledger: ErasureLedger
  /** What the settings say about personal data. */
  readonly privacy: PrivacySettings
  /** Remembers who asked for what their role does not allow; nobody does when it is left out. */
  readonly refused?: RefusedAccess | undefined
  readonly version: string
  /** Folder of the built pages; undefined serves the API only. */
  readonly webRoot: string | undefined
  readonly publicOrigin: string | undefined
  /** Hash of the token that allows the first account; undefined once it is made. */
  readonly setupTokenHash: string | undefined
  readonly demo: boolean
  /** Seals what the server must read again, under a key outside the database. */
  readonly sealer: Sealer
  /** The organisation through whose own sign-in people come in; undefined where there is none. */
  readonly issuer?: Issuer | undefined
  /** Whether everybody who works here needs a second factor. */
  readonly secondFactor: 'optional' | 'required'
  readonly logLevel: string
  /** Where the log goes; the standard output when it is left out. */
  readonly logTo?: LogSink | undefined
  /** Proxies whose `X-Forwarded-*` headers are believed: addresses and ranges; none when it is left out. */
  readonly trustProxy?: readonly string[] | undefined
  /** How fast one respondent may write; a person's pace when it is left out. */
  readonly answerBudget?: Budget | undefined
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
// A request that names no host is refused like one that names a strange one: by us, with all headers.
const LISTENING = { requireHostHeader: false }

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
  const reached: Reached = { isPublicSecure, secure }
  const app = fastify({
    bodyLimit: MOST_BODY_BYTES,
    logger: loggerOptions(deps.logLevel, deps.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // Addresses that the router cannot read never reach the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, protect(reply, reached)),
    clientErrorHandler: refuseConnection(reached),
    trustProxy: deps.trustProxy === undefined || deps.trustProxy.length === 0 ? false : [...deps.trustProxy],
    ...(certificate === undefined
      ? { http: LISTENING }
      : { https: { ...LISTENING, cert: certificate.cert, key: certificate.key, handshakeTimeout: HANDSHAKE_MS } }),
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
  await app.register(headers, reached)
  await app.register(ownHost, { publicOrigin: deps.publicOrigin, venue: deps.venue })
  await app.register(crossSite)
  await app.register(access, {
    db: deps.database.db,
    now: deps.now,
    audience,
    secureCookies: secure,
    secondFactor: deps.secondFactor,
    refused: deps.refused,
  })
  await app.register(answerPace, { budget: deps.answerBudget, now: deps.now })
  await app.register(storage, { upkeep: deps.upkeep })
  await app.register(fastifySSE, { heartbeatInterval: HEARTBEAT_MS })
  // Open event streams would keep the server from stopping for ever.
  app.addHook('preClose', () => deps.live.close())
  await app.register(openapi, { version: deps.version })

  // `logLevel` would mean something else to `register`.
  const { logLevel: _, ...forRoutes } = deps
  const options: RouteDeps = { ...forRoutes, db: deps.database.db, audience, secureCookies: secure }
  await app.register(
    async (api) => {
      await api.register(healthRoutes, options)
      await api.register(startRoutes, options)
      await api.register(accountRoutes, options)
      await api.register(sessionRoutes, options)
      await api.register(factorRoutes, options)
      await api.register(passkeyRoutes, options)
      await api.register(oidcRoutes, options)
      await api.register(passwordResetRoutes, options)
      await api.register(reminderRoutes, options)
      await api.register(operatorRoutes, options)
      await api.register(organisationRoutes, options)
      await api.register(organisationImportRoutes, options)
      await api.register(instrumentRoutes, options)
      await api.register(importRoutes, options)
      await api.register(guideRoutes, options)
      await api.register(roundRoutes, options)
      await api.register(planningRoutes, options)
      await api.register(companySheetRoutes, options)
      await api.register(evidenceFactRoutes, options)
      await api.register(renameRoutes, options)
      await api.register(evidenceFileRoutes, options)
      await api.register(joinRoutes, options)
      await api.register(responseRoutes, options)
      await api.register(resultRoutes, options)
      await api.register(roundExportRoutes, options)
      await api.register(trendRoutes, options)
      await api.register(programmeReleaseRoutes, options)
      await api.register(programmeFigureRoutes, options)
      await api.register(programmePageRoutes, options)
      await api.register(targetRoutes, options)
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
      await api.register(auditRoutes, options)
      await api.register(ownDataRoutes, options)
      await api.register(participationRoutes, options)
      await api.register(exchangeRoutes, options)
      await api.register(privacyRoutes, options)
      await api.register(parkRoutes, options)
      await api.register(programmeInvitationRoutes, options)
    },
    { prefix: '/api' },
  )
  await app.register(publicPageRoutes, options)
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
