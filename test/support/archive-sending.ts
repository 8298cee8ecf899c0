import { tablesOf } from '../../server/data-inventory.ts'
import { hashOfArchive } from '../../server/export/archive.ts'
import { type Person, signUp, startAppForTest, type TestApp } from './app.ts'
import { fillForArchive } from './archive-organisation.ts'
import type { Archive } from './archives.ts'
import type { DATABASES } from './databases.ts'

/** A row of an archive. */
export type Row = Record<string, unknown>
/** Rows of one table. */
export const rowsOf = (archive: Archive, table: string) => archive[table] as Row[]

/** A place with an organisation in which everything was done that can be done. */
export async function fullOrganisation(open: (typeof DATABASES)[number]['open']) {
  const api = await startAppForTest(open)
  const alice = await signUp(api)
  const { organisationId } = alice
  const filled = await fillForArchive(api, alice, organisationId, 'merel')
  return { api, alice, organisationId, filled }
}

/** Another installation, with somebody who imports. */
export async function elsewhere(open: (typeof DATABASES)[number]['open']) {
  const api = await startAppForTest(open)
  const zoe = await signUp(api)
  return { api, zoe }
}

/** Sends an archive as this person. */
export const send = (person: Person, text: string, path = '') =>
  person.client.post(`/api/organisations/import${path}`, Buffer.from(text))

/** How many rows each table has; attempts are counted whatever becomes of them. */
export async function countsOf({ database }: TestApp): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [table] of tablesOf()) {
    const rows = await database.db
      .selectFrom(table)
      .select((count) => count.fn.countAll().as('n'))
      .execute()
    if (table !== 'attempt') counts[table] = Number(rows[0]?.n)
  }
  return counts
}

/** An archive with the hash that belongs to it. */
export async function hashed(archive: Archive): Promise<string> {
  return JSON.stringify({ ...archive, hash: await hashOfArchive(archive) })
}
