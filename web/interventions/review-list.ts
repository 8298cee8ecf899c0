import { html, nothing, type TemplateResult } from 'lit'
import type { Review } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import { dayText } from './days.ts'

/** Earlier reviews, newest first: what people said when they looked back. */
export function reviewList(reviews: readonly Review[]): TemplateResult | typeof nothing {
  if (reviews.length === 0) return nothing
  return html`<ol class="reviews">
    ${reviews.map(
      ({ reviewedOn, by, helped, why, improve, dropped, nextReviewOn }) => html`<li>
        <h3>${dayText(reviewedOn)} <span class="muted">${by || t('intervention-former-member')}</span></h3>
        <p><strong>${t(`intervention-helped-${helped}`)}</strong> ${why}</p>
        ${improve === '' ? nothing : html`<p>${t('intervention-review-better', { improve })}</p>`}
        <p class="muted">${dropped ? t('intervention-review-was-dropped') : nextReviewOn === null ? nothing : t('intervention-review-then', { day: dayText(nextReviewOn) })}</p>
      </li>`,
    )}
  </ol>`
}
