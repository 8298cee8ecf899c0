import { mean } from './score.ts'

/** What is expected of one intervention for one capital and perspective. */
export interface Effect {
  readonly dimension: string
  readonly perspective: string
  /** -2 (clearly down) to +2 (clearly up). */
  readonly effect: number
  readonly confidence: Confidence
}

/** How sure people are. */
export type Confidence = 'low' | 'middle' | 'high'

const SHARE: Readonly<Record<Confidence, number>> = { low: 0.3, middle: 0.6, high: 0.9 }

/** A step of an expected effect in points: a quarter of a step of the five-step scale. */
const POINTS = 6.25

/** Released scores of one capital now; `null` is not known. */
export interface Baseline {
  readonly score: number | null
  /** By perspective. */
  readonly cells: Readonly<Record<string, number | null>>
}

/** An expectation in points, unrounded: what is most expected, and the cautious and the hopeful end around it. */
export interface Range {
  readonly low: number
  readonly expected: number
  readonly high: number
}

/** What is expected of one capital; `null` where nothing is known now. */
export interface Projection {
  readonly score: Range | null
  readonly cells: Readonly<Record<string, Range | null>>
}

/**
 * The projected balance: every capital's released scores with the expected effects of all interventions added, kept
 * between 0 and 100. It is the group's expectation and never a measurement.
 *
 * `projected = clip(score + sum(6.25 * effect * confidence), 0, 100)` with confidence 0.3, 0.6 or 0.9. The range is
 * what follows when people are right least where they hope and most where they fear (`low`), and the other way round
 * (`high`). With effects in one direction these are all-low and all-high confidence; with both directions mixed, those
 * two would lie beside what is expected instead of around it.
 *
 * A capital's score moves by the mean of what its perspectives move, so that no effect at all changes nothing, rounded
 * scores included.
 *
 * @param capitals by dimension code, in points 0 to 100.
 * @see method.md section 9.
 */
export function projectBalance(
  capitals: Readonly<Record<string, Baseline>>,
  effects: readonly Effect[],
): Record<string, Projection> {
  return Object.fromEntries(
    Object.entries(capitals).map(([dimension, baseline]) => [
      dimension,
      project(
        baseline,
        effects.filter((effect) => effect.dimension === dimension),
      ),
    ]),
  )
}

function project({ score, cells }: Baseline, effects: readonly Effect[]): Projection {
  const shifts = Object.keys(cells).map((perspective) => {
    const shift = shiftOf(effects.filter((effect) => effect.perspective === perspective))
    const cell = cells[perspective] ?? null
    return { perspective, cell, projected: cell === null ? null : moved(cell, shift), shift }
  })
  const meanMove = (end: keyof Range) =>
    shifts.length === 0
      ? 0
      : mean(
          shifts.map(({ cell, projected, shift }) =>
            projected === null || cell === null ? shift[end] : projected[end] - cell,
          ),
        )
  return {
    score:
      score === null
        ? null
        : moved(score, { low: meanMove('low'), expected: meanMove('expected'), high: meanMove('high') }),
    cells: Object.fromEntries(shifts.map(({ perspective, projected }) => [perspective, projected])),
  }
}

function shiftOf(effects: readonly Effect[]): Range {
  const total = (confidenceOf: (effect: Effect) => Confidence) =>
    // Rounded far below a point, so that the order in which effects come makes no difference.
    Math.round(effects.reduce((sum, effect) => sum + POINTS * effect.effect * SHARE[confidenceOf(effect)], 0) * 1e9) /
    1e9
  return {
    low: total(({ effect }) => (effect > 0 ? 'low' : 'high')),
    expected: total(({ confidence }) => confidence),
    high: total(({ effect }) => (effect > 0 ? 'high' : 'low')),
  }
}

function moved(score: number, shift: Range): Range {
  const clip = (value: number) => Math.min(100, Math.max(0, value))
  return { low: clip(score + shift.low), expected: clip(score + shift.expected), high: clip(score + shift.high) }
}
