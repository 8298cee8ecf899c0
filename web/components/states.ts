import { html, nothing, type TemplateResult } from 'lit'
import type { ApiError } from '../api.ts'
import { hasText, t } from '../i18n/texts.ts'

/** How long a reader has been waiting: words appear after 0.4 seconds, and an explanation after 8. */
export type Waited = 'briefly' | 'noticeably' | 'long'

/** What stands where something is still being fetched; the space is kept, so that nothing jumps. */
export function waiting(waited: Waited, retry: () => void): TemplateResult {
  return html`<div class="waiting" aria-busy="true">
    <p role="status">
      ${waited === 'briefly' ? nothing : t('frame-wait-busy')} ${waited === 'long' ? t('frame-wait-long') : nothing}
    </p>
    ${waited === 'long' ? html`<button type="button" @click=${retry}>${t('frame-wait-retry')}</button>` : nothing}
  </div>`
}

/** What went wrong, in the sentence that belongs to the code of the refusal. */
export function problemText(error: ApiError): string {
  const id = `problem-${error.code}`
  return hasText(id) ? t(id) : error.problem.title
}

/** Refusals that stay the same however often somebody tries. */
const GONE = ['not-found', 'not-allowed', 'invitation-not-valid', 'link-not-valid']

/** What stands where a page, or a part of one, could not be fetched: what happened, what to do, and one way on. */
export function failure(error: ApiError, retry: () => void, where: 'page' | 'part' = 'page'): TemplateResult {
  const isGone = where === 'page' && GONE.includes(error.code)
  const heading = isGone ? goneHeading(error) : t('frame-fail-title')
  return html`<div class="failure">
    ${where === 'page' ? html`<h1>${heading}</h1>` : html`<h3>${heading}</h3>`}
    <p role="alert">${problemText(error)}</p>
    ${isGone ? html`<a class="button" href="/">${t('frame-fail-home')}</a>` : html`<button type="button" @click=${retry}>${t('frame-wait-retry')}</button>`}
  </div>`
}

function goneHeading(error: ApiError): string {
  if (error.code === 'link-not-valid') return t('frame-fail-link')
  return error.code === 'invitation-not-valid' ? t('frame-fail-invitation') : t('frame-fail-gone')
}

/** What stands where a list would be: why there is nothing yet, and the one action that changes that. */
export function emptyState(why: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="empty"><p>${why}</p>${action}</div>`
}
