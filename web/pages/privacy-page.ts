import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Privacy } from '../../server/contract/privacy.ts'
import { call } from '../api.ts'
import { access, accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import './privacy-texts.ts'
import { factsOf } from './privacy-words.ts'

const PHONE = ['anonymous', 'open', 'change', 'after', 'five', 'keeps']
const RIGHTS = ['see', 'erase', 'object', 'complain']

/** What this installation keeps about people, in plain words for everybody. */
@customElement('mv-privacy-page')
export class PrivacyPage extends MvElement {
  readonly #privacy = new Reading<Privacy>(this, (signal) => call('GET', '/api/privacy', undefined, { signal }))

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    return this.#privacy.render(
      (privacy) => html`<div class="article privacy">
        <h1>${t('privacy-title')}</h1>
        <p class="lead">${t('privacy-lead')}</p>
        ${section('phone', html`<ul>${PHONE.map((line) => html`<li>${t(`privacy-phone-${line}`)}</li>`)}</ul>`)}
        ${section('who', whoIsResponsible(privacy))} ${section('kept', kept(privacy))} ${section('given', given(privacy))}
        ${section('rights', rights())}
      </div>`,
    )
  }
}

function section(name: string, body: TemplateResult): TemplateResult {
  return html`<section aria-labelledby="${name}-heading"><h2 id="${name}-heading">${t(`privacy-${name}`)}</h2>${body}</section>`
}

function whoIsResponsible({ contact }: Privacy): TemplateResult {
  return html`<p>${t('privacy-who-organisation')}</p>
    <p>${t('privacy-who-operator')}</p>
    <p>${contact === null ? t('privacy-contact-none') : t('privacy-contact', { contact })}</p>`
}

function kept({ activities, months }: Privacy): TemplateResult {
  return html`${activities.map(
    (activity) => html`<h3>${t(`privacy-purpose-${activity.purpose}`)}</h3>
      <p>${t(`privacy-purpose-${activity.purpose}-about`)}</p>
      <dl class="kept-facts">
        ${factsOf(activity, months).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>`,
  )}
    <p>${t('privacy-backups')}</p>`
}

function given({ recipients }: Privacy): TemplateResult {
  return html`<ul>
      ${recipients.map(({ kind, host }) => html`<li>${t(`privacy-recipient-${kind}-about`, { host: host ?? '' })}</li>`)}
    </ul>
    <p>${t('privacy-given-nobody')}</p>`
}

function rights(): TemplateResult {
  return html`<ul>${RIGHTS.map((right) => html`<li>${t(`privacy-rights-${right}`)}</li>`)}</ul>
    ${access().me ? html`<p><a class="button" href="/account">${t('privacy-account')}</a></p>` : nothing}`
}
