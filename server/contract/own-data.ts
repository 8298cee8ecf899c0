import * as z from 'zod'
import { Id, Time } from './common.ts'

/** Whether an organisation waits to be erased. */
export const OrganisationErasure = z
  .object({
    waiting: z
      .object({
        by: z.string().nullable().describe('Name of the owner who asked; null for who has no account any more'),
        isMine: z.boolean().describe('Whether the reader asked'),
        requestedAt: Time,
        dueAt: Time.describe('When it is erased, unless an owner stops it'),
      })
      .nullable(),
  })
  .meta({ id: 'OrganisationErasure' })
export type OrganisationErasure = z.infer<typeof OrganisationErasure>

/** Everything that the product keeps about one account. */
export const OwnData = z
  .object({
    product: z.literal('meervoud'),
    version: z.string(),
    exportedAt: Time,
    account: z.object({ id: Id, name: z.string(), email: z.string() }),
    organisations: z.array(z.object({ id: Id, name: z.string() })).describe('Names of the organisations in the tables'),
    tables: z
      .record(z.string(), z.array(z.record(z.string(), z.unknown())))
      .describe('Rows that carry this account, by table; tables without such a row are left out'),
    leftOut: z
      .array(z.string())
      .describe('Columns that are not in here, each with the reason; `of <id>`: of that organisation only'),
  })
  .meta({ id: 'OwnData' })
export type OwnData = z.infer<typeof OwnData>

/** How long data of an organisation stays, what goes next, and what went last. */
export const Retention = z
  .object({
    months: z.object({ answers: z.int(), texts: z.int(), audit: z.int() }),
    rounds: z
      .array(
        z.object({
          id: Id,
          title: z.string(),
          closedAt: Time,
          answersUntil: Time.nullable().describe('null: they are gone'),
          textsUntil: Time.nullable().describe('null: there are none'),
        }),
      )
      .describe('Closed rounds that hold something which goes by itself, the first to go on top'),
    last: z
      .object({ at: Time, sheets: z.int(), texts: z.int(), events: z.int() })
      .nullable()
      .describe('What was deleted last; null: nothing yet'),
  })
  .meta({ id: 'Retention' })
export type Retention = z.infer<typeof Retention>
