import type { Results, SingleChange, Suppressed } from '../../server/contract/results.ts'
import type { Trend } from '../../server/contract/trend.ts'
import type { ChangeWord } from '../../server/domain/change.ts'
import type { Words } from './words.ts'

/** What the round before says on one horizon, as the trend has it. */
export interface Earlier {
  readonly round: { readonly title: string; readonly period: string }
  /** By dimension. */
  readonly scores: Readonly<Record<string, number | null>>
  /** What changed since then, in the words stored with the later release. */
  readonly changes: Readonly<Record<string, ChangeWord | null>>
  /** What rose and fell, where both rounds are one form: said in place of words of change. */
  readonly single: SingleChange | null
  /** Dimensions of which the questions differ so much that the two scores may not stand beside each other. */
  readonly broken: readonly string[]
  readonly suppressed: readonly Suppressed[]
}

/**
 * Why there is nothing of the round before to show: this is the first one; this outcome is not the last one of its round,
 * or not yet; the round before asked other questions, or nothing about this horizon; or nothing of it is shown.
 */
export type NoEarlier = 'first' | 'not-final' | 'other-questions' | 'other-horizon' | 'nothing-shown'

/** The round before the one of a release, on a horizon; or why there is nothing to put beside it. */
export function earlierOf({ points }: Trend, { release }: Results, horizon: string): Earlier | NoEarlier {
  const at = points.findIndex(({ releaseId }) => releaseId === release.id)
  const [point, before] = [points[at], points[at - 1]]
  if (point === undefined) return 'not-final'
  if (before === undefined) return 'first'
  const [then, now] = [before.horizons[horizon], point.horizons[horizon]]
  if (then === undefined || now === undefined) return 'other-horizon'
  const codes = Object.keys(now.dimensions)
  if (codes.every((code) => point.broken.includes(code))) return 'other-questions'
  const scoreThen = (code: string) => then.dimensions[code]?.score ?? null
  if (codes.every((code) => point.broken.includes(code) || scoreThen(code) === null)) return 'nothing-shown'
  const { title, period } = before.round
  return {
    round: { title, period: period === point.round.period ? '' : period },
    scores: Object.fromEntries(codes.map((code) => [code, scoreThen(code)])),
    changes: Object.fromEntries(codes.map((code) => [code, now.dimensions[code]?.word ?? null])),
    single: point.single,
    broken: point.broken,
    suppressed: before.suppressed,
  }
}

/** What the round before is called: by its period, or by its title when both are about the same one. */
export function earlierName({ round: { title, period } }: Earlier, words: Words): string {
  const [year = '', quarter] = period.split('-Q')
  if (period === '') return title
  return quarter === undefined ? year : words.say('results-period-quarter', { year, quarter: Number(quarter) })
}
