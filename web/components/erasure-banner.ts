import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { call } from '../api.ts'
import { access, accessChanges, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form } from '../app/form.ts'
import { formatDay, t } from '../i18n/texts.ts'
import './own-data-texts.ts'

/** Above every page of an organisation that waits to be erased: when, and for owners how to stop it. */
@customElement('mv-erasure-banner')
export class ErasureBanner extends MvElement {
  /** The organisation of the page; without one, all of the reader's. */
  @property() org: string | undefined
  readonly #form = new Form(this, 'erasure-banner')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const all = access().me?.memberships ?? []
    return all
      .filter(({ organisationId }) => this.org === undefined || organisationId === this.org)
      .map(({ organisationId, name, role, erasedOn }) =>
        erasedOn === null
          ? nothing
          : html`<aside class="banner" aria-label=${t('own-data-banner-label')}>
              <p>
                ${t('own-data-banner', { name, day: formatDay(erasedOn) })}
                <a href="/o/${organisationId}/data">${t('own-data-banner-more')}</a>
                ${
                  role === 'owner'
                    ? html`<button type="button" class="small" @click=${() => this.#form.run(() => this.#stop(organisationId))}>
                        ${t('own-data-stop')}
                      </button>`
                    : nothing
                }
              </p>
            </aside>`,
      )
  }

  async #stop(organisationId: string): Promise<void> {
    await call<void>('DELETE', `/api/organisations/${organisationId}/erasure`)
    await readAccess()
  }
}
