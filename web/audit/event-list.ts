import { html, nothing, type TemplateResult } from 'lit'
import type { Sayable } from '../../server/contract/audit-words.ts'
import type { Form } from '../app/form.ts'
import { faultSummary } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import './audit-texts.ts'
import { eventSentence, eventTime } from './event-words.ts'

/** Events as a list, newest first, and under it a button that brings older ones while there are any. */
export function eventList(
  events: readonly (Sayable & { readonly at: string; readonly number: number })[],
  { form, onOlder }: { readonly form: Form; readonly onOlder: (() => Promise<void>) | undefined },
): TemplateResult {
  return html`<ol class="rows audit-list">
      ${events.map(
        (event) => html`<li>
          <p>${eventSentence(event)}</p>
          <p class="muted">
            <time datetime=${event.at}>${eventTime(event.at)}</time>, ${t('audit-number', { number: String(event.number) })}
          </p>
        </li>`,
      )}
    </ol>
    ${faultSummary(form)}
    ${
      onOlder === undefined
        ? nothing
        : html`<p class="actions">
            <button type="button" @click=${() => form.run(onOlder)}>${t('audit-more')}</button>
            <span role="status" class="muted">${form.isBusy ? t('audit-more-busy') : ''}</span>
          </p>`
    }`
}
