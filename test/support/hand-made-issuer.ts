import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the issuer does otherwise than it should, or says beside the usual. */
export interface Saying {
  /** Claims in the place of the usual ones; null leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** How the ID token is signed; with its own key when it is left out. */
  readonly signing?: 'none' | 'another key' | 'client secret' | 'cut off'
  /** Answers the code with this status and no token. */
  readonly status?: number
  /** Never answers. */
  readonly isSilent?: boolean
  /** What the page for who somebody is says; only who, when it is left out. */
  readonly userInfo?: Readonly<Record<string, unknown>>
}

interface Asked {
  readonly state: string
  readonly nonce: string
  readonly challenge: string
  readonly redirectUri: string
}

/** A small issuer of a test, which says what the test wants it to say: for answers that no sound issuer gives. */
export class HandMadeIssuer {
  readonly clientId = 'meervoud'
  readonly clientSecret = 'the secret of meervoud at the issuer'
  /** Every address that was asked for, in order. */
  readonly asked: string[] = []
  saying: Saying = {}
  readonly #server: Server
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  #journey: Asked | undefined

  private constructor() {
    this.#server = createServer((request, reply) => void this.#answer(request, reply))
  }

  static async start(): Promise<HandMadeIssuer> {
    const issuer = new HandMadeIssuer()
    await once(issuer.#server.listen(0, '127.0.0.1'), 'listening')
    return issuer
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /**
   * Lets somebody sign in: reads where a browser was sent, and answers the path under which it comes back.
   *
   * @param changes parameters in the place of the usual ones; null leaves one out.
   */
  signIn(url: string, changes: Readonly<Record<string, string | null>> = {}): string {
    const { searchParams } = new URL(url)
    const of = (name: string) => searchParams.get(name) ?? ''
    this.#journey = {
      state: of('state'),
      nonce: of('nonce'),
      challenge: of('code_challenge'),
      redirectUri: of('redirect_uri'),
    }
    const home = new URL(this.#journey.redirectUri)
    const usual = { code: 'a-code', state: this.#journey.state, iss: this.origin, ...changes }
    for (const [name, value] of Object.entries(usual)) if (value !== null) home.searchParams.set(name, value)
    return home.pathname + home.search
  }

  async #answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    this.asked.push(path)
    if (this.saying.isSilent === true) return
    const send = (body: object, status = 200) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (path === '/.well-known/openid-configuration') return void send(this.#description())
    if (path === '/jwks')
      return void send({
        keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    if (path === '/me') return void send(this.saying.userInfo ?? { sub: 'person-1' })
    if (path !== '/token') return void send({}, 404)
    if (this.saying.status !== undefined) return void send({ error: 'server_error' }, this.saying.status)
    const form = new URLSearchParams(await text(request))
    const verified = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isSame = verified === this.#journey?.challenge && form.get('redirect_uri') === this.#journey.redirectUri
    const basic = `Basic ${Buffer.from(`${this.clientId}:${encodeURIComponent(this.clientSecret).replaceAll('%20', '+')}`).toString('base64')}`
    if (!isSame || request.headers.authorization !== basic) return void send({ error: 'invalid_grant' }, 400)
    send({ access_token: 'an-access-token', token_type: 'Bearer', id_token: this.#idToken() })
  }

  #description(): object {
    const { origin } = this
    return {
      issuer: origin,
      authorization_endpoint: `${origin}/auth`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/jwks`,
      userinfo_endpoint: `${origin}/me`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  #idToken(): string {
    const now = Math.floor(Date.now() / 1000)
    const usual = {
      iss: this.origin,
      aud: this.clientId,
      sub: 'person-1',
      iat: now,
      exp: now + 300,
      nonce: this.#journey?.nonce,
    }
    const claims = Object.fromEntries(
      Object.entries({ ...usual, ...this.saying.claims }).filter(([, value]) => value !== null),
    )
    const { signing } = this.saying
    const alg = signing === 'none' ? 'none' : signing === 'client secret' ? 'HS256' : 'RS256'
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const body = `${part({ alg, kid: 'one' })}.${part(claims)}`
    if (signing === 'none') return `${body}.`
    if (signing === 'client secret')
      return `${body}.${createHmac('sha256', this.clientSecret).update(body).digest('base64url')}`
    const key: KeyObject = signing === 'another key' ? this.#otherKeys.privateKey : this.#keys.privateKey
    const signature = sign('sha256', Buffer.from(body), key).toString('base64url')
    return `${body}.${signing === 'cut off' ? signature.slice(0, -8) : signature}`
  }
}
