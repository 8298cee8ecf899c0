import type { Scope } from '../auth/scope.ts'
import { ProgrammeDocument, type ProgrammeReleaseSummary } from '../contract/programme-releases.ts'
import type { Db } from '../db/open.ts'
import { findReleaseDocument } from '../db/queries/programme-releases.ts'
import type { Gathered } from './programme-releases-input.ts'
import type { MadePublication, PublicationInput, StoredContribution } from './programme-releases-make.ts'

/**
 * The newest release of the quarter when publishing would say the same once more, of the same companies with the same
 * scores: somebody pressed twice, did not get the answer, or another published at the same moment.
 */
export async function findSameRelease(
  db: Db,
  scope: Scope,
  { input, releases }: Gathered,
  made: MadePublication,
): Promise<ProgrammeReleaseSummary | undefined> {
  const newest = releases.find(({ period }) => period === input.period)
  if (newest === undefined || !isOfTheSameCompanies(input, made, newest.id)) return undefined
  const stored = await findReleaseDocument(db, scope, newest.id)
  if (stored === undefined) return undefined
  const { rows, own, slopes, tookPart, instrument } = ProgrammeDocument.parse(JSON.parse(stored.document))
  const before = [rows, own, slopes?.rows ?? [], tookPart, instrument]
  const now = [made.rows, input.own, made.slopes, input.tookPart, input.instrument]
  return canonical(before) === canonical(now) ? newest : undefined
}

function isOfTheSameCompanies(
  { published }: PublicationInput,
  { remembered }: MadePublication,
  newestId: string,
): boolean {
  const newest = published.tables.find(({ kind, releaseId }) => kind === 'release' && releaseId === newestId)
  const before = newest?.contributors ?? []
  const now = remembered.filter(({ tableKind }) => tableKind === 'release')
  return whoIn(before) === whoIn(now)
}

function whoIn(contributors: readonly StoredContribution[]): string {
  const lines = contributors.map(({ companyId, parkId, regionCode, sector, scores }) =>
    JSON.stringify([companyId, parkId, regionCode, sector, scores]),
  )
  return lines.toSorted().join('\n')
}

/** JSON with the names of fields in one order, whoever wrote them. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
