import { isIP } from 'node:net'

/** For which address passkeys are: the origin that a browser says it is on, and the domain that a passkey is bound to. */
export interface RelyingParty {
  readonly origin: string
  readonly id: string
}

/**
 * Where passkeys work: the public address when it is HTTPS with a name, or this machine itself under the name
 * `localhost`. Browsers know no passkeys for a bare network address, nor for HTTP elsewhere.
 *
 * @param publicOrigin the setting; when it is there, the address of the request says nothing.
 * @param requestOrigin the origin under which the request says that it came.
 * @returns undefined where passkeys do not work.
 */
export function relyingPartyOf(publicOrigin: string | undefined, requestOrigin: string): RelyingParty | undefined {
  const url = URL.parse(publicOrigin ?? requestOrigin)
  if (url === null) return undefined
  const { protocol, hostname, origin } = url
  const isHere = protocol === 'http:' && hostname === 'localhost'
  // Only the setting says that an address is HTTPS: a header of a request may claim anything.
  const isPublic = publicOrigin !== undefined && protocol === 'https:' && isName(hostname)
  return isHere || isPublic ? { origin, id: hostname } : undefined
}

/**
 * The origin where passkeys work, for a page that may be elsewhere: a reader at the machine itself who opened
 * `http://127.0.0.1:3000` is shown `http://localhost:3000`. Null where there is none.
 */
export function passkeyOriginOf(publicOrigin: string | undefined, requestOrigin: string): string | null {
  const named = requestOrigin.replace(/^http:\/\/(127\.0\.0\.1|\[::1\])(?=:|$)/, 'http://localhost')
  return relyingPartyOf(publicOrigin, named)?.origin ?? null
}

function isName(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0
}
