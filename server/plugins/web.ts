import fastifyStatic from '@fastify/static'
import fp from 'fastify-plugin'
import { ProblemError } from '../problem.ts'
import { PUBLIC } from './access.ts'

/**
 * Serves the built pages. Files with a hash in their name are kept for a year, pages never; every address that is no
 * file and no call opens a page, which has its own router: `/d` the small one for phones, the rest the product.
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
        const isParticipant = /^\/d(\/|$|\?)/.test(request.url)
        if (audience === 'participants' && request.url === '/') return reply.redirect('/d')
        return reply.sendFile(isParticipant ? 'join.html' : 'index.html')
      })
    })
  },
  { name: 'web', dependencies: ['problems', 'access'] },
)
