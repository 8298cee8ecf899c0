import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Register } from '../../server/contract/privacy.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { saveJson } from '../components/save-file.ts'
import { formatDay, t } from '../i18n/texts.ts'
import './privacy-texts.ts'
import { factsOf } from './privacy-words.ts'

const FILL_IN = ['controller', 'ground', 'agreement']

/** The register of processing activities, for who runs the installation: to read, print and keep. */
@customElement('mv-register-page')
export class RegisterPage extends MvElement {
  readonly #register = new Reading<Register>(this, (signal) =>
    call('GET', '/api/operator/register', undefined, { signal }),
  )

  protected override render() {
    return this.#register.render(
      (register) => html`<div class="article privacy">
        <h1>${t('privacy-register-title')}</h1>
        <p class="lead">${t('privacy-register-lead')}</p>
        <p class="screen-only actions">
          <button type="button" @click=${() => print()}>${t('privacy-print')}</button>
          <button type="button" @click=${() => saveJson('meervoud-register', register)}>${t('privacy-register-download')}</button>
        </p>
        <p>${t('privacy-register-made', { day: formatDay(register.madeAt), version: register.version })}</p>
        <p>
          ${
            register.contact === null
              ? t('privacy-register-contact-none')
              : t('privacy-register-contact', { contact: register.contact })
          }
        </p>
        ${register.activities.map((activity) => activityOf(activity, register))}
        ${list(
          'privacy-measures',
          register.measures.map((measure) => t(`privacy-measure-${measure}`)),
        )}
        ${list(
          'privacy-register-fill-in',
          FILL_IN.map((line) => t(`privacy-register-fill-in-${line}`)),
        )}
      </div>`,
    )
  }
}

function activityOf(activity: Register['activities'][number], { months }: Register): TemplateResult {
  const { purpose, tables } = activity
  return html`<section aria-labelledby="purpose-${purpose}">
    <h2 id="purpose-${purpose}">${t(`privacy-purpose-${purpose}`)}</h2>
    <p>${t(`privacy-purpose-${purpose}-about`)}</p>
    <dl class="kept-facts">
      ${factsOf(activity, months).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      <div>
        <dt>${t('privacy-register-data')}</dt>
        <dd>
          <ul>
            ${tables.map(({ table, personal }) => html`<li><code>${table}</code>: ${personal.join(', ')}</li>`)}
          </ul>
        </dd>
      </div>
    </dl>
  </section>`
}

function list(heading: string, lines: readonly string[]): TemplateResult {
  return html`<section aria-labelledby=${heading}>
    <h2 id=${heading}>${t(heading)}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}
