import { join } from 'node:path'
import type { Locale } from './contract/common.ts'
import { type Example, ExamplesFile, GuideFile, GuideTexts, type GuideView } from './contract/guides.ts'
import { VersionFolder, versionFoldersIn } from './version-folder.ts'

/** One version of the guide of a reflection as it was read from its folder. It never changes while the server runs. */
export interface LoadedGuide extends GuideFile {
  readonly texts: Readonly<Record<Locale, GuideTexts>>
  readonly examples: readonly Example[]
  /** SHA-256 of the files: two guides with the same hash say the same. */
  readonly contentHash: string
}

/** Every guide version that this installation knows. */
export class Guides {
  readonly #versions: ReadonlyMap<string, LoadedGuide>

  constructor(loaded: readonly LoadedGuide[]) {
    this.#versions = new Map(loaded.map((guide) => [keyOf(guide.id, guide.version), guide]))
  }

  /** The version, or undefined when this installation does not know it. */
  find(id: string, version: string): LoadedGuide | undefined {
    return this.#versions.get(keyOf(id, version))
  }

  /** The version that a new reflection uses: the highest of this guide; undefined when there is none. */
  newest(id: string): LoadedGuide | undefined {
    return this.list().findLast((guide) => guide.id === id)
  }

  /** All versions, by id and then version, in which 1.10.0 comes after 1.9.0. */
  list(): LoadedGuide[] {
    return [...this.#versions.values()].sort(
      (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || compareVersions(a.version, b.version),
    )
  }
}

function keyOf(id: string, version: string): string {
  return `${id}@${version}`
}

function compareVersions(a: string, b: string): number {
  const others = b.split('.').map(Number)
  const differences = a.split('.').map((part, index) => Number(part) - (others[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/**
 * Reads every `<root>/<id>/<version>/` folder of these roots.
 *
 * @throws {StartError} `guide-faulty`: the details name file, line and fault.
 */
export function loadGuides(roots: readonly string[]): Guides {
  return new Guides(roots.flatMap(versionFoldersIn).map(loadGuide))
}

/**
 * Reads one version from its folder: `guide.json`, `texts.nl.json`, `texts.en.json` and `examples.json`.
 *
 * @throws {StartError} `guide-faulty`.
 */
export function loadGuide(path: string): LoadedGuide {
  const folder = new VersionFolder(path, 'guide-faulty')
  const guide = folder.read('guide.json', GuideFile)
  const texts = { nl: folder.read('texts.nl.json', GuideTexts), en: folder.read('texts.en.json', GuideTexts) }
  const { examples } = folder.read('examples.json', ExamplesFile)
  const faults = [...wholeFaults(guide, texts, examples, folder)]
  if (faults.length > 0) folder.refuse(faults)
  return { ...guide, texts, examples, contentHash: folder.contentHash() }
}

/** What no single file shows: texts that are not the same in both languages, and examples that stand twice. */
function* wholeFaults(
  guide: GuideFile,
  texts: Record<Locale, GuideTexts>,
  examples: readonly Example[],
  folder: VersionFolder,
): Generator<string> {
  for (const [number, { examples: cards }] of Object.entries(texts.nl.questions)) {
    const others = Object.entries(texts.en.questions).find(([key]) => key === number)?.[1].examples ?? []
    if (cards.length !== others.length)
      yield `${join(folder.path, 'texts.en.json')}:1 question ${number} has ${others.length} examples, in Dutch ${cards.length}`
  }
  const seen = new Set<string>()
  for (const { id } of examples) {
    if (seen.has(id)) yield `${folder.placeOf('examples.json', `"${id}"`)} example ${id} stands twice`
    seen.add(id)
  }
  if (!folder.path.endsWith(join(guide.id, guide.version)))
    yield `${folder.placeOf('guide.json', '"version"')} ${guide.id} ${guide.version} stands in another folder`
}

/** A guide as pages receive it. */
export function viewGuide({ id, version, texts, lenses, judgingWords }: LoadedGuide): GuideView {
  return { id, version, texts, lenses: [...lenses], judgingWords }
}
