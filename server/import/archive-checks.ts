import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { InstrumentFile, InstrumentTexts, LineageFile } from '../contract/instruments.ts'
import type { TableName } from '../data-inventory.ts'
import { readAnswer } from '../domain/answer.ts'
import type { Scale } from '../domain/instrument.ts'
import { type AnyRow, ARCHIVE_TABLES } from '../export/archive-tables.ts'
import type { Instruments } from '../instruments.ts'
import { evidenceTypeOf } from '../services/evidence-types.ts'
import { hashOfInstrument } from '../services/imported-instruments.ts'
import type { ReadArchive } from './archive.ts'
import type { FaultList } from './archive-faults.ts'

/** What a round asks of whom, as far as its sheets have to fit it. */
interface RoundForm {
  readonly mode: unknown
  readonly slots: number
  readonly items: ReadonlySet<string>
  readonly scale: Scale | undefined
}

/** What an archive knows of a questionnaire: its own, or the one that is here. */
interface KnownInstrument {
  readonly contentHash: string
  readonly scale: Scale
  readonly horizons: readonly string[]
  readonly itemIds: ReadonlySet<string>
}

/** Looks whether rows that are well-formed by themselves hold together, and notes what does not. */
export async function archiveFaults(archive: ReadArchive, instruments: Instruments, faults: FaultList): Promise<void> {
  checkKeys(archive, faults)
  checkReferences(archive, faults)
  if (faults.all.length > 0) return
  const known = checkInstruments(archive, instruments, faults)
  const forms = checkRounds(archive, known, faults)
  checkSheets(archive, forms, faults)
  checkReleases(archive, forms, faults)
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

function checkInstruments(
  { tables, instruments: used }: ReadArchive,
  here: Instruments,
  faults: FaultList,
): ReadonlyMap<string, KnownInstrument> {
  const known = new Map<string, KnownInstrument>()
  for (const [index, row] of rowsOf(tables, 'importedInstrument')) {
    const own = ownInstrument(row)
    if (own === undefined) faults.add(placeOf('importedInstrument', index), 'instrument-damaged')
    else known.set(`${String(row['id'])}@${String(row['version'])}`, own)
  }
  for (const { id, version, contentHash } of used) {
    const name = `${id}@${version}`
    const installed = here.find(id, version)
    const instrument = known.get(name) ?? (installed && knownOf(installed))
    if (instrument === undefined) faults.add('instruments', 'instrument-missing', { id, version })
    else if (instrument.contentHash !== contentHash) faults.add('instruments', 'instrument-other', { id, version })
    if (instrument !== undefined) known.set(name, instrument)
  }
  return known
}

function ownInstrument(row: AnyRow): KnownInstrument | undefined {
  const content = row['content'] as InstrumentFile
  const [nl, en] = [row['textsNl'], row['textsEn']] as InstrumentTexts[]
  const lineage = row['lineage'] as LineageFile | null
  const isWhole =
    content.id === row['id'] &&
    content.version === row['version'] &&
    content.items.every(({ id }) => nl?.items[id] !== undefined && en?.items[id] !== undefined)
  const columns = { content: JSON.stringify(content), textsNl: JSON.stringify(nl), textsEn: JSON.stringify(en) }
  const hash = hashOfInstrument({ ...columns, lineage: lineage === null ? null : JSON.stringify(lineage) })
  return isWhole && hash === row['contentHash'] ? knownOf({ ...content, contentHash: hash }) : undefined
}

function knownOf(instrument: InstrumentFile & { contentHash: string }): KnownInstrument {
  const { contentHash, scale, horizons, items } = instrument
  return { contentHash, scale, horizons, itemIds: new Set(items.map(({ id }) => id)) }
}

function checkRounds(
  { tables }: ReadArchive,
  known: ReadonlyMap<string, KnownInstrument>,
  faults: FaultList,
): ReadonlyMap<unknown, RoundForm> {
  const items = Map.groupBy(tables.get('roundItem') ?? [], (row) => row['roundId'])
  const forms = new Map<unknown, RoundForm>()
  for (const [index, row] of rowsOf(tables, 'round')) {
    const [id, version] = [String(row['instrumentId']), String(row['instrumentVersion'])]
    const instrument = known.get(`${id}@${version}`)
    if (instrument === undefined)
      faults.add(placeOf('round', index, 'instrumentId'), 'instrument-missing', { id, version })
    const horizons = row['horizons'] as string[]
    const own = items.get(row['id']) ?? []
    const asked = own.map((item) => String(item['itemId']))
    const isKnown = asked.every((item) => instrument?.itemIds.has(item) ?? true)
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

function checkReleases({ tables }: ReadArchive, forms: ReadonlyMap<unknown, RoundForm>, faults: FaultList): void {
  for (const [index, row] of rowsOf(tables, 'release')) {
    const document = row['document'] as { release: { id: string; number: number; madeAt: string }; mode: string }
    const { id, number, madeAt } = document.release
    const isOwn = id === row['id'] && number === row['number'] && madeAt === row['madeAt']
    if (!isOwn || document.mode !== forms.get(row['roundId'])?.mode)
      faults.add(placeOf('release', index, 'document'), 'release')
  }
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
    const kind = isWhole ? await evidenceTypeOf(bytes, String(file?.['name'])) : undefined
    if (kind === undefined || kind.type !== file?.['mediaType']) faults.add(placeOf('evidenceContent', index), 'file')
    await setImmediate()
  }
}

function* rowsOf(tables: ReadArchive['tables'], table: TableName): Generator<[number, AnyRow]> {
  yield* (tables.get(table) ?? []).entries()
}

function placeOf(table: TableName, index: number, column?: string): string {
  return column === undefined ? `${table} ${index + 1}` : `${table} ${index + 1}, ${column}`
}
