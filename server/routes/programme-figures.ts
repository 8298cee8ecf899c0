import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import {
  CompareQuery,
  FiguresQuery,
  Heatmap,
  ParkComparison,
  ProgrammeTrend,
  ProgrammeTrendQuery,
  Slopes,
  SlopesQuery,
  Themes,
  ThemesQuery,
} from '../contract/programme-figures.ts'
import { PROGRAMME_READERS, scopeOfRequest } from '../plugins/access.ts'
import {
  viewComparison,
  viewHeatmap,
  viewProgrammeTrend,
  viewSlopes,
  viewThemes,
} from '../services/programme-figures.ts'

const PROGRAMME = '/organisations/:org/programme'

/** Comparisons of what a programme published: nothing else is read, never a sheet and never a company. */
export const programmeFigureRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['publications'] })
  const options = { config: { policy: PROGRAMME_READERS }, compress: {} }
  const params = OrganisationParams
  const refused = refusals('sign-in-needed', 'not-found', 'not-allowed', 'invalid-request')

  app.get(
    `${PROGRAMME}/heatmap`,
    {
      ...options,
      schema: {
        ...about('readProgrammeHeatmap', 'Parks and capitals of one quarter'),
        params,
        querystring: FiguresQuery,
        response: { 200: Heatmap, ...refused },
      },
    },
    (request) => viewHeatmap(deps, scopeOfRequest(request), request.query),
  )

  app.get(
    `${PROGRAMME}/compare`,
    {
      ...options,
      schema: {
        ...about('compareParks', 'A few parks beside the whole programme, with what they say of themselves'),
        params,
        querystring: CompareQuery,
        response: { 200: ParkComparison, ...refused },
      },
    },
    (request) => viewComparison(deps, scopeOfRequest(request), request.query),
  )

  app.get(
    `${PROGRAMME}/slopes`,
    {
      ...options,
      schema: {
        ...about('readProgrammeSlopes', 'How the companies that are in two quarters changed'),
        params,
        querystring: SlopesQuery,
        response: { 200: Slopes, ...refused },
      },
    },
    (request) => viewSlopes(deps, scopeOfRequest(request), request.query),
  )

  app.get(
    `${PROGRAMME}/trend`,
    {
      ...options,
      schema: {
        ...about('readProgrammeTrend', 'One dimension over all published quarters'),
        params,
        querystring: ProgrammeTrendQuery,
        response: { 200: ProgrammeTrend, ...refused },
      },
    },
    (request) => viewProgrammeTrend(deps, scopeOfRequest(request), request.query),
  )

  app.get(
    `${PROGRAMME}/themes`,
    {
      ...options,
      schema: {
        ...about('readProgrammeThemes', 'For how many companies something was agreed, by capital'),
        params,
        querystring: ThemesQuery,
        response: { 200: Themes, ...refused },
      },
    },
    (request) => viewThemes(deps, scopeOfRequest(request), request.query),
  )
}
