import { html, nothing, type TemplateResult } from 'lit'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { t } from '../i18n/texts.ts'
import type { SheetPlace } from './addresses.ts'
import { momentWords, whoWords } from './sheet-words.ts'

/** Says that a sheet was handed in, by whom, and leads to the result; nothing before that. */
export function signedOffNotice({ org, round }: SheetPlace, sheet: CompanySheet): TemplateResult | typeof nothing {
  const { signedOff } = sheet
  if (signedOff === null) return nothing
  return html`<div class="notice sheet-signed">
    <p><strong>${t('sheet-signed', { who: whoWords(sheet, signedOff.by), when: momentWords(signedOff.at) })}</strong> ${t('sheet-signed-closed')}</p>
    <p class="actions"><a class="button primary" href="/o/${org}/r/${round}/results">${t('sheet-signed-result')}</a></p>
  </div>`
}
