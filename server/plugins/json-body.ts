import fp from 'fastify-plugin'
import { ProblemError } from '../problem.ts'

/**
 * Bodies are JSON and nothing else: a form of another site can send plain text without asking first, JSON it cannot.
 * Neither may a text hold the character NUL, which PostgreSQL cannot store, nor an object the same name twice, of which
 * two readers take different ones. A route that takes no body is sent none: what would be ignored is refused.
 */
export default fp(
  async (app) => {
    const parse = app.getDefaultJsonParser('error', 'error')
    app.removeContentTypeParser('text/plain')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      const text = String(body)
      if (text.includes('\\u0000'))
        return done(new ProblemError('malformed-json', { detail: 'A text holds the character NUL.' }))
      parse(request, text, (error, value: unknown) => {
        if (error === null && countOfNames(text) !== countOfFields(value))
          done(new ProblemError('malformed-json', { detail: 'An object holds the same name twice.' }))
        else done(error, value)
      })
    })
    app.addHook('preValidation', async ({ body, routeOptions }) => {
      // A file is taken where `takeFiles` says so, and nowhere else read.
      if (Buffer.isBuffer(body)) return
      const isSomething = body !== undefined && body !== null && JSON.stringify(body) !== '{}'
      if (isSomething && routeOptions.url !== undefined && routeOptions.schema?.body === undefined)
        throw new ProblemError('invalid-request', { errors: [{ pointer: '#', detail: 'no body is taken here' }] })
    })
  },
  { name: 'json-body', dependencies: ['problems'] },
)

const [QUOTE, BACKSLASH, COLON] = [34, 92, 58]

/** How many names stand in a JSON text: colons that are in no string. */
function countOfNames(text: string): number {
  let count = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (isInString && letter === BACKSLASH) at += 1
    else if (letter === QUOTE) isInString = !isInString
    else if (letter === COLON && !isInString) count += 1
  }
  return count
}

/** How many fields a value has, with those of everything in it; without recursion, as somebody may nest deeply. */
function countOfFields(value: unknown): number {
  let count = 0
  const waiting: unknown[] = [value]
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const values: unknown[] = Object.values(next)
    if (!Array.isArray(next)) count += values.length
    for (const one of values) if (typeof one === 'object') waiting.push(one)
  }
  return count
}
