import type { LineageFile } from './contract/instruments.ts'
import { compareVersions, type Instruments, type LoadedInstrument } from './instruments.ts'

/**
 * The lineages that lead from one version of an instrument to a later one, oldest first; none for the same version.
 *
 * @returns undefined when no lineage leads there, so that nothing may be compared.
 */
export function lineagesBetween(
  instruments: Instruments,
  earlier: LoadedInstrument,
  later: LoadedInstrument,
): LineageFile['items'][] | undefined {
  const steps: LineageFile['items'][] = []
  let at: LoadedInstrument | undefined = earlier.id === later.id ? later : undefined
  while (at !== undefined && at.version !== earlier.version) {
    const { lineage, version }: LoadedInstrument = at
    // Whatever a lineage says, each step goes back: a version that came from itself would never end.
    if (lineage === undefined || compareVersions(lineage.from, version) >= 0) return undefined
    steps.unshift(lineage.items)
    at = instruments.find(later.id, lineage.from)
  }
  return at === undefined ? undefined : steps
}
