import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { makeSecret } from '../auth/secrets.ts'
import { loadConfig } from '../config.ts'
import { SetupDone, TokenMade } from '../contract/accounts.ts'
import { Id, type Locale } from '../contract/common.ts'
import { RoundMade } from '../contract/rounds.ts'
import { type Command, DisplayLink, RevealedView, Workshop } from '../contract/workshops.ts'
import { serve } from '../serve.ts'
import { wait } from './wait.ts'

const INSTRUMENT = { id: 'six-capitals', version: '1.1.0' } as const
const LOOK_EVERY_MS = 250

/** A server that exists for one simulation, with a round and a workshop on it. */
export interface OwnRoom {
  readonly origin: string
  readonly code: string
  /** Where the wall can be seen. */
  readonly wallUrl: string
  /** Closes the collecting, waits until the result is there, and shows it; undefined when the signal came first. */
  closeAndReveal(signal: AbortSignal): Promise<RevealedView | undefined>
  /** Stops the server and removes its folder. */
  remove(): Promise<void>
}

/** What the round is called, in the language of who looks on. */
export interface OwnRoomNames {
  readonly organisation: string
  readonly round: string
  readonly locale: Locale
}

/**
 * Starts a server on a free port with a database in a temporary folder, and prepares a workshop on it over HTTP, as a
 * consultant does.
 *
 * @throws {StartError} the server cannot start.
 */
export async function openOwnRoom(names: OwnRoomNames): Promise<OwnRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'meervoud-simulate-'))
  const closers = [async () => rmSync(folder, { recursive: true, force: true })]
  const remove = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const token = makeSecret()
    const config = loadConfig({ PORT: '0', DATA_DIR: folder, SETUP_TOKEN: token, LOG_LEVEL: 'error' })
    const server = await serve(config, { lan: false, demo: true })
    closers.push(() => server.close())
    return { ...(await prepare(server.origin, token, names)), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function prepare(origin: string, token: string, names: OwnRoomNames): Promise<Omit<OwnRoom, 'remove'>> {
  const { organisation, round: title, locale } = names
  const account = { email: 'simulate@meervoud.example', password: makeSecret(), name: organisation }
  const setup = await send(origin, 'POST', '/api/setup', { ...account, token, organisation, locale })
  const cookie = setup.cookie
  const { organisationId } = SetupDone.parse(setup.body)
  const made = TokenMade.parse(
    (await send(origin, 'POST', '/api/tokens', { name: 'simulate' }, { cookie, origin })).body,
  )
  const call = async <Shape extends z.ZodType>(method: string, path: string, shape: Shape, body?: object) => {
    const headers = { authorization: `Bearer ${made.token}` }
    return shape.parse((await send(origin, method, path, body, headers)).body)
  }
  const organisationPath = `/api/organisations/${organisationId}`
  const input = { title, instrument: INSTRUMENT, variant: 'pulse', period: periodNow(), horizons: ['now', 'ahead'] }
  const round = await call('POST', `${organisationPath}/rounds`, RoundMade, { ...input, mode: 'anonymous' })
  const { id } = await call('POST', `${organisationPath}/workshops`, z.object({ id: Id }), { roundId: round.id })
  const workshop = `${organisationPath}/workshops/${id}`
  const order = (command: Command) => call('POST', `${workshop}/commands`, Workshop, command)
  const { url } = await call('POST', `${workshop}/display-links`, DisplayLink, {})
  return {
    origin,
    code: round.code,
    wallUrl: url,
    closeAndReveal: async (signal) => {
      await order({ do: 'close' })
      while ((await call('GET', workshop, Workshop)).round.state !== 'closed') {
        await wait(LOOK_EVERY_MS, signal)
        if (signal.aborted) return undefined
      }
      await order({ do: 'reveal' })
      return call('GET', `/api/live/rounds/${round.id}/revealed`, RevealedView)
    },
  }
}

async function send(
  origin: string,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<{ body: unknown; cookie: string }> {
  const reply = await fetch(origin + path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  const cookie = reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return { body: await reply.json(), cookie }
}

function periodNow(): string {
  const now = new Date()
  return `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`
}
