import { CompiledQuery, type Kysely } from 'kysely'
import * as z from 'zod'
import type { RoundMode, RoundState } from '../../contract/rounds.ts'
import type { Sheet } from '../../domain/sheet.ts'
import type { Db, Trx } from '../open.ts'
import type { Tables } from '../tables.ts'

const Reasons = z.record(z.string(), z.string())
const Operations = z.array(z.string())
const Late = z.array(
  z.object({
    opId: z.string(),
    slot: z.number(),
    seq: z.number(),
    character: z.string(),
    reason: z.string().optional(),
    replaces: z.string().optional(),
  }),
)

/** A sheet together with what decides whether it takes answers, found by the secret of its respondent. */
export interface SheetOfSecret {
  readonly secretHash: string
  readonly organisationId: string
  readonly roundId: string
  readonly respondentId: string
  readonly mode: RoundMode
  readonly state: RoundState
  readonly closesAt: string | null
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly horizons: string
  readonly answers: string
  readonly remarks: string
  readonly operations: string
  readonly late: string
  readonly revision: number
}

/** A sheet's texts as columns. */
export interface SheetColumns {
  readonly organisationId: string
  readonly roundId: string
  readonly respondentId: string
  readonly answers: string
  readonly remarks: string
  readonly operations: string
  readonly late: string
  readonly revision: number
}

/**
 * The stored columns as a sheet. Rows that this product wrote are trusted: they are read at every save.
 */
export function sheetOf(row: Pick<SheetOfSecret, 'answers' | 'remarks' | 'operations' | 'late'>): Sheet {
  return {
    answers: row.answers,
    reasons: JSON.parse(row.remarks) as Sheet['reasons'],
    operations: JSON.parse(row.operations) as Sheet['operations'],
    late: row.late === '[]' ? [] : (JSON.parse(row.late) as Sheet['late']),
  }
}

/** The same with every part checked, for rows that come from a backup or an export. */
export function checkedSheetOf(row: Pick<SheetOfSecret, 'answers' | 'remarks' | 'operations' | 'late'>): Sheet {
  return {
    answers: row.answers,
    reasons: Reasons.parse(JSON.parse(row.remarks)),
    operations: Operations.parse(JSON.parse(row.operations)),
    late: Late.parse(JSON.parse(row.late)),
  }
}

/** A sheet as the columns that hold it. */
export function columnsOf(sheet: Sheet): Pick<SheetColumns, 'answers' | 'remarks' | 'operations' | 'late'> {
  return {
    answers: sheet.answers,
    remarks: JSON.stringify(sheet.reasons),
    operations: JSON.stringify(sheet.operations),
    late: JSON.stringify(sheet.late),
  }
}

const KIND = 'respondent'
const compiled = new WeakMap<object, Map<string, string>>()

/** Statements by dialect: one process may have both databases open, and their placeholders differ. */
function compiledOnce(db: Db, key: string, compile: () => string): string {
  const { adapter } = db.getExecutor()
  const known = compiled.get(adapter) ?? new Map<string, string>()
  compiled.set(adapter, known)
  const sql = known.get(key) ?? compile()
  known.set(key, sql)
  return sql
}

/**
 * The sheets of these respondent secrets; a secret that is none is left out. On PostgreSQL the sheets are locked in
 * the order of their key and their rounds against closing, until the transaction ends.
 *
 * The statement is compiled once for each number of secrets, in powers of two: Kysely takes longer to build one than
 * the database to answer it.
 */
export async function findSheetsOfSecrets(
  trx: Trx | Db,
  secretHashes: readonly string[],
  lock: 'lock' | 'read',
): Promise<SheetOfSecret[]> {
  const size = 2 ** Math.ceil(Math.log2(secretHashes.length))
  const parameters = Array.from({ length: size }, (_, index) => secretHashes[index] ?? secretHashes[0])
  const sql = compiledOnce(trx, `${lock} ${size}`, () => sheetsOfSecrets(trx, parameters.map(String), lock).sql)
  const { rows } = await trx.withoutPlugins().executeQuery<SheetOfSecret>(CompiledQuery.raw(sql, [...parameters, KIND]))
  return rows
}

function sheetsOfSecrets(db: Kysely<Tables>, secretHashes: readonly string[], lock: 'lock' | 'read'): CompiledQuery {
  const columns = [
    'credential.secretHash as secretHash',
    'credential.organisationId as organisationId',
    'credential.roundId as roundId',
    'credential.respondentId as respondentId',
    'round.mode as mode',
    'round.state as state',
    'round.closesAt as closesAt',
    'round.instrumentId as instrumentId',
    'round.instrumentVersion as instrumentVersion',
    'round.horizons as horizons',
    'sheet.answers as answers',
    'sheet.remarks as remarks',
    'sheet.operations as operations',
    'sheet.late as late',
    'sheet.revision as revision',
  ] as const
  const query = db
    .selectFrom('credential')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'credential.organisationId').onRef('round.id', '=', 'credential.roundId'),
    )
    .innerJoin('sheet', (join) =>
      join
        .onRef('sheet.organisationId', '=', 'credential.organisationId')
        .onRef('sheet.roundId', '=', 'credential.roundId')
        .onRef('sheet.respondentId', '=', 'credential.respondentId'),
    )
    .select(columns)
    .where('credential.secretHash', 'in', secretHashes)
    .where('credential.kind', '=', KIND)
  const locked = query
    .orderBy('sheet.organisationId')
    .orderBy('sheet.roundId')
    .orderBy('sheet.respondentId')
    // The round first: closing holds the round and then wants its sheets, so the other order would deadlock.
    .forShare('round')
    .forUpdate('sheet')
  return withAliasesKept((lock === 'lock' ? locked : query).compile())
}

/** The camel-case plugin turns aliases to snake case; rows read without plugins want them as they stand in the type. */
function withAliasesKept(compiled: CompiledQuery): CompiledQuery {
  const sql = compiled.sql.replace(/ as "([a-z_]+)"/g, (_, alias: string) => {
    return ` as "${alias.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())}"`
  })
  return CompiledQuery.raw(sql, [...compiled.parameters])
}

/** Writes the new contents of sheets that exist, all in one statement. */
export async function updateSheets(trx: Trx, sheets: readonly SheetColumns[]): Promise<void> {
  if (sheets.length === 0) return
  const sql = compiledOnce(trx, `write ${sheets.length}`, () => writeSheets(trx, sheets).sql)
  const parameters = sheets.flatMap((sheet) => [
    sheet.organisationId,
    sheet.roundId,
    sheet.respondentId,
    sheet.answers,
    sheet.remarks,
    sheet.operations,
    sheet.late,
    sheet.revision,
  ])
  await trx.withoutPlugins().executeQuery(CompiledQuery.raw(sql, parameters))
}

function writeSheets(db: Db, sheets: readonly SheetColumns[]): CompiledQuery {
  return db
    .insertInto('sheet')
    .values([...sheets])
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'roundId', 'respondentId']).doUpdateSet((row) => ({
        answers: row.ref('excluded.answers'),
        remarks: row.ref('excluded.remarks'),
        operations: row.ref('excluded.operations'),
        late: row.ref('excluded.late'),
        revision: row.ref('excluded.revision'),
      })),
    )
    .compile()
}

/** Appends what changed in open rounds, with the time: there authors are known. */
export async function insertSheetChanges(
  trx: Trx,
  changes: readonly {
    organisationId: string
    roundId: string
    respondentId: string
    revision: number
    changes: string
    changedAt: string
  }[],
): Promise<void> {
  if (changes.length > 0)
    await trx
      .insertInto('sheetChange')
      .values([...changes])
      .execute()
}
