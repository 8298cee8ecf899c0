import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import '../audit/audit-log.ts'
import '../audit/audit-texts.ts'
import { t } from '../i18n/texts.ts'

/** What was done in an organisation. Only its owners read it: nobody else is led to ask for it. */
@customElement('mv-audit-page')
export class AuditPage extends MvElement {
  @property() org = ''
  readonly #organisation = new Reading<Organisation>(this, async (signal) => {
    const organisation = await call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal })
    learnName(organisation.id, organisation.name)
    return organisation
  })

  protected override render() {
    return this.#organisation.render(
      ({ role }) => html`<h1>${t('audit-title')}</h1>
        ${role === 'owner' ? this.#log() : html`<p>${t('audit-owners-only')}</p>`}`,
    )
  }

  #log() {
    return html`<p>${t('audit-intro')}</p>
      <mv-audit-log .org=${this.org}></mv-audit-log>`
  }
}
