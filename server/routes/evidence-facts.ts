import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { RoundParams } from '../contract/common.ts'
import { VsmeKept, VsmePreview } from '../contract/evidence-facts.ts'
import { refusals } from '../contract/problems.ts'
import { MOST_WORKBOOK_BYTES } from '../import/workbook-guard.ts'
import { scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { fileOf, takeFiles } from '../plugins/file-body.ts'
import { keepVsme, previewVsme, removeVsme } from '../services/evidence-facts.ts'

const VSME = '/organisations/:org/rounds/:round/sheet/vsme'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'round-not-open', 'round-closed'] as const
const FILE_REFUSED = [
  'invalid-request',
  'unsupported-media-type',
  'body-too-large',
  'too-many-attempts',
  'busy',
  'not-a-workbook',
  'workbook-linked',
  'not-a-vsme-report',
] as const

/** Figures of a filled VSME template beside the questions of a sheet: looking, keeping and taking away. */
export const evidenceFactRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['company-sheets'] })
  const writers = { config: { policy: WRITERS } }

  app.register(async (part) => {
    takeFiles(part, MOST_WORKBOOK_BYTES)

    part.post(
      `${VSME}/preview`,
      {
        ...writers,
        schema: {
          ...about('previewVsme', 'What a filled VSME template (.xlsx) holds about the questions; nothing is kept'),
          params: RoundParams,
          response: { 200: VsmePreview, ...refusals(...REFUSED, ...FILE_REFUSED) },
        },
      },
      (request) => previewVsme(deps, scopeOfRequest(request), roundOf(request.params), fileOf(request.body)),
    )

    part.post(
      VSME,
      {
        ...writers,
        schema: {
          ...about('keepVsme', 'Put the figures of a filled VSME template beside the questions; none is an answer'),
          params: RoundParams,
          response: { 200: VsmeKept, ...refusals(...REFUSED, ...FILE_REFUSED) },
        },
      },
      (request) => keepVsme(deps, scopeOfRequest(request), roundOf(request.params), fileOf(request.body)),
    )
  })

  app.delete(
    VSME,
    {
      ...writers,
      schema: {
        ...about('removeVsme', 'Take the figures of a report away; where there are none, nothing happens'),
        params: RoundParams,
        response: { 204: z.null().describe('Done'), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await removeVsme(deps, scopeOfRequest(request), request.params.round)
      return reply.code(204).send(null)
    },
  )
}

function roundOf(params: unknown): string {
  return RoundParams.parse(params).round
}
