import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'

/** What stands where the secret part of a link got lost on its way; with the address of a page that gives a new one. */
export function linkMissing(again = ''): TemplateResult {
  return html`<div class="narrow">
    <h1>${t('letters-link-missing-title')}</h1>
    <p>${t('letters-link-missing')}</p>
    ${again === '' ? nothing : html`<p><a class="button" href=${again}>${t('letters-link-again')}</a></p>`}
  </div>`
}
