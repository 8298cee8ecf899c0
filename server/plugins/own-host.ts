import { hostname, networkInterfaces } from 'node:os'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Venue } from '../contract/venue.ts'
import { ProblemError } from '../problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * The origin for links that the caller, or somebody else, opens later: the public address, else the one of this
     * request, which is then known to be this machine's.
     */
    readonly ownOrigin: string
  }
}

interface HostOptions {
  readonly publicOrigin: string | undefined
  /** How phones come in: names in a certificate, and the address that the server was told to listen on. */
  readonly venue: () => Venue
}

/** A name or address, with or without a port; nothing that could be read as something else. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i
const LOOPBACK = /^(localhost|[\w-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** A laptop moves to another network; who asks in between is told to look again. */
const KEPT_MS = 5_000

/**
 * Looks under which name a request comes in. A page of a stranger may let its own name point at this machine (DNS
 * rebinding), and links that travel in mail must not lead to whatever a header says. So without a public address only
 * names that are this machine's are served. With one, links always carry it, and the name in a request decides nothing:
 * proxies put their own there.
 */
export default fp<HostOptions>(
  async (app, { publicOrigin, venue }) => {
    const isOurs = knownHosts(venue)
    const fixed = publicOrigin === undefined ? undefined : new URL(publicOrigin).origin
    app.decorateRequest('ownOrigin', {
      getter(this: FastifyRequest) {
        return fixed ?? originOf(this)
      },
    })
    app.addHook('onRequest', async (request) => {
      // A target with a host of its own, or a second Host: somebody in between may have read the other one.
      if (!request.url.startsWith('/') || countOfHosts(request) > 1) throw new ProblemError('unknown-host')
      if (fixed === undefined && !isOurs(request.host)) throw new ProblemError('unknown-host')
    })
    app.decorate('isOwnHost', isOurs)
    app.decorate('isOwnOrigin', (request: FastifyRequest, origin: string) => {
      return origin === fixed || (isOurs(request.host) && origin === originOf(request))
    })
  },
  { name: 'own-host', dependencies: ['problems'] },
)

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether a `Host` header names this machine; the public address is none of its names. */
    isOwnHost(host: string): boolean
    /** Whether a page of this origin is one that this request's address serves. */
    isOwnOrigin(request: FastifyRequest, origin: string): boolean
  }
}

/** Whether a `Host` header names the machine that the browser runs on. */
export function isLoopbackHost(host: string | undefined): boolean {
  return LOOPBACK.test(nameIn(host) ?? '')
}

/** Without the port when it is the usual one, as browsers write origins. */
function originOf({ protocol, host }: FastifyRequest): string {
  return new URL(`${protocol}://${host}`).origin
}

/** Says whether a `Host` header is a name of this machine: of itself, in its networks, or of its venue. */
export function knownHosts(venue: () => Venue): (host: string | undefined) => boolean {
  let names = new Set<string>()
  let readAt = Number.NEGATIVE_INFINITY
  return (host) => {
    const name = nameIn(host)
    if (name === undefined) return false
    if (LOOPBACK.test(name)) return true
    if (performance.now() - readAt > KEPT_MS) {
      names = new Set([...namesOfMachine(), ...venue().origins.map((origin) => new URL(origin).hostname)])
      readAt = performance.now()
    }
    return names.has(name)
  }
}

function nameIn(host: string | undefined): string | undefined {
  return HOST.exec(host ?? '')?.[1]?.toLowerCase()
}

function namesOfMachine(): string[] {
  const own = hostname().toLowerCase()
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return [
    own,
    `${own}.local`,
    ...addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  ]
}

function countOfHosts({ raw: { rawHeaders } }: FastifyRequest): number {
  return rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host').length
}
