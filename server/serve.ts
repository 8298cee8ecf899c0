import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type AppDeps, buildApp } from './app.ts'
import { hashSecret, makeSecret } from './auth/secrets.ts'
import type { Config } from './config.ts'
import { lockDataDir } from './db/lock.ts'
import { type Database, migrate, openDatabase } from './db/open.ts'
import { hasUsers } from './db/queries/users.ts'
import { isDemoFolder } from './demo/folder.ts'
import { type Instruments, loadInstruments } from './instruments.ts'
import { DATA_ROOT, WEB_ROOT } from './paths.ts'
import { publishInstruments } from './services/instruments.ts'
import { closeDueRounds } from './services/rounds.ts'
import { createSheetStore } from './services/save-answers.ts'
import { StartError } from './start-error.ts'
import { PRODUCT_VERSION } from './version.ts'

/** A running server. */
export interface RunningServer {
  /** Where to open the product, with the set-up token in the fragment while there is no account yet. */
  readonly address: string
  /** Where phones on the local network join; undefined without `--lan`. */
  readonly lanAddress: string | undefined
  readonly origin: string
  close(): Promise<void>
}

/** How to serve beside the settings. */
export interface ServeOptions {
  /** Also listen on the local network, for participants only. */
  readonly lan: boolean
  /** Mark everything as made-up data. */
  readonly demo: boolean
  /** Replaces the store of sheets; for the benchmark that answers without storing. */
  readonly sheets?: AppDeps['sheets']
}

const CLOSING_CLOCK_MS = 5_000

/**
 * Opens the database, brings it up to date and listens.
 *
 * @throws {StartError} what keeps the server from starting, for a person to read.
 */
export async function serve(config: Config, options: ServeOptions): Promise<RunningServer> {
  if (!existsSync(join(WEB_ROOT, 'index.html'))) throw new StartError('web-not-built')
  const unlock = config.DATABASE_URL === undefined ? lockDataDir(config.DATA_DIR) : () => undefined
  const closers: (() => Promise<unknown> | unknown)[] = [unlock]
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
    closers.push(() => database.close())
    await migrate(database)
    const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
    await publishInstruments(database.db, instruments, new Date())
    return await listen(config, options, database, instruments, closers, closeAll)
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function listen(
  config: Config,
  options: ServeOptions,
  database: Database,
  instruments: Instruments,
  closers: (() => Promise<unknown> | unknown)[],
  closeAll: () => Promise<void>,
): Promise<RunningServer> {
  const now = () => new Date()
  const setupToken = (await hasUsers(database.db)) ? undefined : (config.SETUP_TOKEN ?? makeSecret())
  const sheets = options.sheets ?? createSheetStore({ database, instruments, now })
  // A phone that went away in the middle of a call leaves its answers being written: they are stored all the same.
  closers.push(() => sheets.idle())
  let lanOrigin: string | undefined
  let origin = ''
  const deps: AppDeps = {
    database,
    instruments,
    now,
    sheets,
    version: PRODUCT_VERSION,
    webRoot: WEB_ROOT,
    publicOrigin: config.PUBLIC_ORIGIN,
    setupTokenHash: setupToken === undefined ? undefined : hashSecret(setupToken),
    demo: options.demo || isDemoFolder(config.DATA_DIR),
    logLevel: config.LOG_LEVEL,
    participantOrigin: () => config.PUBLIC_ORIGIN ?? lanOrigin ?? origin,
  }
  const app = await buildApp(deps)
  closers.push(() => app.close())
  origin = await listenOn(app, config.HOST, config.PORT)
  if (options.lan) {
    const phones = await buildApp(deps, 'participants')
    closers.push(() => phones.close())
    const { port } = new URL(await listenOn(phones, '0.0.0.0', config.LAN_PORT))
    lanOrigin = `http://${localNetworkAddress()}:${port}`
  }
  const clock = setInterval(
    () => void closeDueRounds({ database, instruments, now }).catch((error) => app.log.error(error)),
    CLOSING_CLOCK_MS,
  )
  closers.push(() => clearInterval(clock))
  const open = config.PUBLIC_ORIGIN ?? origin
  return {
    origin,
    address: setupToken === undefined ? open : `${open}/set-up#t=${setupToken}`,
    lanAddress: lanOrigin === undefined ? undefined : `${lanOrigin}/d`,
    close: closeAll,
  }
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

/** The address by which other devices in the room reach this machine: the first one that is not its own loopback. */
function localNetworkAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}
