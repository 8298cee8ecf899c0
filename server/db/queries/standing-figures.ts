import { type RawBuilder, sql } from 'kysely'

/** The newest releases of one or more quarters. */
export interface NewestReleases {
  readonly releaseIds: readonly string[]
  /** Whether any of these quarters was published before. */
  readonly isRepeated: boolean
}

/**
 * For a figure `figure` of the newest release `release` of a quarter that shows no mean there: the newest earlier release of
 * the quarter that did show it, which stands; null: none did, or the newest shows it.
 *
 * However few are counted now: whether a figure stands may not say whether nobody or somebody is left on a park. A change
 * stands only where it is one from the same quarter.
 *
 * It looks back one release at a time along two keys, and only for figures that are not shown: what a map costs grows with
 * the figures in it.
 */
export function standingRelease(
  table: 'programme_cell' | 'programme_slope',
  { isRepeated }: NewestReleases,
): RawBuilder<string | null> {
  // Mostly a quarter is published once.
  if (!isRepeated) return sql<string | null>`null`
  const isSameChange = table === 'programme_slope' ? sql`and shown.from_period = figure.from_period` : sql``
  return sql<string | null>`case when figure.reason is not null then (
    select shown.release_id
    from programme_release as past
    join ${sql.table(table)} as shown on shown.organisation_id = past.organisation_id and shown.release_id = past.id
    where past.organisation_id = release.organisation_id and past.instrument_id = release.instrument_id
      and past.period = release.period and past.number < release.number
      and shown.horizon = figure.horizon and shown.perspective = figure.perspective and shown.kind = figure.kind
      and shown.row_id = figure.row_id and shown.dimension = figure.dimension and shown.reason is null ${isSameChange}
    order by past.number desc
    limit 1
  ) end`
}
