import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../problem.ts'

/** What a file is sent as. No form of another site can send this without asking first. */
export const FILE_TYPE = 'application/octet-stream'

/**
 * Makes the routes of this encapsulated part take a file as their body and nothing else: `fileOf(request.body)`. Who may
 * send it is known before the first byte of it is read.
 *
 * @param mostBytes a larger one is refused with `body-too-large` while it comes in.
 */
export function takeFiles(part: FastifyInstance, mostBytes: number): void {
  part.removeAllContentTypeParsers()
  part.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
}

/**
 * The bytes that came.
 *
 * @throws {ProblemError} `invalid-request` when there are none.
 */
export function fileOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body
  throw new ProblemError('invalid-request', { errors: [{ pointer: '#', detail: 'the body has to be a file' }] })
}

/** What the file is called by whoever sent it, URI-encoded as it came; undefined when that was not said. */
export function encodedNameOf({ 'x-file-name': header }: IncomingHttpHeaders): string | undefined {
  return typeof header === 'string' ? header : undefined
}
