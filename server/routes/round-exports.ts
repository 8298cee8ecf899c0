import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Locale, OrganisationParams, RoundParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { type FileAbout, type RoundForReader, roundCsv, roundsWorkbook, roundWorkbook } from '../export/round-files.ts'
import { spssSyntax } from '../export/spss.ts'
import { MEMBERS, OWNERS, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { nameOfOrganisation, takeAllRounds, takeAnswers, takeRound } from '../services/round-exports.ts'
import { localeOfHeader } from '../texts.ts'

const ROUND = '/organisations/:org/rounds/:round/export'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const REFUSED = ['sign-in-needed', 'not-found', 'unknown-instrument', 'too-many-attempts', 'invalid-request'] as const

const fileOf = (type: string) => ({ 200: { description: 'The file', content: { [type]: { schema: z.any() } } } })
const LocaleQuery = z.strictObject({ locale: Locale.optional() })
const CsvQuery = LocaleQuery.extend({ shape: z.enum(['long', 'wide']).default('long') })

/**
 * Rounds as files for spreadsheets and statistics: made while they go out, so that a large one keeps nobody waiting and
 * stands in memory nowhere. A look at what they would answer (HEAD) is not taking them.
 */
export const roundExportRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['results'] })

  app.get(
    `${ROUND}.xlsx`,
    {
      config: { policy: MEMBERS },
      exposeHeadRoute: false,
      schema: {
        ...about(
          'downloadRoundWorkbook',
          'A round as a workbook: answers by name of an open round, and what was released',
        ),
        params: RoundParams,
        querystring: LocaleQuery,
        response: { ...fileOf(XLSX), ...refusals(...REFUSED) },
      },
    },
    async (request, reply) => {
      const round = await takeRound(deps, scopeOfRequest(request), request.params.round)
      const file = roundWorkbook(round, await aboutFile(request, request.query.locale))
      return send(reply, XLSX, `${nameOf(round)}.xlsx`, file)
    },
  )

  app.get(
    `${ROUND}.csv`,
    {
      config: { policy: MEMBERS },
      exposeHeadRoute: false,
      schema: {
        ...about('downloadRoundTable', 'A round as one table; wide: a row for each respondent of an open round'),
        params: RoundParams,
        querystring: CsvQuery,
        response: { ...fileOf('text/csv'), ...refusals(...REFUSED, 'not-allowed', 'answers-stay-here') },
      },
    },
    async (request, reply) => {
      const { shape } = request.query
      const take = shape === 'wide' ? takeAnswers : takeRound
      const round = await take(deps, scopeOfRequest(request), request.params.round)
      return send(reply, 'text/csv; charset=utf-8', `${nameOf(round)}-${shape}.csv`, roundCsv(round, shape))
    },
  )

  app.get(
    `${ROUND}.sps`,
    {
      config: { policy: ROUND_RUNNERS },
      exposeHeadRoute: false,
      schema: {
        ...about('downloadRoundSyntax', 'SPSS syntax that reads the wide table of an open round'),
        params: RoundParams,
        querystring: LocaleQuery,
        response: { ...fileOf('text/plain'), ...refusals(...REFUSED, 'not-allowed', 'answers-stay-here') },
      },
    },
    async (request, reply) => {
      const round = await takeAnswers(deps, scopeOfRequest(request), request.params.round)
      const name = nameOf(round)
      const syntax = spssSyntax(round, `${name}-wide.csv`, localeOf(request, request.query.locale))
      return send(reply, 'text/plain; charset=utf-8', `${name}.sps`, [syntax])
    },
  )

  app.get(
    '/organisations/:org/export.xlsx',
    {
      config: { policy: OWNERS, confirm: true },
      exposeHeadRoute: false,
      schema: {
        ...about('downloadRoundsWorkbook', 'All rounds of the organisation as one workbook'),
        params: OrganisationParams,
        querystring: LocaleQuery,
        response: { ...fileOf(XLSX), ...refusals(...REFUSED, 'confirm-needed', 'not-allowed') },
      },
    },
    async (request, reply) => {
      const { rounds, others } = await takeAllRounds(deps, scopeOfRequest(request))
      const file = roundsWorkbook(rounds, others, await aboutFile(request, request.query.locale))
      return send(reply, XLSX, `meervoud-rounds-${deps.now().toISOString().slice(0, 10)}.xlsx`, file)
    },
  )

  async function aboutFile(request: FastifyRequest, locale: Locale | undefined): Promise<FileAbout> {
    const organisation = await nameOfOrganisation(deps, scopeOfRequest(request))
    return { organisation, locale: localeOf(request, locale), now: deps.now(), version: deps.version }
  }
}

function localeOf(request: FastifyRequest, wanted: Locale | undefined): Locale {
  return wanted ?? localeOfHeader(request.headers['accept-language'])
}

/** A name that every system takes: what people called the round is not one. */
function nameOf({ round }: RoundForReader): string {
  return `meervoud-${round.period}-${round.id.slice(0, 8)}`
}

function send(
  reply: FastifyReply,
  type: string,
  name: string,
  parts: AsyncIterable<Buffer | string> | Iterable<string>,
): FastifyReply {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
  return reply.send(Readable.from(parts))
}
