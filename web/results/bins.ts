import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult } from '../../server/contract/results.ts'
import type { Bin } from '../charts/distribution.ts'
import { isBetweenPoles } from './lines.ts'
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
  if (isBetweenPoles(instrument)) return binsBetween(item.counts?.length ?? 0, steps, names, words)
  if (item.counts?.length === steps.length)
    return ordered.map((step) => ({ short: String(step), name: names.step(step) }))
  const half = Math.floor(steps.length / 2)
  const parts = [ordered.slice(0, half), ordered.slice(half, steps.length - half), ordered.slice(steps.length - half)]
  return parts.map((part, at) => ({
    short: spanOf(part),
    name: words.say('results-bin', { bin: at, steps: spanOf(part) }),
  }))
}

/** Between two poles a bin is told by how far it lies to the left or to the right. */
function binsBetween(bins: number, steps: readonly number[], names: Names, words: Words): Bin[] {
  const middle = (steps.length - 1) / 2
  const sideAt = (at: number, centre: number) => (at < centre ? 'left' : at > centre ? 'right' : 'none')
  if (bins === steps.length) {
    return steps.map((step, at) => {
      const short = words.say('lines-step-short', { side: sideAt(at, middle), steps: String(Math.abs(at - middle)) })
      return { short, name: names.step(step) }
    })
  }
  return [0, 1, 2].map((bin) => {
    const name = words.say('lines-bin', { bin })
    return { short: name, name }
  })
}

function spanOf(steps: readonly number[]): string {
  const [first] = steps
  const last = steps.at(-1)
  return first === last ? String(first ?? '') : `${first}–${last}`
}
