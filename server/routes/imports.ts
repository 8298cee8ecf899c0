import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { Id, OrganisationParams } from '../contract/common.ts'
import {
  AnswersImported,
  AnswersInput,
  AnswersPreview,
  InstrumentImported,
  InstrumentImportQuery,
  InstrumentPreview,
} from '../contract/imports.ts'
import { refusals } from '../contract/problems.ts'
import { MOST_WORKBOOK_BYTES } from '../import/workbook-guard.ts'
import { exampleForm } from '../import/xlsform-template.ts'
import { instrumentForm } from '../import/xlsform-write.ts'
import { ACCOUNT, ROUND_RUNNERS, scopeOfRequest } from '../plugins/access.ts'
import { encodedNameOf, fileOf, takeFiles } from '../plugins/file-body.ts'
import { ProblemError } from '../problem.ts'
import { importAnswersFile, previewAnswers } from '../services/answers-imports.ts'
import { fileNameOf } from '../services/file-names.ts'
import { findInstrumentFor } from '../services/imported-instruments.ts'
import { type FormFile, importInstrument, previewInstrument } from '../services/instrument-imports.ts'
import { localeOfHeader } from '../texts.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const IMPORTS = '/organisations/:org/imports/instruments'
const REFUSED = [
  'sign-in-needed',
  'not-found',
  'not-allowed',
  'invalid-request',
  'body-too-large',
  'unsupported-media-type',
  'not-a-workbook',
  'too-many-attempts',
  'busy',
] as const
const FormFileBody = z.any().describe('The bytes of an .xlsx file; its name comes in the header x-file-name')
const Workbook = z.any().describe('An .xlsx file')

/** A file of 5 MB in base64, and what is said about it. */
const MOST_ANSWERS_BODY = 8 * 1024 * 1024
const ANSWERS = '/organisations/:org/imports/answers'

/** Questionnaires in and out, as XLSForm; answers in, as CSV. */
export const importRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['instruments'] })

  await app.register(async (part) => {
    takeFiles(part, MOST_WORKBOOK_BYTES)
    const files = part.withTypeProvider<ZodTypeProvider>()

    files.post(
      `${IMPORTS}/preview`,
      {
        config: { policy: ROUND_RUNNERS },
        schema: {
          ...about('previewInstrumentImport', 'What an XLSForm would become; nothing of it is kept'),
          params: OrganisationParams,
          querystring: InstrumentImportQuery,
          body: FormFileBody,
          response: { 200: InstrumentPreview, ...refusals(...REFUSED) },
        },
      },
      (request) => previewInstrument(deps, scopeOfRequest(request), formOf(request), request.query),
    )

    files.post(
      IMPORTS,
      {
        config: { policy: ROUND_RUNNERS },
        schema: {
          ...about(
            'importInstrument',
            'Import an XLSForm as an instrument of the organisation, or as its next version',
          ),
          params: OrganisationParams,
          querystring: InstrumentImportQuery,
          body: FormFileBody,
          response: {
            200: InstrumentImported,
            ...refusals(...REFUSED, 'import-refused', 'too-many-instruments', 'instrument-taken'),
          },
        },
      },
      (request) => importInstrument(deps, scopeOfRequest(request), formOf(request), request.query),
    )
  })

  const answers = {
    config: { policy: ROUND_RUNNERS },
    bodyLimit: MOST_ANSWERS_BODY,
  }
  const refusedAnswers = [
    ...(['sign-in-needed', 'not-found', 'not-allowed', 'invalid-request', 'body-too-large'] as const),
    ...(['unknown-instrument', 'unknown-horizon', 'too-many-attempts', 'busy'] as const),
  ] as const

  app.post(
    `${ANSWERS}/preview`,
    {
      ...answers,
      schema: {
        operationId: 'previewAnswersImport',
        summary: 'What would be read of a file of answers; nothing of it is kept',
        tags: ['rounds'],
        params: OrganisationParams,
        body: AnswersInput,
        response: { 200: AnswersPreview, ...refusals(...refusedAnswers) },
      },
    },
    (request) => {
      const locale = localeOfHeader(request.headers['accept-language'])
      return previewAnswers(deps, scopeOfRequest(request), request.body, locale)
    },
  )

  app.post(
    ANSWERS,
    {
      ...answers,
      schema: {
        operationId: 'importAnswers',
        summary: 'Import a file of answers as a closed round with its release, whole or not at all',
        tags: ['rounds'],
        params: OrganisationParams,
        body: AnswersInput,
        response: { 200: AnswersImported, ...refusals(...refusedAnswers, 'import-refused') },
      },
    },
    (request) => {
      const locale = localeOfHeader(request.headers['accept-language'])
      return importAnswersFile(deps, scopeOfRequest(request), request.body, locale)
    },
  )

  app.get(
    '/instruments/example-form',
    {
      config: { policy: ACCOUNT },
      exposeHeadRoute: false,
      schema: {
        ...about('readExampleForm', 'An XLSForm to start from, in both languages'),
        response: { 200: Workbook, ...refusals('sign-in-needed') },
      },
    },
    async (_request, reply) => {
      asFile(reply, 'meervoud-xlsform')
      return reply.send(await exampleForm())
    },
  )

  app.get(
    '/organisations/:org/instruments/:id/:version/form',
    {
      // It says of each question what it feeds, which who answers should not know beforehand.
      config: { policy: ROUND_RUNNERS },
      exposeHeadRoute: false,
      schema: {
        ...about('exportInstrumentForm', 'An instrument as XLSForm; importing it gives the same instrument'),
        params: z.object({ org: Id, id: z.string().max(40), version: z.string().max(20) }),
        response: { 200: Workbook, ...refusals('sign-in-needed', 'not-found', 'not-allowed') },
      },
    },
    async (request, reply) => {
      const { organisationId } = scopeOfRequest(request)
      const instrument = await findInstrumentFor(deps.db, deps.instruments, organisationId, request.params)
      if (instrument === undefined) throw new ProblemError('not-found')
      asFile(reply, `${instrument.id}-${instrument.version}`)
      return reply.send(await instrumentForm(instrument))
    },
  )
}

function formOf(request: FastifyRequest): FormFile {
  return {
    bytes: fileOf(request.body),
    name: fileNameOf(encodedNameOf(request.headers)) ?? '',
    locale: localeOfHeader(request.headers['accept-language']),
  }
}

function asFile(reply: FastifyReply, name: string): void {
  reply.type(XLSX).header('content-disposition', `attachment; filename="${name}.xlsx"`)
}
