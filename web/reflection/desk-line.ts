import { html, type TemplateResult } from 'lit'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import type { Desk } from './desk.ts'

/** What the last press did or why it was not done, or that what is shown may be old: one line, always at one place. */
export function deskLine(desk: Desk): TemplateResult {
  const { problem } = desk
  const text = problem ? problemText(problem) : desk.isStale ? t('reflection-stale') : desk.note
  return html`<p class="desk-line ${problem ? 'is-refused' : ''}" role="status">${text}</p>`
}
