import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { isName } from '../pages/account-rules.ts'
import { confirmed } from './confirm-identity.ts'
import './copy-field.ts'
import { faultSummary, formActions, textField } from './fields.ts'

interface Token {
  readonly id: string
  readonly name: string
  readonly createdAt: string
}

/** The reader's access codes for programs: made, shown once, and removed. */
@customElement('mv-api-tokens')
export class ApiTokens extends MvElement {
  /** The code that was just made: gone as soon as the reader leaves the page. */
  @state() private made: { readonly id: string; readonly token: string } | undefined
  readonly #tokens = new Reading(this, (signal) =>
    call<{ items: readonly Token[] }>('GET', '/api/tokens', undefined, { signal }),
  )
  readonly #form = new Form(this, 'token', [{ field: 'name', fault: 'account-settings-token-fault', holds: isName }])

  protected override render() {
    const form = this.#form
    return html`<section aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">${t('account-settings-tokens')}</h2>
      <p>${t('account-settings-tokens-intro')}</p>
      ${faultSummary(form)} ${this.#tokens.render(({ items }) => this.#list(items), 'part')} ${this.made ? this.#once(this.made.token) : nothing}
      ${keyed(
        this.made?.id,
        html`<form novalidate @submit=${form.onSubmit(this.#make)}>
          ${textField(form, { name: 'name', label: t('account-settings-token-name') })}
          ${formActions(form, html`<button>${t('account-settings-token-make')}</button>`)}
        </form>`,
      )}
    </section>`
  }

  #list(tokens: readonly Token[]): TemplateResult {
    if (tokens.length === 0) return html`<p class="muted">${t('account-settings-token-none')}</p>`
    return html`<ul class="rows">
      ${tokens.map(
        (token) => html`<li>
          <div>
            <strong>${token.name}</strong>
            <p class="muted">${t('account-settings-token-since', { since: new Date(token.createdAt) })}</p>
          </div>
          <button
            type="button"
            class="quiet"
            aria-label=${t('account-settings-token-remove-of', { name: token.name })}
            @click=${() => this.#form.run(() => this.#remove(token))}
          >
            ${t('account-settings-token-remove')}
          </button>
        </li>`,
      )}
    </ul>`
  }

  #once(token: string): TemplateResult {
    return html`<div class="notice" role="status">
      <p>${t('account-settings-token-once')}</p>
      <mv-copy-field name="token" .label=${t('account-settings-token-made')} .value=${token}></mv-copy-field>
    </div>`
  }

  readonly #make = async (values: FormData) => {
    const name = textOf(values, 'name')
    this.made = await confirmed(() => call<{ id: string; token: string }>('POST', '/api/tokens', { name }))
    await this.#tokens.refresh()
  }

  async #remove(token: Token): Promise<void> {
    await call<void>('DELETE', `/api/tokens/${token.id}`)
    if (this.made?.id === token.id) this.made = undefined
    await this.#tokens.refresh()
  }
}
