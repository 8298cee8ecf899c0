import { Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { createBrotliDecompress } from 'node:zlib'

const TIMEOUT_MS = 30_000
/** As many lines as a browser opens to one server. */
const MOST_SOCKETS = 6

/** A call of a phone: `secret` is the respondent's. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly secret?: string | undefined
}

/** What became of a call. */
export interface Reply {
  /** 0 when there was no answer. */
  readonly status: number
  /** The answer as JSON; undefined when there was none. */
  readonly body: unknown
  /** Why it failed: a problem code, `network ECONNRESET`, `timeout` or `no JSON`; undefined when it did not. */
  readonly fault: string | undefined
  readonly ms: number
}

/** The line of one phone to a server: lines that stay open and belong to nobody else, as a browser's do. */
export class PhoneLine {
  readonly #origin: string
  readonly #agent: Agent
  readonly #request: typeof plainRequest

  /**
   * @param origin such as `https://192.168.1.4:3443`.
   * @param ca certificates in PEM to trust instead of the usual ones, for a server that made its own.
   */
  constructor(origin: string, ca?: string) {
    const isSecure = origin.startsWith('https:')
    const options = { keepAlive: true, maxSockets: MOST_SOCKETS }
    this.#origin = origin
    this.#agent = isSecure ? new SecureAgent({ ...options, ...(ca === undefined ? {} : { ca }) }) : new Agent(options)
    this.#request = isSecure ? secureRequest : plainRequest
  }

  /** Calls the server; what goes wrong is in the reply and never thrown. */
  async call(call: Call): Promise<Reply> {
    const start = performance.now()
    const outcome = await this.#answerTo(call, true)
    return { ...outcome, ms: performance.now() - start }
  }

  /**
   * Opens an event stream; `onPiece` gets what comes in. Resolves when the stream has ended, whoever ended it.
   *
   * @returns why it never opened: a problem code or what the network said; undefined when it did.
   */
  async stream(
    path: string,
    secret: string,
    { onOpen, onPiece }: { onOpen: () => void; onPiece: (piece: string) => void },
    signal: AbortSignal,
  ): Promise<string | undefined> {
    if (signal.aborted) return undefined
    const request = this.#begin({ method: 'GET', path, secret }, { accept: 'text/event-stream' })
    const stop = () => request.destroy()
    signal.addEventListener('abort', stop)
    try {
      request.end()
      const reply = await responseOf(request)
      if (reply.statusCode !== 200) return problemCode(parsed(await text(reply)), reply.statusCode ?? 0)
      onOpen()
      reply.setEncoding('utf8')
      reply.on('data', onPiece)
      await new Promise((resolve) => {
        reply.on('close', resolve)
        reply.on('error', resolve)
      })
      return undefined
    } catch (error) {
      return faultOf(error)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Hangs up, also on calls that are going on. */
  close(): void {
    this.#agent.destroy()
  }

  async #answerTo(call: Call, mayTryAgain: boolean): Promise<Omit<Reply, 'ms'>> {
    const request = this.#begin(call, { 'accept-encoding': 'br' })
    try {
      request.setTimeout(TIMEOUT_MS, () => request.destroy(new Error('timeout')))
      request.end(call.body === undefined ? undefined : JSON.stringify(call.body))
      const reply = await responseOf(request)
      const isPacked = reply.headers['content-encoding'] === 'br'
      return readReply(reply.statusCode ?? 0, await text(isPacked ? reply.pipe(createBrotliDecompress()) : reply))
    } catch (error) {
      // The server had let go of a line that slept; a browser tries again at once and says nothing.
      if (mayTryAgain && request.reusedSocket && faultOf(error) === 'network ECONNRESET')
        return this.#answerTo(call, false)
      return { status: 0, body: undefined, fault: faultOf(error) }
    }
  }

  #begin({ method, path, body, secret }: Call, headers: Record<string, string>): ClientRequest {
    return this.#request(this.#origin + path, {
      method,
      agent: this.#agent,
      headers: {
        ...headers,
        ...(secret === undefined ? {} : { authorization: `Respondent ${secret}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    })
  }
}

function responseOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve)
    // It stays for as long as the request lives: a line that breaks later must not end the process.
    request.on('error', reject)
  })
}

function readReply(status: number, body: string): Omit<Reply, 'ms'> {
  const value = body === '' ? undefined : parsed(body)
  if (status >= 400) return { status, body: value, fault: problemCode(value, status) }
  const isBroken = body !== '' && value === undefined
  return { status, body: value, fault: isBroken ? 'no JSON' : undefined }
}

function problemCode(body: unknown, status: number): string {
  const type = typeof body === 'object' && body !== null && 'type' in body ? String(body.type) : ''
  return type.startsWith('/problems/') ? type.slice('/problems/'.length) : `status ${status}`
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'network'
  if (error.message === 'timeout') return 'timeout'
  return `network ${'code' in error ? String(error.code) : error.message}`
}
