import { html, type TemplateResult } from 'lit'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { t } from '../i18n/texts.ts'
import { itemOrder, standingOfItem } from './standing.ts'

/** How many questions of a sheet are answered: a bar and words, of the same numbers. It says nothing about the answers. */
export function coverageLine(sheet: CompanySheet): TemplateResult {
  const order = itemOrder(sheet)
  const done = order.filter((itemId) => standingOfItem(sheet, itemId) === 'done').length
  return html`<div class="sheet-coverage">
    <p id="sheet-coverage"><strong>${t('sheet-coverage-items', { done, total: order.length })}</strong></p>
    <progress max=${Math.max(1, order.length)} value=${done} aria-labelledby="sheet-coverage"></progress>
  </div>`
}
