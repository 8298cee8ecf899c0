import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OrganisationKind } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './access-texts.ts'

/** Where an organisation's people and data are looked after: one list of links. */
@customElement('mv-team-and-data')
export class TeamAndData extends MvElement {
  @property() org = ''
  /** The reader's own role: the log is for owners. */
  @property() myRole: Role = 'viewer'

  /** What kind of organisation it is: a programme brings in no answers. */
  @property() kind: OrganisationKind = 'company'

  protected override render() {
    const audit = { href: `/o/${this.org}/audit`, name: t('access-team-audit'), about: t('access-team-audit-about') }
    const files = { href: `/o/${this.org}/import`, name: t('access-team-import'), about: t('access-team-import-about') }
    const links = [
      { href: '#people-heading', name: t('access-team-members'), about: t('access-team-members-about') },
      { href: `/o/${this.org}/access`, name: t('access-team-access'), about: t('access-team-access-about') },
      ...(this.myRole === 'owner' ? [audit] : []),
      ...(this.kind !== 'programme' && (this.myRole === 'owner' || this.myRole === 'facilitator') ? [files] : []),
      { href: `/o/${this.org}/data`, name: t('access-team-data'), about: t('access-team-data-about') },
    ]
    return html`<section aria-labelledby="team-heading">
      <h2 id="team-heading">${t('access-team-title')}</h2>
      <ul class="rows">
        ${links.map(
          ({ href, name, about }) => html`<li>
            <div>
              <a class="row-main" href=${href}>${name}</a>
              <p class="muted">${about}</p>
            </div>
          </li>`,
        )}
      </ul>
    </section>`
  }
}
