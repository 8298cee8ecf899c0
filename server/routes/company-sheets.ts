import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { RoundParams } from '../contract/common.ts'
import {
  CompanySheet,
  CompanySheetQuery,
  ConflictInput,
  HereInput,
  ItemWork,
  ItemWorkInput,
  SheetConflictParams,
  SheetItemParams,
  SignOffInput,
  SignOffView,
} from '../contract/company-sheets.ts'
import { refusals } from '../contract/problems.ts'
import { Acknowledgements, Operations } from '../contract/responses.ts'
import { MEMBERS, ROUND_RUNNERS, scopeOfRequest, WRITERS } from '../plugins/access.ts'
import { saveTeamAnswers, settleConflict } from '../services/company-answers.ts'
import { readCompanySheet } from '../services/company-sheet.ts'
import { markHere, saveItemWork } from '../services/item-work.ts'
import { signOff, viewSignOff } from '../services/sign-off.ts'

const SHEET = '/organisations/:org/rounds/:round/sheet'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request'] as const
const DONE = z.null().describe('Done')

/** The one sheet that a team fills in together: reading it, answering, choosing, and what goes with a question. */
export const companySheetRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['company-sheets'] })
  const writers = { config: { policy: WRITERS } }

  app.get(
    SHEET,
    {
      config: { policy: MEMBERS },
      compress: {},
      schema: {
        ...about('readCompanySheet', 'The sheet that a team fills in together, with who gave which answer'),
        params: RoundParams,
        querystring: CompanySheetQuery,
        response: { 200: CompanySheet, ...refusals('sign-in-needed', 'not-found', 'invalid-request') },
      },
    },
    (request) => readCompanySheet(deps, scopeOfRequest(request), request.params.round, request.query.locale),
  )

  app.put(
    `${SHEET}/answers`,
    {
      ...writers,
      schema: {
        ...about('saveTeamAnswers', 'Save up to 50 answers on the sheet of a team; each is acknowledged by itself'),
        params: RoundParams,
        body: Operations,
        response: { 200: Acknowledgements, ...refusals(...REFUSED, 'round-not-open', 'round-closed') },
      },
    },
    (request) => saveTeamAnswers(deps, scopeOfRequest(request), request.params.round, request.body),
  )

  app.post(
    `${SHEET}/conflicts/:conflict`,
    {
      ...writers,
      schema: {
        ...about('settleConflict', 'Choose which of two answers stays; the other one stays in the history'),
        params: SheetConflictParams,
        body: ConflictInput,
        response: {
          204: DONE,
          ...refusals(...REFUSED, 'edited-meanwhile', 'operation-reused', 'round-not-open', 'round-closed'),
        },
      },
    },
    async (request, reply) => {
      const { round, conflict } = request.params
      await settleConflict(deps, scopeOfRequest(request), round, conflict, request.body)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${SHEET}/items/:item`,
    {
      ...writers,
      schema: {
        ...about('saveItemWork', 'Who answers a question, how sure, a note and a link; the same again changes nothing'),
        params: SheetItemParams,
        body: ItemWorkInput,
        response: { 200: ItemWork, ...refusals(...REFUSED, 'edited-meanwhile', 'round-not-open', 'round-closed') },
      },
    },
    (request) => {
      const { round, item } = request.params
      return saveItemWork(deps, scopeOfRequest(request), round, item, request.body)
    },
  )

  app.get(
    `${SHEET}/sign-off`,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('viewSignOff', 'What signing off will do, in figures, and who gets to see the result'),
        params: RoundParams,
        response: { 200: SignOffView, ...refusals('sign-in-needed', 'not-found') },
      },
    },
    (request) => viewSignOff(deps, scopeOfRequest(request), request.params.round),
  )

  app.post(
    `${SHEET}/sign-off`,
    {
      config: { policy: ROUND_RUNNERS },
      schema: {
        ...about('signOff', 'Sign the sheet off: the round is closed with its final release'),
        params: RoundParams,
        body: SignOffInput,
        response: {
          204: DONE,
          ...refusals(
            ...REFUSED,
            'sheet-has-conflicts',
            'nothing-to-release',
            'sign-off-unsaid',
            'round-not-open',
            'round-closed',
          ),
        },
      },
    },
    async (request, reply) => {
      await signOff(deps, scopeOfRequest(request), request.params.round, request.body.destinations)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${SHEET}/here`,
    {
      config: { policy: MEMBERS },
      schema: {
        ...about('markHere', 'Say where in the sheet the reader is; others see it for 45 seconds'),
        params: RoundParams,
        body: HereInput,
        response: { 204: DONE, ...refusals('sign-in-needed', 'not-found', 'invalid-request') },
      },
    },
    async (request, reply) => {
      await markHere(deps, scopeOfRequest(request), request.params.round, request.body.itemId)
      return reply.code(204).send(null)
    },
  )
}
