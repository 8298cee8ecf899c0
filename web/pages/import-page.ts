import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import '../import/import-texts.ts'
import { mayRunRounds } from './round-words.ts'

/** What can be brought into an organisation, each with where that is done. */
@customElement('mv-import-page')
export class ImportPage extends MvElement {
  @property() org = ''
  readonly #organisation = new Reading(this, async (signal) => {
    const path = `/api/organisations/${this.org}`
    const organisation = await call<Organisation>('GET', path, undefined, { signal })
    learnName(organisation.id, organisation.name)
    return organisation
  })

  protected override render() {
    return this.#organisation.render(({ role }) => {
      if (!mayRunRounds(role)) return importRefused(this.org, t('import-title'))
      const here = `/o/${this.org}`
      const ways = [
        { href: `${here}/import/form`, way: 'form' },
        { href: `${here}/import/answers`, way: 'answers' },
        { href: here, way: 'vsme' },
        { href: `${here}/data`, way: 'archive' },
      ]
      return html`<div class="narrow">
        <h1>${t('import-title')}</h1>
        <p class="lead">${t('import-lead')}</p>
        <ul class="rows">
          ${ways.map(
            ({ href, way }) => html`<li>
              <div>
                <a class="row-main" href=${href}>${t(`import-way-${way}`)}</a>
                <p class="muted">${t(`import-way-${way}-about`)}</p>
              </div>
            </li>`,
          )}
        </ul>
      </div>`
    })
  }
}

/** What stands on a page about importing for who may not. */
export function importRefused(org: string, title: string) {
  return html`<h1>${title}</h1>
    <p>${t('import-not-allowed')}</p>
    <p><a class="button" href="/o/${org}">${t('import-back')}</a></p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-import-page': ImportPage
  }
}
