import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AuditCheck } from '../../server/contract/audit.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import './audit-texts.ts'
import { eventSentence, eventTime } from './event-words.ts'

/** Whether the log of an organisation is whole, looked at when this comes on the page. */
@customElement('mv-audit-whole')
export class AuditWhole extends MvElement {
  @property() org = ''
  readonly #check = new Reading<AuditCheck>(this, (signal) =>
    call('GET', `/api/organisations/${this.org}/audit/check`, undefined, { signal }),
  )

  protected override render() {
    return this.#check.render((check) => this.#view(check), 'part')
  }

  #view({ broken, events }: AuditCheck): TemplateResult {
    if (broken === null) return html`<p class="done" role="status">${t('audit-whole', { n: events })}</p>`
    const number = String(broken.number)
    return html`<div class="warning" role="alert">
      <p><strong>${t('audit-broken')}</strong> ${t(`audit-broken-${broken.why}`, { number })}</p>
      ${
        broken.event === null
          ? ''
          : html`<p>
              ${t('audit-broken-event', { sentence: eventSentence(broken.event), time: eventTime(broken.event.at) })}
            </p>`
      }
      <p>${t('audit-broken-advice')}</p>
    </div>`
  }
}
