import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { listOf, OrganisationParams, RoundParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { CloseInput, Round, RoundChange, RoundInput, RoundItems, RoundMade } from '../contract/rounds.ts'
import { findRound, listRoundItemIds, listRounds } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { MEMBERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { closeRound } from '../services/closing.ts'
import { changeRoundDates } from '../services/round-dates.ts'
import { joinUrl, viewRound } from '../services/round-view.ts'
import { archiveRound, createRound, openRound } from '../services/rounds.ts'

/** Rounds of an organisation: making one, and moving it through its life. */
export const roundRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db } = deps

  app.get(
    '/organisations/:org/rounds',
    {
      config: { policy: MEMBERS },
      schema: {
        operationId: 'listRounds',
        summary: 'Rounds of an organisation, newest first',
        tags: ['rounds'],
        params: OrganisationParams,
        response: { 200: listOf(Round), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const rows = await listRounds(db, scopeOfRequest(request))
      return { items: await Promise.all(rows.map((row) => viewRound(deps, row))), next: null }
    },
  )

  app.post(
    '/organisations/:org/rounds',
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        operationId: 'createRound',
        summary: 'Make a round; it opens at once unless it is a draft',
        tags: ['rounds'],
        params: OrganisationParams,
        body: RoundInput,
        response: {
          201: RoundMade,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'invalid-request',
            'unknown-instrument',
            'unknown-item',
            'unknown-horizon',
            'opening-past',
            'due-past',
            'due-before-opening',
          ),
        },
      },
    },
    async (request, reply) => {
      const { id, code } = await createRound(deps, scopeOfRequest(request), request.body)
      return reply.code(201).send({ id, code: code ?? '', joinUrl: code === null ? '' : joinUrl(deps, code) })
    },
  )

  app.get(
    '/organisations/:org/rounds/:round',
    {
      config: { policy: MEMBERS },
      schema: {
        operationId: 'readRound',
        summary: 'State and counts of a round, never ratings',
        tags: ['rounds'],
        params: RoundParams,
        response: { 200: Round, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => readRound(request),
  )

  app.get(
    '/organisations/:org/rounds/:round/items',
    {
      config: { policy: MEMBERS },
      schema: {
        operationId: 'listRoundItems',
        summary: 'Ids of what a round asks, in asked order',
        tags: ['rounds'],
        params: RoundParams,
        response: { 200: RoundItems, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const { organisationId, id } = await roundOf(request)
      return { items: await listRoundItemIds(db, organisationId, id) }
    },
  )

  app.patch(
    '/organisations/:org/rounds/:round',
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        operationId: 'changeRoundDays',
        summary: 'Give a round other days: when it opens by itself, until when it asks, when it reminds',
        tags: ['rounds'],
        params: RoundParams,
        body: RoundChange,
        response: {
          200: Round,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'invalid-request',
            'round-closed',
            'round-not-draft',
            'round-not-open',
            'opening-past',
            'due-past',
            'due-before-opening',
          ),
        },
      },
    },
    async (request) => {
      await changeRoundDates(deps, scopeOfRequest(request), request.params.round, request.body)
      return readRound(request)
    },
  )

  const moves = {
    open: { summary: 'Open a draft', act: openRound },
    reopen: { summary: 'Open a closed round again; late answers count in', act: openRound },
    archive: { summary: 'Put a closed round away', act: archiveRound },
  } as const
  for (const [name, { summary, act }] of Object.entries(moves)) {
    app.post(
      `/organisations/:org/rounds/:round/${name}`,
      {
        config: { policy: ROUND_RUNNERS },
        schema: {
          operationId: `${name}Round`,
          summary,
          tags: ['rounds'],
          params: RoundParams,
          response: {
            200: Round,
            ...refusals(
              'sign-in-needed',
              'not-found',
              'not-allowed',
              'round-already-open',
              'round-not-open',
              'round-closed',
              'answers-gone',
            ),
          },
        },
      },
      async (request) => {
        await act(deps, scopeOfRequest(request), request.params.round)
        return readRound(request)
      },
    )
  }

  app.post(
    '/organisations/:org/rounds/:round/close',
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        operationId: 'closeRound',
        summary: 'No more answers; the final release is made',
        tags: ['rounds'],
        params: RoundParams,
        body: CloseInput.nullish(),
        response: {
          200: Round,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'round-closed',
            'round-not-open',
            'invalid-request',
            'sign-off-needed',
          ),
        },
      },
    },
    async (request) => {
      await closeRound(deps, scopeOfRequest(request), request.params.round, (request.body?.graceMinutes ?? 0) * 60)
      return readRound(request)
    },
  )

  async function readRound(request: FastifyRequest<{ Params: z.infer<typeof RoundParams> }>): Promise<Round> {
    return viewRound(deps, await roundOf(request))
  }

  async function roundOf(request: FastifyRequest<{ Params: z.infer<typeof RoundParams> }>): Promise<RoundRow> {
    const row = await findRound(db, scopeOfRequest(request), request.params.round)
    if (row === undefined) throw new ProblemError('not-found')
    return row
  }
}
