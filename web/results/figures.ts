import type { HorizonResult } from '../../server/contract/results.ts'
import type { Names } from './names.ts'
import { NOTHING } from './sentences.ts'
import type { Words } from './words.ts'

/** Level, balance, cost of imbalance, floor and limit, as the page, the report and the slides say them. */
export const FIGURES = ['level', 'balance', 'imbalanceCost', 'floor', 'gate'] as const
/** One of the five. */
export type FigureCode = (typeof FIGURES)[number]

/** What level, balance, cost and floor are made of: a horizon, or one perspective of it, which has no limit of its own. */
export type Evenness = Pick<HorizonResult, 'level' | 'balance' | 'imbalanceCost' | 'floor'>

/** One of the five figures of a horizon in words. */
export interface FigureWords {
  readonly code: FigureCode
  readonly name: string
  /** What it is; a dash when it cannot be said. */
  readonly value: string
  /** What the value counts, such as "punten"; empty where it stands alone. */
  readonly unit: string
  /** What it means. */
  readonly sentence: string
}

/** The five figures of a horizon, in their fixed order. None of them is a total. */
export function figuresOf(on: HorizonResult, dimensions: readonly string[], names: Names, words: Words): FigureWords[] {
  return FIGURES.map((code) => ({
    code,
    name: words.say(`results-${code}`),
    value: figureValue(code, on, names, words),
    unit: code === 'imbalanceCost' ? words.say('results-points-unit', { n: on.imbalanceCost ?? 0 }) : '',
    sentence: sentenceOf(code, on, dimensions, words),
  }))
}

/** One figure of a horizon or of a perspective; a dash when it cannot be said, and for the limit of a perspective. */
export function figureValue(
  code: FigureCode,
  on: Evenness & Partial<Pick<HorizonResult, 'gate'>>,
  names: Names,
  words: Words,
): string {
  switch (code) {
    case 'level':
      return on.level === null ? NOTHING : words.number(on.level)
    case 'balance':
      return on.balance === null ? NOTHING : words.number(on.balance, 2)
    case 'imbalanceCost':
      return on.imbalanceCost === null ? NOTHING : words.number(on.imbalanceCost)
    case 'floor':
      return on.floor.length === 0 ? NOTHING : words.list(on.floor.map(names.dimension))
    case 'gate':
      return on.gate == null ? NOTHING : words.say(on.gate ? 'results-gate-out' : 'results-gate-in')
  }
}

function sentenceOf(code: FigureCode, on: HorizonResult, dimensions: readonly string[], words: Words): string {
  switch (code) {
    case 'level':
      return words.say('results-level-means', { side: sideOf(on.level), n: dimensions.length })
    case 'balance':
      return words.say('results-balance-means')
    case 'imbalanceCost':
      return words.say('results-imbalanceCost-means', { n: on.imbalanceCost ?? 0 })
    case 'floor': {
      const lowest = on.dimensions[on.floor[0] ?? '']?.score ?? null
      const score = lowest === null ? NOTHING : words.number(lowest)
      return words.say('results-floor-means', { n: on.floor.length, score })
    }
    case 'gate':
      return words.say('results-gate-means', { gate: String(on.gate) })
  }
}

/** Where a level lies: above, on or below the line of preservation, for the text to choose by. */
function sideOf(level: number | null): string {
  if (level === null) return 'none'
  return level === 50 ? 'on' : level > 50 ? 'above' : 'below'
}
