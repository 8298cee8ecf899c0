import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDeps } from '../app.ts'
import { OrganisationParams } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { ProgrammePage, ProgrammePageInput } from '../contract/programme-pages.ts'
import { PROGRAMME_MANAGERS, PROGRAMME_READERS, scopeOfRequest } from '../plugins/access.ts'
import { readProgrammePage, saveProgrammePage } from '../services/programme-pages.ts'

const PAGE = '/organisations/:org/programme/page'

/** What a programme sets about its public page. The page itself: `public-pages.ts`. */
export const programmePageRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['publications'] })

  app.get(
    PAGE,
    {
      config: { policy: PROGRAMME_READERS },
      schema: {
        ...about('readProgrammePage', 'The settings of the public page'),
        params: OrganisationParams,
        response: { 200: ProgrammePage, ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request) => readProgrammePage(deps, scopeOfRequest(request), request.ownOrigin),
  )

  app.put(
    PAGE,
    {
      config: { policy: PROGRAMME_MANAGERS },
      schema: {
        ...about('saveProgrammePage', 'Set what the public page says, where it is, and whether it can be seen'),
        params: OrganisationParams,
        body: ProgrammePageInput,
        response: {
          200: ProgrammePage,
          ...refusals(
            'sign-in-needed',
            'not-found',
            'not-allowed',
            'edited-meanwhile',
            'slug-taken',
            'page-without-address',
            'accent-not-readable',
            'invalid-request',
          ),
        },
      },
    },
    async (request) => saveProgrammePage(deps, scopeOfRequest(request), request.body, request.ownOrigin),
  )
}
