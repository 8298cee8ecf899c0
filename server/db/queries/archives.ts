import { INVENTORY, type TableName, userColumnsOf } from '../../data-inventory.ts'
import { type AnyRow, ARCHIVE_TABLES, type ArchiveTable, archivedColumns } from '../../export/archive-tables.ts'
import type { Db, Trx } from '../open.ts'
import type { OrganisationRow, ReleaseCellRow } from '../tables.ts'
import { FORMER_MEMBER } from './erasures.ts'

/** Somebody who is or was a member, as an archive names them. */
export interface ArchivedMember {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly until: string | null
}

/** Everything of one organisation that may leave, in a fixed order; JSON still as text, files left where they are. */
export interface OrganisationRows {
  readonly organisation: OrganisationRow
  readonly members: readonly ArchivedMember[]
  readonly events: readonly { at: string; userId: string | null; action: string; object: string }[]
  /** Versions of questionnaires that rounds were held with. */
  readonly instruments: readonly { id: string; version: string; contentHash: string }[]
  /** Who is named in the rows, with the name that they have now. */
  readonly people: readonly { id: string; name: string }[]
  /** How many dots cards and candidates of a question have; who gave them is nobody's business. */
  readonly dots: readonly { reflectionId: string; question: number; dots: Record<string, number> }[]
  readonly releaseCells: readonly ReleaseCellRow[]
  readonly tables: ReadonlyMap<TableName, readonly AnyRow[]>
}

/**
 * Reads an organisation whole, as it is at one moment; undefined when there is none with this id.
 *
 * Left out: rehearsals; sheets of anonymous rounds and what releases keep of them, because they are promised to nobody;
 * join codes, secrets and invitations, because they open something; cards that a room has not shown yet.
 */
export function readOrganisationRows(
  db: Db,
  kind: 'sqlite' | 'postgres',
  id: string,
): Promise<OrganisationRows | undefined> {
  const transaction = db.transaction()
  // On SQLite a transaction reads one moment by itself.
  const atOneMoment = kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  return atOneMoment.execute(async (trx) => {
    const organisation = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
    if (organisation === undefined) return undefined
    const tables = await readTables(trx, id)
    return {
      organisation,
      members: await listMembersOf(trx, id),
      events: await trx
        .selectFrom('auditEvent')
        .select(['at', 'userId', 'action', 'object'])
        .where('organisationId', '=', id)
        .orderBy('id')
        .execute(),
      instruments: await listInstrumentsOf(trx, id),
      people: await listPeopleIn(trx, id, tables),
      dots: await listDots(trx, id, tables),
      releaseCells: await listCells(trx, id, tables),
      tables,
    }
  })
}

/** The bytes of a file that is kept as evidence; undefined when it was taken away meanwhile. */
export async function readArchivedBytes(
  db: Db,
  organisationId: string,
  { table, key, bytes = '' }: ArchiveTable,
  row: AnyRow,
): Promise<Buffer | undefined> {
  let query = db
    .selectFrom(table)
    .select(db.dynamic.ref<string>(bytes) as never)
    .where(db.dynamic.ref<string>('organisationId'), '=', organisationId)
  for (const column of key) query = query.where(db.dynamic.ref<string>(column), '=', row[column] as string)
  const found: AnyRow | undefined = await query.executeTakeFirst()
  const content = found?.[bytes]
  return content instanceof Uint8Array ? Buffer.from(content) : undefined
}

async function readTables(trx: Trx, organisationId: string): Promise<Map<TableName, AnyRow[]>> {
  const tables = new Map<TableName, AnyRow[]>()
  const ids = new Map<TableName, ReadonlySet<unknown>>()
  for (const archived of ARCHIVE_TABLES) {
    const rows = await readTable(trx, organisationId, archived)
    const phases = new Map((tables.get('reflection') ?? []).map((row) => [row['id'], String(row['phases'])]))
    const consents = new Map((tables.get('intervention') ?? []).map((row) => [row['id'], row['consent']]))
    const kept = rows.filter((row) => {
      if (!hangsOnArchived(row, archived, ids)) return false
      if (archived.table === 'round') return row['purpose'] !== 'rehearsal'
      // What a room has not shown yet would tell by itself what one person did.
      if (archived.table === 'reflectionEntry') return isShown(row, phases.get(row['reflectionId']))
      return archived.table !== 'consentStance' || consents.get(row['interventionId']) === 'closed'
    })
    tables.set(archived.table, kept)
    ids.set(archived.table, new Set(kept.map((row) => row['id'])))
  }
  return tables
}

async function readTable(trx: Trx, organisationId: string, archived: ArchiveTable): Promise<AnyRow[]> {
  const { table, key, order = [], bytes, isOfOpenRounds } = archived
  const columns = archivedColumns(archived).filter((column) => column !== bytes)
  const ref = (column: string) => trx.dynamic.ref<string>(`${table}.${column}`)
  let query = trx
    .selectFrom(table)
    .select(columns.map(ref) as never)
    .where(ref('organisationId'), '=', organisationId)
  if (isOfOpenRounds === true) {
    // The mode of the round is part of the question, so that nobody can ask for an anonymous sheet.
    query = query.where(ref('roundId'), 'in', (where: never) =>
      (where as Trx)
        .selectFrom('round')
        .select('id')
        .where('organisationId', '=', organisationId)
        .where('mode', '=', 'open'),
    )
  }
  const rows = (await query.execute()) as AnyRow[]
  // Not by the database: the two sort texts differently, and the same organisation is to give the same archive.
  const columnsInOrder = [...order, ...key]
  return rows.sort((a, b) => {
    const column = columnsInOrder.find((one) => a[one] !== b[one])
    return column === undefined || !isBefore(a[column], b[column]) ? 1 : -1
  })
}

function isBefore(a: unknown, b: unknown): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b)
}

function isShown(card: AnyRow, phases: string | undefined): boolean {
  if (card['authorId'] !== null) return true
  const phase =
    phases === undefined ? undefined : (JSON.parse(phases) as Record<string, string>)[String(card['question'])]
  return (phase ?? 'writing') !== 'writing'
}

/** A row of a rehearsal stays behind with it, and so does what hangs on something that stays behind. */
function hangsOnArchived(
  row: AnyRow,
  { refers = {} }: ArchiveTable,
  ids: ReadonlyMap<TableName, ReadonlySet<unknown>>,
) {
  return Object.entries(refers).every(([column, other]) => row[column] === null || ids.get(other)?.has(row[column]))
}

function listMembersOf(db: Db, organisationId: string): Promise<ArchivedMember[]> {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select(['user.id as userId', 'user.name', 'user.email', 'membership.role', 'membership.until'])
    .where('membership.organisationId', '=', organisationId)
    .orderBy('user.email')
    .execute()
}

function listInstrumentsOf(db: Db, organisationId: string) {
  return db
    .selectFrom('instrumentVersion')
    .select(['instrumentVersion.id', 'instrumentVersion.version', 'instrumentVersion.contentHash'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('round')
          .select('round.id')
          .where('round.organisationId', '=', organisationId)
          .where('round.purpose', '<>', 'rehearsal')
          .whereRef('round.instrumentId', '=', 'instrumentVersion.id')
          .whereRef('round.instrumentVersion', '=', 'instrumentVersion.version'),
      ),
    )
    .orderBy('instrumentVersion.id')
    .orderBy('instrumentVersion.version')
    .execute()
}

/** Ids of users that rows name, by the list of what is kept. */
export function userIdsIn(tables: ReadonlyMap<TableName, readonly AnyRow[]>): string[] {
  const ids = new Set<string>()
  for (const [table, rows] of tables) {
    for (const [column] of userColumnsOf(INVENTORY[table])) {
      for (const row of rows) {
        const id = row[column]
        if (typeof id === 'string' && id !== FORMER_MEMBER) ids.add(id)
      }
    }
  }
  return [...ids].sort()
}

async function listPeopleIn(db: Db, organisationId: string, tables: ReadonlyMap<TableName, readonly AnyRow[]>) {
  const ids = userIdsIn(tables)
  const imported = await db
    .selectFrom('importedPerson')
    .select(['id', 'name'])
    .where('organisationId', '=', organisationId)
    .execute()
  const names = new Map(imported.map(({ id, name }) => [id, name]))
  for (let from = 0; from < ids.length; from += 200) {
    const rows = await db
      .selectFrom('user')
      .select(['id', 'name'])
      .where('id', 'in', ids.slice(from, from + 200))
      .execute()
    for (const { id, name } of rows) names.set(id, name)
  }
  return ids.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name }]
  })
}

async function listDots(db: Db, organisationId: string, tables: ReadonlyMap<TableName, readonly AnyRow[]>) {
  const rows = await db
    .selectFrom('reflectionVote')
    .select(['reflectionId', 'question', 'dots'])
    .where('organisationId', '=', organisationId)
    .orderBy('reflectionId')
    .orderBy('question')
    .execute()
  const phases = new Map(
    (tables.get('reflection') ?? []).map((row) => [
      row['id'],
      JSON.parse(String(row['phases'])) as Record<string, string>,
    ]),
  )
  const totals = new Map<string, { reflectionId: string; question: number; dots: Record<string, number> }>()
  for (const { reflectionId, question, dots } of rows) {
    const phase = phases.get(reflectionId)
    if (phase === undefined || phase[question] === 'voting') continue
    const key = `${reflectionId} ${question}`
    const total = totals.get(key) ?? { reflectionId, question, dots: {} }
    totals.set(key, total)
    for (const [id, n] of Object.entries(JSON.parse(dots) as Record<string, number>))
      total.dots[id] = (total.dots[id] ?? 0) + n
  }
  // By name: in which order people gave dots is nobody's business either.
  return [...totals.values()].map((total) => ({
    ...total,
    dots: Object.fromEntries(Object.entries(total.dots).sort(([a], [b]) => (a < b ? -1 : 1))),
  }))
}

async function listCells(db: Db, organisationId: string, tables: ReadonlyMap<TableName, readonly AnyRow[]>) {
  const released = new Set((tables.get('release') ?? []).map((row) => row['id']))
  const cells = await db
    .selectFrom('releaseCell')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('releaseId')
    .orderBy('population')
    .orderBy('horizon')
    .orderBy('dimension')
    .orderBy('perspective')
    .execute()
  return cells.filter(({ releaseId }) => released.has(releaseId))
}

/** Which of these ids are used here already, by a row of any organisation or by an account. */
export async function listTakenIds(
  db: Db,
  ids: ReadonlyMap<TableName, readonly string[]>,
): Promise<ReadonlySet<string>> {
  const taken = new Set<string>()
  for (const [table, own] of ids) {
    for (let from = 0; from < own.length; from += 500) {
      const rows: AnyRow[] = await db
        .selectFrom(table)
        .select(db.dynamic.ref<string>('id') as never)
        .where(db.dynamic.ref<string>('id'), 'in', own.slice(from, from + 500))
        .execute()
      for (const { id } of rows) taken.add(String(id))
    }
  }
  return taken
}

/** The organisation that this user made of the archive with this hash and owns still; undefined when there is none. */
export function findImported(db: Db, userId: string, hash: string): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('auditEvent')
    .innerJoin('organisation', 'organisation.id', 'auditEvent.organisationId')
    .innerJoin('membership', 'membership.organisationId', 'organisation.id')
    .select(['organisation.id', 'organisation.name'])
    .where('auditEvent.action', '=', 'organisation.import')
    .where('auditEvent.object', '=', hash)
    .where('auditEvent.userId', '=', userId)
    .where('membership.userId', '=', userId)
    .where('membership.role', '=', 'owner')
    .where('membership.until', 'is', null)
    .orderBy('organisation.id')
    .limit(1)
    .executeTakeFirst()
}

/** Ids of accounts that were ever erased here. */
export async function listErasedIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('erasure').select('erased').where('kind', '=', 'account').execute()
  return rows.map(({ erased }) => erased)
}

/** Writes rows of one table, inside the caller's transaction. */
export async function insertArchivedRows(trx: Trx, table: TableName, rows: readonly AnyRow[]): Promise<void> {
  // A statement takes a limited number of parameters on either database.
  const size = table === 'evidenceContent' ? 1 : 100
  for (let from = 0; from < rows.length; from += size)
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + size) as never)
      .execute()
}
