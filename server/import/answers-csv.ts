import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../contract/common.ts'
import { UNANSWERED } from '../domain/answer.ts'
import { type AnswerRow, type Columns, type Form, type ReadingOptions, readHeader, readRow } from './answers-row.ts'
import { readRecords } from './csv-records.ts'
import { encodingFaults } from './encoding.ts'
import type { ImportFault } from './faults.ts'

/** One respondent of a file with a sheet, as `domain/answer.ts` writes it. */
export interface ImportedRespondent {
  readonly name: string
  readonly group: StakeholderGroup | null
  readonly answers: string
}

/** All answers of one organisation in one period. It asks what its rows name: their items and horizons. */
export interface ImportedRound {
  /** `null` when the file names no organisations. */
  readonly organisation: string | null
  readonly period: string
  readonly itemIds: readonly string[]
  readonly horizons: readonly string[]
  /** Groups that occur, in their usual order. */
  readonly groups: readonly StakeholderGroup[]
  readonly respondents: readonly ImportedRespondent[]
  /** Line of the first row. */
  readonly line: number
}

/** Largest file that is read: about half a million rows. Reading holds all of it in memory. */
export const MOST_FILE_BYTES = 32 * 1024 * 1024

/**
 * Reads a long CSV of answers: one row for each answer, with the columns organisation and/or group, period,
 * respondent, item, rating and perhaps horizon. An empty rating is asked and not answered.
 *
 * @param bytes the file as it is.
 * @returns the rounds in the order of the file, or every fault with its line; then there is nothing to import.
 */
export function readAnswers(
  bytes: Buffer,
  options: ReadingOptions,
): { readonly rounds: readonly ImportedRound[] } | { readonly faults: readonly ImportFault[] } {
  const encoding = encodingFaults(bytes)
  if (encoding.length > 0) return { faults: encoding }
  const file = new AnswersFile(options)
  const stopped = readRecords(bytes, (line, cells) => file.take(line, cells))
  const faults = stopped === undefined ? file.faults : [...file.faults, stopped]
  if (faults.length > 0) return { faults }
  const rounds = file.rounds()
  return rounds.length === 0 ? { faults: [{ line: 1, code: 'empty', variables: {} }] } : { rounds }
}

/** A file while it is being read. Names come from outside, so everything is looked up in maps. */
class AnswersFile {
  readonly faults: ImportFault[] = []
  readonly #options: ReadingOptions
  readonly #rounds = new Map<string, RoundDraft>()
  #columns: Columns | undefined
  #isUnreadable = false

  constructor(options: ReadingOptions) {
    this.#options = options
  }

  take(line: number, cells: readonly string[]): void {
    // Without a good header every row would be wrong for the same reason.
    if (this.#isUnreadable) return
    if (this.#columns === undefined) this.#takeHeader(line, cells)
    else this.#takeRow(readRow(line, cells, this.#columns, this.#options, this.faults))
  }

  rounds(): ImportedRound[] {
    return [...this.#rounds.values()].map((round) => round.finish(this.#options.form))
  }

  #takeHeader(line: number, cells: readonly string[]): void {
    const columns = readHeader(line, cells, this.#options.hasOrganisations)
    this.faults.push(...columns.faults)
    this.#isUnreadable = columns.faults.length > 0
    this.#columns = columns.places
  }

  #takeRow(row: AnswerRow | undefined): void {
    if (row === undefined) return
    const key = JSON.stringify([row.organisation, row.period])
    let round = this.#rounds.get(key)
    if (round === undefined) {
      round = new RoundDraft(row)
      this.#rounds.set(key, round)
    }
    const fault = round.take(row)
    if (fault !== undefined) this.faults.push(fault)
  }
}

interface RespondentDraft {
  readonly group: StakeholderGroup | null
  /** Character and line by place in the whole instrument. */
  readonly answers: Map<string, { readonly character: string; readonly line: number }>
}

class RoundDraft {
  readonly #first: AnswerRow
  readonly #items = new Set<string>()
  readonly #horizons = new Set<string>()
  readonly #respondents = new Map<string, RespondentDraft>()

  constructor(first: AnswerRow) {
    this.#first = first
  }

  take({ line, respondent, group, itemId, horizon, character }: AnswerRow): ImportFault | undefined {
    let draft = this.#respondents.get(respondent)
    if (draft === undefined) {
      draft = { group, answers: new Map() }
      this.#respondents.set(respondent, draft)
    }
    if (draft.group !== group) return { line, code: 'two-groups', variables: { respondent } }
    const place = placeOf(itemId, horizon)
    const before = draft.answers.get(place)
    if (before !== undefined)
      return { line, code: 'twice', variables: { respondent, item: itemId, horizon, before: String(before.line) } }
    draft.answers.set(place, { character, line })
    this.#items.add(itemId)
    this.#horizons.add(horizon)
    return undefined
  }

  finish(form: Form): ImportedRound {
    const itemIds = form.items.flatMap(({ id }) => (this.#items.has(id) ? [id] : []))
    const horizons = form.horizons.filter((horizon) => this.#horizons.has(horizon))
    const places = itemIds.flatMap((itemId) => horizons.map((horizon) => placeOf(itemId, horizon)))
    const respondents = [...this.#respondents].map(([name, { group, answers }]) => {
      return { name, group, answers: places.map((place) => answers.get(place)?.character ?? UNANSWERED).join('') }
    })
    const present = new Set(respondents.map(({ group }) => group))
    const { organisation, period, line } = this.#first
    const groups = STAKEHOLDER_GROUPS.filter((group) => present.has(group))
    return { organisation, period, itemIds, horizons, groups, respondents, line }
  }
}

function placeOf(itemId: string, horizon: string): string {
  return `${itemId} ${horizon}`
}
