import type { FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import { isLoopbackHost } from './own-host.ts'

/** Pages: nothing from elsewhere, no inline code, and templates through Lit only. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join(';')

/** Everything that is no page may do nothing at all, should a browser ever show it as one. */
const OTHER_POLICY = "default-src 'none';frame-ancestors 'none'"

/** What a page may use of the device: its own passkeys, the whole screen, and a wall that does not fall asleep. */
const FEATURES = [
  ...[
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
    'hid',
    'identity-credentials-get',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'picture-in-picture',
    'serial',
    'usb',
    'window-management',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
  ...['fullscreen', 'publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock'].map(
    (feature) => `${feature}=(self)`,
  ),
].join(', ')

/** Under what a listener is reached. */
export interface Reached {
  /** By an `https://` address that everybody uses. */
  readonly isPublicSecure: boolean
  /** By HTTPS, of a proxy or of this listener itself. */
  readonly secure: boolean
}

/** The headers of every answer, whatever it is about; also of those that never come to a route. */
export function protections({ isPublicSecure }: Pick<Reached, 'isPublicSecure'>): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    // Of a public address only: it is about every port of a host, and in a room the office's port speaks plain HTTP.
    ...(isPublicSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

/** About pages only; on an address that browsers do not trust these do nothing but fill the console with warnings. */
const FOR_SECURE_PAGES = { 'cross-origin-opener-policy': 'same-origin', 'origin-agent-cluster': '?1' }

/** Puts the same headers on an answer that no hook sees: an address that the router cannot read. */
export function protect(reply: FastifyReply, reached: Reached): FastifyReply {
  return reply.headers({
    ...protections(reached),
    'content-security-policy': OTHER_POLICY,
    'cache-control': 'no-store',
  })
}

/**
 * Headers that browsers act on, on every answer. The policy about scripts and devices travels in full with pages only:
 * on a phone's first load a dozen copies of it would weigh as much as a chunk of the product. What does not say how
 * long it may be kept is not kept.
 */
export default fp<Reached>(
  async (app, reached) => {
    const always = protections(reached)
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(always)
    })
    app.addHook('onSend', async (request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      // "Not modified" says nothing: browsers would put its policy in the place of the one they kept with the page.
      if (reply.statusCode === 304 || reply.hasHeader('content-security-policy')) return
      const isPage = String(reply.getHeader('content-type')).startsWith('text/html')
      reply.header('content-security-policy', isPage ? PAGE_POLICY : OTHER_POLICY)
      if (!isPage) return
      reply.header('permissions-policy', FEATURES)
      const { host } = request.headers
      if (reached.secure || host === undefined || isLoopbackHost(host)) reply.headers(FOR_SECURE_PAGES)
    })
  },
  { name: 'headers' },
)
