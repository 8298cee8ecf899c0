import { BENCH_TOKEN } from './processes.ts'

const ACCOUNT = { email: 'bench@meervoud.example', password: 'a password for benchmarks only' }

/** A signed-in script that talks to one server over HTTP, by the contract only. */
export class BenchClient {
  readonly #origin: string
  #token = ''
  organisationId = ''

  constructor(origin: string) {
    this.#origin = origin
  }

  /** The cookie of a new session; empty when signing in is refused. */
  static async session(origin: string): Promise<string> {
    return BenchClient.trySession(origin, ACCOUNT.password)
  }

  /** Signs in with this password; the cookie of the session, empty when that is refused. */
  static async trySession(origin: string, password: string): Promise<string> {
    const body = JSON.stringify({ email: ACCOUNT.email, password })
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch(`${origin}/api/sessions`, { method: 'POST', headers, body })
    return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  /** Makes the first account and organisation, or signs in to it when the database has one, and takes a token. */
  async signIn(): Promise<void> {
    const setup = { ...ACCOUNT, token: BENCH_TOKEN, name: 'Bench', organisation: 'Bench', locale: 'en' }
    const made = await this.#fetch('POST', '/api/setup', setup)
    const session = made.status === 201 ? made : await this.#fetch('POST', '/api/sessions', ACCOUNT)
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
    const own = { cookie, origin: this.#origin }
    const token = await this.#fetch('POST', '/api/tokens', { name: 'bench' }, own)
    this.#token = ((await token.json()) as { token: string }).token
    const me = await this.call<{ memberships: { organisationId: string }[] }>('GET', '/api/me')
    this.organisationId = me.memberships[0]?.organisationId ?? ''
  }

  /** The same user at another server of the same database, without signing in again. */
  at(origin: string): BenchClient {
    const client = new BenchClient(origin)
    client.#token = this.#token
    client.organisationId = this.organisationId
    return client
  }

  /** A call as the signed-in user. */
  async call<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
    const reply = await this.#fetch(method, path, body, { authorization: `Bearer ${this.#token}` })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    const text = await reply.text()
    return (text === '' ? undefined : JSON.parse(text)) as Reply
  }

  /** A file as the signed-in user. */
  async file(path: string): Promise<Buffer> {
    const reply = await this.#fetch('GET', path, undefined, { authorization: `Bearer ${this.#token}` })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return Buffer.from(await reply.arrayBuffer())
  }

  /** A call without an account. */
  async anonymous<Reply>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const reply = await this.#fetch(method, path, body, headers)
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }

  /** A new round with all 48 items and both horizons, unless said otherwise. */
  newRound(changes: Record<string, unknown> = {}): Promise<{ id: string; code: string }> {
    return this.call('POST', `/api/organisations/${this.organisationId}/rounds`, {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      variant: 'full',
      period: '2026-Q4',
      horizons: ['now', 'ahead'],
      mode: 'anonymous',
      ...changes,
    })
  }

  /** Secrets of so many new respondents. */
  join(code: string, count: number): Promise<string[]> {
    const joins = Array.from({ length: count }, () => this.anonymous<{ secret: string }>('POST', '/api/join', { code }))
    return Promise.all(joins).then((joined) => joined.map(({ secret }) => secret))
  }

  #fetch(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    return fetch(this.#origin + path, { method, headers: { ...type, ...headers }, ...sent })
  }
}
