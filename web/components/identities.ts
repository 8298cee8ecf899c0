import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Identity } from '../../server/contract/oidc.ts'
import { call } from '../api.ts'
import { access, accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { confirmed } from './confirm-identity.ts'
import { faultSummary } from './fields.ts'
import { oidcProblem } from './oidc-problem.ts'
import './oidc-texts.ts'

/** The link between the reader's account and their organisation; nothing where there is none and can be none. */
@customElement('mv-identities')
export class Identities extends MvElement {
  readonly #identities = new Reading(this, (signal) =>
    call<{ items: readonly Identity[] }>('GET', '/api/oidc/identities', undefined, { signal }),
  )
  readonly #form = new Form(this, 'identities')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const oidc = access().start?.oidc
    const linked = this.#identities.value?.items ?? []
    if (!oidc && linked.length === 0) return nothing
    const intro = oidc?.name ? t('oidc-intro', { name: oidc.name }) : t('oidc-intro-unnamed')
    return html`<section aria-labelledby="identities-heading">
      <h2 id="identities-heading">${t('oidc-title')}</h2>
      <p>${oidc ? intro : t('oidc-gone')}</p>
      ${oidcProblem()} ${faultSummary(this.#form)} ${this.#identities.render(({ items }) => this.#list(items), 'part')}
    </section>`
  }

  #list(identities: readonly Identity[]): TemplateResult {
    if (identities.length === 0)
      return html`<p><button type="button" @click=${() => this.#form.run(link)}>${t('oidc-link')}</button></p>`
    return html`<ul class="rows">
      ${identities.map((identity) => this.#row(identity))}
    </ul>`
  }

  #row(identity: Identity): TemplateResult {
    const { issuer, createdAt, lastUsedAt } = identity
    const name = access().start?.oidc?.name ?? new URL(issuer).host
    const used = lastUsedAt === null ? t('oidc-never-used') : t('oidc-used', { last: new Date(lastUsedAt) })
    return html`<li>
      <div>
        <strong>${name}</strong>
        <p class="muted">${t('oidc-linked', { since: new Date(createdAt) })}, ${used}</p>
      </div>
      <button type="button" class="quiet" aria-label=${t('oidc-unlink-of', { name })} @click=${() => this.#form.run(() => this.#unlink(identity))}>
        ${t('oidc-unlink')}
      </button>
    </li>`
  }

  async #unlink({ id }: Identity): Promise<void> {
    await confirmed(() => call<void>('DELETE', `/api/oidc/identities/${id}`))
    await this.#identities.refresh()
  }
}

async function link(): Promise<void> {
  const { url } = await confirmed(() => call<{ url: string }>('POST', '/api/oidc/link', {}))
  location.assign(url)
}
