import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem, ProblemCode } from '../contract/problems.ts'
import { DATABASE_RETRY_SECONDS, isDatabaseAway } from '../db/database-away.ts'
import { isStorageBroken, isStorageFull } from '../db/storage-full.ts'
import { ProblemError } from '../problem.ts'
import { localeOfHeader, text } from '../texts.ts'
import { RETRY_AFTER_SECONDS } from '../upkeep/storage-room.ts'

/** Sends everything thrown as RFC 9457 problem details. No other file knows how a refusal looks on the wire. */
export default fp(
  async (app) => {
    app.setErrorHandler(sendProblem)
  },
  { name: 'problems' },
)

/** Said once by whoever looks after disk and database: a line for each refusal would fill the disk further. */
const SAID_ONCE: ReadonlySet<ProblemCode> = new Set(['storage-full', 'database-away'])

/** Answers a request with what was thrown while it was served. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  if (refusal.status >= 500 && !SAID_ONCE.has(refusal.code)) request.log.error({ err: error }, refusal.code)
  if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter))
  return reply.code(refusal.status).type('application/problem+json').send(problemFor(refusal, request))
}

/** A refusal with the sentence of the reader's language. */
export function problemFor(refusal: ProblemError, request: FastifyRequest): Problem {
  return refusal.toProblem(text(localeOfHeader(request.headers['accept-language']), `problem-${refusal.code}`))
}

function refusalOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (!(error instanceof Error)) return new ProblemError('internal', { cause: error })
  if (isStorageFull(error)) return new ProblemError('storage-full', { cause: error, retryAfter: RETRY_AFTER_SECONDS })
  if (isDatabaseAway(error))
    return new ProblemError('database-away', { cause: error, retryAfter: DATABASE_RETRY_SECONDS })
  if (isStorageBroken(error)) return new ProblemError('storage-broken', { cause: error })
  const fastifyError = error as FastifyError
  if (hasZodFastifySchemaValidationErrors(fastifyError)) return invalidRequest(fastifyError)
  return new ProblemError(codeOf(fastifyError), { cause: error })
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_NOT_FOUND: 'not-found',
}

function codeOf(error: FastifyError): ProblemCode {
  const known = CODES[error.code]
  if (known !== undefined) return known
  const status = error.statusCode ?? 500
  if (status === 400) return 'malformed-json'
  return status < 500 ? 'invalid-request' : 'internal'
}

interface SchemaIssue {
  readonly keyword?: string
  readonly instancePath: string
  readonly message?: string | undefined
  readonly params?: { readonly keys?: readonly string[] }
}

function invalidRequest(error: FastifyError): ProblemError {
  const issues = (error.validation ?? []) as readonly SchemaIssue[]
  const errors = issues.map((issue) => ({ pointer: pointerOf(issue), detail: detailOf(issue) }))
  return new ProblemError('invalid-request', { errors })
}

/** Names that come back to the sender: whatever is not plain is somebody's text, and stays out of a refusal. */
const PLAIN_NAME = /^[\w-]{1,40}$/

function pointerOf({ instancePath }: SchemaIssue): string {
  const parts = instancePath.split('/').map((part) => (part === '' || PLAIN_NAME.test(part) ? part : '?'))
  return `#${parts.join('/')}`
}

function detailOf({ keyword, message, params }: SchemaIssue): string {
  if (keyword !== 'unrecognized_keys') return message ?? ''
  const names = (params?.keys ?? []).filter((key) => PLAIN_NAME.test(key))
  return ['is not known here', ...names].join(': ')
}
