import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { listOf } from '../contract/common.ts'
import { InstrumentParams, InstrumentSummary, InstrumentView } from '../contract/instruments.ts'
import { refusals } from '../contract/problems.ts'
import { ACCOUNT } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { titleOf, viewInstrument } from '../services/instrument-view.ts'

/** Instruments, for signed-in readers only: they say which dimension an item feeds. */
export const instrumentRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, { instruments }) => {
  app.get(
    '/instruments',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'listInstruments',
        summary: 'The instrument versions of this installation',
        tags: ['instruments'],
        response: { 200: listOf(InstrumentSummary), ...refusals('sign-in-needed') },
      },
    },
    async () => ({
      items: instruments.list().map(({ id, version, texts }) => ({ id, version, title: titleOf(texts) })),
      next: null,
    }),
  )

  app.get(
    '/instruments/:id/:version',
    {
      config: { policy: ACCOUNT },
      compress: {},
      schema: {
        operationId: 'readInstrument',
        summary: 'One instrument version with all its texts',
        tags: ['instruments'],
        params: InstrumentParams,
        response: { 200: InstrumentView, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const instrument = instruments.find(request.params.id, request.params.version)
      if (instrument === undefined) throw new ProblemError('not-found')
      return viewInstrument(instrument)
    },
  )
}
