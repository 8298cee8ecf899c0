import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Me } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { access, accessChanges, readAccess, signInFirst, signOut } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form, textOf } from '../app/form.ts'
import { go } from '../app/router.ts'
import { setTheme, THEMES, theme } from '../app/theme.ts'
import '../components/api-tokens.ts'
import { faultSummary, formActions, radioField, textField } from '../components/fields.ts'
import '../components/identities.ts'
import '../components/passkeys.ts'
import '../components/own-data.ts'
import '../components/own-password.ts'
import '../components/reminders.ts'
import { SecondFactor } from '../components/second-factor.ts'
import { SignIns } from '../components/sign-ins.ts'
import { failure, waiting } from '../components/states.ts'
import { LOCALES, locale, setLocale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { NAME } from './account-rules.ts'
import './account-texts.ts'

/** One's own account: name, language, colours, signing in and out, mail, access for programs, and one's own data. */
@customElement('mv-account-page')
export class AccountPage extends MvElement {
  @state() private isSaved = false
  readonly #form = new Form(this, 'account', [NAME])
  readonly #preferences = new Form(this, 'preferences')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override updated(): void {
    // Whoever has just signed out is on the way to another page already.
    const isHere = location.pathname === '/account'
    if (isHere && access().start && !access().me && !access().error) signInFirst()
  }

  protected override render() {
    const { me, error } = access()
    const retry = () => void readAccess()
    if (error) return failure(error, retry)
    return me ? this.#view(me) : waiting('briefly', retry)
  }

  /**
   * Who has to set up a second factor first sees nothing else; without a password that is a passkey. The parts that set one up stand at one place for both, so
   * that what they show stays when the rest of the page appears.
   */
  #view(me: Me): TemplateResult {
    const isFirst = me.secondFactorFirst
    return html`<div class="narrow">
      ${faultSummary(this.#form)}
      <h1>${isFirst ? t('sign-in-first-title') : t('account-settings-title')}</h1>
      ${isFirst ? html`<p class="lead">${me.hasPassword ? t('sign-in-first') : t('sign-in-first-no-password')}</p>` : this.#you(me)}
      ${me.hasPassword ? html`<mv-second-factor></mv-second-factor>` : nothing}
      <mv-passkeys @changed=${this.#onPasskeys}></mv-passkeys>
      ${isFirst ? nothing : html`<mv-identities></mv-identities>`}
      ${isFirst ? nothing : this.#rest()}
      <section aria-labelledby="leave-heading">
        <h2 id="leave-heading">${t('account-settings-leave')}</h2>
        <button type="button" @click=${() => this.#form.run(leave)}>${t('frame-sign-out')}</button>
      </section>
    </div>`
  }

  #you(me: Me): TemplateResult {
    return html`<section aria-labelledby="you-heading">
        <h2 id="you-heading">${t('account-settings-you')}</h2>
        <p class="muted">${me.user.email}</p>
        ${this.#nameForm(me)} ${this.#choices()}
      </section>
      ${me.hasPassword ? html`<mv-own-password @changed=${this.#onPassword}></mv-own-password>` : nothing}`
  }

  #rest(): TemplateResult {
    return html`<mv-sign-ins></mv-sign-ins>
      <mv-reminders></mv-reminders>
      <mv-api-tokens></mv-api-tokens>
      <mv-own-data></mv-own-data>`
  }

  /** Another password ended the other sign-ins. */
  readonly #onPassword = () => {
    const signIns = this.querySelector('mv-sign-ins')
    if (signIns instanceof SignIns) void signIns.refresh()
  }

  /** A first passkey brings recovery codes, and the last may take them away. */
  readonly #onPasskeys = () => {
    const factors = this.querySelector('mv-second-factor')
    if (factors instanceof SecondFactor) void factors.refresh()
  }

  #nameForm(me: Me): TemplateResult {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#save)}>
      ${textField(form, { name: 'name', label: t('account-name'), hint: t('account-name-hint'), autocomplete: 'name', value: me.user.name })}
      ${formActions(
        form,
        html`<button class="primary">${t('frame-save')}</button><span role="status" class="done">${this.isSaved ? t('frame-saved') : ''}</span>`,
      )}
    </form>`
  }

  #choices(): TemplateResult {
    const form = this.#preferences
    return html`
      ${radioField(form, {
        name: 'language',
        label: t('account-language'),
        options: LOCALES.map((known) => ({ value: known, label: t(`account-language-${known}`) })),
        chosen: [locale()],
        onChoose: (chosen) => this.#speak(chosen),
      })}
      ${radioField(form, {
        name: 'theme',
        label: t('frame-theme'),
        options: THEMES.map((known) => ({ value: known, label: t(`frame-theme-${known}`) })),
        chosen: [theme()],
        onChoose: (chosen) => {
          setTheme(THEMES.find((known) => known === chosen) ?? 'auto')
          this.requestUpdate()
        },
      })}
    `
  }

  readonly #save = async (values: FormData) => {
    this.isSaved = false
    await call<unknown>('PATCH', '/api/me', { name: textOf(values, 'name') })
    this.isSaved = true
    await readAccess()
  }

  #speak(chosen: string): void {
    const next = LOCALES.find((known) => known === chosen) ?? 'nl'
    setLocale(next)
    void this.#preferences.run(() => call<void>('PATCH', '/api/me', { locale: next }))
  }
}

async function leave(): Promise<void> {
  await signOut()
  go('/')
}
