import { html, nothing, type TemplateResult } from 'lit'
import type { DraftState } from '../drafts/draft.ts'
import { hasText, t } from '../i18n/texts.ts'

/** States that are read out; that words are on their way and arrive is nothing to interrupt somebody for. */
const READ_OUT: readonly DraftState[] = ['offline', 'conflict', 'refused']

/** Where written words are now: on the server, on their way, or on this device only. */
export function draftLine(state: DraftState, isLasting: boolean, refusal: string | undefined): TemplateResult {
  return html`<p class="draft-line is-${state}" role=${READ_OUT.includes(state) ? 'status' : nothing}>${draftText(state, isLasting, refusal)}</p>`
}

function draftText(state: DraftState, isLasting: boolean, refusal: string | undefined): string {
  if (state === 'refused') {
    const id = `problem-${refusal}`
    return t('intervention-draft-refused', { why: hasText(id) ? t(id) : '' })
  }
  if (state === 'offline' && !isLasting) return t('intervention-draft-page-only')
  return t(`intervention-draft-${state}`)
}
