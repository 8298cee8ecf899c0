import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { refusals } from '../contract/problems.ts'
import {
  DotsInput,
  Entry,
  EntryInput,
  EntryMarks,
  EntryParams,
  GroupInput,
  ReflectionParams,
} from '../contract/reflections.ts'
import { scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { giveDots, groupEntries, markEntry, removeEntry, saveEntry } from '../services/reflection-entries.ts'

const REFLECTION = '/organisations/:org/reflections/:reflection'
const ENTRY = `${REFLECTION}/entries/:entry`
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request', 'reflection-closed'] as const

/** Cards of a reflection, as members write them. */
export const reflectionEntryRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['reflections'] })
  const writers = { config: { policy: WRITERS } }

  app.put(
    ENTRY,
    {
      ...writers,
      schema: {
        ...about('saveEntry', 'Write a card, new or changed'),
        params: EntryParams,
        body: EntryInput,
        response: { 200: Entry, ...refusals(...REFUSED, 'edited-meanwhile', 'too-many-conditions') },
      },
    },
    (request) =>
      saveEntry(deps, scopeOfRequest(request), request.params.reflection, request.params.entry, request.body),
  )

  app.patch(
    ENTRY,
    {
      ...writers,
      schema: {
        ...about('markEntry', 'Take a card along, or out of sight of the room'),
        params: EntryParams,
        body: EntryMarks,
        response: { 200: Entry, ...refusals(...REFUSED) },
      },
    },
    (request) =>
      markEntry(deps, scopeOfRequest(request), request.params.reflection, request.params.entry, request.body),
  )

  app.delete(
    ENTRY,
    {
      ...writers,
      schema: {
        ...about('removeEntry', "Throw a member's card away"),
        params: EntryParams,
        response: { 204: z.null(), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      const { reflection, entry } = request.params
      await removeEntry(deps, scopeOfRequest(request), reflection, entry)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${REFLECTION}/groups`,
    {
      ...writers,
      schema: {
        ...about('groupEntries', 'Put cards together under one of them, or take them apart'),
        params: ReflectionParams,
        body: GroupInput,
        response: { 204: z.null(), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await groupEntries(deps, scopeOfRequest(request), request.params.reflection, request.body)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${REFLECTION}/votes`,
    {
      ...writers,
      schema: {
        ...about('giveDots', 'Give own dots to cards or candidates of a question'),
        params: ReflectionParams,
        body: DotsInput,
        response: { 204: z.null(), ...refusals(...REFUSED, 'too-many-dots', 'voting-closed') },
      },
    },
    async (request, reply) => {
      await giveDots(deps, scopeOfRequest(request), request.params.reflection, request.body)
      return reply.code(204).send(null)
    },
  )
}
