import * as z from 'zod'
import { Id, Locale, Time } from './common.ts'

/** Largest archive that comes in over the network, in bytes; the command `meervoud import` takes larger ones. */
export const MOST_ARCHIVE_BYTES = 64 * 1024 * 1024

/** What is wrong with an archive, and where. */
export const ArchiveFault = z
  .object({
    place: z.string().describe('Table, row counted from 1, and column, such as round 3, title; empty: the whole file'),
    wrong: z.string().describe("In the reader's language"),
  })
  .meta({ id: 'ArchiveFault' })
export type ArchiveFault = z.infer<typeof ArchiveFault>

/** What an archive would become: shown before it is imported. */
export const ArchivePreview = z
  .object({
    faults: z.array(ArchiveFault).describe('With any of these nothing is imported'),
    more: z.int().describe('Faults beyond those that are named'),
    archive: z
      .object({
        name: z.string(),
        locale: Locale,
        exportedAt: Time,
        version: z.string().describe('Of the product that made it'),
        counts: z.object({
          rounds: z.int(),
          anonymous: z.int().describe('Rounds that come without answers and stay closed'),
          closing: z.int().describe('Rounds that were open and come in closed'),
          releases: z.int(),
          sheets: z.int().describe('Of open rounds'),
          reflections: z.int(),
          interventions: z.int(),
          files: z.int(),
          instruments: z.int().describe('Questionnaires of its own'),
          people: z.int().describe('Named in it; they come along as names'),
        }),
      })
      .nullable()
      .describe('null while there are faults'),
  })
  .meta({ id: 'ArchivePreview' })
export type ArchivePreview = z.infer<typeof ArchivePreview>

/** The organisation that was made. */
export const ArchiveImported = z
  .object({
    id: Id,
    name: z.string(),
    rounds: z.int(),
    isNew: z.boolean().describe('false: you made it of this very archive before, and nothing was done now'),
  })
  .meta({ id: 'ArchiveImported' })
export type ArchiveImported = z.infer<typeof ArchiveImported>
