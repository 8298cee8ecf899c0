import type { BenchServer } from './processes.ts'

/** Somebody who is signed in, over HTTP. */
export class RegionClient {
  readonly #origin: string
  readonly #cookie: string

  constructor({ origin }: Pick<BenchServer, 'origin'>, cookie: string) {
    this.#origin = origin
    this.#cookie = cookie
  }

  /**
   * A call below `/api/organisations`.
   *
   * @throws {Error} it was refused.
   */
  async call<Reply>(method: 'GET' | 'POST', path: string, body?: object): Promise<Reply> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { cookie: this.#cookie, origin: this.#origin, ...type }
    const reply = await fetch(`${this.#origin}/api/organisations/${path}`, { method, headers, ...sent })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }
}
