import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { RoomCardInput, RoomReflection, RoomStanceInput } from '../contract/reflection-room.ts'
import { DotsInput } from '../contract/reflections.ts'
import { LiveParams } from '../contract/workshops.ts'
import { PRESENT, presenceOfRequest, respondentSecretOf } from '../plugins/access.ts'
import { viewRoomReflection } from '../services/reflection-room.ts'
import { giveRoomDots, giveRoomStance, keepRoomCard, takeRoomCardBack } from '../services/reflection-room-writes.ts'

const ROOM = '/live/rounds/:round/reflection'
const CARD = `${ROOM}/cards/:card`
const CardParams = LiveParams.extend({ card: Id })
const REFUSED = [
  'sign-in-needed',
  'not-found',
  'not-allowed',
  'invalid-request',
  'no-reflection-shown',
  'reflection-closed',
] as const

/** The reflection that the wall of a room shows, for phones and the wall. */
export const reflectionRoomRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['live'] })
  const present = { config: { policy: PRESENT } }

  app.get(
    ROOM,
    {
      ...present,
      compress: {},
      schema: {
        ...about('readRoomReflection', 'The question, cards or proposal that the room works on; nobody is named'),
        params: LiveParams,
        response: { 200: RoomReflection, ...refusals('sign-in-needed', 'not-found', 'no-reflection-shown') },
      },
    },
    (request) => viewRoomReflection(deps, presenceOfRequest(request), respondentSecretOf(request, deps.secureCookies)),
  )

  app.put(
    CARD,
    {
      ...present,
      schema: {
        ...about('keepRoomCard', 'Write a card from a phone'),
        params: CardParams,
        body: RoomCardInput,
        response: { 204: z.null(), ...refusals(...REFUSED, 'cards-closed', 'too-many-cards') },
      },
    },
    async (request, reply) => {
      const secret = respondentSecretOf(request, deps.secureCookies)
      await keepRoomCard(deps, presenceOfRequest(request), secret, request.params.card, request.body)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    CARD,
    {
      ...present,
      schema: {
        ...about('takeRoomCardBack', 'Take an own card back'),
        params: CardParams,
        response: { 204: z.null(), ...refusals(...REFUSED, 'cards-closed') },
      },
    },
    async (request, reply) => {
      const secret = respondentSecretOf(request, deps.secureCookies)
      await takeRoomCardBack(deps, presenceOfRequest(request), secret, request.params.card)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${ROOM}/votes`,
    {
      ...present,
      schema: {
        ...about('giveRoomDots', 'Give dots from a phone'),
        params: LiveParams,
        body: DotsInput,
        response: { 204: z.null(), ...refusals(...REFUSED, 'voting-closed', 'too-many-dots') },
      },
    },
    async (request, reply) => {
      const secret = respondentSecretOf(request, deps.secureCookies)
      await giveRoomDots(deps, presenceOfRequest(request), secret, request.body)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${ROOM}/stance`,
    {
      ...present,
      schema: {
        ...about('giveRoomStance', 'Answer the proposal on the wall from a phone'),
        params: LiveParams,
        body: RoomStanceInput,
        response: { 204: z.null(), ...refusals(...REFUSED, 'consent-closed', 'objection-without-text') },
      },
    },
    async (request, reply) => {
      const secret = respondentSecretOf(request, deps.secureCookies)
      await giveRoomStance(deps, presenceOfRequest(request), secret, request.body)
      return reply.code(204).send(null)
    },
  )
}
