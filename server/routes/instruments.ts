import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import { InstrumentParams, InstrumentSummary, InstrumentView } from '../contract/instruments.ts'
import { refusals } from '../contract/problems.ts'
import { listMembershipsOfUser } from '../db/queries/members.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { ACCOUNT, accountOfRequest, MEMBERS, scopeOfRequest } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { learnInstruments } from '../services/imported-instruments.ts'
import { titleOf, viewVersion } from '../services/instrument-view.ts'
import { mainInstrumentOf } from '../services/main-instrument.ts'

/** Instruments, for signed-in readers only: they say which dimension an item feeds. */
export const instrumentRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { instruments, db, now }) => {
  app.get(
    '/instruments',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'listInstruments',
        summary: 'The general instrument versions of this installation',
        tags: ['instruments'],
        response: { 200: listOf(InstrumentSummary), ...refusals('sign-in-needed') },
      },
    },
    async () => ({ items: instruments.list().map((known) => summaryOf(known, false)), next: null }),
  )

  app.get(
    '/organisations/:org/instruments',
    {
      config: { policy: MEMBERS },
      schema: {
        operationId: 'listOrganisationInstruments',
        summary: 'The instrument versions that an organisation may use: general ones, the main one first, and its own',
        tags: ['instruments'],
        params: OrganisationParams,
        response: { 200: listOf(InstrumentSummary), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const scope = scopeOfRequest(request)
      const { organisationId } = scope
      // Another process may have taken one in a moment ago.
      await learnInstruments(db, instruments, organisationId)
      const own = instruments.listOwn(organisationId).map((known) => summaryOf(known, true))
      const main = await mainInstrumentOf(db, scope)
      const general = instruments.list().toSorted((a, b) => Number(b.id === main) - Number(a.id === main))
      return { items: [...general.map((known) => summaryOf(known, false)), ...own], next: null }
    },
  )

  app.get(
    '/instruments/:id/:version',
    {
      config: { policy: ACCOUNT },
      compress: {},
      schema: {
        operationId: 'readInstrument',
        summary: 'One instrument version with all its texts: a general one, or one of an organisation of the reader',
        tags: ['instruments'],
        params: InstrumentParams,
        response: { 200: InstrumentView, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const { id, version } = request.params
      const general = instruments.findFor([], id, version)
      if (general !== undefined) return viewVersion(general)
      const memberships = await listMembershipsOfUser(db, accountOfRequest(request).userId, now().toISOString())
      const theirs = memberships.map(({ organisationId }) => organisationId)
      const instrument = instruments.findFor(theirs, id, version)
      if (instrument === undefined) throw new ProblemError('not-found')
      return viewVersion(instrument)
    },
  )
}

function summaryOf({ id, version, texts }: LoadedInstrument, isOwn: boolean) {
  return { id, version, title: titleOf(texts), isOwn }
}
