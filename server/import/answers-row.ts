import { Period, StakeholderGroup } from '../contract/common.ts'
import { type Answer, answerCharacter, isOnScale, UNANSWERED } from '../domain/answer.ts'
import type { Instrument, Scale } from '../domain/instrument.ts'
import type { FaultCode, ImportFault } from './faults.ts'

/** The part of an instrument that reading answers needs. */
export type Form = Pick<Instrument, 'items' | 'horizons' | 'scale'>

/** How a file is to be read. */
export interface ReadingOptions {
  readonly form: Form
  /** Horizon of rows that name none. */
  readonly horizon: string
  /** Whether each row says to which organisation it belongs; if not, no row may. */
  readonly hasOrganisations: boolean
}

/** One row of a file of answers, checked. */
export interface AnswerRow {
  readonly line: number
  readonly organisation: string | null
  readonly group: StakeholderGroup | null
  readonly period: string
  readonly respondent: string
  readonly itemId: string
  readonly horizon: string
  /** As a sheet keeps it, see `domain/answer.ts`. */
  readonly character: string
}

const COLUMNS = ['organisation', 'group', 'period', 'respondent', 'item', 'rating', 'horizon'] as const
type Column = (typeof COLUMNS)[number]

const IN_DUTCH = new Map<string, Column>([
  ['organisatie', 'organisation'],
  ['groep', 'group'],
  ['periode', 'period'],
  ['deelnemer', 'respondent'],
  ['vraag', 'item'],
  ['antwoord', 'rating'],
  ['moment', 'horizon'],
])

const MOST_CHARACTERS = { organisation: 120, respondent: 80 } as const
const LONGEST_QUOTED = 60
/** Columns of a header that are looked at: a file with more is no file of answers, and the first tell enough. */
const MOST_COLUMNS = 100

/** Where each column stands in a row, and how many cells a row has. */
export interface Columns {
  readonly places: ReadonlyMap<Column, number>
  readonly width: number
}

/** Finds the columns by their names, English or Dutch, in any order; a name that is not known is a fault. */
export function readHeader(
  line: number,
  cells: readonly string[],
  hasOrganisations: boolean,
): { readonly places: Columns; readonly faults: readonly ImportFault[] } {
  const places = new Map<Column, number>()
  const faults: ImportFault[] = []
  const fault = (code: FaultCode, name: string) => faults.push({ line, code, variables: { name: quoted(name) } })
  for (const [place, cell] of cells.slice(0, MOST_COLUMNS).entries()) {
    const name = cell.trim().toLowerCase()
    const column = COLUMNS.find((known) => known === name) ?? IN_DUTCH.get(name)
    if (column === undefined) fault('column-unknown', cell)
    else if (places.has(column)) fault('column-twice', cell)
    else places.set(column, place)
  }
  const needed: readonly Column[] = ['period', 'respondent', 'item', 'rating']
  for (const column of hasOrganisations ? ['organisation' as const, ...needed] : needed) {
    if (!places.has(column)) fault('column-missing', column)
  }
  if (!hasOrganisations && places.has('organisation')) fault('organisation-column', 'organisation')
  return { places: { places, width: cells.length }, faults }
}

/** Reads one row; every fault in it is added to `faults`, and then it is undefined. */
export function readRow(
  line: number,
  cells: readonly string[],
  columns: Columns,
  { form, horizon: usualHorizon, hasOrganisations }: ReadingOptions,
  faults: ImportFault[],
): AnswerRow | undefined {
  const before = faults.length
  const fault = (code: FaultCode, variables: ImportFault['variables']) => void faults.push({ line, code, variables })
  if (cells.length !== columns.width) {
    fault('cells', { n: cells.length, columns: columns.width })
    return undefined
  }
  const cell = (column: Column): string => {
    const place = columns.places.get(column)
    // One name is one name, however it was spaced and however its accents were typed.
    return place === undefined
      ? ''
      : (cells[place] ?? '')
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim()
          .normalize('NFC')
  }
  const name = (column: 'organisation' | 'respondent'): string => {
    const value = cell(column)
    if (value === '') fault('cell-empty', { name: column })
    if (value.length > MOST_CHARACTERS[column]) fault('cell-long', { name: column, most: MOST_CHARACTERS[column] })
    return value
  }
  const [period, itemId, rating] = [cell('period'), cell('item'), cell('rating')]
  const horizon = cell('horizon') || usualHorizon
  const group = readGroup(cell('group'))
  if (!Period.safeParse(period).success) fault('period', { value: quoted(period) })
  if (group === undefined) fault('group', { value: quoted(cell('group')), known: StakeholderGroup.options.join(', ') })
  if (!form.items.some(({ id }) => id === itemId)) fault('item', { value: quoted(itemId) })
  if (!form.horizons.includes(horizon)) fault('horizon', { value: quoted(horizon), known: form.horizons.join(', ') })
  const answer = readRating(rating, form.scale)
  const { min, max } = form.scale
  if (answer === 'rating' || answer === 'off-scale') fault(answer, { value: quoted(rating), min, max })
  const row = {
    line,
    organisation: hasOrganisations ? name('organisation') : null,
    group: group ?? null,
    period,
    respondent: name('respondent'),
    itemId,
    horizon,
    character: answer === undefined || typeof answer === 'string' ? UNANSWERED : answerCharacter(answer, form.scale),
  }
  return faults.length === before ? row : undefined
}

function readGroup(value: string): StakeholderGroup | null | undefined {
  return value === '' ? null : StakeholderGroup.safeParse(value.toLowerCase()).data
}

/** The answer of a cell; undefined for not answered, and the code of the fault for what is no answer. */
function readRating(value: string, scale: Scale): Answer | undefined | 'rating' | 'off-scale' {
  const word = value.toLowerCase()
  if (word === '') return undefined
  if (word === '?' || word === 'unknown') return { missing: 'unknown' }
  if (word === '-' || word === 'not_applicable') return { missing: 'not_applicable' }
  if (!/^-?\d{1,3}$/.test(word)) return 'rating'
  const rating = Number(word)
  return isOnScale(rating, scale) ? { rating } : 'off-scale'
}

/** What stood in the file, short enough for a sentence. */
function quoted(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, ' ')
  return plain.length > LONGEST_QUOTED ? `${plain.slice(0, LONGEST_QUOTED)}...` : plain
}
