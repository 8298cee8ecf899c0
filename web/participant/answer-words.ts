import type { ResponseView } from '../../server/contract/responses.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { textsOf } from './item-texts.ts'
import type { Answer } from './phone-store.ts'

/** An answer to an item in words. Not answered, not known and not applicable are three different things. */
export function answerWords(answer: Answer | undefined, view: ResponseView, itemId: string): string {
  if (answer === undefined) return t('participant-check-unanswered')
  if ('rating' in answer) return ratingWords(answer.rating, view, itemId)
  if (answer.missing === 'unknown') return t('participant-question-unknown')
  const words = t('participant-question-not-applicable')
  return answer.reason === undefined ? words : `${words}: ${answer.reason}`
}

/** A place between two poles is told by the nearer of the two, and has no number. */
function ratingWords(rating: number, { round, steps, items }: ResponseView, itemId: string): string {
  const { min, max, kind } = round.scale
  const words = steps[locale()][String(rating)] ?? ''
  if (kind !== 'bipolar') return t('participant-check-rating', { rating, words })
  const item = items.find(({ id }) => id === itemId)
  const isMiddle = rating - min === max - rating
  const pole = item && !isMiddle ? textsOf(item).anchors[rating - min < max - rating ? min : max] : undefined
  return pole === undefined ? words : `${words}: ${pole}`
}
