import { join } from 'node:path'
import type { Locale } from './contract/common.ts'
import { InstrumentFile, InstrumentTexts, LineageFile } from './contract/instruments.ts'
import type { Instrument } from './domain/instrument.ts'
import { itemFaults } from './item-faults.ts'
import { lineageFaults } from './lineage-faults.ts'
import { VersionFolder, versionFoldersIn } from './version-folder.ts'

/** One version of an instrument as it was read from its folder. It never changes while the server runs. */
export interface LoadedInstrument extends InstrumentFile {
  readonly texts: Readonly<Record<Locale, InstrumentTexts>>
  readonly lineage: LineageFile | undefined
  /** SHA-256 of the files, to notice that somebody changed what was published. */
  readonly contentHash: string
}

/** What an organisation brings along, before it has an id and a version here. */
export type BroughtInstrument = Pick<LoadedInstrument, 'texts'> & Omit<InstrumentFile, 'id' | 'version'>

/** An instrument version that organisations brought along, and which of them may know of it. */
interface Imported {
  readonly instrument: LoadedInstrument
  readonly holders: Set<string>
}

/**
 * Every instrument version that this installation knows: the general ones, which come with the product, and those that
 * organisations imported. Imported ones come and go while the server runs; a version that is there never changes.
 */
export class Instruments {
  readonly #versions: ReadonlyMap<string, LoadedInstrument>
  readonly #imported = new Map<string, Imported>()

  constructor(loaded: readonly LoadedInstrument[]) {
    this.#versions = new Map(loaded.map((instrument) => [keyOf(instrument.id, instrument.version), instrument]))
  }

  /**
   * The version, whoever may know of it: for a round that was made with it. Undefined when this installation does not
   * know it.
   */
  find(id: string, version: string): LoadedInstrument | undefined {
    return this.#versions.get(keyOf(id, version)) ?? this.#imported.get(keyOf(id, version))?.instrument
  }

  /** The version when it is general or one of these organisations': for who asks for it by name. */
  findFor(organisationIds: readonly string[], id: string, version: string): LoadedInstrument | undefined {
    const imported = this.#imported.get(keyOf(id, version))
    const isTheirs = organisationIds.some((organisationId) => imported?.holders.has(organisationId))
    return this.#versions.get(keyOf(id, version)) ?? (isTheirs ? imported?.instrument : undefined)
  }

  /** All general versions, by id and then version. */
  list(): LoadedInstrument[] {
    return [...this.#versions.keys()].sort().flatMap((key) => this.#versions.get(key) ?? [])
  }

  /** All versions that this organisation brought along, by id and then from the oldest to the newest. */
  listOwn(organisationId: string): LoadedInstrument[] {
    return [...this.#imported.values()]
      .flatMap(({ instrument, holders }) => (holders.has(organisationId) ? [instrument] : []))
      .sort((a, b) => (a.id === b.id ? compareVersions(a.version, b.version) : a.id < b.id ? -1 : 1))
  }

  /**
   * Remembers that an organisation holds a version. What is known stays: whoever read before something came in must not
   * take that away again.
   */
  learn(organisationId: string, instrument: LoadedInstrument): void {
    const key = keyOf(instrument.id, instrument.version)
    // What came with the product is never replaced by what somebody brought along.
    if (this.#versions.has(key)) return
    const known = this.#imported.get(key) ?? { instrument, holders: new Set() }
    this.#imported.set(key, known)
    known.holders.add(organisationId)
  }

  /** Forgets what an organisation that is no more brought along. */
  forget(organisationId: string): void {
    for (const [key, { holders }] of this.#imported) {
      holders.delete(organisationId)
      if (holders.size === 0) this.#imported.delete(key)
    }
  }

  /** The organisations that brought anything along. */
  holders(): Set<string> {
    return new Set([...this.#imported.values()].flatMap(({ holders }) => [...holders]))
  }
}

/** Below 0 when the first version is the older one, such as 1.9.0 before 1.10.0. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [a, b].map((version) => version.split('.').map(Number))
  const place = one?.findIndex((part, index) => part !== other?.[index]) ?? -1
  return place < 0 ? 0 : (one?.[place] ?? 0) - (other?.[place] ?? 0)
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
  const from = folder.placeOf('lineage.json', '"from"')
  if (earlier === undefined) folder.refuse([`${from} there is no such version`])
  if (compareVersions(earlier.version, later.version) >= 0) folder.refuse([`${from} this is no older version`])
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
  const faults = [...itemFaults(instrument)].map(
    ([sought, fault]) => `${folder.placeOf('instrument.json', sought)} ${fault}`,
  )
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
    missing('theme', instrument.themes ?? [], text.themes ?? {})
    missing(
      'item',
      instrument.items.map(({ id }) => id),
      text.items,
    )
    faults.push(...poleFaults(instrument, text, join(folder.path, file)))
    for (const [id, { explanation, example }] of Object.entries(text.items)) {
      if (explanation === '' || example === '')
        faults.push(`${folder.placeOf(file, `"${id}"`)} item ${id} has no explanation or no example`)
    }
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
