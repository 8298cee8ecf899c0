import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { OperatorState } from '../../server/contract/operator.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import '../components/system-events.ts'
import { t } from '../i18n/texts.ts'
import '../operator/operator-backups.ts'
import { factList, megabytes } from '../operator/operator-facts.ts'
import '../operator/operator-texts.ts'
import '../operator/operator-users.ts'

/** How the installation is doing, for whoever runs it: numbers and accounts, nothing that an organisation keeps in it. */
@customElement('mv-operator-page')
export class OperatorPage extends MvElement {
  readonly #state = new Reading(this, (signal) =>
    call<OperatorState>('GET', '/api/operator/state', undefined, { signal }),
  )

  protected override render() {
    return this.#state.render(
      (state) => html`<h1>${t('operator-title')}</h1>
        <p class="lead">${t('operator-lead')}</p>
        ${this.#status(state)} ${this.#numbers(state)}
        <mv-operator-backups .state=${state} @mv-state-change=${() => this.#state.refresh()}></mv-operator-backups>
        <mv-operator-users></mv-operator-users>
        <section aria-labelledby="operator-papers">
          <h2 id="operator-papers">${t('operator-papers')}</h2>
          <ul>
            <li><a href="/operator/register">${t('operator-register')}</a></li>
            <li><a href="/privacy">${t('operator-privacy')}</a></li>
          </ul>
        </section>
        <mv-system-events></mv-system-events>`,
    )
  }

  #status({ status, isDemo }: OperatorState): TemplateResult {
    const isWell = status === 'ok'
    return html`<p class=${isWell ? 'operator-status is-well' : 'operator-status warning'} role="status">
        <strong>${t(`operator-status-${status}`)}</strong> ${isWell ? nothing : t(`operator-status-${status}-about`)}
      </p>
      ${isDemo ? html`<p class="notice">${t('operator-demo')}</p>` : nothing}`
  }

  #numbers({ version, startedAt, database, disk, hasMail, failingMails, secondFactor }: OperatorState): TemplateResult {
    return html`<section aria-labelledby="operator-numbers">
      <h2 id="operator-numbers">${t('operator-numbers')}</h2>
      ${factList([
        { name: t('operator-version'), value: version },
        { name: t('operator-since'), value: t('operator-time', { time: new Date(startedAt) }) },
        {
          name: t('operator-database'),
          value: t(`operator-database-${database.kind}`, {
            size: megabytes(database.bytes),
            step: database.migrations,
          }),
        },
        {
          name: t('operator-disk'),
          value: disk
            ? t('operator-disk-free', { free: megabytes(disk.freeBytes), least: megabytes(disk.leastBytes) })
            : t('operator-disk-elsewhere'),
        },
        { name: t('operator-mail'), value: t(hasMail ? 'operator-mail-on' : 'operator-mail-off') },
        { name: t('operator-factor'), value: t(`operator-factor-${secondFactor}`) },
      ])}
      ${failingMails > 0 ? html`<p class="warning">${t('operator-mail-failing', { n: failingMails })}</p>` : nothing}
    </section>`
  }
}
