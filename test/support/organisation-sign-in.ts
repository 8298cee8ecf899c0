import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody whom the organisation knows. */
export interface Colleague {
  readonly accountId: string
  readonly email: string
  readonly isVerified: boolean
  readonly name: string
}

/**
 * The sign-in of an organisation, as they run it: a real OpenID provider on a port of its own. Whoever comes signs in
 * as `colleague` by pressing the one button of its page.
 */
export class OrganisationSignIn {
  static readonly clientId = 'meervoud'
  readonly clientSecret = 'the secret of meervoud at the organisation'
  readonly origin: string
  colleague: Colleague = { accountId: 'a-17', email: 'dirk@example.org', isVerified: true, name: 'Dirk de Vries' }
  readonly #server: Server

  private constructor(server: Server, origin: string) {
    this.#server = server
    this.origin = origin
  }

  /** @param redirectUri where the organisation sends people back to. */
  static async start(redirectUri: string): Promise<OrganisationSignIn> {
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const house = new OrganisationSignIn(server, origin)
    const provider = house.#provider(redirectUri)
    const answer = provider.callback()
    server.on('request', async (request, reply) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, reply)
      if (request.method === 'POST') return house.#letIn(provider, request, reply)
      reply
        .setHeader('content-type', 'text/html')
        .end('<title>Work</title><form method="post"><button>Go on</button></form>')
    })
    return house
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #letIn(provider: Provider, ...at: Parameters<Provider['interactionDetails']>): Promise<void> {
    const { params } = await provider.interactionDetails(...at)
    const { accountId } = this.colleague
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) })
    grant.addOIDCScope('openid email profile')
    await provider.interactionFinished(...at, { login: { accountId }, consent: { grantId: await grant.save() } })
  }

  #provider(redirectUri: string): Provider {
    return new Provider(this.origin, {
      clients: [
        {
          client_id: OrganisationSignIn.clientId,
          client_secret: this.clientSecret,
          redirect_uris: [redirectUri],
        },
      ],
      claims: { email: ['email', 'email_verified'], profile: ['name', 'locale'] },
      jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['a key of the organisation'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, accountId) => {
        const { email, isVerified, name } = this.colleague
        return { accountId, claims: () => ({ sub: accountId, email, email_verified: isVerified, name, locale: 'en' }) }
      },
    })
  }
}

/** Goes the way of a browser through the organisation: from where it was sent until it is sent back to us. */
export async function walkThrough(start: string, home: string): Promise<string> {
  const cookies = new Map<string, string>()
  let [url, method] = [start, 'GET']
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(url, { method, redirect: 'manual', headers: { cookie } })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = reply.headers.get('location')
    // A page with one button, whose form is sent to the same address.
    if (next === null) method = 'POST'
    else [url, method] = [new URL(next, url).href, 'GET']
    if (url.startsWith(home)) return url.slice(new URL(home).origin.length)
  }
  throw new Error(`the organisation does not let go: ${url}`)
}
