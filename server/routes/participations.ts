import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Benchmark, BenchmarkQuery } from '../contract/benchmarks.ts'
import { listOf, OrganisationParams } from '../contract/common.ts'
import {
  ConsentChange,
  ConsentEntry,
  ContributionPreview,
  ContributionView,
  Participation,
  ParticipationParams,
  ParticipationView,
} from '../contract/participations.ts'
import { refusals } from '../contract/problems.ts'
import { COMPANY_MEMBERS, COMPANY_OWNERS, scopeOfRequest } from '../plugins/access.ts'
import { viewBenchmark } from '../services/benchmarks.ts'
import { changeConsent, readConsents } from '../services/consents.ts'
import { lookAtContributions, readContributions } from '../services/contributions.ts'
import {
  findOwnParticipation,
  leaveProgramme,
  viewOneParticipation,
  viewParticipations,
} from '../services/participations.ts'

const PARTICIPATIONS = '/organisations/:org/participations'
const ONE = `${PARTICIPATIONS}/:programme`
const SEEN = ['sign-in-needed', 'not-found'] as const
const REFUSED = [...SEEN, 'not-allowed'] as const

/** A company in regional programmes: what it consents to, what it gives, and how it stands in what was published. */
export const participationRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['participations'] })

  app.get(
    PARTICIPATIONS,
    {
      config: { policy: COMPANY_MEMBERS },
      schema: {
        ...about('listParticipations', 'Programmes that a company takes part in, and those that it left'),
        params: OrganisationParams,
        response: { 200: listOf(Participation), ...refusals(...SEEN) },
      },
    },
    async (request) => ({ items: await viewParticipations(deps.db, scopeOfRequest(request)), next: null }),
  )

  app.get(
    ONE,
    {
      config: { policy: COMPANY_MEMBERS },
      schema: {
        ...about('readParticipation', 'One of them, with companies on the park that let themselves be named'),
        params: ParticipationParams,
        response: { 200: ParticipationView, ...refusals(...SEEN) },
      },
    },
    (request) => viewOneParticipation(deps.db, scopeOfRequest(request), request.params.programme),
  )

  app.delete(
    ONE,
    {
      config: { policy: COMPANY_OWNERS },
      schema: {
        ...about('leaveProgramme', 'Leave: consents end, contributions and offers go; what was published stays'),
        params: ParticipationParams,
        response: { 204: z.null().describe('Done'), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      await leaveProgramme(deps, scopeOfRequest(request), request.params.programme)
      return reply.code(204).send(null)
    },
  )

  app.get(
    `${ONE}/consents`,
    {
      config: { policy: COMPANY_MEMBERS },
      schema: {
        ...about('listConsents', 'Every consent that was given or withdrawn, oldest first; also after leaving'),
        params: ParticipationParams,
        response: { 200: listOf(ConsentEntry), ...refusals(...SEEN) },
      },
    },
    async (request) => {
      return { items: await readConsents(deps.db, scopeOfRequest(request), request.params.programme), next: null }
    },
  )

  app.put(
    `${ONE}/consents`,
    {
      // Whoever consents has read a sentence: a script has not.
      config: { policy: COMPANY_OWNERS, sessionOnly: true },
      schema: {
        ...about('changeConsent', 'Give or withdraw one consent; the same again changes nothing'),
        params: ParticipationParams,
        body: ConsentChange,
        response: {
          200: ParticipationView,
          ...refusals(...REFUSED, 'confirm-needed', 'invalid-request', 'consent-unseen', 'preview-outdated'),
        },
      },
    },
    async (request) => {
      const { programme } = request.params
      await changeConsent(deps, scopeOfRequest(request), programme, request.body)
      return viewOneParticipation(deps.db, scopeOfRequest(request), programme)
    },
  )

  app.get(
    `${ONE}/preview`,
    {
      config: { policy: COMPANY_OWNERS },
      schema: {
        ...about('previewContribution', 'Exactly the figures that consent would copy into the programme'),
        params: ParticipationParams,
        response: { 200: ContributionPreview, ...refusals(...REFUSED) },
      },
    },
    async (request) => {
      const participation = await findOwnParticipation(deps.db, scopeOfRequest(request), request.params.programme)
      return (await lookAtContributions(deps, deps.db, participation)).preview
    },
  )

  app.get(
    `${ONE}/contributions`,
    {
      config: { policy: COMPANY_OWNERS },
      schema: {
        ...about('listContributions', 'The figures of this company as they stand in the programme now'),
        params: ParticipationParams,
        response: { 200: ContributionView, ...refusals(...REFUSED) },
      },
    },
    async (request) => {
      const participation = await findOwnParticipation(deps.db, scopeOfRequest(request), request.params.programme)
      return readContributions(deps, deps.db, participation)
    },
  )

  app.get(
    `${ONE}/benchmark`,
    {
      config: { policy: COMPANY_MEMBERS },
      compress: {},
      schema: {
        ...about('readBenchmark', 'The company beside at least five others, in what was published'),
        params: ParticipationParams,
        querystring: BenchmarkQuery,
        response: { 200: Benchmark, ...refusals(...SEEN) },
      },
    },
    (request) => viewBenchmark(deps, scopeOfRequest(request), request.params.programme, request.query.period),
  )
}
