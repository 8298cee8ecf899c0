import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { namesTag } from '../conditions.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import {
  ProgrammeDocument,
  ProgrammePreview,
  ProgrammePreviewQuery,
  ProgrammeReleaseInput,
  ProgrammeReleaseParams,
  ProgrammeReleaseSummary,
} from '../contract/programme-releases.ts'
import { listReleaseNames } from '../db/queries/programme-releases.ts'
import { PROGRAMME_ANALYSTS, PROGRAMME_MANAGERS, PROGRAMME_READERS, scopeOfRequest } from '../plugins/access.ts'
import { publish } from '../services/programme-releases.ts'
import { ReleaseBodies, type ReleaseBody } from '../services/programme-releases-bodies.ts'
import { collectedBy, newestReleasesFirst } from '../services/programme-releases-input.ts'
import { previewRelease } from '../services/programme-releases-preview.ts'

const RELEASES = '/organisations/:org/programme/releases'

/** What a programme publishes: what would be shown, publishing it, and reading it back as it was stored. */
export const programmeReleaseRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['publications'] })
  const bodies = new ReleaseBodies()

  app.get(
    RELEASES,
    {
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('listProgrammeReleases', 'Everything that was published, newest quarter first'),
        params: OrganisationParams,
        response: { 200: listOf(ProgrammeReleaseSummary), ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request) => {
      const collected = await collectedBy(deps.db, scopeOfRequest(request))
      return { items: newestReleasesFirst(await listReleaseNames(deps.db, collected)), next: null }
    },
  )

  app.post(
    RELEASES,
    {
      config: { policy: PROGRAMME_MANAGERS },
      schema: {
        ...about('publishProgramme', 'Publish a quarter; it cannot be undone'),
        params: OrganisationParams,
        body: ProgrammeReleaseInput,
        response: {
          201: ProgrammeReleaseSummary,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'invalid-request',
            'nothing-to-publish',
            'programme-release-stands',
            'busy',
          ),
        },
      },
    },
    async (request, reply) => reply.code(201).send(await publish(deps, scopeOfRequest(request), request.body.period)),
  )

  app.get(
    `${RELEASES}/preview`,
    {
      config: { policy: PROGRAMME_ANALYSTS },
      compress: {},
      schema: {
        ...about('previewProgrammeRelease', 'What a publication would show now, and what not and why: no values'),
        params: OrganisationParams,
        querystring: ProgrammePreviewQuery,
        response: {
          200: ProgrammePreview,
          ...refusals('sign-in-needed', 'not-found', 'not-allowed', 'invalid-request', 'busy'),
        },
      },
    },
    (request) => previewRelease(deps, scopeOfRequest(request), request.query.period),
  )

  app.get(
    `${RELEASES}/:publication`,
    {
      config: { policy: PROGRAMME_READERS },
      compress: {},
      schema: {
        ...about('readProgrammeRelease', 'A release whole, as it was stored: it never changes'),
        params: ProgrammeReleaseParams,
        response: { 200: ProgrammeDocument, ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request, reply) => {
      const found = await bodies.read(deps.db, scopeOfRequest(request), request.params.publication)
      return sendStored(reply, found, request.headers['if-none-match'])
    },
  )
}

/** Sends the stored bytes: writing them anew would take longer, and could say something else. */
function sendStored(reply: FastifyReply, { etag, body }: ReleaseBody, condition: string | undefined): FastifyReply {
  // Weak, because the same tag stands for the bytes with and without compression.
  reply.header('etag', `W/${etag}`).header('cache-control', 'private, no-cache')
  if (namesTag(condition, etag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}
