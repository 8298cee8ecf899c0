import { randomUUID } from 'node:crypto'
import pg from 'pg'
import * as z from 'zod'
import { HINTS, type Hint } from '../contract/hints.ts'
import { isDatabaseAway } from '../db/database-away.ts'
import { AWAKE } from '../db/open.ts'
import type { LiveHub, News, Relay } from './hub.ts'

const CHANNEL = 'meervoud_live'
/** Stands for every round: the sender could not tell what happened for a while. */
const EVERYWHERE = '*'
/** PostgreSQL takes notices up to 8000 bytes. */
const MOST_ENDED_AT_ONCE = 50
const FIRST_RETRY_MS = 250
const LONGEST_CONNECT_MS = 10_000
/** Of one notice: those that follow wait for it. */
const LONGEST_QUERY_MS = 10_000
const LONGEST_RETRY_MS = 5_000

const Message = z.union([
  z.strictObject({ from: z.string(), round: z.string(), news: z.array(z.tuple([z.enum(HINTS), z.number()])) }),
  z.strictObject({ from: z.string(), end: z.array(z.string()) }),
  z.strictObject({ from: z.string(), instruments: z.string() }),
])

/**
 * Shares hints between server processes on one PostgreSQL by LISTEN and NOTIFY, over one connection of its own. While
 * that connection is gone, hints are missed; the pages fetch the state by themselves now and then, and once it is back
 * every process tells `changed` to every open page, and looks anew who its members and walls are.
 */
export class PostgresRelay implements Relay {
  readonly #connectionString: string
  readonly #hub: LiveHub
  readonly #me = randomUUID()
  #client: pg.Client | undefined
  #isClosed = false
  #wait = FIRST_RETRY_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<unknown> = Promise.resolve()

  private constructor(connectionString: string, hub: LiveHub) {
    this.#connectionString = connectionString
    this.#hub = hub
  }

  /** Connects and listens; afterwards it keeps itself connected. */
  static async open(connectionString: string, hub: LiveHub): Promise<PostgresRelay> {
    const relay = new PostgresRelay(connectionString, hub)
    hub.relayThrough(relay)
    await relay.#connect()
    return relay
  }

  send(roundId: string, news: News): void {
    this.#notify({ from: this.#me, round: roundId, news: [...news] })
  }

  sendEnd(whose: readonly string[]): void {
    for (let at = 0; at < whose.length; at += MOST_ENDED_AT_ONCE)
      this.#notify({ from: this.#me, end: whose.slice(at, at + MOST_ENDED_AT_ONCE) })
  }

  sendInstruments(organisationId: string): void {
    this.#notify({ from: this.#me, instruments: organisationId })
  }

  #notify(message: z.input<typeof Message>): void {
    // One after another: node-postgres takes no query while another runs on the same connection.
    this.#sending = this.#sending.then(() => this.#tryNotify(message))
  }

  async #tryNotify(message: z.input<typeof Message>): Promise<void> {
    const client = this.#client
    try {
      await client?.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)])
    } catch (error) {
      // A server that says nothing, or that is no leader any more: another connection finds the one that is.
      if (isDatabaseAway(error)) await client?.end().catch(() => undefined)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => undefined)
  }

  async #connect(): Promise<void> {
    const connectionString = this.#connectionString
    const client = new pg.Client({
      connectionString,
      ...AWAKE,
      connectionTimeoutMillis: LONGEST_CONNECT_MS,
      query_timeout: LONGEST_QUERY_MS,
    })
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    client.on('error', () => undefined)
    client.on('end', () => this.#reconnect(client))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      if (this.#isClosed) return await client.end()
      this.#client = client
      this.#wait = FIRST_RETRY_MS
    } catch {
      await client.end().catch(() => undefined)
      this.#reconnect(client)
    }
  }

  #reconnect(lost: pg.Client): void {
    if (this.#client === lost) this.#client = undefined
    if (this.#isClosed || this.#timer !== undefined || this.#client !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#connect().then(() => {
        if (this.#client === undefined) return
        this.#hub.tellAll('changed')
        this.#hub.endDoubted()
        this.#hub.hearInstruments(undefined)
        // What this process noted meanwhile reached nobody else.
        this.send(EVERYWHERE, new Map([['changed', Date.now()]]))
      })
    }, this.#wait)
    this.#wait = Math.min(LONGEST_RETRY_MS, this.#wait * 2)
  }

  #hear(payload: string): void {
    const message = Message.safeParse(parsed(payload)).data
    if (message === undefined || message.from === this.#me) return
    if ('end' in message) this.#hub.endHere(message.end)
    else if ('instruments' in message) this.#hub.hearInstruments(message.instruments)
    else if (message.round === EVERYWHERE) {
      this.#hub.tellAll('changed')
      this.#hub.endDoubted()
      this.#hub.hearInstruments(undefined)
    } else this.#hub.hear(message.round, new Map<Hint, number>(message.news))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
