import type { Target } from '../../server/contract/targets.ts'
import type { TrendPoint } from '../../server/contract/trend.ts'
import { comparePeriods } from '../../server/domain/periods.ts'
import type { Words } from '../results/words.ts'
import { quarterText } from './quarter-text.ts'

/**
 * Where a score stands beside its target: short of it, there, not known, or not to be put beside it because the target was
 * set beside other questions.
 */
export type TargetState = 'to-go' | 'reached' | 'no-result' | 'other-questions'

/** A target as a chart and a table show it: no score, and never drawn as one. */
export interface TargetMark {
  readonly target: Target
  /** What is printed for it, in drawing and table alike. */
  readonly label: string
  /** The quarter by which. */
  readonly by: string
  readonly state: TargetState
  /** The newest score beside it, such as "48, doel 60 in K4 2027: nog 12 punten". */
  readonly sentence: string
  /** What is said of the target alone: who set it, why, and beside which version when that was another one. */
  readonly about: string
}

/**
 * A target beside the newest round.
 *
 * @param value the newest score of the dimension; null: there is none, and so no verdict.
 */
export function targetMark(
  target: Target,
  value: number | null,
  points: readonly TrendPoint[],
  words: Words,
): TargetMark {
  const { score, duePeriod, reason, version } = target
  const isOther = isOfOtherQuestions(target, points)
  const state = isOther ? 'other-questions' : value === null ? 'no-result' : value >= score ? 'reached' : 'to-go'
  const newest = points.at(-1)
  const said = {
    score: value === null ? '' : words.number(value),
    target: words.number(score),
    by: quarterText(duePeriod, words),
    points: value === null ? 0 : score - value,
    late: newest !== undefined && comparePeriods(newest.round.period, duePeriod) > 0 ? 'yes' : 'no',
  }
  const abouts = [
    reason === ''
      ? undefined
      : words.say('trend-target-reason', { reason: /[.!?]$/.test(reason) ? reason : `${reason}.` }),
    isOther ? words.say('trend-target-other', { version }) : undefined,
  ]
  return {
    target,
    label: words.number(score),
    by: said.by,
    state,
    sentence: words.say(`trend-target-${isOther && value === null ? 'no-result' : state}`, said),
    about: abouts.filter((about) => about !== undefined).join(' '),
  }
}

/** Whether the questions of its dimension became others since the version that the target was set beside. */
function isOfOtherQuestions({ version, dimension }: Target, points: readonly TrendPoint[]): boolean {
  const newest = points.at(-1)
  if (newest === undefined || newest.version === version) return false
  const last = points.findLastIndex((point) => point.version === version)
  return last < 0 || points.slice(last + 1).some(({ broken }) => broken.includes(dimension))
}
