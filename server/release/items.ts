import type { ItemResult, Suppressed } from '../contract/results.ts'
import { agreementWord, averageDeviation, quartiles, withinGroupAgreement } from '../domain/agreement.ts'
import { countsAt, ratingsIn } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import { roundHalfUp, roundToStep } from '../domain/rounding.ts'
import { itemScore, unknownShare } from '../domain/score.ts'
import { keyedCounts, type Population } from './cells.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/** People who may differ while it is still said that nearly everyone chose the same end of the scale. */
const NEARLY_EVERYONE = 3
/** Fewest people away from the most common step for figures that describe the spread. */
const SPREAD_FROM = 5
const SMALLEST_BIN = 2

/** Everybody's answers to each item on one horizon, as far as they may be told, and what is left out. */
export function itemResults(
  instrument: Instrument,
  horizon: number,
  everybody: Population,
  rules: Rules,
): { items: ItemResult[]; suppressed: Suppressed[] } {
  const items = instrument.items.map((_, item) => itemResult(instrument, item, horizon, everybody, rules))
  const results = rules.precision ? hideRecoverable(items, instrument) : items
  return { items: results, suppressed: results.flatMap((item) => suppressedOf(item, rules)) }
}

function itemResult(
  instrument: Instrument,
  item: number,
  horizon: number,
  everybody: Population,
  rules: Rules,
): ItemResult {
  const { id, dimension, perspective, reverse } = itemAt(instrument, item)
  const counts = countsAt(everybody.folded, item, horizon, instrument.horizons.length)
  const steps = keyedCounts(instrument, everybody, item, horizon)
  const n = ratingsIn(counts)
  const horizonCode = instrument.horizons[horizon] ?? ''
  const isShown = n >= rules.threshold
  const hasFigures = isShown && n >= (rules.precision ? ITEM_FIGURES_FROM : 1)
  const nearlyEveryone = hasFigures && rules.precision ? endOfNearlyEveryone(steps, n) : null
  const hasSpread = hasFigures && (!rules.precision || n - Math.max(...steps) >= SPREAD_FROM)
  const score = hasFigures && nearlyEveryone === null ? itemScore(counts, instrument.scale, reverse) : null
  const deviation = hasSpread ? averageDeviation(steps) : null
  const agreement = rules.precision || !isShown ? null : withinGroupAgreement(steps)
  const unknown = isShown ? unknownShare([counts]) : null
  return {
    itemId: id,
    horizon: horizonCode,
    dimension,
    perspective,
    n,
    score: score === null ? null : roundHalfUp(score),
    nearlyEveryone,
    agreement: {
      word: isShown ? agreementWord(steps) : null,
      averageDeviation: deviation === null ? null : roundHalfUp(deviation, 1),
      rwg: agreement === null ? null : roundHalfUp(agreement, 2),
    },
    quartiles: hasSpread ? quartiles(steps) : null,
    counts: hasSpread ? distribution(steps, rules) : null,
    unknownShare: unknown === null ? null : roundToStep(unknown, 0.05),
  }
}

function itemAt(instrument: Instrument, item: number) {
  const found = instrument.items[item]
  if (found === undefined) throw new RangeError(`the instrument has no item ${item}`)
  return found
}

/** The end of the scale that nearly everyone chose, where a number would tell the same of each of them. */
function endOfNearlyEveryone(steps: readonly number[], n: number): 'lowest' | 'highest' | null {
  if (n - (steps.at(-1) ?? 0) <= NEARLY_EVERYONE) return 'highest'
  if (n - (steps[0] ?? 0) <= NEARLY_EVERYONE) return 'lowest'
  return null
}

/** The counts by step when each non-empty bin has two or more, else in three bins, else nothing. */
function distribution(steps: readonly number[], rules: Rules): number[] | null {
  if (!rules.precision) return [...steps]
  if (hasNoSmallBin(steps)) return [...steps]
  const middle = (steps.length - 1) / 2
  const sum = (part: readonly number[]) => part.reduce((total, count) => total + count, 0)
  const bins = [
    sum(steps.slice(0, Math.ceil(middle))),
    sum(steps.slice(Math.ceil(middle), Math.floor(middle) + 1)),
    sum(steps.slice(Math.floor(middle) + 1)),
  ]
  return hasNoSmallBin(bins) ? bins : null
}

function hasNoSmallBin(bins: readonly number[]): boolean {
  return bins.every((count) => count === 0 || count >= SMALLEST_BIN)
}

/**
 * A cell's score is the mean of its items' scores, so one hidden score among shown ones could be worked out: the next
 * most one-sided score of that cell is hidden too.
 */
function hideRecoverable(items: readonly ItemResult[], instrument: Instrument): ItemResult[] {
  const results = [...items]
  for (const dimension of instrument.dimensions) {
    for (const perspective of instrument.perspectives) {
      const cell = results.filter(
        (item) => item.dimension === dimension && item.perspective === perspective && item.n > 0,
      )
      const shown = cell.filter(({ score }) => score !== null)
      if (cell.length - shown.length !== 1 || shown.length === 0) continue
      const [next] = shown.toSorted((a, b) => Math.abs((b.score ?? 50) - 50) - Math.abs((a.score ?? 50) - 50))
      const index = next === undefined ? -1 : results.indexOf(next)
      if (next !== undefined)
        results[index] = {
          ...next,
          score: null,
          quartiles: null,
          counts: null,
          agreement: { ...next.agreement, averageDeviation: null },
        }
    }
  }
  return results
}

function suppressedOf(item: ItemResult, rules: Rules): Suppressed[] {
  const what = `items/${item.itemId}/${item.horizon}`
  if (item.n === 0) return [{ what, reason: 'nothing-answered' }]
  if (item.n < rules.threshold) return [{ what, reason: 'too-few' }]
  if (item.score !== null) return []
  if (item.n < ITEM_FIGURES_FROM) return [{ what: `${what}/score`, reason: 'too-few' }]
  return [{ what: `${what}/score`, reason: item.nearlyEveryone === null ? 'complement' : 'too-alike' }]
}
