import { type AgreementWord, agreementWord } from '../domain/agreement.ts'
import { ITEM_FIGURES_FROM } from './rules.ts'

/** With so many ratings, two who tell each other theirs leave three: then only `divided` leaves these undetermined. */
const ONLY_DIVIDED = 5
/** On a shorter scale a word leaves too few answers possible. */
const FEWEST_STEPS = 5

/**
 * The word for an item whose score is not shown: one with fewer than ten ratings, of which the word is all that is
 * shown, or one that nearly everyone answered alike.
 *
 * Together with the sum of the ratings a word could tell what each one answered, and a cell's score is such a sum. So
 * none is said when the item is the only one of its cell without a score of its own, on a scale of fewer than five
 * steps, at five ratings when it would be another than `divided`, and near answers that the word alone would tell.
 *
 * @param steps how many chose each step, lowest first.
 * @param isAlone whether the item's sum can be worked out from the cell's score.
 */
export function wordWithoutScore(steps: readonly number[], isAlone: boolean): AgreementWord | null {
  if (steps.length < FEWEST_STEPS) return null
  if (sumOf(steps) >= ITEM_FIGURES_FROM) return wordWithScore(steps)
  if (isAlone || isNearOnlyOne(steps)) return null
  const word = agreementWord(steps)
  return word !== 'divided' && sumOf(steps) <= ONLY_DIVIDED ? null : word
}

/**
 * Whether these answers, or others in which one person stands a step away, are the only ones that read `agreed` when two
 * people who stand on either side of all others are known: on seven steps, six alike and one two steps away on either
 * side. Neither gets a word, because a word that is missing for the one alone would tell the same.
 */
function isNearOnlyOne(steps: readonly number[]): boolean {
  return isOnlyOne(steps) || steps.some((_, step) => [-1, 1].some((by) => isOnlyOne(withOneMoved(steps, step, by))))
}

function isOnlyOne(steps: readonly number[]): boolean {
  const common = steps.indexOf(sumOf(steps) - 2)
  const sides = steps.flatMap((count, step) => (count === 1 ? [step] : []))
  const [low = 0, high = 0, ...more] = sides
  if (common < 0 || sides.length < 2 || more.length > 0 || low + high !== 2 * common) return false
  return (
    agreementWord(steps) === 'agreed' &&
    [-1, 1].every((by) => agreementWord(withOneMoved(steps, common, by)) !== 'agreed')
  )
}

/** The same answers but for one person, who stands a step further; as they are when there is nobody or no such step. */
function withOneMoved(steps: readonly number[], step: number, by: number): readonly number[] {
  const [from, to] = [steps[step] ?? 0, steps[step + by]]
  return from === 0 || to === undefined ? steps : steps.with(step, from - 1).with(step + by, to + 1)
}

/** People away from the most common step up to whom answers are so alike that a word may tell them apart. */
const FEW_AWAY = 4
/** The same where the most common step is an end of the scale: see `nearlyEveryone` in `items.ts`. */
const FEW_AWAY_FROM_END = 3

/**
 * The word for an item with ten ratings or more, also when its score is known.
 *
 * When all but a few chose the same step, others could have answered with the same score: two of them a step apart from
 * the rest, one up and one down; at an end of the scale, one of them a step away. When the word would then have been
 * another, it tells that they did not, and none is said, neither for the one nor for the other.
 *
 * @param steps how many chose each step, lowest first.
 */
export function wordWithScore(steps: readonly number[]): AgreementWord | null {
  const word = agreementWord(steps)
  return likeAnswers(steps).every((other) => agreementWord(other) === word) ? word : null
}

/** Every set of answers that has to read the same as these. */
function likeAnswers(steps: readonly number[]): number[][] {
  const most = Math.max(...steps)
  const common = steps.indexOf(most)
  const isEnd = common === 0 || common === steps.length - 1
  const away = sumOf(steps) - most
  const fewest = isEnd ? FEW_AWAY_FROM_END : FEW_AWAY
  if (away > fewest) return []
  const neighbours = [common - 1, common + 1].filter((step) => step in steps)
  const together = Math.min(...neighbours.map((step) => steps[step] ?? 0))
  const apart = Math.floor((fewest - away) / neighbours.length)
  return Array.from({ length: together + apart + 1 }, (_, index) => {
    const moved = index - together
    return steps.map((count, step) => {
      if (step === common) return count - moved * neighbours.length
      return neighbours.includes(step) ? count + moved : count
    })
  })
}

function sumOf(steps: readonly number[]): number {
  return steps.reduce((sum, count) => sum + count, 0)
}
