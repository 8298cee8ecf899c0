import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import { aboutEqualBelow } from './headline.ts'
import { horizonsIn } from './missing.ts'
import type { Names } from './names.ts'
import type { Words } from './words.ts'

/** Where people stand on a line on one horizon. */
export interface Place {
  readonly horizon: string
  readonly item: ItemResult
  /** Steps from the middle, right of it above 0; null when it is not told where people stand. */
  readonly steps: number | null
}

/** One item between two poles: where people stand on each horizon, and how far they want to go. */
export interface Line {
  readonly itemId: string
  readonly topic: string
  /** What stands at the left end and at the right end. */
  readonly poles: readonly [string, string]
  /** In the order of the horizons; those that the round did not ask are left out. */
  readonly places: readonly Place[]
  /** Steps from the first place to the second, to the right above 0; null unless both are told. */
  readonly gap: number | null
}

/** Whether an instrument asks where between two poles people stand. */
export function isBetweenPoles({ scale }: Pick<InstrumentView, 'scale'>): boolean {
  return scale.kind === 'bipolar'
}

/**
 * The lines of a release in the order of the instrument. Places come from released scores and from nothing else: where
 * only a word is released there is none.
 */
export function linesOf(results: Results, instrument: InstrumentView, names: Names): Line[] {
  const horizons = horizonsIn(results, instrument.horizons)
  return instrument.items.flatMap(({ id }) => {
    const places = horizons.flatMap((horizon) => {
      const item = results.items.find((one) => one.itemId === id && one.horizon === horizon)
      return item === undefined ? [] : [{ horizon, item, steps: stepsOf(item.score, 50, instrument) }]
    })
    if (places.length === 0) return []
    const [first, second] = places
    const gap = first?.item.score == null || !second ? null : stepsOf(second.item.score, first.item.score, instrument)
    return [{ itemId: id, topic: names.topic(id), poles: polesOf(id, instrument, names), places, gap }]
  })
}

/** What stands at the two ends of an item's line. */
export function polesOf(itemId: string, { scale }: InstrumentView, names: Names): readonly [string, string] {
  const anchors = names.item(itemId)?.anchors
  return [anchors?.[scale.min] ?? '', anchors?.[scale.max] ?? '']
}

/** Steps of the scale from one released score to another, one decimal; null when there is no score. */
export function stepsOf(score: number | null, from: number, { scale }: Pick<InstrumentView, 'scale'>): number | null {
  return score === null ? null : Math.round(((score - from) * (scale.max - scale.min)) / 10) / 10
}

/** A number of steps to one side in words, such as "1,5 stappen naar rechts"; `id` says what no steps are called. */
export function sideWords(steps: number, id: 'lines-place' | 'lines-gap', words: Words): string {
  const side = steps < 0 ? 'left' : steps > 0 ? 'right' : 'none'
  return words.say(id, { side, steps: stepWords(steps, words) })
}

/** How far people want to go on a line, in words; about equal when that is less than a difference worth naming. */
export function gapWords(gap: number, n: number, instrument: InstrumentView, words: Words): string {
  return isGap(gap, n, instrument) ? sideWords(gap, 'lines-gap', words) : words.say('lines-gap-equal')
}

/** Whether a way on a line is long enough to be named: as many points as for every other difference. */
export function isGap(gap: number, n: number, { scale }: Pick<InstrumentView, 'scale'>): boolean {
  return (Math.abs(gap) * 100) / (scale.max - scale.min) >= aboutEqualBelow(n)
}

/** A number of steps, whatever side they go to. */
export function stepWords(steps: number, words: Words): string {
  const size = Math.abs(steps)
  return words.say('lines-steps', { n: size, steps: words.number(size, Number.isInteger(size) ? 0 : 1) })
}

/** The pole that a number of steps leads to. */
export function poleToward(steps: number, { poles }: Pick<Line, 'poles'>): string {
  return steps < 0 ? poles[0] : poles[1]
}
