import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { Me } from '../../server/contract/accounts.ts'
import { ApiError, call } from '../api.ts'
import { type Locale, locale, setLocale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { access, accessChanges, readAccess, signOut } from './access.ts'
import { Arrival } from './arrival.ts'
import { MvElement } from './element.ts'
import { endedName, watchAccess } from './ended-access.ts'
import { Following } from './following.ts'
import { nameChanges, nameOf } from './names.ts'
import { LOST, PAGES } from './pages.ts'
import { programmeOf } from './park-place.ts'
import { returnAddress } from './return-address.ts'
import { go, Router } from './router.ts'
import { setTheme, THEMES, theme } from './theme.ts'

/** The frame around every page: where am I, language, help, account, and what is true of the whole installation. */
@customElement('mv-app')
export class App extends MvElement {
  readonly #router = new Router(this, PAGES, LOST, () => this.#onArrival())
  #arrival: Arrival | undefined

  constructor() {
    super()
    new Following(this, accessChanges)
    new Following(this, nameChanges)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    watchAccess()
    void readAccess()
  }

  protected override updated(): void {
    if (!access().me?.secondFactorFirst || this.#isOpenBeforeFactor()) return
    // Whoever has just signed in wants to go where that would have led, not to sign in again.
    const wanted = location.pathname === '/sign-in' ? returnAddress() : location.pathname + location.search
    go(`/account?return=${encodeURIComponent(wanted)}`, 'replace')
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed)
    const main = this.querySelector('main')
    if (main) this.#arrival = new Arrival(main)
  }

  protected override render() {
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('frame-skip')}</a>
      <header class="bar">
        <a class="brand" href="/">${brandMark()}<span>Meervoud</span></a>
        ${this.#crumbs()}
        <div class="bar-tools">
          <a class="bar-help" href="/method">${t('frame-help')}</a>
          ${canSignIn() ? html`<a class="bar-sign-in" href="/sign-in">${t('frame-sign-in')}</a>` : nothing} ${languageButton()}
          <button type="button" class="quiet" popovertarget="frame-menu">${t('frame-menu')}</button>
        </div>
        ${this.#menu()}
      </header>
      <div class="banners">
        ${banners()}
        ${this.#erasures()}
      </div>
      <main id="main" tabindex="-1">${this.#isRefusedHere() ? onlyTakingPart() : (this.#router.element ?? nothing)}</main>
      <footer class="foot">
        <p>${t('frame-foot')} <a href="/method">${t('frame-help')}</a> <a href="/privacy">${t('frame-privacy')}</a> <a href="/accessibility">${t('frame-accessibility')}</a></p>
        <p>${access().start ? t('frame-version', { version: access().start?.version ?? '' }) : nothing}</p>
      </footer>
      ${this.#ended()}
    `
  }

  /** On the address for phones no page offers a password field: what is typed there would cross an open network. */
  #isRefusedHere(): boolean {
    return access().start?.audience === 'participants' && !PAGES_FOR_EVERYBODY.has(this.#router.place.page?.path ?? '')
  }

  /** Where a second factor has to be set up first, no other page would get an answer. */
  #isOpenBeforeFactor(): boolean {
    const path = this.#router.place.page?.path ?? ''
    return path === '/account' || PAGES_FOR_EVERYBODY.has(path)
  }

  /** Its code comes only where an organisation waits to be erased: that is seldom, and every page would carry it. */
  #erasures(): TemplateResult | typeof nothing {
    if (!access().me?.memberships.some(({ erasedOn }) => erasedOn !== null)) return nothing
    void import('../components/erasure-banner.ts').catch(() => undefined)
    return html`<mv-erasure-banner .org=${this.#router.place.params['org']}></mv-erasure-banner>`
  }

  /** Over the foot of the screen: the page itself stays as it was, with what was typed in it. */
  #ended(): TemplateResult | typeof nothing {
    const name = endedName(this.#router.place.params['org'] ?? '')
    if (name === undefined) return nothing
    return html`<div class="ended" role="alert">
      <p><strong>${t('frame-ended', { name })}</strong> ${t('frame-ended-kept')} <a href="/">${t('frame-ended-go')}</a></p>
    </div>`
  }

  #crumbs(): TemplateResult | typeof nothing {
    const { org, round, workshop, reflection, intervention, park } = this.#router.place.params
    if (!org) return nothing
    const programme = programmeOf(org)
    const path = this.#router.place.page?.path ?? ''
    const organisation = access().me?.memberships.find((membership) => membership.organisationId === org)?.name
    const crumbs = [{ href: '/', text: t('frame-organisations') }]
    if (programme) crumbs.push({ href: `/o/${programme.id}`, text: programme.name })
    if (path !== '/o/:org')
      crumbs.push({ href: `/o/${org}`, text: organisation ?? nameOf(org) ?? t('frame-organisation') })
    if (park) crumbs.push({ href: `/o/${org}/parks`, text: t('frame-parks') })
    if (round && path !== '/o/:org/r/:round')
      crumbs.push({ href: `/o/${org}/r/${round}`, text: nameOf(round) ?? t('frame-round') })
    if (workshop && path !== '/o/:org/w/:workshop')
      crumbs.push({ href: `/o/${org}/w/${workshop}`, text: nameOf(workshop) ?? t('frame-workshop') })
    if (reflection) crumbs.push({ href: `/o/${org}/reflections`, text: t('frame-reflections') })
    if (reflection && path !== '/o/:org/reflections/:reflection')
      crumbs.push({ href: `/o/${org}/reflections/${reflection}`, text: nameOf(reflection) ?? t('frame-reflection') })
    if (intervention) crumbs.push({ href: `/o/${org}/interventions`, text: t('frame-interventions') })
    return html`<nav class="crumbs" aria-label=${t('frame-here')}>
      <ol>
        ${crumbs.map((crumb) => html`<li><a href=${crumb.href}>${crumb.text}</a></li>`)}
      </ol>
    </nav>`
  }

  #menu(): TemplateResult {
    const me = access().me
    return html`<div id="frame-menu" class="menu" popover @click=${closeAfterLink}>
      ${me ? html`<p class="menu-who"><strong>${me.user.name}</strong><span class="muted">${me.user.email}</span></p>` : nothing}
      ${me ? this.#organisations(me) : nothing}
      <ul>
        ${me ? html`<li><a href="/account">${t('frame-account')}</a></li>` : nothing}
        ${me?.user.isOperator ? html`<li><a href="/operator">${t('frame-operator')}</a></li>` : nothing}
        ${canSignIn() ? html`<li><a href="/sign-in">${t('frame-sign-in')}</a></li>` : nothing}
        <li><a href="/method">${t('frame-help')}</a></li>
      </ul>
      <fieldset class="theme">
        <legend>${t('frame-theme')}</legend>
        ${THEMES.map(
          (option) => html`<label class="choice small">
            <input type="radio" name="frame-theme" value=${option} .checked=${theme() === option} @change=${() => setTheme(option)} />
            ${t(`frame-theme-${option}`)}
          </label>`,
        )}
      </fieldset>
      ${me ? html`<button type="button" class="quiet" @click=${leave}>${t('frame-sign-out')}</button>` : nothing}
    </div>`
  }

  /** From any page to another organisation of one's own in two presses. */
  #organisations({ memberships }: Me): TemplateResult | typeof nothing {
    if (memberships.length < 2) return nothing
    const { org } = this.#router.place.params
    return html`<nav class="menu-organisations" aria-labelledby="frame-switch">
      <p id="frame-switch" class="muted">${t('frame-switch')}</p>
      <ul>
        ${memberships.map(
          ({ organisationId, name }) => html`<li>
            <a href="/o/${organisationId}" aria-current=${ifDefined(organisationId === org ? 'true' : undefined)}>${name}</a>
          </li>`,
        )}
      </ul>
    </nav>`
  }

  #onArrival(): void {
    void this.updateComplete.then(() => this.#arrival?.await())
  }

  readonly #skip = (event: Event) => {
    event.preventDefault()
    this.querySelector('main')?.focus()
  }
}

const PAGES_FOR_EVERYBODY = new Set(['/method', '/privacy', '/accessibility', '/problems/:code'])

function onlyTakingPart(): TemplateResult {
  return html`<h1 tabindex="-1">${t('frame-participants-title')}</h1>
    <p><a class="button primary" href="/d">${t('frame-participants-join')}</a></p>`
}

function languageButton(): TemplateResult {
  const other: Locale = locale() === 'nl' ? 'en' : 'nl'
  return html`<button type="button" class="quiet" lang=${other} @click=${() => speak(other)}>${t('frame-other-language')}</button>`
}

function canSignIn(): boolean {
  const { start, me } = access()
  return start !== undefined && !start.setUpNeeded && start.audience === 'everyone' && !me
}

function banners(): TemplateResult {
  const { start } = access()
  return html`
    ${start?.demo ? html`<aside class="banner" aria-label=${t('frame-demo-label')}><p>${t('frame-demo')}</p></aside>` : nothing}
    ${
      start?.audience === 'participants'
        ? html`<aside class="banner" aria-label=${t('frame-participants-label')}>
            <p>${t('frame-participants')} <a href="/d">${t('frame-participants-join')}</a></p>
          </aside>`
        : nothing
    }
  `
}

/** Six dots in a ring: six capitals side by side. */
function brandMark(): TemplateResult {
  const dots = [0, 1, 2, 3, 4, 5].map((index) => (index * Math.PI) / 3)
  return html`<svg class="brand-mark" viewBox="-12 -12 24 24" aria-hidden="true">
    ${dots.map((angle) => svg`<circle cx=${8 * Math.sin(angle)} cy=${-8 * Math.cos(angle)} r="3" fill="currentColor" />`)}
  </svg>`
}

function speak(next: Locale): void {
  setLocale(next)
  // Kept with the account too, for the next device; when that fails, this device still speaks it.
  if (access().me) void call<void>('PATCH', '/api/me', { locale: next }).catch(() => undefined)
}

function closeAfterLink(event: Event): void {
  if (!(event.target instanceof Element) || !event.target.closest('a, button')) return
  const menu = document.getElementById('frame-menu')
  menu?.hidePopover()
}

async function leave(): Promise<void> {
  try {
    await signOut()
    go('/')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // The account page has the same button, and a place that says what went wrong.
    go('/account')
  }
}
