import type { Results } from '../../server/contract/results.ts'
import type { Words } from './words.ts'

/** A number of questions out of those that were asked. */
export interface OfQuestions {
  readonly n: number
  readonly asked: number
}

/** Shares in a release are rounded to steps of a twentieth. */
const STEPS = 20

/** Whether one form stands behind a result: shares of people say nothing then, and questions are counted instead. */
export function isAlone({ n }: Pick<Results, 'n'>): boolean {
  return n === 1
}

/** How many questions of a dimension on a horizon have a rating, where one form was filled in. */
export function ratedQuestions({ items }: Pick<Results, 'items'>, code: string, horizon: string): OfQuestions {
  const own = items.filter((item) => item.dimension === code && item.horizon === horizon)
  return { n: own.filter((item) => item.n > 0).length, asked: own.length }
}

/**
 * How many questions of a dimension on a horizon one form answers with "I do not know". Undefined where the released
 * share does not say: a release names the share of what was answered, not which questions.
 */
export function unknownQuestions(results: Results, code: string, horizon: string): OfQuestions | undefined {
  const share = results.horizons[horizon]?.dimensions[code]?.unknownShare ?? null
  if (share === null) return undefined
  const { n: rated, asked } = ratedQuestions(results, code, horizon)
  const steps = Math.round(share * STEPS)
  const fits = (unknown: number) =>
    rated + unknown > 0 && Math.abs((unknown / (rated + unknown)) * STEPS - steps) <= 0.5 + Number.EPSILON * STEPS
  const found = Array.from({ length: asked - rated + 1 }, (_, unknown) => unknown).filter(fits)
  const [n] = found
  return n === undefined || found.length > 1 ? undefined : { n, asked }
}

/** "1 van 4 vragen". */
export function ofQuestions({ n, asked }: OfQuestions, words: Words): string {
  return words.say('results-of-questions', { n, asked })
}
