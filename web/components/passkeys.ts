import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Passkey } from '../../server/contract/passkeys.ts'
import { call } from '../api.ts'
import { access, accessChanges, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { type FieldRule, Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { returnAddress } from '../app/return-address.ts'
import { t } from '../i18n/texts.ts'
import { isName } from '../pages/account-rules.ts'
import { confirmed } from './confirm-identity.ts'
import { faultSummary, formActions, textField } from './fields.ts'
import { Modal } from './modal.ts'
import { makePasskey } from './passkey-ceremonies.ts'
import { passkeyPlace, whyNoPasskeys } from './passkey-place.ts'
import './passkey-texts.ts'
import './recovery-codes.ts'
import './sign-in-texts.ts'

const NAME: FieldRule = { field: 'name', fault: 'passkey-fault-name', holds: isName }

/** The reader's passkeys: made, given another name, and removed. Says `changed` when there is one more or less. */
@customElement('mv-passkeys')
export class Passkeys extends MvElement {
  @state() private chosen: Passkey | undefined
  @state() private isRemoving = false
  @state() private isMade = false
  /** Recovery codes that came with the first one: gone as soon as the reader has kept them. */
  @state() private codes: readonly string[] | null = null
  /** Whether the passkey was made because nothing else opened before. */
  @state() private wasFirst = false
  /** A form that is shown again is a new one: nothing of the last one stays. */
  @state() private opened = 0
  readonly #passkeys = new Reading(this, (signal) =>
    call<{ items: readonly Passkey[] }>('GET', '/api/passkeys', undefined, { signal }),
  )
  readonly #making = new Form(this, 'passkey', [NAME])
  readonly #changing = new Form(this, 'passkey-change', [NAME])
  readonly #modal = new Modal('passkey')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    return html`<section aria-labelledby="passkeys-heading">
      <h2 id="passkeys-heading">${t('passkey-title')}</h2>
      <p>${t('passkey-intro')}</p>
      ${faultSummary(this.#making)} ${this.#passkeys.render(({ items }) => this.#list(items), 'part')}
      <p role="status" class="done">${this.isMade ? t('passkey-made-done') : ''}</p>
      ${this.#keep()} ${this.#maker()}
      ${this.#modal.render(t('passkey-change-title', { name: this.chosen?.name ?? '' }), this.chosen ? keyed(this.opened, this.#changer(this.chosen)) : nothing)}
    </section>`
  }

  /** What comes after making one: the codes to keep, and the way on for who was sent here. */
  #keep(): TemplateResult | typeof nothing {
    const goOn = (label: string) => html`<a class="button primary" href=${returnAddress()}>${label}</a>`
    if (this.codes === null) return this.wasFirst ? html`<p>${goOn(t('passkey-go-on'))}</p>` : nothing
    return html`<mv-recovery-codes .codes=${this.codes}></mv-recovery-codes>
      <div class="actions">
        ${
          this.wasFirst
            ? goOn(t('sign-in-recovery-go-on'))
            : html`<button type="button" class="primary" @click=${() => (this.codes = null)}>${t('sign-in-recovery-kept')}</button>`
        }
      </div>`
  }

  #list(passkeys: readonly Passkey[]): TemplateResult {
    if (passkeys.length === 0) return html`<p class="muted">${t('passkey-none')}</p>`
    return html`<ul class="rows">
        ${passkeys.map((passkey) => this.#row(passkey))}
      </ul>
      ${passkeys.length === 1 ? html`<p class="hint">${t('passkey-one')}</p>` : nothing}`
  }

  #row(passkey: Passkey): TemplateResult {
    const { name, createdAt, lastUsedAt, isSynced } = passkey
    const facts = [
      t('passkey-made', { since: new Date(createdAt) }),
      lastUsedAt === null ? t('passkey-never-used') : t('passkey-used', { last: new Date(lastUsedAt) }),
      ...(isSynced ? [t('passkey-synced')] : []),
    ]
    return html`<li>
      <div>
        <strong>${name}</strong>
        <p class="muted">${facts.join(', ')}</p>
      </div>
      <button type="button" class="quiet" aria-label=${t('passkey-change-of', { name })} @click=${() => this.#open(passkey)}>
        ${t('passkey-change')}
      </button>
    </li>`
  }

  #maker(): TemplateResult {
    const place = passkeyPlace()
    if (place !== 'here') return whyNoPasskeys(place)
    const form = this.#making
    return html`${keyed(
      this.opened,
      html`<form novalidate @submit=${form.onSubmit(this.#make)}>
        ${textField(form, { name: 'name', label: t('passkey-name'), hint: t('passkey-name-hint') })}
        ${formActions(form, html`<button>${t('passkey-make')}</button>`)}
      </form>`,
    )}`
  }

  #changer(passkey: Passkey): TemplateResult {
    const form = this.#changing
    return html`<form novalidate @submit=${form.onSubmit((values) => this.#rename(passkey, values))}>
        ${faultSummary(form)} ${textField(form, { name: 'name', label: t('passkey-name'), value: passkey.name })}
        ${formActions(
          form,
          html`<button class="primary">${t('frame-save')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>
      <div class="apart">
        <p class="hint">${t('passkey-remove-hint')}</p>
        ${
          this.isRemoving
            ? html`<button type="button" class="danger" @click=${() => form.run(() => this.#remove(passkey))}>${t('passkey-remove-sure')}</button>`
            : html`<button type="button" @click=${() => (this.isRemoving = true)}>${t('passkey-remove')}</button>`
        }
      </div>`
  }

  #open(passkey: Passkey): void {
    this.chosen = passkey
    this.opened += 1
    this.isRemoving = false
    this.isMade = false
    this.#changing.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  readonly #make = async (values: FormData) => {
    this.isMade = false
    const codes = await confirmed(() => makePasskey(textOf(values, 'name')))
    if (codes !== null) this.codes = codes
    this.wasFirst ||= access().me?.secondFactorFirst ?? false
    this.isMade = true
    this.opened += 1
    await Promise.all([this.#changed(), readAccess()])
  }

  async #rename({ id }: Passkey, values: FormData): Promise<void> {
    await call<void>('PATCH', `/api/passkeys/${id}`, { name: textOf(values, 'name') })
    this.#modal.close()
    await this.#passkeys.refresh()
  }

  async #remove({ id }: Passkey): Promise<void> {
    await confirmed(() => call<void>('DELETE', `/api/passkeys/${id}`))
    this.#modal.close()
    await this.#changed()
  }

  async #changed(): Promise<void> {
    this.dispatchEvent(new Event('changed'))
    await this.#passkeys.refresh()
  }
}
