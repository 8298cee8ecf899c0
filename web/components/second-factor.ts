import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Factors, TotpFinished, TotpStarted } from '../../server/contract/factors.ts'
import { call } from '../api.ts'
import { access, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { exactly, Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { returnAddress } from '../app/return-address.ts'
import { t } from '../i18n/texts.ts'
import { confirmed } from './confirm-identity.ts'
import './copy-field.ts'
import { faultSummary, formActions, textField } from './fields.ts'
import './qr-code.ts'
import './recovery-codes.ts'
import './sign-in-texts.ts'

/** The reader's codes from an app and recovery codes: set up, replaced, counted and removed. */
@customElement('mv-second-factor')
export class SecondFactor extends MvElement {
  @state() private started: TotpStarted | undefined
  /** Codes that were just made: gone as soon as the reader has kept them. */
  @state() private codes: readonly string[] | undefined
  @state() private done = ''
  @state() private isRemoving = false
  /** Whether the factor was set up because nothing else opened before. */
  #wasFirst = false
  readonly #factors = new Reading<Factors>(this, (signal) => call('GET', '/api/factors', undefined, { signal }))
  readonly #form = new Form(this, 'second-factor', [
    {
      field: 'code',
      fault: 'sign-in-fault-code',
      holds: (value) => value.trim() !== '',
      codes: ['wrong-factor'],
    },
  ])

  protected override render() {
    return html`<section aria-labelledby="second-factor" class="second-factor">
      <h2 id="second-factor" tabindex="-1">${t('sign-in-factor-title')}</h2>
      ${faultSummary(this.#form)}
      ${this.#factors.render((factors) => this.#view(factors), 'part')}
      <p role="status" class="done">${this.done === '' ? '' : t(this.done)}</p>
    </section>`
  }

  #view(factors: Factors): TemplateResult {
    if (this.codes) return this.#keep(this.codes)
    if (this.started) return this.#tryCode(this.started)
    return factors.totpSince === null ? this.#off(factors) : this.#on(factors, factors.totpSince)
  }

  /** What is shown may have been changed elsewhere on the page. */
  refresh(): Promise<void> {
    return this.#factors.refresh()
  }

  #off({ hasPasskey, recoveryCodesLeft }: Factors): TemplateResult {
    return html`<p>${t('sign-in-factor-intro')}</p>
      <div class="actions">
        <button type="button" class=${access().me?.secondFactorFirst ? 'primary' : ''} @click=${() => this.#form.run(this.#start)}>
          ${t('sign-in-factor-start')}
        </button>
        ${hasPasskey ? this.#renewer() : nothing}
      </div>
      ${hasPasskey ? codesLeft(recoveryCodesLeft) : nothing}`
  }

  #on({ recoveryCodesLeft, isRequired }: Factors, since: string): TemplateResult {
    return html`<p>${t('sign-in-factor-on', { since: new Date(since) })}</p>
      ${codesLeft(recoveryCodesLeft)}
      <div class="actions">
        ${this.#renewer()}
        <button type="button" @click=${() => this.#form.run(this.#start)}>${t('sign-in-factor-replace')}</button>
        ${this.#remover(isRequired)}
      </div>
      ${this.isRemoving ? html`<p class="hint">${t('sign-in-factor-remove-hint')}</p>` : nothing}`
  }

  #renewer(): TemplateResult {
    return html`<button type="button" @click=${() => this.#form.run(this.#renew)}>${t('sign-in-recovery-renew')}</button>`
  }

  #remover(isRequired: boolean): TemplateResult {
    if (!this.isRemoving)
      return html`<button type="button" class="quiet" @click=${() => (this.isRemoving = true)}>${t('sign-in-factor-remove')}</button>`
    const remove = () => this.#form.run(this.#remove)
    return html`<button type="button" class="danger" @click=${remove}>${t('sign-in-factor-remove-sure')}</button>
      ${isRequired ? html`<span class="hint">${t('sign-in-factor-required')}</span>` : nothing}`
  }

  /** The picture first: nearly everybody has the app on the phone that they hold beside this screen. */
  #tryCode({ seed, address }: TotpStarted): TemplateResult {
    const form = this.#form
    return html`<ol class="factor-steps">
        <li><p>${t('sign-in-factor-app')}</p></li>
        <li>
          <p>${t('sign-in-factor-scan')}</p>
          <mv-qr-code .text=${address} .label=${t('sign-in-factor-qr')}></mv-qr-code>
          <details>
            <summary>${t('sign-in-factor-typed')}</summary>
            <p><a href=${address}>${t('sign-in-factor-open')}</a></p>
            <mv-copy-field name="seed" .label=${t('sign-in-factor-seed')} .value=${spaced(seed)}></mv-copy-field>
          </details>
        </li>
        <li>
          <p>${t('sign-in-factor-try')}</p>
          <form novalidate @submit=${form.onSubmit(this.#finish)}>
            ${textField(form, { name: 'code', label: t('sign-in-code'), autocomplete: 'one-time-code', inputmode: 'numeric', size: 'short' })}
            ${formActions(
              form,
              html`<button class="primary">${t('sign-in-factor-finish')}</button>
                <button type="button" class="quiet" @click=${() => (this.started = undefined)}>${t('frame-cancel')}</button>`,
            )}
          </form>
        </li>
      </ol>`
  }

  #keep(codes: readonly string[]): TemplateResult {
    return html`<mv-recovery-codes .codes=${codes}></mv-recovery-codes>
      <div class="actions">
        ${
          this.#wasFirst
            ? html`<a class="button primary" href=${returnAddress()}>${t('sign-in-recovery-go-on')}</a>`
            : html`<button type="button" class="primary" @click=${() => (this.codes = undefined)}>${t('sign-in-recovery-kept')}</button>`
        }
      </div>`
  }

  readonly #start = async () => {
    this.done = ''
    this.isRemoving = false
    this.started = await confirmed(() => call<TotpStarted>('POST', '/api/factors/totp', {}))
  }

  readonly #finish = async (values: FormData) => {
    const { recoveryCodes } = await call<TotpFinished>('POST', '/api/factors/totp/confirm', {
      code: exactly(values, 'code').trim(),
    })
    this.#wasFirst = access().me?.secondFactorFirst ?? false
    this.started = undefined
    this.codes = recoveryCodes ?? undefined
    this.done = 'sign-in-factor-done'
    await Promise.all([this.#factors.refresh(), readAccess()])
    this.#toHeading()
  }

  readonly #renew = async () => {
    this.done = ''
    const { codes } = await confirmed(() => call<{ codes: string[] }>('POST', '/api/factors/recovery-codes', {}))
    this.codes = codes
    await this.#factors.refresh()
    this.#toHeading()
  }

  readonly #remove = async () => {
    this.done = ''
    await confirmed(() => call<void>('DELETE', '/api/factors/totp'))
    this.isRemoving = false
    this.done = 'sign-in-factor-removed'
    await this.#factors.refresh()
    this.#toHeading()
  }

  /** What had the focus is gone: the reader starts again where the section starts. */
  #toHeading(): void {
    void this.updateComplete.then(() => this.querySelector('h2')?.focus())
  }
}

function codesLeft(n: number): TemplateResult {
  return html`<p class=${n < 3 ? 'warning' : 'muted'}>${t('sign-in-recovery-left', { n })}</p>`
}

/** A secret in groups of four, as people type it. */
function spaced(seed: string): string {
  return seed.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
