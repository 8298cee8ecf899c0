import type { ResponseView } from '../../server/contract/responses.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import type { Answer } from './phone-store.ts'

/** An answer in words. Not answered, not known and not applicable are three different things. */
export function answerWords(answer: Answer | undefined, view: ResponseView): string {
  if (answer === undefined) return t('participant-check-unanswered')
  if ('rating' in answer) {
    const words = view.steps[locale()][String(answer.rating)] ?? ''
    return t('participant-check-rating', { rating: answer.rating, words })
  }
  if (answer.missing === 'unknown') return t('participant-question-unknown')
  const words = t('participant-question-not-applicable')
  return answer.reason === undefined ? words : `${words}: ${answer.reason}`
}
