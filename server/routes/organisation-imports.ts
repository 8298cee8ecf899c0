import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { ArchiveImported, ArchivePreview, MOST_ARCHIVE_BYTES } from '../contract/archives.ts'
import { refusals } from '../contract/problems.ts'
import { ACCOUNT, accountOfRequest } from '../plugins/access.ts'
import { FILE_TYPE, fileOf, takeFiles } from '../plugins/file-body.ts'
import { ProblemError } from '../problem.ts'
import { importOrganisation, previewOrganisation, takeArchiveTurn } from '../services/organisation-imports.ts'
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

/** Even a slow line brings 64 MB in this time. */
const LONGEST_SENDING_MS = 10 * 60_000

/** Who has the turn to send an archive. */
interface Turn {
  isWorking: boolean
  readonly giveBack: () => void
}
const turns = new WeakMap<FastifyRequest, Turn>()

/** A new organisation out of an archive of one; whoever imports it owns it. */
export const organisationImportRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  await app.register(async (part) => {
    takeFiles(part, MOST_ARCHIVE_BYTES)
    takeTurns(part, deps)
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
        const bytes = fileOf(request.body)
        return whileHeld(request, () => previewOrganisation(deps, bytes, localeOf(request)))
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
            200: ArchiveImported.describe('It was made of this very archive before; nothing was done now'),
            201: ArchiveImported,
            ...refusals(...REFUSED, 'archive-faulty', 'instrument-taken', 'too-many-instruments'),
          },
        },
      },
      async (request, reply) => {
        const { userId } = accountOfRequest(request)
        const bytes = fileOf(request.body)
        const made = await whileHeld(request, () => importOrganisation(deps, userId, bytes, localeOf(request)))
        return reply.code(made.isNew ? 201 : 200).send(made)
      },
    )
  })
}

/** Before the first byte: whoever has to wait need not send 64 MB first. */
function takeTurns(part: FastifyInstance, deps: RouteDeps): void {
  part.addHook('onRequest', async (request, reply) => {
    // What a form of another site can send is refused before it counts.
    const type = request.headers['content-type']?.toLowerCase()
    if (type !== undefined && !type.startsWith(FILE_TYPE)) throw new ProblemError('unsupported-media-type')
    const giveBack = await takeArchiveTurn(deps, accountOfRequest(request).userId)
    const turn: Turn = { isWorking: false, giveBack }
    turns.set(request, turn)
    const timer = setTimeout(() => turn.isWorking || request.raw.destroy(), LONGEST_SENDING_MS)
    // Whoever went away while the file came in holds nobody up; what is being written is written to its end.
    reply.raw.once('close', () => {
      clearTimeout(timer)
      if (!turn.isWorking) giveBack()
    })
  })
  part.addHook('onResponse', async (request) => turns.get(request)?.giveBack())
}

async function whileHeld<Result>(request: FastifyRequest, work: () => Promise<Result>): Promise<Result> {
  const turn = turns.get(request)
  if (turn !== undefined) turn.isWorking = true
  try {
    return await work()
  } finally {
    turn?.giveBack()
  }
}

function localeOf(request: FastifyRequest) {
  return localeOfHeader(request.headers['accept-language'])
}
