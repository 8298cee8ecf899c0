import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { EvidenceFile, EvidenceFileParams, EvidenceFileQuery, MOST_FILE_BYTES } from '../contract/company-sheets.ts'
import { refusals } from '../contract/problems.ts'
import { MEMBERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { encodedNameOf, FILE_TYPE, fileOf, takeFiles } from '../plugins/file-body.ts'
import { addEvidenceFile, readEvidenceFile, removeEvidenceFile } from '../services/evidence-files.ts'
import { asAttachment } from '../services/file-names.ts'

const FILE = '/organisations/:org/rounds/:round/sheet/files/:file'
const REFUSED = [
  'sign-in-needed',
  'not-found',
  'not-allowed',
  'invalid-request',
  'round-not-open',
  'round-closed',
] as const
/** Should a browser ever show a file, it may do nothing, and stands apart from our pages. */
const SANDBOX = "default-src 'none';sandbox;frame-ancestors 'none'"

/** Files that show where an answer comes from: in as bytes, out as downloads only. */
export const evidenceFileRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['company-sheets'] })

  await app.register(async (part) => {
    takeFiles(part, MOST_FILE_BYTES)
    part.put<{ Params: z.infer<typeof EvidenceFileParams>; Querystring: z.infer<typeof EvidenceFileQuery> }>(
      FILE,
      {
        config: { policy: WRITERS },
        schema: {
          ...about('addEvidenceFile', 'Add a file to a question: its bytes as the body, its name in x-file-name'),
          params: EvidenceFileParams,
          querystring: EvidenceFileQuery,
          response: {
            200: EvidenceFile,
            ...refusals(
              ...REFUSED,
              'unsupported-media-type',
              'body-too-large',
              'file-type-refused',
              'file-name-missing',
              'too-many-files',
              'no-room-for-files',
              'operation-reused',
            ),
          },
        },
      },
      (request) => {
        const { round, file: id } = request.params
        const name = encodedNameOf(request.headers)
        const sent = { id, itemId: request.query.item, name, content: fileOf(request.body) }
        return addEvidenceFile(deps, scopeOfRequest(request), round, sent)
      },
    )
  })

  app.get(
    FILE,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('downloadEvidenceFile', 'Save a file; it is never shown in a browser'),
        params: EvidenceFileParams,
        response: {
          200: { description: 'The bytes of the file', content: { [FILE_TYPE]: { schema: z.any() } } },
          ...refusals('sign-in-needed', 'not-found'),
        },
      },
    },
    async (request, reply) => {
      const { round, file } = request.params
      const { name, content } = await readEvidenceFile(deps, scopeOfRequest(request), round, file)
      reply.type(FILE_TYPE).header('content-disposition', asAttachment(name))
      reply.header('content-security-policy', SANDBOX).header('cache-control', 'no-store')
      return reply.send(content)
    },
  )

  app.delete(
    FILE,
    {
      config: { policy: WRITERS },
      schema: {
        ...about(
          'removeEvidenceFile',
          'Remove a file while the sheet is open: contributors only one that they added themselves',
        ),
        params: EvidenceFileParams,
        response: { 204: z.null().describe('Done'), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      const { round, file } = request.params
      await removeEvidenceFile(deps, scopeOfRequest(request), round, file)
      return reply.code(204).send(null)
    },
  )
}
