import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { TableName } from '../data-inventory.ts'
import { readAnswer } from '../domain/answer.ts'
import type { Scale } from '../domain/instrument.ts'
import { type AnyRow, ARCHIVE_TABLES } from '../export/archive-tables.ts'
import type { Instruments } from '../instruments.ts'
import { evidenceTypeOf } from '../services/evidence-types.ts'
import { cleanFileName } from '../services/file-names.ts'
import type { ReadArchive } from './archive.ts'
import type { FaultList } from './archive-faults.ts'
import { checkInstruments, type KnownInstruments, nameOf } from './archive-instruments.ts'
import { placeOf, rowsOf } from './archive-places.ts'
import { checkReleases } from './archive-releases.ts'

/** What a round asks of whom, as far as its sheets have to fit it. */
interface RoundForm {
  readonly mode: unknown
  readonly slots: number
  readonly items: ReadonlySet<string>
  readonly scale: Scale | undefined
}

/** Looks whether rows that are well-formed by themselves hold together, and notes what does not. */
export async function archiveFaults(archive: ReadArchive, instruments: Instruments, faults: FaultList): Promise<void> {
  checkKeys(archive, faults)
  checkReferences(archive, faults)
  if (faults.all.length > 0) return
  const known = checkInstruments(archive, instruments, faults)
  const forms = checkRounds(archive, known, faults)
  checkSheets(archive, forms, faults)
  if (faults.all.length === 0) checkReleases(archive.tables, known, faults)
  await checkFiles(archive, faults)
}

function checkKeys({ tables }: ReadArchive, faults: FaultList): void {
  for (const { table, key } of ARCHIVE_TABLES) {
    const seen = new Set<string>()
    for (const [index, row] of rowsOf(tables, table)) {
      const own = key.map((column) => String(row[column])).join(' ')
      if (seen.has(own)) faults.add(placeOf(table, index), 'twice')
      seen.add(own)
    }
  }
  // What the database would refuse with no word about where.
  for (const [table, columns] of ONCE) {
    const seen = new Set<string>()
    for (const [index, row] of rowsOf(tables, table)) {
      const own = columns.map((column) => String(row[column])).join(' ')
      if (seen.has(own)) faults.add(placeOf(table, index, columns.at(-1)), 'twice')
      seen.add(own)
    }
  }
}

const ONCE: readonly (readonly [TableName, readonly string[]])[] = [
  ['roundPlan', []],
  ['roundItem', ['roundId', 'itemId']],
  ['release', ['roundId', 'number']],
  ['workshop', ['roundId']],
  ['secondVote', ['workshopId', 'number']],
  ['experiment', ['period']],
]

function checkReferences({ tables }: ReadArchive, faults: FaultList): void {
  const people = new Set(
    [...rowsOf(tables, 'respondent')].map(([, row]) => `${String(row['roundId'])} ${String(row['id'])}`),
  )
  for (const { table, refers = {} } of ARCHIVE_TABLES) {
    for (const [column, other] of Object.entries(refers)) {
      const ids = new Set((tables.get(other) ?? []).map((row) => row['id']))
      for (const [index, row] of rowsOf(tables, table)) {
        const value = row[column]
        const isThere =
          other === 'respondent' ? people.has(`${String(row['roundId'])} ${String(value)}`) : ids.has(value)
        if (value !== null && !isThere) faults.add(placeOf(table, index, column), 'reference')
      }
    }
  }
  const sheets = new Set(
    [...rowsOf(tables, 'sheet')].map(([, row]) => `${String(row['roundId'])} ${String(row['respondentId'])}`),
  )
  for (const [index, row] of rowsOf(tables, 'teamAnswer'))
    if (!sheets.has(`${String(row['roundId'])} ${String(row['respondentId'])}`))
      faults.add(placeOf('teamAnswer', index, 'respondentId'), 'reference')
}

function checkRounds(
  { tables }: ReadArchive,
  known: KnownInstruments,
  faults: FaultList,
): ReadonlyMap<unknown, RoundForm> {
  const items = Map.groupBy(tables.get('roundItem') ?? [], (row) => row['roundId'])
  const forms = new Map<unknown, RoundForm>()
  for (const [index, row] of rowsOf(tables, 'round')) {
    const [id, version] = [String(row['instrumentId']), String(row['instrumentVersion'])]
    const instrument = known.get(nameOf(id, version))
    if (instrument === undefined)
      faults.add(placeOf('round', index, 'instrumentId'), 'instrument-missing', { id, version })
    const horizons = row['horizons'] as string[]
    const own = items.get(row['id']) ?? []
    const asked = own.map((item) => String(item['itemId']))
    const isKnown = asked.every((item) => instrument?.items.some((one) => one.id === item) ?? true)
    const isInOrder = own.every((item, position) => item['position'] === position)
    if (!isKnown || !isInOrder || horizons.some((horizon) => !(instrument?.horizons.includes(horizon) ?? true)))
      faults.add(placeOf('round', index), 'unknown-item')
    const slots = asked.length * horizons.length
    forms.set(row['id'], { mode: row['mode'], slots, items: new Set(asked), scale: instrument?.scale })
  }
  return forms
}

function checkSheets({ tables }: ReadArchive, forms: ReadonlyMap<unknown, RoundForm>, faults: FaultList): void {
  for (const table of ['respondent', 'sheet', 'teamAnswer'] as const) {
    for (const [index, row] of rowsOf(tables, table)) {
      const form = forms.get(row['roundId'])
      if (form?.mode !== 'open') faults.add(placeOf(table, index), 'anonymous-answers')
      else if (table === 'sheet' && !fits(String(row['answers']), form))
        faults.add(placeOf(table, index, 'answers'), 'sheet')
      else if (table === 'sheet' && !hasPlaces(row, form)) faults.add(placeOf(table, index), 'sheet')
      else if (table === 'teamAnswer' && !(Number(row['slot']) < form.slots))
        faults.add(placeOf(table, index, 'slot'), 'sheet')
    }
  }
  for (const table of ['itemWork', 'evidenceFile', 'evidenceFact'] as const) {
    for (const [index, row] of rowsOf(tables, table))
      if (!forms.get(row['roundId'])?.items.has(String(row['itemId'])))
        faults.add(placeOf(table, index, 'itemId'), 'unknown-item')
  }
}

function fits(answers: string, { slots, scale }: RoundForm): boolean {
  if (answers.length !== slots || scale === undefined) return false
  try {
    for (const character of answers) readAnswer(character, scale)
    return true
  } catch {
    return false
  }
}

/** Reasons and late answers are kept by place. */
function hasPlaces(row: AnyRow, { slots, scale }: RoundForm): boolean {
  const late = row['late'] as { slot: number; character: string }[]
  const operations = row['operations'] as string[]
  const remarks = Object.keys(row['remarks'] as object)
  const places = [...remarks.map(Number), ...late.map(({ slot }) => slot)]
  const one = { slots: 1, scale, items: new Set<string>(), mode: 'open' }
  return (
    places.every((slot) => slot < slots) &&
    late.every(({ character }) => fits(character, one)) &&
    (operations.length === 0 || operations.length === slots)
  )
}

async function checkFiles({ tables }: ReadArchive, faults: FaultList): Promise<void> {
  const files = new Map((tables.get('evidenceFile') ?? []).map((row) => [row['id'], row]))
  const contents = new Set((tables.get('evidenceContent') ?? []).map((row) => row['fileId']))
  for (const [index, row] of rowsOf(tables, 'evidenceFile'))
    if (!contents.has(row['id'])) faults.add(placeOf('evidenceFile', index), 'file')
  for (const [index, row] of rowsOf(tables, 'evidenceContent')) {
    const file = files.get(row['fileId'])
    const bytes = Buffer.from(String(row['content']), 'base64')
    const isWhole =
      bytes.length === file?.['bytes'] && createHash('sha256').update(bytes).digest('hex') === file['sha256']
    // What is kept as evidence is looked at in the same way as when somebody sends it.
    const name = String(file?.['name'])
    const kind = isWhole ? await evidenceTypeOf(bytes, name) : undefined
    const isClean = kind !== undefined && cleanFileName(name, kind.endings) === name
    if (!isClean || kind.type !== file?.['mediaType']) faults.add(placeOf('evidenceContent', index), 'file')
    await setImmediate()
  }
}
