import type { Db } from '../db/open.ts'
import { countErasedElsewhere } from '../db/queries/erased-publications.ts'
import {
  type Collected,
  type ContributorOfTable,
  hasThemes,
  listContributorsOf,
  listReleasesElsewhere,
  listShown,
  type ShownCell,
} from '../db/queries/programme-releases.ts'
import { seeingEvery } from '../db/tenant-lock.ts'
import { FEW_IN_BOTH, rowName } from '../release/programme-table.ts'
import type { StoredQuarter, StoredTable } from './programme-releases-make.ts'

/** A quarter of which a programme is about to publish something. */
export interface QuarterOf {
  readonly collected: Collected
  readonly period: string
  /** Ids of companies that contribute to it, or did when something was published. */
  readonly companyIds: readonly string[]
}

/** Everything that was published about a quarter, and which of it by others. */
export interface PublishedOf extends StoredQuarter {
  readonly quarter: QuarterOf
  /** Ids of the publications of other programmes. */
  readonly elsewhere: readonly string[]
  /**
   * A programme that was erased since had published figures of more than a few of these companies (`FEW_IN_BOTH`): what it
   * showed is not known any more, so nothing can be held against it, and nothing of this quarter may be published.
   */
  readonly isPublishedByErased: boolean
}

type Table = StoredTable & { readonly madeAt: string }

/**
 * Every table that was published about a quarter, with what each showed; the oldest first.
 *
 * Also those of other programmes in which more than a few of these companies stand (`FEW_IN_BOTH`): of two programmes that differ
 * by one company, both means together tell what it scored. Nothing of them is shown; they only count among what is known
 * already. What companies agreed on is told once for the same reason.
 *
 * @param contributing ids of companies that contribute to the quarter now.
 */
export async function readPublished(
  db: Db,
  collected: Collected,
  period: string,
  contributing: readonly string[],
): Promise<PublishedOf> {
  const own = await readTables(db, collected, period)
  const stood = own.flatMap(({ contributors }) => contributors.map(({ companyId }) => companyId))
  const quarter = { collected, period, companyIds: [...new Set([...contributing, ...stood])] }
  const elsewhere = await findElsewhere(db, quarter)
  const others = await readOthers(db, quarter, elsewhere)
  const themesTold = others.themesTold || (await hasThemes(db, collected, period))
  // The order among tables of one publication stays.
  const tables = [...own, ...others.tables].sort((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0))
  const isPublishedByErased = await wasPublishedByErased(db, quarter)
  return { quarter, elsewhere: elsewhere.map(({ releaseId }) => releaseId), isPublishedByErased, themesTold, tables }
}

/** What other programmes published of these companies, where it counts. */
async function readOthers(
  db: Db,
  { collected, period, companyIds }: QuarterOf,
  elsewhere: Awaited<ReturnType<typeof findElsewhere>>,
): Promise<{ readonly tables: readonly Table[]; readonly themesTold: boolean }> {
  const ids = new Set(elsewhere.map(({ releaseId }) => releaseId))
  const tables: Table[] = []
  let themesTold = false
  for (const organisationId of new Set(elsewhere.map((one) => one.organisationId))) {
    const other = { ...collected, organisationId }
    const all = await seeingEvery(() => readTables(db, other, period))
    tables.push(...all.filter(({ releaseId }) => ids.has(releaseId)))
    themesTold ||= await seeingEvery(() => hasThemes(db, other, period))
  }
  const own = new Set(companyIds)
  const stand = tables.flatMap(({ contributors }) => contributors.map(({ companyId }) => companyId))
  const inBoth = new Set(stand.filter((id) => own.has(id)))
  return inBoth.size <= FEW_IN_BOTH ? { tables: [], themesTold: false } : { tables, themesTold }
}

async function wasPublishedByErased(db: Db, { collected, period, companyIds }: QuarterOf): Promise<boolean> {
  const counts = await seeingEvery(() => countErasedElsewhere(db, collected, period, companyIds))
  return counts.some((inBoth) => inBoth > FEW_IN_BOTH)
}

/** Publications of other programmes in which any of the companies of a quarter stands. */
export function findElsewhere(db: Db, { collected, period, companyIds }: QuarterOf) {
  // Companies stand in several programmes, whose rows are not this programme's to see.
  return seeingEvery(() => listReleasesElsewhere(db, collected, period, companyIds))
}

async function readTables(db: Db, collected: Collected, period: string): Promise<Table[]> {
  const contributors = await listContributorsOf(db, collected, period)
  const ids = [...new Set(contributors.map(({ releaseId }) => releaseId))]
  const shown = {
    cells: Map.groupBy(await listShown(db, collected, 'programmeCell', ids), ({ releaseId }) => releaseId),
    slopes: Map.groupBy(await listShown(db, collected, 'programmeSlope', ids), ({ releaseId }) => releaseId),
  }
  const tables = Map.groupBy(contributors, ({ releaseId, tableKind }) => `${releaseId} ${tableKind}`)
  return [...tables.values()].map((of: readonly ContributorOfTable[]): Table => {
    const { releaseId = '', tableKind = 'release', madeAt = '' } = of[0] ?? {}
    const kind = tableKind === 'release' ? 'release' : 'cohort'
    const ofTable = (kind === 'release' ? shown.cells : shown.slopes).get(releaseId) ?? []
    return { releaseId, madeAt, kind, contributors: of, shown: ofTable.map(shownOf) }
  })
}

function shownOf({ kind, rowId, horizon, dimension, perspective }: ShownCell): { cell: string; row: string } {
  const cell = `${horizon}/${dimension}/${perspective}`
  return { cell, row: kind === 'own' ? '' : rowName(kind, rowId) }
}
