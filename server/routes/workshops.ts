import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id, listOf, OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import {
  ArgumentInput,
  Command,
  ControlInput,
  DisplayLink,
  RehearsalInput,
  Workshop,
  WorkshopChange,
  WorkshopInput,
  WorkshopParams,
  WorkshopSummary,
} from '../contract/workshops.ts'
import { listWorkshops } from '../db/queries/workshops.ts'
import { MEMBERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { startRehearsal } from '../services/rehearsals.ts'
import { command, noteArgument } from '../services/workshop-commands.ts'
import { viewWorkshop } from '../services/workshop-view.ts'
import {
  changeWorkshop,
  createWorkshop,
  endDisplayLinks,
  handControls,
  makeDisplayLink,
  removeRehearsal,
} from '../services/workshops.ts'

const Made = z.object({ id: Id }).meta({ id: 'WorkshopMade' })
const WORKSHOPS = '/organisations/:org/workshops'
const WORKSHOP = `${WORKSHOPS}/:workshop`
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request'] as const

/** Workshops: preparing one, and running it. */
export const workshopRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['workshops'] })
  const runners = { config: { policy: ROUND_RUNNERS } }

  app.get(
    WORKSHOPS,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('listWorkshops', 'Workshops of an organisation, newest first'),
        params: OrganisationParams,
        response: { 200: listOf(WorkshopSummary), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const rows = await listWorkshops(deps.db, scopeOfRequest(request))
      const items = rows.map(({ id, roundId, title, state, purpose, createdAt }) => {
        return { id, roundId, title, state, isRehearsal: purpose === 'rehearsal', createdAt }
      })
      return { items, next: null }
    },
  )

  app.post(
    WORKSHOPS,
    {
      ...runners,
      schema: {
        ...about('createWorkshop', 'Prepare a workshop for a round'),
        params: OrganisationParams,
        body: WorkshopInput,
        response: { 201: Made, ...refusals(...REFUSED, 'workshop-exists', 'answered-together') },
      },
    },
    async (request, reply) => reply.code(201).send(await createWorkshop(deps, scopeOfRequest(request), request.body)),
  )

  app.get(
    WORKSHOP,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readWorkshop', 'A workshop: counts and states, never ratings'),
        params: WorkshopParams,
        response: { 200: Workshop, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => viewWorkshop(deps, scopeOfRequest(request), request.params.workshop),
  )

  app.patch(
    WORKSHOP,
    {
      ...runners,
      schema: {
        ...about('changeWorkshop', 'Change the time plan or the number expected'),
        params: WorkshopParams,
        body: WorkshopChange,
        response: { 200: Workshop, ...refusals(...REFUSED) },
      },
    },
    async (request) => {
      await changeWorkshop(deps, scopeOfRequest(request), request.params.workshop, request.body)
      return viewWorkshop(deps, scopeOfRequest(request), request.params.workshop)
    },
  )

  app.post(
    `${WORKSHOP}/commands`,
    {
      ...runners,
      schema: {
        ...about('commandWorkshop', 'Do what the facilitator pressed'),
        params: WorkshopParams,
        body: Command,
        response: {
          200: Workshop,
          ...refusals(
            ...REFUSED,
            'controls-held',
            'nothing-revealed',
            'not-closed-yet',
            'nothing-to-release',
            'vote-running',
            'round-closed',
            'round-not-open',
            'unknown-item',
            'unknown-horizon',
          ),
        },
      },
    },
    async (request) => {
      await command(deps, scopeOfRequest(request), request.params.workshop, request.body)
      return viewWorkshop(deps, scopeOfRequest(request), request.params.workshop)
    },
  )

  app.post(
    `${WORKSHOP}/controls`,
    {
      ...runners,
      schema: {
        ...about('handControls', 'Take the controls, or give them up'),
        params: WorkshopParams,
        body: ControlInput,
        response: { 200: Workshop, ...refusals(...REFUSED) },
      },
    },
    async (request) => {
      await handControls(deps, scopeOfRequest(request), request.params.workshop, request.body.action)
      return viewWorkshop(deps, scopeOfRequest(request), request.params.workshop)
    },
  )

  app.post(
    `${WORKSHOP}/display-links`,
    {
      ...runners,
      schema: {
        ...about('makeDisplayLink', 'A link that opens the wall on any screen; shown once'),
        params: WorkshopParams,
        response: { 201: DisplayLink, ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request, reply) => {
      const { token } = await makeDisplayLink(deps, scopeOfRequest(request), request.params.workshop)
      const url = `${deps.publicOrigin ?? deps.participantOrigin()}/scherm#${token}`
      return reply.code(201).send({ url })
    },
  )

  app.delete(
    `${WORKSHOP}/display-links`,
    {
      ...runners,
      schema: {
        ...about('endDisplayLinks', 'End every link of a wall of this workshop'),
        params: WorkshopParams,
        response: { 204: z.null(), ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request, reply) => {
      await endDisplayLinks(deps, scopeOfRequest(request), request.params.workshop)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${WORKSHOP}/votes/:round/arguments`,
    {
      ...runners,
      schema: {
        ...about('noteArgument', 'Note the words that moved people at an item of a second vote'),
        params: WorkshopParams.extend({ round: Id }),
        body: ArgumentInput,
        response: { 200: Workshop, ...refusals(...REFUSED, 'unknown-item') },
      },
    },
    async (request) => {
      const { workshop, round } = request.params
      await noteArgument(deps, scopeOfRequest(request), workshop, round, request.body)
      return viewWorkshop(deps, scopeOfRequest(request), workshop)
    },
  )

  app.post(
    `${WORKSHOP}/rehearsals`,
    {
      ...runners,
      schema: {
        ...about('startRehearsal', 'Rehearse with simulated phones, in a round of its own'),
        params: WorkshopParams,
        body: RehearsalInput,
        response: { 201: Made, ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      const { phones } = request.body
      const id = await startRehearsal(deps, scopeOfRequest(request), request.params.workshop, phones)
      return reply.code(201).send({ id })
    },
  )

  app.delete(
    WORKSHOP,
    {
      ...runners,
      schema: {
        ...about('removeRehearsal', 'Remove a rehearsal with everything in it'),
        params: WorkshopParams,
        response: { 204: z.null(), ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request, reply) => {
      await removeRehearsal(deps, scopeOfRequest(request), request.params.workshop)
      return reply.code(204).send(null)
    },
  )
}
