import { text } from 'node:stream/consumers'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type * as z from 'zod'
import { Problem } from '../../server/contract/problems.ts'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Headers = Readonly<Record<string, string>>

/** What the application answered. */
export class Reply {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  readonly cookies: LightMyRequestResponse['cookies']
  readonly text: string
  /** The same as it travelled. */
  readonly bytes: Buffer

  constructor({ statusCode, headers, cookies, payload, rawPayload }: LightMyRequestResponse, streamed?: string) {
    this.status = statusCode
    this.headers = headers
    this.cookies = cookies
    this.text = streamed ?? payload
    this.bytes = rawPayload
  }

  /** The body, checked against the contract; fails the test with the body when the status is no success. */
  as<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    if (this.status >= 300) throw new Error(`status ${this.status}: ${this.text}`)
    return schema.parse(JSON.parse(this.text))
  }

  /** The refusal; fails the test when there is none, or when it does not travel as problem details. */
  problem(): Problem {
    const type = String(this.headers['content-type'])
    if (!type.startsWith('application/problem+json')) throw new Error(`status ${this.status} is ${type}: ${this.text}`)
    return Problem.parse(JSON.parse(this.text))
  }

  /** The code of the refusal, such as `round-closed`. */
  get refusal(): string {
    return this.problem().type.replace('/problems/', '')
  }

  /** The value of a cookie that came along. */
  cookie(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name)?.value
  }
}

/** Under which bytes travel; a test about the name says another one. */
const FILE_HEADERS = { 'content-type': 'application/octet-stream', 'x-file-name': 'notes.txt' }
/** Where the applications under test are reached. */
export const OWN_ORIGIN = 'http://localhost'

/**
 * Calls the application as one caller: a browser with its cookie, a script with its token, or nobody. A browser says
 * from which page it calls; a test about that says it otherwise.
 */
export class Client {
  readonly headers: Headers
  readonly #app: FastifyInstance
  readonly #ip: string

  constructor(app: FastifyInstance, headers: Headers = {}, ip = '127.0.0.1') {
    this.#app = app
    this.headers = headers
    this.#ip = ip
  }

  /** The same caller with more headers, or from another network address. */
  with(headers: Headers, ip = this.#ip): Client {
    return new Client(this.#app, { ...this.headers, ...headers }, ip)
  }

  get(url: string): Promise<Reply> {
    return this.call('GET', url)
  }

  post(url: string, body: object = {}): Promise<Reply> {
    return this.call('POST', url, body)
  }

  put(url: string, body: object): Promise<Reply> {
    return this.call('PUT', url, body)
  }

  patch(url: string, body: object): Promise<Reply> {
    return this.call('PATCH', url, body)
  }

  delete(url: string): Promise<Reply> {
    return this.call('DELETE', url)
  }

  /** Opens an event stream and lets go of it at once: what came back before the first event. */
  async follow(url: string): Promise<Reply> {
    const reply = await this.#app.inject({
      method: 'GET',
      url,
      headers: { accept: 'text/event-stream', ...this.headers },
      remoteAddress: this.#ip,
      payloadAsStream: true,
    })
    if (reply.headers['content-type'] === 'text/event-stream') reply.stream().destroy()
    return new Reply(reply, reply.statusCode < 400 ? '' : await text(reply.stream()))
  }

  /** Any call; a body that is a text is sent as it is, with the content type of the headers. */
  async call(method: Method, url: string, body?: object | string): Promise<Reply> {
    const isBrowser = this.headers['cookie'] !== undefined && this.headers['sec-fetch-site'] === undefined
    const headers = {
      ...(isBrowser && { origin: OWN_ORIGIN }),
      ...(Buffer.isBuffer(body) && FILE_HEADERS),
      ...this.headers,
    }
    const options: InjectOptions = { method, url, headers, remoteAddress: this.#ip }
    const payload = body === undefined ? {} : { payload: body }
    return new Reply(await this.#app.inject({ ...options, ...payload }))
  }
}
