import type { ExpectedEffect } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { inSentence } from '../results/words.ts'
import { type EffectsBody, effectAt, isSplit } from './effects.ts'

interface Shape {
  readonly dimensions: readonly string[]
  readonly perspectives: readonly string[]
}

/** The direction of an effect in words, such as "hoger". */
export function effectName(effect: number): string {
  return t(`intervention-effect-${effect < 0 ? `down-${-effect}` : effect > 0 ? `up-${effect}` : 'same'}`)
}

/** What is expected of one place, such as "hoger, in 1 tot 3 jaar, redelijk zeker". */
export function effectText({
  effect,
  term,
  confidence,
}: Pick<ExpectedEffect, 'effect' | 'term' | 'confidence'>): string {
  const direction = effectName(effect)
  if (effect === 0) return direction
  return [direction, t(`intervention-term-${term}`), t(`intervention-confidence-${confidence}`)]
    .map((part, at) => (at === 0 ? part : inSentence(part)))
    .join(', ')
}

/** One row for each capital that something was said of, or for each side where the sides differ. */
export function effectRows(
  effects: readonly ExpectedEffect[],
  { dimensions, perspectives }: Shape,
  names: Names,
): { readonly code: string; readonly name: string; readonly said: ExpectedEffect }[] {
  return dimensions.flatMap((code) => {
    const name = names.dimension(code)
    if (!isSplit(effects, code, perspectives)) {
      const said = effectAt(effects, code, perspectives[0] ?? '')
      return said ? [{ code, name, said }] : []
    }
    return perspectives.flatMap((perspective) => {
      const said = effectAt(effects, code, perspective)
      return said ? [{ code, name: `${name}, ${inSentence(names.perspective(perspective))}`, said }] : []
    })
  })
}

/** Effects and price as lines of text. */
export function effectLines({ effects, price }: EffectsBody, shape: Shape, names: Names): string[] {
  const rows = effectRows(effects, shape, names).map(({ name, said }) => `${name}: ${inSentence(effectText(said))}`)
  return price.bearer.trim() === '' ? rows : [...rows, priceLine(price, names)]
}

/** Which capitals give way and who bears it, as one line. */
export function priceLine({ dimensions, bearer }: EffectsBody['price'], names: Names): string {
  const list = dimensions.map((code) => inSentence(names.dimension(code))).join(', ')
  return t('intervention-price-line', { capitals: list, bearer })
}
