import { NOT_APPLICABLE, slotOf, UNANSWERED, UNKNOWN } from './answer.ts'

/**
 * What a population answered to one item on one horizon. For one respondent every number is 0 or 1.
 * All group figures start here; nothing that follows can see a person.
 */
export interface RatingCounts {
  /** How many chose each step, lowest step first, before any reverse-keying. */
  readonly steps: readonly number[]
  readonly unknown: number
  readonly notApplicable: number
  /** How many sheets have no entry here. */
  readonly unanswered: number
}

/**
 * Folds sheets into rating counts, one for each slot of the sheet (item by item, its horizons in order).
 *
 * Missing: `?`, `-` and `.` are counted apart and never as a rating. No sheets: counts of zeros.
 *
 * @param sheets answer texts of equal length, as `answer.ts` writes them.
 * @param slots items x horizons.
 * @param steps number of steps of the scale.
 * @throws {RangeError} a sheet has another length, or a character that no sheet of this scale can hold.
 * @example foldSheets(['5?', '4.'], 2, 5)[0].steps // [0, 0, 0, 1, 1]
 */
export function foldSheets(sheets: Iterable<string>, slots: number, steps: number): RatingCounts[] {
  const width = steps + 3
  const tally = new Int32Array(slots * width)
  for (const sheet of sheets) {
    if (sheet.length !== slots) throw new RangeError(`a sheet of ${sheet.length} answers where ${slots} are asked`)
    for (let slot = 0; slot < slots; slot += 1) {
      const column = columnOf(sheet.charCodeAt(slot), steps)
      const place = slot * width + column
      tally[place] = (tally[place] ?? 0) + 1
    }
  }
  return Array.from({ length: slots }, (_, slot) => {
    const row = Array.from(tally.subarray(slot * width, (slot + 1) * width))
    const [unknown = 0, notApplicable = 0, unanswered = 0] = row.slice(steps)
    return { steps: row.slice(0, steps), unknown, notApplicable, unanswered }
  })
}

const DIGIT_ZERO = 48
const UNKNOWN_CODE = UNKNOWN.charCodeAt(0)
const NOT_APPLICABLE_CODE = NOT_APPLICABLE.charCodeAt(0)
const UNANSWERED_CODE = UNANSWERED.charCodeAt(0)

function columnOf(code: number, steps: number): number {
  if (code === UNKNOWN_CODE) return steps
  if (code === NOT_APPLICABLE_CODE) return steps + 1
  if (code === UNANSWERED_CODE) return steps + 2
  const step = code - DIGIT_ZERO
  if (step < 1 || step > steps) {
    throw new RangeError(`'${String.fromCharCode(code)}' is no answer on a scale of ${steps} steps`)
  }
  return step - 1
}

/** Number of ratings in counts: everyone who chose a step. */
export function ratingsIn(counts: RatingCounts): number {
  return counts.steps.reduce((sum, count) => sum + count, 0)
}

/** Counts as they read on the dimension: a reverse-keyed item's lowest step is its dimension's highest. */
export function keyedSteps(counts: RatingCounts, reverse: boolean): readonly number[] {
  return reverse ? counts.steps.toReversed() : counts.steps
}

/**
 * The counts of one item on one horizon out of a folded round.
 *
 * @throws {RangeError} the fold has no such place.
 */
export function countsAt(
  folded: readonly RatingCounts[],
  item: number,
  horizon: number,
  horizons: number,
): RatingCounts {
  const counts = folded[slotOf(item, horizon, horizons)]
  if (counts === undefined) throw new RangeError(`no counts for item ${item} on horizon ${horizon}`)
  return counts
}
