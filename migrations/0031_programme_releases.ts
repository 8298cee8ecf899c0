import type { CreateTableBuilder, Kysely } from 'kysely'

/**
 * What companies contribute to a programme, copied into the programme's own tables; and what a programme published: the
 * release as a whole, its cells for comparisons, changes of a cohort, and who was in it, for the rule about a next one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'contribution', 'id')
    .addColumn('company_id', 'text', (column) => column.notNull().references('organisation.id').onDelete('cascade'))
    .addColumn('park_id', 'text', (column) => column.notNull())
    .addColumn('region_code', 'text')
    .addColumn('sector', 'text')
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('instrument_version', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('release_id', 'text', (column) => column.notNull())
    .addColumn('scores', 'text', (column) => column.notNull())
    .addColumn('themes', 'text', (column) => column.notNull())
    .addColumn('contributed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('contribution_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('contribution_once', ['organisation_id', 'company_id', 'instrument_id', 'period'])
    .execute()
  await db.schema.createIndex('contribution_company').on('contribution').column('company_id').execute()
  await db.schema
    .createIndex('contribution_period')
    .on('contribution')
    .columns(['organisation_id', 'instrument_id', 'period'])
    .execute()
  await tenantTable(db, 'programme_release', 'id')
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text')
    .addColumn('frame', 'text', (column) => column.notNull())
    .addColumn('themes', 'text')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('etag', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_release_primary_key', ['organisation_id', 'id'])
    .addUniqueConstraint('programme_release_number', ['organisation_id', 'instrument_id', 'period', 'number'])
    .execute()
  await ofRelease(tenantTable(db, 'programme_cell', 'release_id'), 'programme_cell')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addColumn('horizon', 'text', (column) => column.notNull())
    .addColumn('dimension', 'text', (column) => column.notNull())
    .addColumn('perspective', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('mean', 'integer')
    .addColumn('low_or_high', 'text')
    .addColumn('lower', 'integer')
    .addColumn('upper', 'integer')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('programme_cell_primary_key', [
      'organisation_id',
      'release_id',
      'horizon',
      'perspective',
      'kind',
      'row_id',
      'dimension',
    ])
    .execute()
  // A company reads its own few rows of every quarter.
  await db.schema
    .createIndex('programme_cell_row')
    .on('programme_cell')
    .columns(['organisation_id', 'release_id', 'kind', 'row_id'])
    .execute()
  await ofRelease(tenantTable(db, 'programme_slope', 'release_id'), 'programme_slope')
    .addColumn('from_period', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addColumn('horizon', 'text', (column) => column.notNull())
    .addColumn('dimension', 'text', (column) => column.notNull())
    .addColumn('perspective', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('then_mean', 'integer')
    .addColumn('now_mean', 'integer')
    .addColumn('word', 'text')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('programme_slope_primary_key', [
      'organisation_id',
      'release_id',
      'horizon',
      'perspective',
      'kind',
      'row_id',
      'dimension',
    ])
    .execute()
  await ofRelease(tenantTable(db, 'programme_contributor', 'release_id'), 'programme_contributor')
    .addColumn('table_kind', 'text', (column) => column.notNull())
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('instrument_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('park_id', 'text', (column) => column.notNull())
    .addColumn('region_code', 'text')
    .addColumn('sector', 'text')
    .addColumn('scores', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_contributor_primary_key', [
      'organisation_id',
      'release_id',
      'table_kind',
      'company_id',
    ])
    .execute()
  await db.schema
    .createIndex('programme_contributor_company')
    .on('programme_contributor')
    .column('company_id')
    .execute()
  await db.schema
    .createIndex('programme_contributor_period')
    .on('programme_contributor')
    .columns(['organisation_id', 'instrument_id', 'period'])
    .execute()
}

type Table = CreateTableBuilder<string, string>

function tenantTable(db: Kysely<unknown>, name: string, id: string): Table {
  const table: Table = db.schema.createTable(name)
  return table
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisation.id').onDelete('cascade'),
    )
    .addColumn(id, 'text', (column) => column.notNull())
}

function ofRelease(table: Table, name: string): Table {
  return table.addForeignKeyConstraint(
    `${name}_of_release`,
    ['organisation_id', 'release_id'],
    'programme_release',
    ['organisation_id', 'id'],
    (key) => key.onDelete('cascade'),
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['programme_contributor', 'programme_slope', 'programme_cell', 'programme_release', 'contribution']
  for (const table of tables) await db.schema.dropTable(table).execute()
}
