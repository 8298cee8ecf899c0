import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Participation } from '../../server/contract/participations.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { programmeRows } from './company-programme-rows.ts'
import './company-texts.ts'

/** On the page of a company: the programmes that it takes part in. Nothing at all where there are none. */
@customElement('mv-company-programmes')
export class CompanyProgrammes extends MvElement {
  @property() org = ''
  readonly #list = new Reading<readonly Participation[]>(this, async (signal) => {
    const path = `/api/organisations/${this.org}/participations`
    return (await call<{ items: Participation[] }>('GET', path, undefined, { signal })).items
  })

  protected override render() {
    const items = (this.#list.value ?? []).filter(({ leftAt }) => leftAt === null)
    if (items.length === 0) return nothing
    return html`<section aria-labelledby="programmes-heading">
      <div class="section-head">
        <h2 id="programmes-heading">${t('programme-company-title')}</h2>
        <a href="/o/${this.org}/programmes">${t('programme-company-all')}</a>
      </div>
      ${programmeRows(this.org, items)}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-programmes': CompanyProgrammes
  }
}
