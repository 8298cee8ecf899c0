import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { StartState } from '../../server/contract/accounts.ts'
import type { Privacy } from '../../server/contract/privacy.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import '../programme/public-texts.ts'

const DONE = ['axe', 'keys', 'narrow', 'languages']
const KNOWN = ['charts', 'tables', 'slides']

/** How accessible this version is, as far as it was tested, and whom to tell when something does not work. */
@customElement('mv-accessibility-page')
export class AccessibilityPage extends MvElement {
  readonly #page = new Reading(this, async (signal) => {
    const [{ version }, { contact }] = await Promise.all([
      call<StartState>('GET', '/api/start', undefined, { signal }),
      call<Privacy>('GET', '/api/privacy', undefined, { signal }),
    ])
    return { version, contact }
  })

  protected override render() {
    return this.#page.render(
      ({ version, contact }) => html`<div class="article">
        <h1>${t('accessibility-title')}</h1>
        <p class="lead">${t('accessibility-lead')}</p>
        <h2>${t('accessibility-aim')}</h2>
        <p>${t('accessibility-aim-text')}</p>
        <h2>${t('accessibility-status')}</h2>
        <p>${t('accessibility-status-text', { version })}</p>
        <p>${t('accessibility-done')}</p>
        <ul>${DONE.map((line) => html`<li>${t(`accessibility-done-${line}`)}</li>`)}</ul>
        <h2>${t('accessibility-known')}</h2>
        <ul>${KNOWN.map((line) => html`<li>${t(`accessibility-known-${line}`)}</li>`)}</ul>
        <h2>${t('accessibility-tell')}</h2>
        <p>${contact === null ? t('accessibility-tell-none') : t('accessibility-tell-contact', { contact })}</p>
      </div>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-accessibility-page': AccessibilityPage
  }
}
