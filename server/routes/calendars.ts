import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { CalendarFeed, CalendarParams } from '../contract/calendars.ts'
import { OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { MEMBERS, PUBLIC, scopeOfRequest } from '../plugins/access.ts'
import {
  type CalendarDeps,
  endCalendarFeed,
  hasCalendarFeed,
  makeCalendar,
  makeCalendarFeed,
  readCalendar,
} from '../services/calendars.ts'
import { localeOfHeader } from '../texts.ts'

const FEED = '/organisations/:org/calendar-feed'
const READ = ['sign-in-needed', 'not-found'] as const
const ICS = 'text/calendar; charset=utf-8'
const Calendar = {
  200: { description: 'iCalendar, RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
}

/** Days to look back at interventions, for calendars. */
export const calendarRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, now }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['interventions'] })
  const depsOf = ({ ownOrigin }: FastifyRequest): CalendarDeps => ({ db, now, origin: ownOrigin })

  app.get(
    '/organisations/:org/interventions/calendar.ics',
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('downloadCalendar', 'The days to look back, as a file'),
        params: OrganisationParams,
        response: { ...Calendar, ...refusals(...READ) },
      },
    },
    async (request, reply) => {
      const locale = localeOfHeader(request.headers['accept-language'])
      const { organisationId } = scopeOfRequest(request)
      reply.type(ICS).header('content-disposition', 'attachment; filename="meervoud.ics"')
      return makeCalendar(depsOf(request), organisationId, locale)
    },
  )

  app.get(
    FEED,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('readCalendarFeed', 'Whether one follows the calendar'),
        params: OrganisationParams,
        response: { 200: CalendarFeed, ...refusals(...READ) },
      },
    },
    async (request) => ({ exists: await hasCalendarFeed(db, scopeOfRequest(request)), url: null }),
  )

  app.post(
    FEED,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('makeCalendarFeed', 'Make the secret address of a calendar; the one before ends'),
        params: OrganisationParams,
        response: { 201: CalendarFeed, ...refusals(...READ) },
      },
    },
    async (request, reply) => {
      const url = await makeCalendarFeed(depsOf(request), scopeOfRequest(request))
      return reply.code(201).send({ exists: true, url })
    },
  )

  app.delete(
    FEED,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('endCalendarFeed', 'End the address of a calendar'),
        params: OrganisationParams,
        response: { 204: z.null(), ...refusals(...READ) },
      },
    },
    async (request, reply) => {
      await endCalendarFeed({ db, now }, scopeOfRequest(request))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/calendar/:file',
    {
      config: { policy: PUBLIC },
      schema: {
        ...about('readCalendar', 'The calendar behind a secret address'),
        params: CalendarParams,
        response: { ...Calendar, ...refusals('not-found') },
      },
    },
    async (request, reply) => {
      const token = request.params.file.slice(0, -'.ics'.length)
      const calendar = await readCalendar(depsOf(request), token)
      return reply.type(ICS).send(calendar)
    },
  )
}
