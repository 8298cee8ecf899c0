import type { Fact } from '../../server/contract/reflections.ts'
import { formatNumber, t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'

/** A fact from the figures as a sentence. A number that was not released is left out of it, and never said as 0. */
export function factText(
  { kind, dimension, perspective, itemId, value, other, word, text }: Fact,
  names: Names,
): string {
  const topic = itemId === null ? '' : names.topic(itemId)
  return t(`reflection-fact-${kind}`, {
    name: dimension === null ? '' : names.dimension(dimension),
    side: perspective === null ? '' : names.perspective(perspective).toLowerCase(),
    topic,
    isKnown: value === null ? 'no' : 'yes',
    isOtherKnown: other === null ? 'no' : 'yes',
    value: kind === 'unknown' ? Math.round((value ?? 0) * 100) : Math.abs(value ?? 0),
    direction: directionOf(kind === 'drift' || kind === 'aim' ? value : (other ?? 0) - (value ?? 0)),
    other: kind.endsWith('-item') ? formatNumber(other ?? 0, 1) : (other ?? 0),
    word: word ?? 'none',
    text: text ?? '',
  })
}

function directionOf(difference: number | null): string {
  if (difference === null || difference === 0) return 'same'
  return difference > 0 ? 'up' : 'down'
}
