import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { t } from '../i18n/texts.ts'
import { type CertaintyChoice, countOf, type Filter, WHICH } from './filtering.ts'
import { CERTAINTY_STEPS } from './standing.ts'

const CERTAINTIES: readonly CertaintyChoice[] = ['any', ...CERTAINTY_STEPS, 'none']

/** What the task list shows: one choice beside each other with counts, and one by how sure the team is. */
export function filterBar(sheet: CompanySheet, filter: Filter, choose: (filter: Filter) => void): TemplateResult {
  const onCertainty = ({ target }: Event) => {
    const certainty = target instanceof HTMLSelectElement && CERTAINTIES.find((known) => known === target.value)
    if (certainty) choose({ ...filter, certainty })
  }
  return html`<div class="sheet-filter">
    <fieldset>
      <legend class="visually-hidden">${t('sheet-filter-title')}</legend>
      ${WHICH.map(
        (which) => html`<label class="sheet-pick">
          <input type="radio" name="sheet-which" value=${which} .checked=${live(filter.which === which)} @change=${() => choose({ ...filter, which })} />
          <span>${t(which === 'open' && sheet.signedOff !== null ? 'sheet-filter-open-over' : `sheet-filter-${which}`)} <span class="sheet-count">${countOf(sheet, which)}</span></span>
        </label>`,
      )}
    </fieldset>
    <label class="sheet-sure">
      <span>${t('sheet-certainty-title')}</span>
      <select @change=${onCertainty}>
        ${CERTAINTIES.map(
          (one) =>
            html`<option value=${one} .selected=${live(filter.certainty === one)}>${t(`sheet-filter-certainty-${one}`)}</option>`,
        )}
      </select>
    </label>
  </div>`
}
