import { html, nothing, type TemplateResult } from 'lit'
import type { Drafts } from '../drafts/drafts.ts'
import { hasText, t } from '../i18n/texts.ts'
import type { CardWords } from './card-drafts.ts'

/**
 * Where the words of a card are now, in a few quiet words beside it; nothing when there is nothing to tell. It is not
 * read out: `mv-save-status` tells once for the page what matters.
 */
export function draftLine(
  drafts: Drafts<CardWords>,
  key: string,
  isBeingWritten: boolean,
): TemplateResult | typeof nothing {
  const state = drafts.stateOf(key)
  if (state === 'conflict' || (state === 'saved' && !isBeingWritten)) return nothing
  if (state === 'refused')
    return html`<p class="card-draft is-refused">
      ${t('reflection-draft-refused')} ${refusalText(drafts.refusalOf(key))}
      <button type="button" class="quiet" @click=${() => drafts.retry()}>${t('frame-wait-retry')}</button>
    </p>`
  const where = state === 'offline' && !drafts.isLasting ? 'page-only' : state
  return html`<p class="card-draft is-${state}">${t(`reflection-draft-${where}`)}</p>`
}

/** Why the server refused, in the sentence of the code; '' for a code without one. */
export function refusalText(code: string | undefined): string {
  const id = `problem-${code}`
  return hasText(id) ? t(id) : ''
}
