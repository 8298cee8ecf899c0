import type { BenchmarkGroup, BenchmarkPeriod } from '../../server/contract/benchmarks.ts'
import { t } from '../i18n/texts.ts'
import { sectorText } from './company-names.ts'
import { CAREFUL_BELOW, SCALE_ENDS } from './release-limits.ts'

/** Points; closer than this is about equal. Where figures ask for care, closer than twice as much. */
const EQUAL = 5

/** Which group the company stands beside. */
export type GroupKind = BenchmarkGroup['kind']

/** One capital: the own score beside one group; null or missing is never drawn. */
export interface BenchmarkRow {
  readonly dimension: string
  readonly own: number | null
  /** undefined: the release has no such figure. */
  readonly group: BenchmarkGroup | undefined
}

/** What is looked at. */
export interface Look {
  readonly horizon: string
  readonly perspective: string
  readonly kind: GroupKind
}

/** Everything that can be looked at in a period, in its order. */
export function looksOf({ cells }: BenchmarkPeriod): {
  readonly horizons: string[]
  readonly perspectives: string[]
  readonly groups: BenchmarkGroup[]
} {
  const groups = new Map(cells.flatMap((cell) => cell.groups).map((group) => [group.kind, group]))
  return {
    horizons: [...new Set(cells.map(({ horizon }) => horizon))],
    perspectives: [...new Set(cells.map(({ perspective }) => perspective))],
    groups: [...groups.values()],
  }
}

/** The nearest group that shows anything; the whole programme when none does. */
export function nearest({ cells }: BenchmarkPeriod): GroupKind {
  const kinds = ['park', 'sector', 'region', 'programme'] as const
  const shows = (kind: GroupKind) =>
    cells.some(({ groups }) => groups.some((group) => group.kind === kind && meanPlace(group) !== null))
  return kinds.find(shows) ?? 'programme'
}

/** The rows of a chart and its table. */
export function rowsOf({ cells }: BenchmarkPeriod, { horizon, perspective, kind }: Look): BenchmarkRow[] {
  return cells
    .filter((cell) => cell.horizon === horizon && cell.perspective === perspective)
    .map(({ dimension, own, groups }) => ({ dimension, own, group: groups.find((group) => group.kind === kind) }))
}

/** Where the mean of a group lies on the scale; null when it is not shown. */
export function meanPlace({ mean, end }: Pick<BenchmarkGroup, 'mean' | 'end'>): number | null {
  return end === null ? mean : SCALE_ENDS[end]
}

/** Where the own score lies beside the mean; undefined when one of them is not there. */
export function besideMean({ own, group }: BenchmarkRow): 'higher' | 'lower' | 'equal' | undefined {
  const mean = group === undefined ? null : meanPlace(group)
  if (own === null || mean === null || group === undefined) return undefined
  // Beyond an end of the scale nobody knows how far.
  if ((group.end === 'low' && own <= SCALE_ENDS.low) || (group.end === 'high' && own >= SCALE_ENDS.high)) return 'equal'
  const step = group.n < CAREFUL_BELOW ? 2 * EQUAL : EQUAL
  if (Math.abs(own - mean) < step) return 'equal'
  return own > mean ? 'higher' : 'lower'
}

/** Whether anything that is shown comes from fewer than ten companies. */
export function isSmall(rows: readonly BenchmarkRow[]): boolean {
  return rows.some(({ group }) => group !== undefined && meanPlace(group) !== null && group.n < CAREFUL_BELOW)
}

/** What a group is called. */
export function groupText({ kind, name }: Pick<BenchmarkGroup, 'kind' | 'name'>): string {
  if (kind === 'sector') return sectorText(name ?? '')
  return t(`programme-company-group-${kind}`, { name: name ?? '' })
}

/** What a row says, in words. */
export function rowText({ own, group }: BenchmarkRow): string {
  const mine = own === null ? t('programme-company-row-own-none') : t('programme-company-row-own', { own })
  return group === undefined ? mine : `${mine} ${besideText(group)}`
}

function besideText({ n, mean, end, needed }: BenchmarkGroup): string {
  if (needed !== null) return t('programme-company-row-needed', { ...needed })
  if (end !== null) return t(`programme-company-row-${end}`, { n })
  return mean === null ? t('programme-company-row-hidden', { n }) : t('programme-company-row-mean', { mean, n })
}
