import { html, type TemplateResult } from 'lit'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { InterventionContent } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import { CONTENT_FIELDS, type ContentField } from './content.ts'
import { fieldName, linesOf } from './content-words.ts'

/** Said even when nothing stands there: without these it is no agreement. */
const ALWAYS: readonly ContentField[] = ['agreement', 'owner', 'reviewOn']

/** An agreement to read, part by part; its title stands above it. */
export function agreementView(content: InterventionContent, guide: GuideTexts): TemplateResult {
  const parts = CONTENT_FIELDS.filter((field) => field !== 'title')
    .map((field) => ({ field, lines: linesOf(content, field, guide) }))
    .filter(({ field, lines }) => lines.length > 0 || ALWAYS.includes(field))
  return html`<dl class="agreement-view">
    ${parts.map(
      ({ field, lines }) => html`<div class="part-${field}">
        <dt>${fieldName(field)}</dt>
        ${lines.length === 0 ? html`<dd class="muted">${t('intervention-nothing')}</dd>` : lines.map((line) => html`<dd>${line}</dd>`)}
      </div>`,
    )}
  </dl>`
}
