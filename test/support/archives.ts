import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Database } from '../../server/db/open.ts'
import { readArchivedBytes, readOrganisationRows } from '../../server/db/queries/archives.ts'
import { archiveParts } from '../../server/export/archive.ts'

/** An archive as it is read: its parts by name. */
export type Archive = Record<string, unknown>

/** The archive of an organisation, as JSON text. */
export async function archiveText({ db, kind }: Database, organisationId: string): Promise<string> {
  const rows = await readOrganisationRows(db, kind, organisationId)
  if (rows === undefined) throw new Error('there is no such organisation')
  const readBytes: Parameters<typeof archiveParts>[1] = (table, row) =>
    readArchivedBytes(db, organisationId, table, row)
  return text(Readable.from(archiveParts(rows, readBytes, { version: 'test', now: new Date() })))
}

/** The archive of an organisation. */
export async function archiveOf(database: Database, organisationId: string): Promise<Archive> {
  return JSON.parse(await archiveText(database, organisationId)) as Archive
}

/**
 * What has to be the same after an import: everything but the organisation's own id, the moment and version of the
 * export, who is a member, what was done, and the hash over it all.
 */
export function normalised(archive: Archive): Archive {
  const own = ['exportedAt', 'version', 'members', 'events', 'hash']
  const rest = Object.entries(archive).filter(([name]) => !own.includes(name))
  return {
    ...Object.fromEntries(rest),
    organisation: { ...(archive['organisation'] as object), id: 'the organisation' },
  }
}
