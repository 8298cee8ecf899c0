import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id, listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import {
  PhaseInput,
  PresenceInput,
  Reflection,
  ReflectionChange,
  ReflectionInput,
  ReflectionParams,
  ReflectionSummary,
} from '../contract/reflections.ts'
import { MEMBERS, ROUND_RUNNERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { viewReflection } from '../services/reflection-view.ts'
import {
  changePhase,
  changeReflection,
  listReflectionSummaries,
  noteReflectionPresence,
  startReflection,
} from '../services/reflections.ts'

const Made = z.object({ id: Id }).meta({ id: 'ReflectionMade' })
const REFLECTIONS = '/organisations/:org/reflections'
const REFLECTION = `${REFLECTIONS}/:reflection`
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request'] as const

/** Reflections: the conversation about a release through seven questions. */
export const reflectionRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['reflections'] })

  app.get(
    REFLECTIONS,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('listReflections', 'Reflections of an organisation, newest first'),
        params: OrganisationParams,
        response: { 200: listOf(ReflectionSummary), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => ({ items: await listReflectionSummaries(deps.db, scopeOfRequest(request)), next: null }),
  )

  app.post(
    REFLECTIONS,
    {
      config: { policy: WRITERS },
      schema: {
        ...about('startReflection', 'Start a reflection about the newest release of a round'),
        params: OrganisationParams,
        body: ReflectionInput,
        response: { 201: Made, ...refusals(...REFUSED, 'no-release-yet') },
      },
    },
    async (request, reply) => reply.code(201).send(await startReflection(deps, scopeOfRequest(request), request.body)),
  )

  app.get(
    REFLECTION,
    {
      config: { policy: MEMBERS },
      compress: {},
      schema: {
        ...about('readReflection', 'A reflection with its facts and cards'),
        params: ReflectionParams,
        response: { 200: Reflection, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => viewReflection(deps, scopeOfRequest(request), request.params.reflection),
  )

  app.patch(
    REFLECTION,
    {
      config: { policy: WRITERS },
      schema: {
        ...about('changeReflection', 'Change its title, what it is about, what is skipped, or close it'),
        params: ReflectionParams,
        body: ReflectionChange,
        response: { 200: Reflection, ...refusals(...REFUSED, 'reflection-closed') },
      },
    },
    async (request) => {
      await changeReflection(deps, scopeOfRequest(request), request.params.reflection, request.body)
      return viewReflection(deps, scopeOfRequest(request), request.params.reflection)
    },
  )

  app.put(
    `${REFLECTION}/phase`,
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        ...about('changePhase', 'Bring the room to another phase of a question'),
        params: ReflectionParams,
        body: PhaseInput,
        response: { 204: z.null(), ...refusals(...REFUSED, 'reflection-closed') },
      },
    },
    async (request, reply) => {
      await changePhase(deps, scopeOfRequest(request), request.params.reflection, request.body)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${REFLECTION}/presence`,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('noteReflectionPresence', 'Say that one looks at a question or a card'),
        params: ReflectionParams,
        body: PresenceInput,
        response: { 204: z.null(), ...refusals('sign-in-needed', 'not-found', 'invalid-request') },
      },
    },
    async (request, reply) => {
      await noteReflectionPresence(deps, scopeOfRequest(request), request.params.reflection, request.body)
      return reply.code(204).send(null)
    },
  )
}
