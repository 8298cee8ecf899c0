import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Participation } from '../../server/contract/participations.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { programmeRows } from '../programme/company-programme-rows.ts'
import '../programme/company-texts.ts'

/** Regional programmes that a company takes part in, and those that it left. */
@customElement('mv-programmes-page')
export class ProgrammesPage extends MvElement {
  @property() org = ''
  readonly #list = new Reading<readonly Participation[]>(this, async (signal) => {
    const path = `/api/organisations/${this.org}/participations`
    return (await call<{ items: Participation[] }>('GET', path, undefined, { signal })).items
  })

  protected override render(): TemplateResult {
    return this.#list.render(
      (items) => html`<h1>${t('programme-company-title')}</h1>
        <p class="lead">${t('programme-company-intro')}</p>
        ${items.length === 0 ? emptyState(t('programme-company-none')) : programmeRows(this.org, items)}`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-programmes-page': ProgrammesPage
  }
}
