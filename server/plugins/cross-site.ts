import fp from 'fastify-plugin'
import { ProblemError } from '../problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that change something and come from a page of another site. Browsers say where a request comes from
 * in `Sec-Fetch-Site`; older ones, and all of them on an address without HTTPS such as in a room, say it in `Origin`.
 * Who says neither is a script: it may go on with a token of its own, and not with a cookie, which a browser might have
 * sent along for somebody else's page.
 *
 * @see OWASP Cross-Site Request Forgery Prevention, Fetch Metadata with mandatory origin fallback.
 */
export default fp(
  async (app) => {
    app.addHook('onRequest', async (request) => {
      if (SAFE_METHODS.has(request.method)) return
      const { 'sec-fetch-site': site, origin, cookie } = request.headers
      if (site !== undefined) {
        if (site !== 'same-origin') throw new ProblemError('cross-site')
      } else if (origin !== undefined) {
        if (!app.isOwnOrigin(request, origin)) throw new ProblemError('cross-site')
      } else if (cookie !== undefined) throw new ProblemError('cross-site')
    })
  },
  { name: 'cross-site', dependencies: ['problems', 'own-host'] },
)
