import { LOCALES } from '../contract/common.ts'
import type { InstrumentFile, InstrumentTexts, LineageFile } from '../contract/instruments.ts'
import type { AnyRow } from '../export/archive-tables.ts'
import { compareVersions, type Instruments, type LoadedInstrument } from '../instruments.ts'
import { itemFaults } from '../item-faults.ts'
import { lineageFaults } from '../lineage-faults.ts'
import { hashOfInstrument } from '../services/imported-instruments.ts'
import type { ReadArchive } from './archive.ts'
import type { FaultList } from './archive-faults.ts'
import { placeOf, rowsOf } from './archive-places.ts'

/** What an archive knows of questionnaires, by `id@version`: its own, and those that are here. */
export type KnownInstruments = ReadonlyMap<string, LoadedInstrument>

/** How a questionnaire is named among those that are known. */
export function nameOf(id: unknown, version: unknown): string {
  return `${String(id)}@${String(version)}`
}

/** Questionnaires that an archive brings along, as far as they are what they say they are. */
export function ownInstruments({ tables }: Pick<ReadArchive, 'tables'>): LoadedInstrument[] {
  return [...rowsOf(tables, 'importedInstrument')].flatMap(([, row]) => ownInstrument(row) ?? [])
}

/**
 * Looks whether every questionnaire is whole and the one that it says it is. What an archive brings along has to hold
 * together like a folder of the product: its items, and where it came from.
 *
 * @param here the general ones: one of another organisation is nobody else's business.
 */
export function checkInstruments(
  { tables, instruments: used }: ReadArchive,
  here: Instruments,
  faults: FaultList,
): KnownInstruments {
  const known = new Map<string, LoadedInstrument>()
  for (const [index, row] of rowsOf(tables, 'importedInstrument')) {
    const own = ownInstrument(row)
    if (own === undefined) faults.add(placeOf('importedInstrument', index), 'instrument-damaged')
    else known.set(nameOf(row['id'], row['version']), own)
  }
  for (const [index, row] of rowsOf(tables, 'importedInstrument')) {
    const own = known.get(nameOf(row['id'], row['version']))
    if (own?.lineage !== undefined && !cameFrom(own, own.lineage, known))
      faults.add(placeOf('importedInstrument', index, 'lineage'), 'instrument-damaged')
  }
  for (const { id, version, contentHash } of used) {
    const name = nameOf(id, version)
    const instrument = known.get(name) ?? here.find(id, version)
    if (instrument === undefined) faults.add('instruments', 'instrument-missing', { id, version })
    else if (instrument.contentHash !== contentHash) faults.add('instruments', 'instrument-other', { id, version })
    if (instrument !== undefined) known.set(name, instrument)
  }
  return known
}

function cameFrom(later: LoadedInstrument, lineage: LineageFile, known: KnownInstruments): boolean {
  const earlier = known.get(nameOf(later.id, lineage.from))
  const isOlder = earlier !== undefined && compareVersions(earlier.version, later.version) < 0
  return isOlder && lineageFaults(earlier, later, lineage).next().done === true
}

function ownInstrument(row: AnyRow): LoadedInstrument | undefined {
  const content = row['content'] as InstrumentFile
  const texts = { nl: row['textsNl'] as InstrumentTexts, en: row['textsEn'] as InstrumentTexts }
  const lineage = row['lineage'] as LineageFile | null
  const hash = hashOfInstrument({
    content: JSON.stringify(content),
    textsNl: JSON.stringify(texts.nl),
    textsEn: JSON.stringify(texts.en),
    lineage: lineage === null ? null : JSON.stringify(lineage),
  })
  const isWhole =
    content.id === row['id'] &&
    content.version === row['version'] &&
    hash === row['contentHash'] &&
    itemFaults(content).next().done === true &&
    LOCALES.every((locale) => hasWords(content, texts[locale]))
  return isWhole ? { ...content, texts, lineage: lineage ?? undefined, contentHash: hash } : undefined
}

function hasWords({ dimensions, perspectives, horizons, items }: InstrumentFile, texts: InstrumentTexts): boolean {
  const has = (given: object, wanted: readonly string[]) => wanted.every((id) => Object.hasOwn(given, id))
  return (
    has(texts.dimensions, dimensions) &&
    has(texts.perspectives, perspectives) &&
    has(texts.horizons, horizons) &&
    has(
      texts.items,
      items.map(({ id }) => id),
    )
  )
}
