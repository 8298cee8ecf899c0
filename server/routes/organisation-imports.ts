import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { ArchiveImported, ArchivePreview, MOST_ARCHIVE_BYTES } from '../contract/archives.ts'
import { refusals } from '../contract/problems.ts'
import { ACCOUNT, accountOfRequest } from '../plugins/access.ts'
import { fileOf, takeFiles } from '../plugins/file-body.ts'
import { importOrganisation, previewOrganisation } from '../services/organisation-imports.ts'
import { localeOfHeader } from '../texts.ts'

const IMPORT = '/organisations/import'
const ArchiveBody = z.any().describe('The bytes of an archive as `exportOrganisation` gives it')
const REFUSED = [
  'sign-in-needed',
  'invalid-request',
  'body-too-large',
  'unsupported-media-type',
  'busy',
  'too-many-attempts',
] as const

/** A new organisation out of an archive of one; whoever imports it owns it. */
export const organisationImportRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  await app.register(async (part) => {
    takeFiles(part, MOST_ARCHIVE_BYTES)
    const files = part.withTypeProvider<ZodTypeProvider>()

    files.post(
      `${IMPORT}/preview`,
      {
        config: { policy: ACCOUNT },
        schema: {
          operationId: 'previewOrganisationImport',
          summary: 'What an archive would become; nothing of it is kept',
          tags: ['organisations'],
          body: ArchiveBody,
          response: { 200: ArchivePreview, ...refusals(...REFUSED) },
        },
      },
      (request) => {
        const { userId } = accountOfRequest(request)
        return previewOrganisation(deps, userId, fileOf(request.body), localeOf(request))
      },
    )

    files.post(
      IMPORT,
      {
        config: { policy: ACCOUNT },
        schema: {
          operationId: 'importOrganisation',
          summary: 'Make a new organisation out of an archive, whole or not at all',
          tags: ['organisations'],
          body: ArchiveBody,
          response: {
            201: ArchiveImported,
            ...refusals(...REFUSED, 'archive-faulty', 'instrument-taken', 'too-many-instruments'),
          },
        },
      },
      async (request, reply) => {
        const { userId } = accountOfRequest(request)
        return reply.code(201).send(await importOrganisation(deps, userId, fileOf(request.body), localeOf(request)))
      },
    )
  })
}

function localeOf(request: FastifyRequest) {
  return localeOfHeader(request.headers['accept-language'])
}
