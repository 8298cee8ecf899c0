import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import type { Locale } from './contract/common.ts'
import { InstrumentFile, InstrumentTexts, LineageFile } from './contract/instruments.ts'
import type { Instrument } from './domain/instrument.ts'
import { StartError } from './start-error.ts'

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
  return new Instruments(roots.flatMap((root) => foldersIn(root).flatMap((id) => versionsOf(root, id))))
}

function versionsOf(root: string, id: string): LoadedInstrument[] {
  return foldersIn(join(root, id)).map((version) => loadInstrument(join(root, id, version)))
}

/**
 * Reads one version from its folder: `instrument.json`, `texts.nl.json`, `texts.en.json` and, for a later version,
 * `lineage.json`.
 *
 * @throws {StartError} `instrument-faulty`.
 */
export function loadInstrument(folder: string): LoadedInstrument {
  const hash = createHash('sha256')
  const read = (name: string): string => {
    const source = readText(join(folder, name))
    hash.update(`${name}\0${source.replace(/\r\n/g, '\n')}\0`)
    return source
  }
  const instrument = parse(InstrumentFile, read('instrument.json'), join(folder, 'instrument.json'))
  const texts = {
    nl: parse(InstrumentTexts, read('texts.nl.json'), join(folder, 'texts.nl.json')),
    en: parse(InstrumentTexts, read('texts.en.json'), join(folder, 'texts.en.json')),
  }
  const hasLineage = readdirSync(folder).includes('lineage.json')
  const lineage = hasLineage ? parse(LineageFile, read('lineage.json'), join(folder, 'lineage.json')) : undefined
  checkWhole(instrument, texts, folder)
  return { ...instrument, texts, lineage, contentHash: hash.digest('hex') }
}

function checkWhole(instrument: InstrumentFile, texts: Record<Locale, InstrumentTexts>, folder: string): void {
  const faults: string[] = []
  const source = readText(join(folder, 'instrument.json'))
  const seen = new Set<string>()
  for (const item of instrument.items) {
    const at = `${join(folder, 'instrument.json')}:${lineOf(source, `"${item.id}"`)}`
    if (seen.has(item.id)) faults.push(`${at} item ${item.id} stands twice`)
    seen.add(item.id)
    if (!instrument.dimensions.includes(item.dimension))
      faults.push(`${at} item ${item.id} has unknown dimension ${item.dimension}`)
    if (!instrument.perspectives.includes(item.perspective)) {
      faults.push(`${at} item ${item.id} has unknown perspective ${item.perspective}`)
    }
  }
  for (const [locale, text] of Object.entries(texts)) {
    const file = join(folder, `texts.${locale}.json`)
    const missing = (part: string, wanted: readonly string[], given: object) => {
      for (const id of wanted) if (!Object.hasOwn(given, id)) faults.push(`${file}:1 ${part} ${id} has no text`)
      for (const id of Object.keys(given)) {
        if (!wanted.includes(id))
          faults.push(`${file}:${lineOf(readText(file), `"${id}"`)} ${part} ${id} is not in the instrument`)
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
  }
  if (faults.length > 0) throw new StartError('instrument-faulty', { n: faults.length }, { details: faults })
}

function parse<Schema extends z.ZodType>(schema: Schema, source: string, path: string): z.output<Schema> {
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch (cause) {
    const position = /position (\d+)/.exec(String(cause))?.[1]
    const line = position === undefined ? lastLine(source) : lineAt(source, Number(position))
    throw new StartError('instrument-faulty', { n: 1 }, { details: [`${path}:${line} ${String(cause)}`], cause })
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const details = result.error.issues.map((issue) => {
    return `${path}:${lineOfPath(source, json, issue.path)} ${issue.path.join('.')} ${issue.message}`
  })
  throw new StartError('instrument-faulty', { n: details.length }, { details })
}

/** Line on which the deepest named part of a path stands: an array element is found by its `id`, else by its key. */
function lineOfPath(source: string, json: unknown, path: readonly PropertyKey[]): number {
  let from = 0
  let value = json
  for (const step of path) {
    const next: unknown = value !== null && typeof value === 'object' ? Reflect.get(value, step) : undefined
    const id: unknown = next !== null && typeof next === 'object' ? Reflect.get(next, 'id') : undefined
    const sought = typeof step === 'number' ? (typeof id === 'string' ? `"${id}"` : undefined) : `"${String(step)}"`
    const found = sought === undefined ? -1 : source.indexOf(sought, from)
    if (found >= 0) from = found
    value = next
  }
  return lineAt(source, from)
}

function lineOf(source: string, sought: string): number {
  return lineAt(source, Math.max(0, source.lastIndexOf(sought)))
}

function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length
}

function lastLine(source: string): number {
  return source.trimEnd().split('\n').length
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new StartError('instrument-faulty', { n: 1 }, { details: [`${path}:1 cannot be read`], cause })
  }
}

function foldersIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
