import type { SingleChange } from '../../server/contract/results.ts'
import type { Names } from '../results/names.ts'
import type { Words } from '../results/words.ts'

/**
 * What rose and what fell on one form since the form before, as topics of questions. One form carries no word of change:
 * it is told question by question, never in points, and without a cause.
 */
export interface SingleLists {
  /** How many, in a sentence. */
  readonly sentence: string
  /** The one that rose, then the one that fell; a list of nothing is left out. */
  readonly lists: readonly { readonly title: string; readonly topics: readonly string[] }[]
}

/**
 * The lists of one horizon; undefined where nothing was put beside each other form by form.
 *
 * @param since what the round before is called.
 */
export function singleLists(
  single: SingleChange | null | undefined,
  horizon: string,
  since: string,
  names: Pick<Names, 'topic'>,
  words: Words,
): SingleLists | undefined {
  if (single === null || single === undefined) return undefined
  const sides = (['rose', 'fell'] as const).map((side) => ({
    title: words.say(`trend-single-${side}`, { since }),
    topics: single[side].filter((item) => item.horizon === horizon).map(({ itemId }) => names.topic(itemId)),
  }))
  const [rose = 0, fell = 0] = sides.map(({ topics }) => topics.length)
  const sentence =
    rose + fell === 0 ? words.say('trend-single-none', { since }) : words.say('trend-single', { rose, fell, since })
  return { sentence, lists: sides.filter(({ topics }) => topics.length > 0) }
}
