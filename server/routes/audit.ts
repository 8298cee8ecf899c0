import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import {
  AuditCheck,
  AuditEntry,
  AuditFileQuery,
  AuditParams,
  AuditQuery,
  SystemEntry,
  SystemEventsQuery,
} from '../contract/audit.ts'
import { listOf } from '../contract/common.ts'
import { refusals } from '../contract/problems.ts'
import { OPERATORS, OWNERS, scopeOfRequest } from '../plugins/access.ts'
import { makeAuditFile, readAuditCheck, readAuditLog, readSystemLog } from '../services/audit-log.ts'
import { localeOfHeader } from '../texts.ts'

const AUDIT = '/organisations/:org/audit'
const REFUSED = ['sign-in-needed', 'not-found', 'not-allowed'] as const
const Csv = { 200: { description: 'CSV, RFC 4180', content: { 'text/csv': { schema: z.string() } } } }

/** What was done in an organisation, for its owners; and to the installation, for who runs it. */
export const auditRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['audit'] })

  app.get(
    AUDIT,
    {
      config: { policy: OWNERS },
      schema: {
        ...about('listAuditEvents', 'What was done in an organisation, newest first'),
        params: AuditParams,
        querystring: AuditQuery,
        response: { 200: listOf(AuditEntry), ...refusals(...REFUSED, 'invalid-request') },
      },
    },
    (request) => readAuditLog(deps, scopeOfRequest(request), request.query),
  )

  app.get(
    `${AUDIT}/check`,
    {
      config: { policy: OWNERS },
      schema: {
        ...about('checkAuditEvents', 'Whether that log is whole, and which event is the first that is not'),
        params: AuditParams,
        response: { 200: AuditCheck, ...refusals(...REFUSED) },
      },
    },
    (request) => readAuditCheck(deps, scopeOfRequest(request)),
  )

  app.get(
    `${AUDIT}.csv`,
    {
      config: { policy: OWNERS },
      // A look at what it would answer is not taking it, and nothing is noted of it.
      exposeHeadRoute: false,
      schema: {
        ...about('downloadAuditEvents', 'The same as a table for a spreadsheet; that it was taken is noted'),
        params: AuditParams,
        querystring: AuditFileQuery,
        response: { ...Csv, ...refusals(...REFUSED, 'invalid-request') },
      },
    },
    async (request, reply) => {
      const { locale, ...filter } = request.query
      const file = await makeAuditFile(
        deps,
        scopeOfRequest(request),
        filter,
        locale ?? localeOfHeader(request.headers['accept-language']),
      )
      reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="audit.csv"')
      return file
    },
  )

  app.get(
    '/operator/events',
    {
      config: { policy: OPERATORS },
      schema: {
        ...about(
          'listSystemEvents',
          'What happened to the installation, newest first; never what an organisation keeps',
        ),
        querystring: SystemEventsQuery,
        response: {
          200: listOf(SystemEntry),
          ...refusals('sign-in-needed', 'not-allowed', 'invalid-request'),
        },
      },
    },
    (request) => readSystemLog(deps, request.query.cursor),
  )
}
