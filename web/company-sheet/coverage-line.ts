import { html, type TemplateResult } from 'lit'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { t } from '../i18n/texts.ts'
import { coverageOf, coveragePercent, itemOrder, standingOfItem } from './standing.ts'

/** How much of a sheet is filled in: a bar and words. It says nothing about what was answered. */
export function coverageLine(sheet: CompanySheet): TemplateResult {
  const coverage = coverageOf(sheet)
  const percent = coveragePercent(coverage)
  const order = itemOrder(sheet)
  const done = order.filter((itemId) => standingOfItem(sheet, itemId) === 'done').length
  return html`<div class="sheet-coverage">
    <p id="sheet-coverage">
      ${percent === null ? '' : html`<strong>${t('sheet-coverage-percent', { percent })}</strong>`}
      <span>${t('sheet-coverage-items', { done, total: order.length })}</span>
    </p>
    <progress max=${Math.max(1, coverage.asked)} value=${coverage.answered} aria-labelledby="sheet-coverage"></progress>
  </div>`
}
