import { html, nothing, type TemplateResult } from 'lit'
import type { Intervention } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import { dayText, whenText } from './days.ts'
import { isReviewable } from './state-order.ts'

/** When people look back at an intervention; marked when that day is there or has passed. */
export function reviewMark({ state, isDue, content: { reviewOn } }: Intervention): TemplateResult | typeof nothing {
  if (!isReviewable(state) || reviewOn === null) return nothing
  if (isDue) return html`<span class="due">${t('intervention-due', { when: whenText(reviewOn) })}</span>`
  return html`<span>${t('intervention-review-later', { day: dayText(reviewOn), when: whenText(reviewOn) })}</span>`
}
