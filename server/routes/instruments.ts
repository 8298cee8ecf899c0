import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { listOf } from '../contract/common.ts'
import { InstrumentParams, InstrumentSummary, InstrumentView } from '../contract/instruments.ts'
import { refusals } from '../contract/problems.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { ACCOUNT } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'

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
      return viewOf(instrument)
    },
  )
}

function titleOf(texts: LoadedInstrument['texts']): { nl: string; en: string } {
  return { nl: texts.nl.title, en: texts.en.title }
}

function viewOf(instrument: LoadedInstrument): InstrumentView {
  const { texts } = instrument
  return {
    id: instrument.id,
    version: instrument.version,
    title: titleOf(texts),
    dimensions: instrument.dimensions,
    perspectives: instrument.perspectives,
    horizons: instrument.horizons,
    scale: instrument.scale,
    balance: instrument.balance,
    names: { nl: namesOf(texts.nl), en: namesOf(texts.en) },
    items: instrument.items.flatMap(({ id, dimension, perspective, inPulse, reverse }) => {
      const [nl, en] = [texts.nl.items[id], texts.en.items[id]]
      return nl && en ? [{ id, dimension, perspective, inPulse, reverse, texts: { nl, en } }] : []
    }),
  }
}

function namesOf({ items: _items, ...names }: LoadedInstrument['texts']['nl']): InstrumentView['names']['nl'] {
  return names
}
