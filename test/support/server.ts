import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type * as z from 'zod'
import { SetupDone } from '../../server/contract/accounts.ts'
import { type RoundInput, RoundMade } from '../../server/contract/rounds.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'

/** The token that allows the set-up. */
export const SETUP_TOKEN = 'the set-up token of servers that browsers visit'
/** The password of everybody in the browser tests. */
export const PASSWORD = 'correct horse battery'
/** The email address of the first account. */
export const EMAIL = 'alice@example.org'

/** The real server in a process of its own, as `npm start` runs it, on a free port with a database of its own. */
export class TestServer {
  readonly origin: string
  /** Where phones on the local network come in; undefined without `lan`. */
  readonly lanOrigin: string | undefined
  readonly #process: ChildProcess
  readonly #folder: string
  #cookie = ''
  #organisationId = ''

  private constructor(process: ChildProcess, folder: string, origin: string, lanOrigin: string | undefined) {
    this.#process = process
    this.#folder = folder
    this.origin = origin
    this.lanOrigin = lanOrigin
  }

  /** Starts a server; the pages must have been built. */
  static async start({ lan = false, settings = {} }: { lan?: boolean; settings?: object } = {}): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'meervoud-web-'))
    const command = [join(PACKAGE_ROOT, 'server', 'meervoud.js'), 'serve', ...(lan ? ['--lan'] : [])]
    const env = {
      ...process.env,
      PORT: '0',
      LAN_PORT: '0',
      DATA_DIR: folder,
      SETUP_TOKEN,
      LANG: 'en',
      LC_ALL: 'en',
      ...settings,
    }
    const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const origins = await originsOf(child, lan ? 2 : 1)
    return new TestServer(child, folder, origins[0] ?? '', origins[1])
  }

  /** The folder of its database, for a test that looks into it or damages it. */
  get dataDir(): string {
    return this.#folder
  }

  /** Makes the first account, Alice, and her organisation, and calls as her from then on. */
  async setUp(organisation = "Alice's bakery"): Promise<{ organisationId: string }> {
    const body = { token: SETUP_TOKEN, email: EMAIL, password: PASSWORD, name: 'Alice', organisation, locale: 'en' }
    const reply = await this.#send('POST', '/api/setup', body)
    this.#cookie = reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    this.#organisationId = SetupDone.parse(await reply.json()).organisationId
    return { organisationId: this.#organisationId }
  }

  /** Opens a round in Alice's organisation: the pulse of six-capitals, anonymous, about now, unless told otherwise. */
  openRound(changes: Partial<RoundInput> = {}): Promise<RoundMade> {
    const input = {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      ...(changes.itemIds === undefined && { variant: 'pulse' }),
      period: '2026-Q4',
      horizons: ['now'],
      mode: 'anonymous',
      ...changes,
    }
    return this.call('POST', `/api/organisations/${this.#organisationId}/rounds`, input, RoundMade)
  }

  /** Closes, archives or reopens a round: `step` is the last word of the call. */
  async moveRound(roundId: string, step: string, body: object = {}): Promise<void> {
    await this.#send('POST', `/api/organisations/${this.#organisationId}/rounds/${roundId}/${step}`, body)
  }

  /** Calls as Alice; the reply is checked against the contract. */
  async call<S extends z.ZodType>(
    method: string,
    path: string,
    body: object | undefined,
    shape: S,
  ): Promise<z.output<S>> {
    return shape.parse(await (await this.#send(method, path, body)).json())
  }

  /** Calls as Alice where nothing comes back. */
  async tell(method: string, path: string, body?: object): Promise<void> {
    await this.#send(method, path, body)
  }

  /** Whoever showed in the last minutes who they are has to show it again: the clock of a process cannot be moved. */
  forgetConfirmations(): void {
    const database = new Sqlite(join(this.#folder, DATABASE_FILE))
    database.prepare("update session set confirmed_at = '2026-01-01T00:00:00.000Z'").run()
    database.close()
  }

  /** Stops the server and throws its database away. */
  async close(): Promise<void> {
    const isGone = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await isGone
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #send(method: string, path: string, body: object | undefined): Promise<Response> {
    const headers = { cookie: this.#cookie, origin: this.origin, ...(body && { 'content-type': 'application/json' }) }
    const reply = await fetch(this.origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    // Whoever shows to be Alice once more gets another session.
    const renewed = reply.headers.getSetCookie().find((cookie) => cookie.startsWith('mv='))
    if (renewed !== undefined) this.#cookie = renewed.split(';')[0] ?? ''
    return reply
  }
}

/** The addresses that the server prints when it is ready. It goes on printing, so somebody has to go on reading. */
function originsOf(child: ChildProcess, wanted: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const origins = [...printed.matchAll(/https?:\/\/[^\s/#]+(?=[\s/#])/g)].map(([origin]) => origin)
      if (origins.length >= wanted) resolve(origins)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(`the server did not start: ${printed}`)))
  })
}
