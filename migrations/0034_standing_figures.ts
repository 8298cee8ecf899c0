import { type Kysely, sql } from 'kysely'

/**
 * For a figure that a release does not show: the newest earlier release of the quarter that did, which stands. It is known
 * when the release is made and never changes, so that comparisons need not look for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of TABLES) {
    await db.schema.alterTable(name).addColumn('standing_release_id', 'text').execute()
    const table = sql.table(name)
    const isSameChange = name === 'programme_slope' ? sql`and shown.from_period = ${table}.from_period` : sql``
    await sql`
      update ${table} set standing_release_id = (
        select past.id
        from programme_release as release
        join programme_release as past
          on past.organisation_id = release.organisation_id and past.instrument_id = release.instrument_id
            and past.period = release.period and past.number < release.number
        join ${table} as shown on shown.organisation_id = past.organisation_id and shown.release_id = past.id
        where release.organisation_id = ${table}.organisation_id and release.id = ${table}.release_id
          and shown.horizon = ${table}.horizon and shown.perspective = ${table}.perspective
          and shown.kind = ${table}.kind and shown.row_id = ${table}.row_id and shown.dimension = ${table}.dimension
          and shown.reason is null ${isSameChange}
        order by past.number desc
        limit 1
      ) where reason is not null`.execute(db)
  }
}

const TABLES = ['programme_cell', 'programme_slope'] as const

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const name of TABLES) await db.schema.alterTable(name).dropColumn('standing_release_id').execute()
}
