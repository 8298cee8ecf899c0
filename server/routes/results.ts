import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id, listOf, RoundParams, Time } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { Explanation, Results } from '../contract/results.ts'
import { findReleaseOfMember, listReleases } from '../db/queries/releases.ts'
import { findRound } from '../db/queries/rounds.ts'
import { ACCOUNT, accountOfRequest, MEMBERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { explain } from '../services/explain.ts'
import { readableRelease, readsEverything, resultsFor } from '../services/hand-over.ts'
import { resultsOf } from '../services/releases.ts'
import { makeInterimRelease } from '../services/rounds.ts'

const ReleaseSummary = z
  .object({ id: Id, number: z.int(), madeAt: Time, final: z.boolean() })
  .meta({ id: 'ReleaseSummary' })

/** Releases of a round, and how their numbers were made. There is no other way to a group figure. */
export const resultRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, now } = deps

  app.post(
    '/organisations/:org/rounds/:round/releases',
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        operationId: 'releaseRound',
        summary: 'Freeze what may be shown now; the earlier release stands when too few answers came since',
        tags: ['results'],
        params: RoundParams,
        response: {
          201: Results,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'round-not-open',
            'round-closed',
            'nothing-to-release',
            'sign-off-needed',
          ),
        },
      },
    },
    async (request, reply) => {
      const results = await makeInterimRelease(deps, scopeOfRequest(request), request.params.round)
      // The form of a team has no release in between: it is handed in.
      return reply.code(201).send({ ...results, answering: 'each' })
    },
  )

  app.get(
    '/organisations/:org/rounds/:round/releases',
    {
      config: { policy: MEMBERS },
      schema: {
        operationId: 'listReleases',
        summary: 'Releases of a round, newest first',
        tags: ['results'],
        params: RoundParams,
        response: { 200: listOf(ReleaseSummary), ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const scope = scopeOfRequest(request)
      if ((await findRound(db, scope, request.params.round)) === undefined) throw new ProblemError('not-found')
      const all = await listReleases(db, scope, request.params.round)
      const readable = await readableRelease(db, scope, request.params.round)
      const rows = readsEverything(scope) ? all : all.filter(({ number }) => number <= (readable?.number ?? 0))
      return { items: rows.map((row) => ({ ...row, final: row.final === 1 })), next: null }
    },
  )

  app.get(
    '/organisations/:org/rounds/:round/results',
    {
      config: { policy: MEMBERS },
      compress: {},
      schema: {
        operationId: 'readResults',
        summary: 'The newest release',
        tags: ['results'],
        params: RoundParams,
        response: { 200: Results, ...refusals('sign-in-needed', 'not-found', 'no-release-yet') },
      },
    },
    async (request) => {
      const scope = scopeOfRequest(request)
      const round = await findRound(db, scope, request.params.round)
      if (round === undefined) throw new ProblemError('not-found')
      const release = await readableRelease(db, scope, request.params.round)
      if (release === undefined) throw new ProblemError('no-release-yet')
      return { ...(await resultsFor(db, scope, release)), answering: round.answering }
    },
  )

  app.get(
    '/explain/:release/*',
    {
      config: { policy: ACCOUNT },
      schema: {
        operationId: 'explainNumber',
        summary: 'How one number of a release was made',
        tags: ['results'],
        params: z.object({ release: Id, '*': z.string().min(1).max(200) }),
        response: { 200: Explanation, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    async (request) => {
      const { userId } = accountOfRequest(request)
      const release = await findReleaseOfMember(db, userId, request.params.release, now().toISOString())
      const readable = release && (await readableRelease(db, release, release.roundId))
      const isForThem = readable !== undefined && release !== undefined && release.number <= readable.number
      const explanation = isForThem ? explain(resultsOf(release), request.params['*'].split('/')) : undefined
      if (explanation === undefined) throw new ProblemError('not-found')
      return explanation
    },
  )
}
