import type { NamedSheetRow, NotedItemRow } from '../db/queries/round-exports.ts'
import { checkedSheetOf } from '../db/queries/sheets.ts'
import type { RoundRow } from '../db/tables.ts'
import { type Answer, readAnswer } from '../domain/answer.ts'
import type { LoadedInstrument } from '../instruments.ts'
import type { Cell } from './csv.ts'
import { variableNames } from './variable-names.ts'

/** Why a cell holds no rating, in the file; none of them is ever 0. */
export const MISSING_CODES = ['unknown', 'not_applicable', 'not_answered'] as const

/** A round of an export: its questions in asked order, its instrument, and its sheets where they may go along. */
export interface ExportedRound {
  readonly round: RoundRow
  readonly instrument: LoadedInstrument
  readonly itemIds: readonly string[]
  /** What a team keeps with its questions, by question. */
  readonly noted: ReadonlyMap<string, NotedItemRow>
  /** Asks for the sheets in pieces; undefined where single answers stay here. */
  readonly sheets: (() => AsyncIterable<readonly NamedSheetRow[]>) | undefined
}

/** One place of a sheet: a question on a horizon. */
interface Slot {
  readonly itemId: string
  readonly horizon: string
}

/** Columns of a long table. */
export const LONG_HEADER = [
  'respondent',
  'name',
  'group',
  'item',
  'horizon',
  'rating',
  'missing',
  'reason',
  'certainty',
  'note',
  'link',
  'late',
] as const

/** Rows of a long table, in pieces: one for each answer, for each question that was not answered too. */
export async function* longPieces({
  round,
  instrument,
  itemIds,
  noted,
  sheets,
}: ExportedRound): AsyncGenerator<Cell[][]> {
  const slots = slotsOf(round, itemIds)
  for await (const piece of sheets?.() ?? []) {
    for (const row of piece) yield [...longRows(row, slots, instrument, noted)]
  }
}

function* longRows(
  row: NamedSheetRow,
  slots: readonly Slot[],
  { scale }: LoadedInstrument,
  noted: ExportedRound['noted'],
): Generator<Cell[]> {
  const sheet = checkedSheetOf(row)
  const who = [row.respondentId, row.name, row.group] as const
  const answerCells = ({ itemId, horizon }: Slot, character: string, reason: string | undefined, isLate: boolean) => {
    const work = noted.get(itemId)
    const [rating, missing] = ratingOrReason(readAnswer(character, scale))
    const kept = [work?.certainty ?? null, work?.note || null, work?.link ?? null]
    return [...who, itemId, horizon, rating, missing, reason ?? null, ...kept, isLate ? 1 : 0]
  }
  for (const [index, slot] of slots.entries())
    yield answerCells(slot, sheet.answers[index] ?? '.', sheet.reasons[index], false)
  for (const { slot: index, character, reason } of sheet.late) {
    const slot = slots[index]
    if (slot !== undefined) yield answerCells(slot, character, reason, true)
  }
}

/**
 * The header of a wide table: who, then a column for each question and horizon, then one for each that says why there is
 * no rating, and for forms of teams one for each that says how certain that is. Names are such that statistics programs take them.
 */
export function wideHeader(rounds: readonly Pick<ExportedRound, 'round' | 'itemIds'>[]): string[] {
  const { who, ratings, missing, certainty } = wideNames(rounds)
  return [...who, ...ratings, ...missing, ...certainty]
}

/** First columns of a wide table; a form of a team has no name and no group. */
const WHO_HEADER = ['respondent', 'name', 'group'] as const
/** One of them. */
export type WhoColumn = (typeof WHO_HEADER)[number]

/** Names of the columns of a wide table, by the questions of all its rounds. */
export function wideNames(rounds: readonly Pick<ExportedRound, 'round' | 'itemIds'>[]): {
  readonly who: readonly WhoColumn[]
  readonly slots: readonly Slot[]
  readonly ratings: readonly string[]
  readonly missing: readonly string[]
  /** Empty where no round is the form of a team. */
  readonly certainty: readonly string[]
} {
  const slots = [
    ...new Map(
      rounds.flatMap(({ round, itemIds }) => slotsOf(round, itemIds).map((slot) => [keyOf(slot), slot] as const)),
    ).values(),
  ]
  const plain = slots.map(({ itemId, horizon }) => `${itemId}_${horizon}`)
  const isOfTeams = rounds.every(({ round }) => round.answering === 'together')
  const who = isOfTeams ? WHO_HEADER.slice(0, 1) : WHO_HEADER
  const hasCertainty = rounds.some(({ round }) => round.answering === 'together')
  const parts = [
    plain,
    plain.map((name) => `${name}_missing`),
    hasCertainty ? plain.map((name) => `${name}_certainty`) : [],
  ]
  const names = variableNames([...who, ...parts.flat()])
  const [first, second] = [who.length + slots.length, who.length + 2 * slots.length]
  return {
    who,
    slots,
    ratings: names.slice(who.length, first),
    missing: names.slice(first, second),
    certainty: names.slice(second),
  }
}

/**
 * Rows of a wide table, in pieces: one for each respondent. Line breaks in a name become spaces.
 *
 * @param columns see `wideNames`, of all rounds of the table.
 */
export async function* widePieces(
  { round, instrument, itemIds, noted, sheets }: ExportedRound,
  columns: Pick<ReturnType<typeof wideNames>, 'who' | 'slots' | 'certainty'>,
): AsyncGenerator<Cell[][]> {
  const places = new Map(slotsOf(round, itemIds).map((slot, index) => [keyOf(slot), index]))
  const indexes = columns.slots.map((column) => places.get(keyOf(column)))
  const certainty = columns.certainty.map((_, at) => noted.get(columns.slots[at]?.itemId ?? '')?.certainty ?? null)
  for await (const piece of sheets?.() ?? []) {
    yield piece.map(({ respondentId, name, group, answers }) => {
      const values = indexes.map((index): [number | null, string | null] => {
        // What a round did not ask is no answer that somebody left open.
        return index === undefined ? [null, null] : ratingOrReason(readAnswer(answers[index] ?? '.', instrument.scale))
      })
      const who = { respondent: respondentId, name: name?.replace(/\s+/g, ' ') ?? null, group }
      return [
        ...columns.who.map((column) => who[column]),
        ...values.map(([rating]) => rating),
        ...values.map(([, missing]) => missing),
        ...certainty,
      ]
    })
  }
}

function slotsOf(round: RoundRow, itemIds: readonly string[]): Slot[] {
  const horizons = JSON.parse(round.horizons) as string[]
  return itemIds.flatMap((itemId) => horizons.map((horizon) => ({ itemId, horizon })))
}

function keyOf({ itemId, horizon }: Slot): string {
  return `${itemId} ${horizon}`
}

function ratingOrReason(answer: Answer | undefined): [rating: number | null, missing: string | null] {
  if (answer === undefined) return [null, 'not_answered']
  return 'rating' in answer ? [answer.rating, null] : [null, answer.missing]
}
