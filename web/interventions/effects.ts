import type { ExpectedEffect, Price } from '../../server/contract/interventions.ts'

/** What people expect of an intervention, and who pays for it. */
export interface EffectsBody {
  readonly effects: readonly ExpectedEffect[]
  readonly price: Price
}

/** What is expected of one place: without the place itself. */
export type Expected = Pick<ExpectedEffect, 'effect' | 'term' | 'confidence'>

/** What an expectation starts from when somebody only chose a direction. */
const FIRST: Omit<Expected, 'effect'> = { term: 'medium', confidence: 'middle' }

/** What is expected of a capital in one perspective; undefined when nobody said anything. */
export function effectAt(
  effects: readonly ExpectedEffect[],
  dimension: string,
  perspective: string,
): ExpectedEffect | undefined {
  return effects.find((one) => one.dimension === dimension && one.perspective === perspective)
}

/** Whether different things are expected of the perspectives of a capital. */
export function isSplit(
  effects: readonly ExpectedEffect[],
  dimension: string,
  perspectives: readonly string[],
): boolean {
  const said = perspectives.map((perspective) => {
    const found = effectAt(effects, dimension, perspective)
    return found ? `${found.effect} ${found.term} ${found.confidence}` : ''
  })
  return new Set(said).size > 1
}

/** The effects with another expectation of a capital in some perspectives; the order of the others stays. */
export function withExpected(
  effects: readonly ExpectedEffect[],
  dimension: string,
  perspectives: readonly string[],
  change: Partial<Expected>,
): ExpectedEffect[] {
  const changed = perspectives.map((perspective) => {
    const { effect, term, confidence } = effectAt(effects, dimension, perspective) ?? { effect: 0, ...FIRST }
    return { dimension, perspective, effect, term, confidence, ...change }
  })
  const isChanged = (one: ExpectedEffect) => one.dimension === dimension && perspectives.includes(one.perspective)
  return [...effects.filter((one) => !isChanged(one)), ...changed]
}

/** How many capitals something was said of. */
export function countSaid(effects: readonly ExpectedEffect[]): number {
  return new Set(effects.map(({ dimension }) => dimension)).size
}

/** The capitals that are expected to give way, and those that people ticked themselves, in the order of the instrument. */
export function pricedDimensions({ effects, price }: EffectsBody, order: readonly string[]): string[] {
  const falling = new Set(effects.filter(({ effect }) => effect < 0).map(({ dimension }) => dimension))
  return order.filter((code) => falling.has(code) || price.dimensions.includes(code))
}

/** What of the price still has to be said before the server keeps the effects; undefined when nothing. */
export function missingOfPrice({ effects, price }: EffectsBody): 'dimensions' | 'bearer' | undefined {
  if (effects.every(({ effect }) => effect === 0)) return undefined
  if (price.dimensions.length === 0) return 'dimensions'
  return price.bearer.trim() === '' ? 'bearer' : undefined
}
