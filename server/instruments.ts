import { join } from 'node:path'
import type { Locale } from './contract/common.ts'
import { InstrumentFile, InstrumentTexts, LineageFile } from './contract/instruments.ts'
import type { Instrument } from './domain/instrument.ts'
import { lineageFaults } from './lineage-faults.ts'
import { VersionFolder, versionFoldersIn } from './version-folder.ts'

/** One version of an instrument as it was read from its folder. It never changes while the server runs. */
export interface LoadedInstrument extends InstrumentFile {
  readonly texts: Readonly<Record<Locale, InstrumentTexts>>
  readonly lineage: LineageFile | undefined
  /** SHA-256 of the files, to notice that somebody changed what was published. */
  readonly contentHash: string
}

/** Every instrument version that this installation knows. */
export class Instruments {
  readonly #versions: ReadonlyMap<string, LoadedInstrument>

  constructor(loaded: readonly LoadedInstrument[]) {
    this.#versions = new Map(loaded.map((instrument) => [keyOf(instrument.id, instrument.version), instrument]))
  }

  /** The version, or undefined when this installation does not know it. */
  find(id: string, version: string): LoadedInstrument | undefined {
    return this.#versions.get(keyOf(id, version))
  }

  /** All versions, by id and then version. */
  list(): LoadedInstrument[] {
    return [...this.#versions.keys()].sort().flatMap((key) => this.#versions.get(key) ?? [])
  }
}

function keyOf(id: string, version: string): string {
  return `${id}@${version}`
}

/** What the domain needs of an instrument, with only these items, in this order. */
export function instrumentOfRound(instrument: LoadedInstrument, itemIds: readonly string[]): Instrument {
  const byId = new Map(instrument.items.map((item) => [item.id, item]))
  return { ...instrument, items: itemIds.flatMap((id) => byId.get(id) ?? []), asked: instrument.items }
}

/**
 * Reads every `<root>/<id>/<version>/` folder of these roots.
 *
 * @throws {StartError} `instrument-faulty`: the details name file, line and fault.
 */
export function loadInstruments(roots: readonly string[]): Instruments {
  const paths = roots.flatMap(versionFoldersIn)
  const loaded = paths.map(loadInstrument)
  const instruments = new Instruments(loaded)
  for (const [index, later] of loaded.entries()) checkLineage(instruments, later, paths[index] ?? '')
  return instruments
}

function checkLineage(instruments: Instruments, later: LoadedInstrument, path: string): void {
  if (later.lineage === undefined) return
  const folder: VersionFolder = new VersionFolder(path, 'instrument-faulty')
  const earlier = instruments.find(later.id, later.lineage.from)
  if (earlier === undefined) folder.refuse([`${folder.placeOf('lineage.json', '"from"')} there is no such version`])
  const faults = [...lineageFaults(earlier, later, later.lineage)].map(
    ([sought, fault]) => `${folder.placeOf('lineage.json', sought)} ${fault}`,
  )
  if (faults.length > 0) folder.refuse(faults)
}

/**
 * Reads one version from its folder: `instrument.json`, `texts.nl.json`, `texts.en.json` and, for a later version,
 * `lineage.json`.
 *
 * @throws {StartError} `instrument-faulty`.
 */
export function loadInstrument(path: string): LoadedInstrument {
  const folder = new VersionFolder(path, 'instrument-faulty')
  const instrument = folder.read('instrument.json', InstrumentFile)
  const texts = {
    nl: folder.read('texts.nl.json', InstrumentTexts),
    en: folder.read('texts.en.json', InstrumentTexts),
  }
  const lineage = folder.has('lineage.json') ? folder.read('lineage.json', LineageFile) : undefined
  checkWhole(instrument, texts, folder)
  return { ...instrument, texts, lineage, contentHash: folder.contentHash() }
}

function checkWhole(instrument: InstrumentFile, texts: Record<Locale, InstrumentTexts>, folder: VersionFolder): void {
  const faults = [...itemFaults(instrument, folder)]
  for (const [locale, text] of Object.entries(texts)) {
    const file = `texts.${locale}.json`
    const missing = (part: string, wanted: readonly string[], given: object) => {
      for (const id of wanted)
        if (!Object.hasOwn(given, id)) faults.push(`${join(folder.path, file)}:1 ${part} ${id} has no text`)
      for (const id of Object.keys(given)) {
        if (!wanted.includes(id))
          faults.push(`${folder.placeOf(file, `"${id}"`)} ${part} ${id} is not in the instrument`)
      }
    }
    missing('dimension', instrument.dimensions, text.dimensions)
    missing('perspective', instrument.perspectives, text.perspectives)
    missing('horizon', instrument.horizons, text.horizons)
    missing(
      'item',
      instrument.items.map(({ id }) => id),
      text.items,
    )
    faults.push(...poleFaults(instrument, text, join(folder.path, file)))
  }
  if (faults.length > 0) folder.refuse(faults)
}

/** Between two poles nobody can choose without the words of both. */
function* poleFaults({ items, scale }: InstrumentFile, texts: InstrumentTexts, file: string): Generator<string> {
  if (scale.kind !== 'bipolar') return
  for (const { id } of items) {
    for (const pole of [scale.min, scale.max]) {
      const anchors = texts.items[id]?.anchors
      if (anchors !== undefined && anchors[pole] === undefined) yield `${file}:1 item ${id} has no pole at ${pole}`
    }
  }
}

function* itemFaults(instrument: InstrumentFile, folder: VersionFolder): Generator<string> {
  const seen = new Set<string>()
  if (instrument.balance && !instrument.scores)
    yield `${folder.placeOf('instrument.json', '"scores"')} without scores there is no balance`
  for (const item of instrument.items) {
    const at = folder.placeOf('instrument.json', `"${item.id}"`)
    if (seen.has(item.id)) yield `${at} item ${item.id} stands twice`
    seen.add(item.id)
    if (!instrument.dimensions.includes(item.dimension))
      yield `${at} item ${item.id} has unknown dimension ${item.dimension}`
    if (!instrument.perspectives.includes(item.perspective))
      yield `${at} item ${item.id} has unknown perspective ${item.perspective}`
  }
}
