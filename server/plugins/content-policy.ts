import fp from 'fastify-plugin'

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

/**
 * A content-security policy on every answer. The full one travels with pages only: on a phone's first load a dozen
 * copies of it would weigh as much as a chunk of the product.
 */
export default fp(
  async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      // "Not modified" says nothing: browsers would put its policy in the place of the one they kept with the page.
      if (reply.statusCode === 304 || reply.hasHeader('content-security-policy')) return
      const isPage = String(reply.getHeader('content-type')).startsWith('text/html')
      reply.header('content-security-policy', isPage ? PAGE_POLICY : OTHER_POLICY)
    })
  },
  { name: 'content-policy' },
)
