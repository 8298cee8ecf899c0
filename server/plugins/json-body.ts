import fp from 'fastify-plugin'
import { ProblemError } from '../problem.ts'

/**
 * Bodies are JSON and nothing else: a form of another site can send plain text without asking first, JSON it cannot.
 * Neither may a text hold the character NUL, which PostgreSQL cannot store.
 */
export default fp(
  async (app) => {
    const parse = app.getDefaultJsonParser('error', 'error')
    app.removeContentTypeParser('text/plain')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      if (body.includes('\\u0000'))
        done(new ProblemError('malformed-json', { detail: 'A text holds the character NUL.' }))
      else parse(request, String(body), done)
    })
  },
  { name: 'json-body', dependencies: ['problems'] },
)
