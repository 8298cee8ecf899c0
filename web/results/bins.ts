import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult } from '../../server/contract/results.ts'
import type { Bin } from '../charts/distribution.ts'
import type { Names } from './names.ts'
import type { Words } from './words.ts'

/**
 * What the released counts of an item stand for: each step of the scale, or low, middle and high with the steps that
 * each covers. The counts read as the dimension does, so the bins of a reverse-keyed item run from its highest step.
 */
export function binsOf(instrument: InstrumentView, item: ItemResult, names: Names, words: Words): Bin[] {
  const { min, max } = instrument.scale
  const steps = Array.from({ length: max - min + 1 }, (_, at) => min + at)
  const isReverse = instrument.items.some(({ id, reverse }) => id === item.itemId && reverse)
  const ordered = isReverse ? steps.toReversed() : steps
  if (item.counts?.length === steps.length)
    return ordered.map((step) => ({ short: String(step), name: names.step(step) }))
  const half = Math.floor(steps.length / 2)
  const parts = [ordered.slice(0, half), ordered.slice(half, steps.length - half), ordered.slice(steps.length - half)]
  return parts.map((part, at) => ({
    short: spanOf(part),
    name: words.say('results-bin', { bin: at, steps: spanOf(part) }),
  }))
}

function spanOf(steps: readonly number[]): string {
  const [first] = steps
  const last = steps.at(-1)
  return first === last ? String(first ?? '') : `${first}–${last}`
}
