import fastifyStatic from '@fastify/static'
import fp from 'fastify-plugin'
import { ProblemError } from '../problem.ts'
import { PUBLIC } from './access.ts'

/**
 * Serves the built pages. Files with a hash in their name are kept for a year, pages never; every address that is no
 * file and no call opens a page: `/d` the small one for phones, `/scherm` the wall of a workshop, and the rest the
 * product, which has its own router.
 */
export default fp<{ root: string; audience: 'everyone' | 'participants' }>(
  async (app, { root, audience }) => {
    await app.register(async (files) => {
      files.addHook('onRoute', (route) => {
        route.config = { ...route.config, policy: PUBLIC }
      })
      await files.register(fastifyStatic, {
        root,
        wildcard: false,
        index: false,
        cacheControl: false,
        preCompressed: true,
        setHeaders: (reply, path) => {
          const kept = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
          reply.header('cache-control', kept)
        },
      })
      // In this context, because only here replies know how to send a file.
      files.setNotFoundHandler({}, (request, reply) => {
        const isPage =
          request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html')
        if (!isPage) throw new ProblemError('not-found')
        if (audience === 'participants' && request.url === '/') return reply.redirect('/d')
        return reply.sendFile(pageAt(request.url))
      })
    })
  },
  { name: 'web', dependencies: ['problems', 'access'] },
)

function pageAt(url: string): string {
  if (/^\/d(\/|$|\?)/.test(url)) return 'join.html'
  return /^\/scherm(\/|$|\?)/.test(url) ? 'wall.html' : 'index.html'
}
