import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type AppDeps, buildApp } from './app.ts'
import { Issuer } from './auth/issuer.ts'
import { sealerOf } from './auth/sealing.ts'
import { hashSecret, makeSecret } from './auth/secrets.ts'
import { type Chore, startChores } from './chores.ts'
import { backupFolderOf, type Config } from './config.ts'
import { lockDataDir } from './db/lock.ts'
import { type Database, openDatabase } from './db/open.ts'
import { hasUsers } from './db/queries/users.ts'
import { type LockState, readLockState } from './db/tenant-lock.ts'
import { update } from './db/update.ts'
import { isDemoFolder } from './demo/folder.ts'
import { openLedger } from './erasure-ledger.ts'
import { loadGuides } from './guides.ts'
import { type Instruments, loadInstruments } from './instruments.ts'
import { lanAddresses } from './lan.ts'
import { LiveHub } from './live/hub.ts'
import { PostgresRelay } from './live/postgres-relay.ts'
import { mailChores, openPost } from './mail/open-post.ts'
import { DATA_ROOT, WEB_ROOT } from './paths.ts'
import { sendPlainRequestsToTls } from './plain-to-tls.ts'
import { privacyOf } from './privacy.ts'
import { secretKeyOf } from './secret-key.ts'
import { auditChores } from './services/audit-chores.ts'
import { closeDueRounds } from './services/closing.ts'
import { dataChores } from './services/data-chores.ts'
import { replayErasures } from './services/erasures.ts'
import { learnInstruments } from './services/imported-instruments.ts'
import { publishInstruments } from './services/instruments.ts'
import { planChores } from './services/plan-chores.ts'
import { RefusedAccess } from './services/refused-access.ts'
import { createSheetStore } from './services/save-answers.ts'
import { signInChores } from './services/sign-in-chores.ts'
import { Rehearsals } from './simulate/rehearsal.ts'
import { StartError } from './start-error.ts'
import { type Certificate, givenCertificate, selfMadeCertificate } from './tls.ts'
import { refuseForeignFolder } from './upkeep/installation.ts'
import { Upkeep } from './upkeep/upkeep.ts'
import { type Doors, participantOriginOf, venueOf } from './venue.ts'
import { PRODUCT_VERSION } from './version.ts'

/** A running server. */
export interface RunningServer {
  /** Where to open the product, with the set-up token in the fragment while there is no account yet. */
  readonly address: string
  /** Where phones on the local network join, the likeliest address first; empty without `--lan`. */
  readonly lanAddresses: readonly string[]
  /** Whether phones warn, once, about a certificate that this machine made itself. */
  readonly isSelfMade: boolean
  readonly origin: string
  /** How the second lock of the database stands; undefined where it has none. */
  readonly lock: LockState | undefined
  close(): Promise<void>
}

/** How to serve beside the settings. */
export interface ServeOptions {
  /** Also listen on the local network, for participants only. */
  readonly lan: boolean
  /** With `lan`: phones speak HTTPS, with the certificate of the settings or else a self-made one. */
  readonly tls?: boolean
  /** Mark everything as made-up data. */
  readonly demo: boolean
  /** Replaces the store of sheets; for the benchmark that answers without storing. */
  readonly sheets?: AppDeps['sheets']
  /** Least room on the disk in bytes below which no writes are taken; for tests on a small disk. */
  readonly leastRoom?: number
  /** Replaces the pace of one respondent; for the benchmarks, in which one phone does the work of hundreds. */
  readonly answerBudget?: AppDeps['answerBudget']
}

type Log = FastifyInstance['log']

// A facilitator counts ten seconds down and waits for the result: every further second is felt by a whole room.
const CLOSING_CLOCK_MS = 1_000

/**
 * Opens the database, brings it up to date and listens.
 *
 * @throws {StartError} what keeps the server from starting, for a person to read.
 */
export async function serve(config: Config, options: ServeOptions): Promise<RunningServer> {
  if (!existsSync(join(WEB_ROOT, 'index.html'))) throw new StartError('web-not-built')
  const given = givenCertificate(config)
  const unlock = config.DATABASE_URL === undefined ? lockDataDir(config.DATA_DIR) : () => undefined
  const closers: (() => Promise<unknown> | unknown)[] = [unlock]
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const folders = { dataDir: config.DATA_DIR, backups: backupFolderOf(config) }
    const makesBackups = config.DATABASE_URL === undefined && !options.demo && !isDemoFolder(config.DATA_DIR)
    if (makesBackups) refuseForeignFolder(folders.dataDir, folders.backups)
    const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
    closers.push(() => database.close())
    await update(database, folders)
    const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
    await replayErasures(database, openLedger(config.DATA_DIR))
    await publishInstruments(database.db, instruments, new Date())
    return await listen(config, { ...options, given }, database, instruments, closers, closeAll)
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function listen(
  config: Config,
  options: ServeOptions & { readonly given: Certificate | undefined },
  database: Database,
  instruments: Instruments,
  closers: (() => Promise<unknown> | unknown)[],
  closeAll: () => Promise<void>,
): Promise<RunningServer> {
  const now = () => new Date()
  const live = new LiveHub()
  closers.push(() => live.close())
  if (config.DATABASE_URL !== undefined) await PostgresRelay.open(config.DATABASE_URL, live)
  const setupToken = (await hasUsers(database.db)) ? undefined : (config.SETUP_TOKEN ?? makeSecret())
  const sheets = options.sheets ?? createSheetStore({ database, instruments, now, live })
  // A phone that went away in the middle of a call leaves its answers being written: they are stored all the same.
  closers.push(() => sheets.idle())
  let doors: Doors = { publicOrigin: config.PUBLIC_ORIGIN, origin: '', phones: undefined }
  const isDemo = options.demo || isDemoFolder(config.DATA_DIR)
  const upkeep = new Upkeep({
    database,
    folders: database.kind === 'sqlite' ? { dataDir: config.DATA_DIR, backups: backupFolderOf(config) } : undefined,
    version: PRODUCT_VERSION,
    now,
    leastRoom: options.leastRoom,
    isDemo,
  })
  await upkeep.look()
  const mail = isDemo ? undefined : openPost(config, { database, now, log: () => app.log })
  closers.push(() => mail?.stop())
  const refused = new RefusedAccess(database.db, now)
  // What keeps it from being written must not keep the database open.
  closers.push(() =>
    refused.write().catch((error: unknown) => app.log.error({ err: error }, 'refusals were not noted')),
  )
  const deps: AppDeps = {
    database,
    refused,
    mail,
    upkeep,
    ledger: openLedger(config.DATA_DIR),
    privacy: privacyOf(config),
    instruments,
    guides: loadGuides([join(DATA_ROOT, 'reflections')]),
    now,
    sheets,
    live,
    rehearse: (code, phones) => rehearsals.start(code, phones),
    version: PRODUCT_VERSION,
    webRoot: WEB_ROOT,
    publicOrigin: config.PUBLIC_ORIGIN,
    trustProxy: config.TRUST_PROXY,
    answerBudget: options.answerBudget,
    setupTokenHash: setupToken === undefined ? undefined : hashSecret(setupToken),
    demo: isDemo,
    sealer: sealerOf(secretKeyOf(config)),
    secondFactor: config.SECOND_FACTOR,
    issuer: issuerOf(config),
    logLevel: config.LOG_LEVEL,
    participantOrigin: () => participantOriginOf(doors),
    venue: () => venueOf(doors),
  }
  const app = await buildApp(deps)
  closers.push(() => closeApp(app))
  await followInstruments(deps, app.log)
  const rehearsals = new Rehearsals(() => doors.origin, app.log)
  closers.push(() => rehearsals.stop())
  doors = { ...doors, origin: await listenOn(app, config.HOST, config.PORT) }
  if (options.lan) {
    const certificate = options.given ?? (options.tls ? await ownCertificate(config, now()) : undefined)
    const phones = await buildApp(deps, 'participants', certificate)
    if (certificate !== undefined) sendPlainRequestsToTls(phones)
    closers.push(() => closeApp(phones))
    const { port } = new URL(await listenOn(phones, '0.0.0.0', config.LAN_PORT))
    doors = { ...doors, phones: { port: Number(port), certificate } }
  }
  closers.push(startChores(choresOf(deps, refused, app.log), app.log))
  closers.push(() => upkeep.stop())
  // Told early and waited for last: a mail server that says nothing holds nobody up.
  closers.push(() => void mail?.stop())
  // The first thing of all when the server stops: whoever watches sends nobody here any more.
  closers.push(() => upkeep.noteStopping())
  const open = config.PUBLIC_ORIGIN ?? doors.origin
  return {
    origin: doors.origin,
    address: setupToken === undefined ? open : `${open}/set-up#t=${setupToken}`,
    lanAddresses: lanAddressesOf(doors),
    isSelfMade: doors.phones?.certificate?.made === 'self-made',
    lock: await readLockState(database),
    close: closeAll,
  }
}

// A browser keeps the connection of a request that was answered while the server stopped: nobody waits for that one.
const LETTING_GO_MS = 100

/** Closes it, as soon as what was asked before is answered. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const lettingGo = setInterval(() => app.server.closeIdleConnections(), LETTING_GO_MS)
  try {
    await app.close()
  } finally {
    clearInterval(lettingGo)
  }
}

/** Knows what organisations imported, now and whenever one imports again, also in another process. */
async function followInstruments({ database, instruments, live }: AppDeps, log: Log): Promise<void> {
  const learn = async (organisationId?: string) => {
    const unreadable = await learnInstruments(database.db, instruments, organisationId)
    if (unreadable.length > 0) log.error({ unreadable }, 'imported instruments cannot be read')
  }
  live.onInstruments((organisationId) => {
    learn(organisationId).catch((error: unknown) => log.error({ err: error }, 'instruments were not read anew'))
  })
  await learn()
}

/** Everything that the server does by itself, again and again. */
function choresOf(deps: AppDeps, refused: RefusedAccess, log: Log): Chore[] {
  const { database, now, mail, upkeep } = deps
  return [
    { name: 'close rounds', every: CLOSING_CLOCK_MS, run: () => closeDueRounds(deps) },
    ...upkeep.chores(log),
    ...signInChores({ db: database.db, now }),
    ...mailChores(mail, database, now),
    ...dataChores(deps),
    ...planChores(deps),
    // Whatever the level of the log: whoever runs this is to see it.
    ...auditChores(database.db, refused, now, log.child({}, { level: 'info' })),
  ]
}

function issuerOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME }: Config): Issuer | undefined {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return undefined
  const [issuer, clientId] = [OIDC_ISSUER, OIDC_CLIENT_ID]
  return new Issuer({ issuer, clientId, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME })
}

async function listenOn(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') throw new StartError('port-in-use', { port: String(port) }, { cause })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES')
      throw new StartError('host-not-here', { host, port: String(port) }, { cause })
    throw cause
  }
  const address = app.server.address()
  const realPort = address !== null && typeof address === 'object' ? address.port : port
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${realPort}`
}

function ownCertificate(config: Config, now: Date): Promise<Certificate> {
  return selfMadeCertificate(config.DATA_DIR, lanAddresses(), now)
}

function lanAddressesOf(doors: Doors): string[] {
  if (doors.phones === undefined) return []
  const inRoom = { ...doors, publicOrigin: undefined }
  const { origins } = venueOf(inRoom)
  return (origins.length > 0 ? origins : [participantOriginOf(inRoom)]).map((origin) => `${origin}/d`)
}
