import { comparePeriods } from '../../domain/periods.ts'
import type { Db } from '../open.ts'
import type { RoundRow } from '../tables.ts'

/** A sheet of an open round with who filled it in. */
export interface NamedSheetRow {
  readonly respondentId: string
  readonly name: string | null
  readonly group: string | null
  readonly answers: string
  readonly remarks: string
  readonly operations: string
  readonly late: string
}

/** What a team keeps with a question of its sheet, as far as an export has it. */
export interface NotedItemRow {
  readonly itemId: string
  readonly certainty: string | null
  readonly note: string
  readonly link: string | null
}

/** So many sheets are read at once. */
const PIECE = 100

/**
 * The sheets of a round in pieces, by id of the respondent; between two of them everybody else is served. The mode of
 * the round is part of the question, so that no caller can ask for an anonymous sheet.
 */
export async function* sheetPieces(db: Db, organisationId: string, roundId: string): AsyncGenerator<NamedSheetRow[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('sheet')
      .innerJoin('round', (join) =>
        join.onRef('round.organisationId', '=', 'sheet.organisationId').onRef('round.id', '=', 'sheet.roundId'),
      )
      .innerJoin('respondent', (join) =>
        join
          .onRef('respondent.organisationId', '=', 'sheet.organisationId')
          .onRef('respondent.roundId', '=', 'sheet.roundId')
          .onRef('respondent.id', '=', 'sheet.respondentId'),
      )
      .select(['sheet.respondentId', 'respondent.name', 'respondent.stakeholderGroup as group'])
      .select(['sheet.answers', 'sheet.remarks', 'sheet.operations', 'sheet.late'])
      .where('sheet.organisationId', '=', organisationId)
      .where('sheet.roundId', '=', roundId)
      .where('sheet.respondentId', '>', after)
      .where('round.mode', '=', 'open')
      .orderBy('sheet.respondentId')
      .limit(PIECE)
      .execute()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PIECE) return
    after = last.respondentId
  }
}

/** What a team keeps with the questions of a round; nothing for any other round. */
export function listNotedItems(db: Db, organisationId: string, roundId: string): Promise<NotedItemRow[]> {
  return db
    .selectFrom('itemWork')
    .select(['itemId', 'certainty', 'note', 'link'])
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .execute()
}

/** Every round of the organisation with something to take along, the oldest first; rehearsals are none. */
export async function listRoundsToExport(db: Db, organisationId: string): Promise<RoundRow[]> {
  const rounds = await db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('purpose', '<>', 'rehearsal')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rounds.toSorted((a, b) => comparePeriods(a.period, b.period))
}
