import fp from 'fastify-plugin'
import { ProblemError } from '../problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that change something and come from a page of another site. Browsers say where a request comes from
 * in `Sec-Fetch-Site`, older ones in `Origin`; a client that says neither is no browser, and carries no one's cookie
 * by accident.
 *
 * @see OWASP Cross-Site Request Forgery Prevention, Fetch Metadata with origin fallback.
 */
export default fp<{ publicOrigin: string | undefined }>(
  async (app, { publicOrigin }) => {
    app.addHook('onRequest', async (request) => {
      if (SAFE_METHODS.has(request.method)) return
      const site = request.headers['sec-fetch-site']
      if (site !== undefined) {
        if (site !== 'same-origin') throw new ProblemError('cross-site')
        return
      }
      const { origin, host } = request.headers
      if (origin === undefined) return
      const own = [`http://${host}`, `https://${host}`, publicOrigin]
      if (!own.includes(origin)) throw new ProblemError('cross-site')
    })
  },
  { name: 'cross-site', dependencies: ['problems'] },
)
