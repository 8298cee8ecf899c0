import { html, type TemplateResult } from 'lit'
import type { Participation } from '../../server/contract/participations.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { placeText } from './company-place.ts'

/** Programmes of a company, each with its place there and whether it shares figures. */
export function programmeRows(org: string, items: readonly Participation[]): TemplateResult {
  return html`<ul class="rows">
    ${items.map(
      (participation) => html`<li>
        <div>
          <a class="row-main" href="/o/${org}/programmes/${participation.programme.id}">${participation.programme.name}</a>
          <p class="muted">${placeText(participation)}</p>
        </div>
        <div class="row-side">${stateOf(participation)}</div>
      </li>`,
    )}
  </ul>`
}

function stateOf({ leftAt, consents }: Participation): TemplateResult {
  if (leftAt !== null)
    return html`<span class="state is-closed">${t('programme-company-left', { day: formatDay(leftAt) })}</span>`
  return consents.benchmark
    ? html`<span class="state is-open">${t('programme-company-shares')}</span>`
    : html`<span class="state">${t('programme-company-shares-not')}</span>`
}
