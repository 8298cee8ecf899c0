import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { type AppDeps, buildApp } from '../../server/app.ts'
import { KEY_BYTES, sealerOf } from '../../server/auth/sealing.ts'
import { hashSecret } from '../../server/auth/secrets.ts'
import { SetupDone } from '../../server/contract/accounts.ts'
import { Joined, type JoinInput, type RoundInput, RoundMade } from '../../server/contract/rounds.ts'
import type { Database } from '../../server/db/open.ts'
import { openLedger } from '../../server/erasure-ledger.ts'
import { type Guides, loadGuides } from '../../server/guides.ts'
import { type Instruments, loadInstruments } from '../../server/instruments.ts'
import { LiveHub } from '../../server/live/hub.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { publishInstruments } from '../../server/services/instruments.ts'
import { createSheetStore } from '../../server/services/save-answers.ts'
import { Upkeep } from '../../server/upkeep/upkeep.ts'
import { Client, type Reply } from './client.ts'
import type { DatabaseKind } from './databases.ts'

/** The token that allows the set-up of every application under test. */
export const SETUP_TOKEN = 'the set-up token of the applications under test'
/** The password of everybody in the tests. */
export const PASSWORD = 'correct horse battery'

/** A clock that stands still until a test moves it. */
export class Clock {
  #time = Date.parse('2026-11-02T09:00:00.000Z')

  readonly now = (): Date => new Date(this.#time)

  /** Moves time forward. */
  pass({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    this.#time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }
}

/** The real application on a database of its own, with a clock that can be moved. */
export interface TestApp {
  readonly app: FastifyInstance
  readonly database: Database
  readonly deps: AppDeps
  readonly clock: Clock
  /** Calls as nobody. */
  readonly nobody: Client
  /** Stops the application; the database is whoever opened it to close. */
  close(): Promise<void>
}

/** A signed-in user of a test. */
export interface Person {
  readonly userId: string
  readonly email: string
  readonly client: Client
}

let loaded: Instruments | undefined
let guides: Guides | undefined

/** Builds the real application with the real instruments; what a test wants otherwise goes into `changes`. */
export async function startApp(
  database: Database,
  changes: Partial<AppDeps> = {},
  audience: 'everyone' | 'participants' = 'everyone',
): Promise<TestApp> {
  const clock = new Clock()
  loaded ??= loadInstruments([join(DATA_ROOT, 'instruments')])
  guides ??= loadGuides([join(DATA_ROOT, 'reflections')])
  const instruments = changes.instruments ?? loaded
  const base = { database, instruments, now: clock.now, live: changes.live ?? new LiveHub() }
  const deps: AppDeps = {
    ...base,
    guides,
    sheets: createSheetStore(base),
    // This application does not listen, so that no simulated phone could reach it.
    rehearse: () => undefined,
    version: '0.0.0-test',
    webRoot: undefined,
    publicOrigin: undefined,
    setupTokenHash: hashSecret(SETUP_TOKEN),
    demo: false,
    sealer: sealerOf(Buffer.alloc(KEY_BYTES, 'key')),
    secondFactor: 'optional',
    logLevel: 'silent',
    participantOrigin: () => 'http://phones.test',
    upkeep: upkeepOf(database, clock.now),
    ledger: openLedger(ownFolder()),
    privacy: {
      retention: { answers: 24, texts: 12, audit: 24 },
      contact: undefined,
      mailHost: undefined,
      signInHost: undefined,
      secondFactor: 'optional',
    },
    venue: () => ({ listening: true, origins: ['http://phones.test'], certificate: 'none' }),
    ...changes,
  }
  await publishInstruments(database.db, deps.instruments, clock.now())
  const app = await buildApp(deps, audience)
  await app.ready()
  return { app, database, deps, clock, nobody: new Client(app), close: () => app.close() }
}

/** A folder that is gone when the tests of the file are done. */
function ownFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'meervoud-app-'))
  if (folders.push(() => rmSync(path, { recursive: true, force: true })) === 1)
    process.once('exit', () => folders.forEach((one) => void one()))
  return path
}

const folders: (() => void)[] = []

/** Backups of the embedded database lie beside it; a temporary disk may be small. */
function upkeepOf(database: Database, now: () => Date): Upkeep {
  const dataDir = database.sqlite === undefined ? undefined : dirname(database.sqlite.name)
  const folders = dataDir === undefined ? undefined : { dataDir, backups: join(dataDir, 'backups') }
  return new Upkeep({ database, folders, version: '0.0.0-test', now, leastRoom: 1_000_000 })
}

/** The application on an empty database of this kind, for the test at hand: both are closed when it has finished. */
export async function startAppForTest(open: DatabaseKind['open']): Promise<TestApp> {
  const database = await open()
  const test = await startApp(database)
  onTestFinished(async () => {
    await test.close()
    await database.close()
  })
  return test
}

/** What a set-up sends; a test changes what it is about. */
export function setUpBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    token: SETUP_TOKEN,
    email: 'alice@example.org',
    password: PASSWORD,
    name: 'Alice',
    organisation: "Alice's bakery",
    locale: 'en',
    ...changes,
  }
}

/** Makes the first account, Alice, and her organisation. */
export async function signUp({ nobody }: TestApp): Promise<Person & { organisationId: string }> {
  const reply = await nobody.post('/api/setup', setUpBody())
  return { ...reply.as(SetupDone), email: 'alice@example.org', client: asUser(nobody, reply) }
}

/** The caller with the session that this reply brought. */
export function asUser(nobody: Client, reply: Reply): Client {
  const secret = reply.cookie('mv')
  if (secret === undefined) throw new Error(`no session came along: ${reply.status} ${reply.text}`)
  return nobody.with({ cookie: `mv=${secret}` })
}

/** The same person after showing once more who it is; the session that they had is another one from then on. */
export async function confirmed(nobody: Client, client: Client): Promise<Client> {
  return asUser(nobody, await client.post('/api/sessions/current/confirm', { password: PASSWORD }))
}

/** Starts a round that is open at once: the pulse of six-capitals, anonymous, about now, unless `changes` says else. */
export async function newRound(
  owner: Client,
  organisationId: string,
  changes: Partial<RoundInput> = {},
): Promise<RoundMade> {
  const variant = changes.itemIds === undefined ? { variant: 'pulse' } : {}
  const input = {
    instrument: { id: 'six-capitals', version: '1.0.0' },
    ...variant,
    period: '2026-Q4',
    horizons: ['now'],
    mode: 'anonymous',
    ...changes,
  }
  return (await owner.post(`/api/organisations/${organisationId}/rounds`, input)).as(RoundMade)
}

/** A respondent of a test: `client` answers with the secret that joining gave. */
export interface Respondent extends Joined {
  readonly client: Client
}

/** Joins a round with its code. */
export async function joinRound(
  nobody: Client,
  code: string,
  input: Omit<JoinInput, 'code'> = {},
): Promise<Respondent> {
  const joined = (await nobody.post('/api/join', { code, ...input })).as(Joined)
  return { ...joined, client: nobody.with({ authorization: `Respondent ${joined.secret}` }) }
}
