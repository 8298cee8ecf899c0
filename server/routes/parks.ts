import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import {
  Park,
  ParkChange,
  ParkImportPreview,
  ParkImportQuery,
  ParkInput,
  ParkMade,
  ParkParams,
  ParkRegion,
  ParksImported,
} from '../contract/parks.ts'
import { refusals } from '../contract/problems.ts'
import { listParkRegions, listParks } from '../db/queries/parks.ts'
import { PROGRAMME_READERS, PROGRAMME_WORKERS, scopeOfRequest } from '../plugins/access.ts'
import { fileOf, takeFiles } from '../plugins/file-body.ts'
import { addPark, changePark, readPark } from '../services/parks.ts'
import { importParks, previewParks } from '../services/parks-import.ts'

const PARKS = '/organisations/:org/programme/parks'
const READING = ['sign-in-needed', 'not-found', 'not-allowed'] as const
const SENDING = [
  ...READING,
  'invalid-request',
  'body-too-large',
  'unsupported-media-type',
  'too-many-attempts',
] as const
/** The whole national register is a fifth of this. */
const MOST_FILE_BYTES = 2 * 1024 * 1024
const File = z.any().describe('The bytes of a CSV file')

/** The business parks of a programme, with what is known of them beside their scores. */
export const parkRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['parks'] })

  await app.register(async (part) => {
    takeFiles(part, MOST_FILE_BYTES)
    const files = part.withTypeProvider<ZodTypeProvider>()
    const schema = { params: OrganisationParams, querystring: ParkImportQuery, body: File }

    files.post(
      `${PARKS}/import/preview`,
      {
        config: { policy: PROGRAMME_WORKERS },
        schema: {
          ...about('previewParkImport', 'What a CSV of business parks would become, with everything odd in it'),
          ...schema,
          response: { 200: ParkImportPreview, ...refusals(...SENDING) },
        },
      },
      (request) => previewParks(deps, scopeOfRequest(request), sentOf(request.body, request.query.source)),
    )

    files.post(
      `${PARKS}/import`,
      {
        config: { policy: PROGRAMME_WORKERS },
        schema: {
          ...about('importParks', 'Add the parks of a CSV; known register numbers get its facts'),
          ...schema,
          response: { 200: ParksImported, ...refusals(...SENDING, 'import-refused') },
        },
      },
      (request) => importParks(deps, scopeOfRequest(request), sentOf(request.body, request.query.source)),
    )
  })

  app.get(
    PARKS,
    {
      compress: {},
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('listParks', 'The parks of the programme, by name'),
        params: OrganisationParams,
        response: { 200: listOf(Park), ...refusals(...READING) },
      },
    },
    async (request) => ({ items: await listParks(deps.db, scopeOfRequest(request)), next: null }),
  )

  app.post(
    PARKS,
    {
      config: { policy: PROGRAMME_WORKERS },
      schema: {
        ...about('addPark', 'Add one park by hand'),
        params: OrganisationParams,
        body: ParkInput,
        response: { 201: ParkMade, ...refusals(...READING, 'park-known', 'invalid-request') },
      },
    },
    async (request, reply) => reply.code(201).send({ id: await addPark(deps, scopeOfRequest(request), request.body) }),
  )

  app.get(
    `${PARKS}/:park`,
    {
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('readPark', 'One park of the programme'),
        params: ParkParams,
        response: { 200: Park, ...refusals(...READING) },
      },
    },
    (request) => readPark(deps, scopeOfRequest(request), request.params.park),
  )

  app.put(
    `${PARKS}/:park`,
    {
      config: { policy: PROGRAMME_WORKERS },
      schema: {
        ...about('changePark', 'Put other facts in place of those of a park'),
        params: ParkParams,
        body: ParkChange,
        response: { 200: Park, ...refusals(...READING, 'edited-meanwhile', 'park-known', 'invalid-request') },
      },
    },
    (request) => changePark(deps, scopeOfRequest(request), request.params.park, request.body),
  )

  app.get(
    '/organisations/:org/programme/regions',
    {
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('listParkRegions', 'The regions that the parks of the programme are in, by name'),
        params: OrganisationParams,
        response: { 200: listOf(ParkRegion), ...refusals(...READING) },
      },
    },
    async (request) => ({ items: await listParkRegions(deps.db, scopeOfRequest(request)), next: null }),
  )
}

function sentOf(body: unknown, source: string | undefined): { bytes: Buffer; source: string | null } {
  return { bytes: fileOf(body), source: source ?? null }
}
