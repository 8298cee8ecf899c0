import * as z from 'zod'
import { Id, Time } from './common.ts'

/** How the installation is doing: numbers and states, nothing of what an organisation keeps in it. */
export const OperatorState = z
  .object({
    version: z.string(),
    startedAt: Time,
    status: z.enum(['ok', 'attention', 'read-only', 'database', 'stopping']),
    isDemo: z.boolean(),
    database: z.object({
      kind: z.enum(['sqlite', 'postgres']),
      bytes: z.int(),
      migrations: z.int().describe('how many steps the database has had'),
    }),
    disk: z
      .object({ freeBytes: z.int(), leastBytes: z.int().describe('below this no writes are taken') })
      .nullable()
      .describe('null where the database is on another machine'),
    backups: z
      .object({
        folder: z.string(),
        isOnSameDisk: z.boolean(),
        kept: z.int(),
        newestAt: Time.nullable(),
        isLate: z.boolean().describe('something has been without a backup for more than an hour'),
        failure: z.string().nullable().describe('why the last one failed'),
        drill: z
          .object({
            at: Time,
            isGood: z.boolean(),
            fault: z.string().nullable().describe('why it was not good; `no-room`: it could not be tried'),
          })
          .nullable(),
      })
      .nullable()
      .describe('null where the server makes none itself: on PostgreSQL, and for made-up data'),
    hasMail: z.boolean(),
    failingMails: z.int().describe('mails of the last day that could not be sent, or are tried again'),
    secondFactor: z.enum(['optional', 'required']),
  })
  .meta({ id: 'OperatorState' })
export type OperatorState = z.infer<typeof OperatorState>

/** An account as whoever runs the installation sees it; how many organisations, and never which. */
export const OperatorUser = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    isOperator: z.boolean(),
    isLocked: z.boolean(),
    hasSecondFactor: z.boolean(),
    lastSignInOn: z.iso.date().nullable().describe('null: never, or longer ago than the log reaches'),
    organisations: z.int(),
  })
  .meta({ id: 'OperatorUser' })
export type OperatorUser = z.infer<typeof OperatorUser>

// No address and no part of a name: what stands in a query ends up in the logs of proxies.
export const OperatorUsersQuery = z.strictObject({ after: Id.optional().describe('`next` of the page before') })
export const OperatorUserParams = z.object({ user: Id })
export const UserLock = z.strictObject({ locked: z.boolean() })
