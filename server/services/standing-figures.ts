import type { EarlierFigure } from '../contract/programme-figures.ts'
import type { ProgrammeReleaseSummary } from '../contract/programme-releases.ts'
import type { ProgrammeReason } from '../db/programme-tables.ts'
import type { ReleaseName } from '../db/queries/programme-releases.ts'
import { newestReleasesFirst } from './programme-releases-input.ts'

/*
 * What stands of a quarter that was published more than once. Rule 3 of releases hides in a new one whatever would tell
 * 1 to 4 companies that came, went or changed since; the earlier release stands then (`method.md` section 8). Comparisons
 * show its figure there, with its own n and the date of its publication; without that, publishing again would empty the map.
 *
 * Why nothing new is told: the figure was published, and every later release was held against it, shown here or not. Who
 * attacks reads all releases anyway (`test/release/programme-attacker.ts` solves every table of a quarter at once), so that
 * saying one of them once more adds no equation. That the newest release hides the figure, and why, stands in that release.
 *
 * Withdrawn or erased companies: a figure may still count one, as consents say ("figures that were published stay"). It is
 * said of when it is, and never goes into a newer one.
 */

/** Releases of one quarter: the newest, and those before it. */
export interface QuarterOfReleases {
  readonly newest: ReleaseName
  readonly earlier: readonly ReleaseName[]
}

/** Releases by quarter, the newest quarter first. */
export function quartersOfReleases(releases: readonly ReleaseName[]): QuarterOfReleases[] {
  const byPeriod = Map.groupBy(newestReleasesFirst(releases), ({ period }) => period)
  return [...byPeriod.values()].flatMap(([newest, ...earlier]) => (newest === undefined ? [] : [{ newest, earlier }]))
}

interface Told {
  readonly releaseId: string
  readonly because: ProgrammeReason | null
  readonly counted: number
}

/** Of which earlier release a figure is; null when it is of the newest of its quarter. */
export function earlierOf(
  { releaseId, because, counted }: Told,
  quarters: readonly QuarterOfReleases[],
): EarlierFigure | null {
  if (because === null) return null
  const release = quarters.flatMap(({ earlier }) => earlier).find(({ id }) => id === releaseId)
  return release === undefined ? null : { release: nameOf(release), because, counted }
}

/** A release as lists name it. */
export function nameOf({ id, period, number, madeAt }: ReleaseName): ProgrammeReleaseSummary {
  return { id, period, number, madeAt }
}
