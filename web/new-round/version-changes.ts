import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Locale } from '../i18n/locale.ts'

/** What changed in a version of a questionnaire, in topics of questions. */
export interface VersionChanges {
  /** The version before. */
  readonly from: string
  /** How many questions stayed as they were. */
  readonly kept: number
  /** Put in other words, and still to be put beside answers of before. */
  readonly comparable: readonly string[]
  /** New, or so different that answers of before say nothing about them. */
  readonly apart: readonly string[]
  /** Asked no more: topics as the version before had them, where it is known. */
  readonly gone: readonly string[]
}

/** What changed in a version since the one before; undefined for the first, and where nobody said. */
export function versionChanges(
  { lineage, items }: InstrumentView,
  before: InstrumentView | undefined,
  language: Locale,
): VersionChanges | undefined {
  if (!lineage) return undefined
  const topic = (id: string) => items.find((item) => item.id === id)?.texts[language].topic ?? id
  const old = before?.version === lineage.from ? before : undefined
  const oldTopic = (id: string) => old?.items.find((item) => item.id === id)?.texts[language].topic ?? id
  const changed = lineage.items.filter(({ kind }) => kind !== 'kept')
  return {
    from: lineage.from,
    kept: lineage.items.length - changed.length,
    comparable: changed.flatMap(({ id, comparable }) => (comparable ? [topic(id)] : [])),
    apart: changed.flatMap(({ id, comparable }) => (comparable ? [] : [topic(id)])),
    gone: lineage.dropped.map(({ id }) => oldTopic(id)),
  }
}

/** The newest version of each of these, with all its versions, the newest first. */
export function newestOfEach<Known extends { readonly id: string; readonly version: string }>(
  known: readonly Known[],
): { readonly newest: Known; readonly versions: readonly string[] }[] {
  return [...Map.groupBy(known, ({ id }) => id).values()].flatMap((versions) => {
    const sorted = versions.toSorted((a, b) => compareVersions(b.version, a.version))
    const [newest] = sorted
    return newest === undefined ? [] : [{ newest, versions: sorted.map(({ version }) => version) }]
  })
}

/** Below 0 when the first version is the older one, such as 1.9.0 before 1.10.0. */
function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
