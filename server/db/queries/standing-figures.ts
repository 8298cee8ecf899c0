import { sql } from 'kysely'
import type { Trx } from '../open.ts'
import type { ProgrammeReleaseRow } from '../programme-tables.ts'

/**
 * Notes at each figure of a new release that shows no mean there: the newest earlier release of the quarter that did show
 * it, which stands. Where none did, nothing is noted.
 *
 * However few are counted now: whether a figure stands may not say whether nobody or somebody is left on a park. A change
 * stands only where it is one from the same quarter.
 */
export async function noteStandingFigures(
  trx: Trx,
  release: Pick<ProgrammeReleaseRow, 'organisationId' | 'id' | 'instrumentId' | 'period' | 'number'>,
): Promise<void> {
  // Mostly a quarter is published once.
  if (release.number === 1) return
  for (const name of ['programme_cell', 'programme_slope'] as const) {
    const table = sql.table(name)
    const isSameChange = name === 'programme_slope' ? sql`and shown.from_period = ${table}.from_period` : sql``
    await sql`
      update ${table} set standing_release_id = (
        select past.id
        from programme_release as past
        join ${table} as shown on shown.organisation_id = past.organisation_id and shown.release_id = past.id
        where past.organisation_id = ${release.organisationId} and past.instrument_id = ${release.instrumentId}
          and past.period = ${release.period} and past.number < ${release.number}
          and shown.horizon = ${table}.horizon and shown.perspective = ${table}.perspective
          and shown.kind = ${table}.kind and shown.row_id = ${table}.row_id and shown.dimension = ${table}.dimension
          and shown.reason is null ${isSameChange}
        order by past.number desc
        limit 1
      )
      where organisation_id = ${release.organisationId} and release_id = ${release.id} and reason is not null`.execute(
      trx,
    )
  }
}
