import type { Baseline, Projection } from './projection.ts'
import { isBelow, roundHalfUp } from './rounding.ts'

/** What a check says. `not-needed`: there is nothing to mend. `unknown`: a figure is missing. */
export type CheckAnswer = 'yes' | 'no' | 'not-needed' | 'unknown'

/** One of the three checks of question 7. */
export interface Check {
  readonly check: 'floor-rises' | 'nothing-falls' | 'gap-shrinks'
  /** `no` leads back to question 6. */
  readonly answer: CheckAnswer
  /** The capitals that it is about: chosen when people go back to question 6. */
  readonly dimensions: readonly string[]
  /** The figure that is compared, now and expected, in whole points; `null` where nothing is compared. */
  readonly now: number | null
  readonly expected: number | null
}

/** A capital that loses more than this many points is named. */
const MOST_LOSS = 5
/** Below this line a score is halfway from preservation to erosion. */
const EROSION_LINE = 25
/** A gap of at most so many points is none to mend. */
const SMALL_GAP = 5

/**
 * The three checks on a projected balance: does the floor rise, does any capital (inside or outside) fall by more than
 * 5 points or below 25, does the gap between inside and outside shrink. They look at what is most expected, and compare
 * the whole points that are shown: "from 7 to 7" is no change.
 *
 * The floor is the lowest of all capitals, and rises when the lowest of all expected scores is higher: another capital
 * must not take its place. The gap is the mean of the six gaps without their sign; when every gap is at most 5 points
 * now and stays so, there is nothing to mend.
 *
 * Missing: a check of which a figure is missing answers `unknown`, but for `nothing-falls`, which looks at what there is.
 *
 * @param capitals the released scores, by dimension code.
 * @param projected what `projectBalance` made of them.
 * @see method.md section 9.
 */
export function balanceChecks(
  capitals: Readonly<Record<string, Baseline>>,
  projected: Readonly<Record<string, Projection>>,
): Check[] {
  return [floorRises(capitals, projected), nothingFalls(capitals, projected), gapShrinks(capitals, projected)]
}

function floorRises(
  capitals: Readonly<Record<string, Baseline>>,
  projected: Readonly<Record<string, Projection>>,
): Check {
  const codes = Object.keys(capitals)
  const now = codes.map((code) => capitals[code]?.score ?? null)
  const then = codes.map((code) => projected[code]?.score?.expected ?? null)
  if (codes.length === 0 || now.includes(null) || then.includes(null)) {
    return { check: 'floor-rises', answer: 'unknown', dimensions: [], now: null, expected: null }
  }
  const lowestThen = lowest(then)
  const [shownNow, expected] = [roundHalfUp(lowest(now)), roundHalfUp(lowestThen)]
  return {
    check: 'floor-rises',
    answer: shownNow < expected ? 'yes' : 'no',
    dimensions: codes.filter((_, place) => !isBelow(lowestThen, then[place] ?? lowestThen)),
    now: shownNow,
    expected,
  }
}

function lowest(scores: readonly (number | null)[]): number {
  return Math.min(...scores.map((score) => score ?? Number.POSITIVE_INFINITY))
}

function nothingFalls(
  capitals: Readonly<Record<string, Baseline>>,
  projected: Readonly<Record<string, Projection>>,
): Check {
  let isAnythingKnown = false
  const falling = Object.entries(capitals).filter(([code, baseline]) => {
    const pairs: [number | null | undefined, number | null | undefined][] = [
      [baseline.score, projected[code]?.score?.expected],
      ...Object.keys(baseline.cells).map((perspective): [number | null | undefined, number | null | undefined] => [
        baseline.cells[perspective],
        projected[code]?.cells[perspective]?.expected,
      ]),
    ]
    return pairs.some(([now, then]) => {
      if (now == null || then == null) return false
      isAnythingKnown = true
      return isBelow(then, now - MOST_LOSS) || (isBelow(then, EROSION_LINE) && isBelow(then, now))
    })
  })
  const answer = isAnythingKnown ? (falling.length > 0 ? 'no' : 'yes') : 'unknown'
  return { check: 'nothing-falls', answer, dimensions: falling.map(([code]) => code), now: null, expected: null }
}

function gapShrinks(
  capitals: Readonly<Record<string, Baseline>>,
  projected: Readonly<Record<string, Projection>>,
): Check {
  const gaps = Object.entries(capitals).map(([code, { cells }]) => {
    const then = projected[code]?.cells ?? {}
    return {
      code,
      now: gapOf(cells['internal'], cells['external']),
      later: gapOf(then['internal']?.expected, then['external']?.expected),
    }
  })
  const known = gaps.flatMap(({ code, now, later }) => (now === null || later === null ? [] : [{ code, now, later }]))
  if (known.length === 0 || known.length < gaps.length) {
    return { check: 'gap-shrinks', answer: 'unknown', dimensions: [], now: null, expected: null }
  }
  const meanOf = (of: 'now' | 'later') => known.reduce((sum, gap) => sum + gap[of], 0) / known.length
  const [now, expected] = [roundHalfUp(meanOf('now')), roundHalfUp(meanOf('later'))]
  const isSmall = known.every((gap) => gap.now <= SMALL_GAP && gap.later <= SMALL_GAP)
  const widest = Math.max(...known.map(({ later }) => later))
  return {
    check: 'gap-shrinks',
    answer: expected < now ? 'yes' : isSmall ? 'not-needed' : 'no',
    dimensions: known.filter(({ later }) => !isBelow(later, widest)).map(({ code }) => code),
    now,
    expected,
  }
}

function gapOf(internal: number | null | undefined, external: number | null | undefined): number | null {
  return internal == null || external == null ? null : Math.abs(external - internal)
}
