import type { OrganisationRows } from '../db/queries/archives.ts'
import { checkedSheetOf } from '../db/queries/sheets.ts'
import type { RoundRow, SheetRow } from '../db/tables.ts'
import { type Answer, readAnswer } from '../domain/answer.ts'
import type { Scale } from '../domain/instrument.ts'
import type { Instruments, LoadedInstrument } from '../instruments.ts'
import { archiveParts, type ExportAbout, type ReadBytes } from './archive.ts'
import type { AnyRow } from './archive-tables.ts'
import { type Cell, csvOf } from './csv.ts'

/** One file of an export, in parts that are made when somebody takes them. */
export interface ExportFile {
  readonly name: string
  readonly parts: AsyncIterable<string> | Iterable<string>
}

/** One answer of a named respondent in an open round. */
interface NamedAnswer {
  readonly roundId: string
  readonly respondentId: string
  readonly name: string | null
  readonly group: string | null
  readonly itemId: string
  readonly horizon: string
  readonly rating: number | null
  readonly missing: string | null
  readonly reason: string | null
  /** 0 for an answer that came after closing and does not count. */
  readonly counted: number
}

/**
 * The files of an export: the archive `organisation.json` with everything, and the same as tables in CSV.
 *
 * Answers by name stand in it for open rounds only. Of anonymous rounds it has what was released and no sheet.
 */
export function exportFiles(
  rows: OrganisationRows,
  readBytes: ReadBytes,
  instruments: Instruments,
  about: ExportAbout,
): ExportFile[] {
  const { locale } = rows.organisation
  const of = <Row>(table: 'round' | 'roundItem' | 'release' | 'sheet' | 'respondent') =>
    (rows.tables.get(table) ?? []) as readonly (Row & AnyRow)[]
  const itemsByRound = Map.groupBy(of<{ roundId: string; itemId: string }>('roundItem'), ({ roundId }) => roundId)
  const sheetsByRound = Map.groupBy(of<SheetRow>('sheet'), ({ roundId }) => roundId)
  const people = new Map(of<Person>('respondent').map((person) => [`${person.roundId} ${person.id}`, person]))
  const rounds = of<RoundRow>('round').map((round) => {
    const instrument = instruments.find(round.instrumentId, round.instrumentVersion)
    const itemIds = (itemsByRound.get(round.id) ?? []).map(({ itemId }) => itemId)
    return { round, instrument, itemIds, sheets: sheetsByRound.get(round.id) ?? [] }
  })
  return [
    { name: 'organisation.json', parts: archiveParts(rows, readBytes, about) },
    table('members.csv', ['userId', 'name', 'email', 'role', 'until'], rows.members),
    table('rounds.csv', ROUND_COLUMNS, of<RoundRow>('round').map(roundCells)),
    table(
      'round-items.csv',
      ITEM_COLUMNS,
      rounds.flatMap(({ round, itemIds, instrument }) => itemCells(round, itemIds, instrument, locale)),
    ),
    table('releases.csv', RELEASE_COLUMNS, of<Record<(typeof RELEASE_COLUMNS)[number], Cell>>('release')),
    table('release-cells.csv', CELL_COLUMNS, rows.releaseCells),
    table(
      'answers.csv',
      ANSWER_COLUMNS,
      rounds.flatMap(({ round, itemIds, instrument, sheets }) =>
        sheets.flatMap((sheet) => {
          const person = people.get(`${round.id} ${sheet.respondentId}`)
          return namedAnswers(sheet, person, round, itemIds, instrument?.scale)
        }),
      ),
    ),
  ]
}

interface Person {
  readonly roundId: string
  readonly id: string
  readonly name: string | null
  readonly stakeholderGroup: string | null
}

const ROUND_COLUMNS = [
  'id',
  'title',
  'instrumentId',
  'instrumentVersion',
  'period',
  'horizons',
  'mode',
  'groups',
  'expected',
  'threshold',
  'state',
  'createdAt',
  'openedAt',
  'closesAt',
  'closedAt',
  'purpose',
  'answering',
  'plannedOpenAt',
  'dueAt',
  'planId',
  'remindDays',
] as const
const ITEM_COLUMNS = ['roundId', 'position', 'itemId', 'dimension', 'perspective', 'question'] as const
const RELEASE_COLUMNS = ['id', 'roundId', 'number', 'madeAt', 'final'] as const
const CELL_COLUMNS = ['releaseId', 'population', 'horizon', 'dimension', 'perspective', 'n', 'score'] as const
const ANSWER_COLUMNS = [
  'roundId',
  'respondentId',
  'name',
  'group',
  'itemId',
  'horizon',
  'rating',
  'missing',
  'reason',
  'counted',
] as const

function table<Column extends string>(
  name: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): ExportFile {
  const cells = rows.map((row) => columns.map((column) => row[column]))
  return { name, parts: [csvOf(columns, cells)] }
}

function roundCells(round: RoundRow): Record<(typeof ROUND_COLUMNS)[number], Cell> {
  const words = (json: string) => (JSON.parse(json) as readonly (string | number)[]).join(' ')
  const { horizons, groups, remindDays } = round
  return { ...round, horizons: words(horizons), groups: words(groups), remindDays: words(remindDays) }
}

function itemCells(
  round: RoundRow,
  itemIds: readonly string[],
  instrument: LoadedInstrument | undefined,
  locale: string,
): Record<(typeof ITEM_COLUMNS)[number], Cell>[] {
  const texts = instrument?.texts[locale === 'en' ? 'en' : 'nl']
  return itemIds.map((itemId, position) => {
    const item = instrument?.items.find(({ id }) => id === itemId)
    return {
      roundId: round.id,
      position,
      itemId,
      dimension: item?.dimension ?? null,
      perspective: item?.perspective ?? null,
      question: texts?.items[itemId]?.question ?? null,
    }
  })
}

function namedAnswers(
  row: SheetRow,
  person: Person | undefined,
  round: RoundRow,
  itemIds: readonly string[],
  scale: Scale | undefined,
): NamedAnswer[] {
  const who = { roundId: round.id, respondentId: row.respondentId }
  const { name = null, stakeholderGroup: group = null } = person ?? {}
  const horizons = JSON.parse(round.horizons) as string[]
  const sheet = checkedSheetOf(row)
  const answerAt = (slot: number, character: string, reason: string | undefined, counted: number): NamedAnswer[] => {
    const answer = answerOf(character, scale)
    const itemId = itemIds[Math.floor(slot / horizons.length)]
    const horizon = horizons[slot % horizons.length]
    if (answer === undefined || itemId === undefined || horizon === undefined) return []
    const value =
      'rating' in answer ? { rating: answer.rating, missing: null } : { rating: null, missing: answer.missing }
    return [{ ...who, name, group, itemId, horizon, ...value, reason: reason ?? null, counted }]
  }
  return [
    ...Array.from(sheet.answers).flatMap((character, slot) => answerAt(slot, character, sheet.reasons[slot], 1)),
    ...sheet.late.flatMap(({ slot, character, reason }) => answerAt(slot, character, reason, 0)),
  ]
}

/** An instrument that is gone leaves the steps as they are kept, counted from 1. */
function answerOf(character: string, scale: Scale | undefined): Answer | undefined {
  return readAnswer(character, scale ?? { min: 1, max: 9 })
}
