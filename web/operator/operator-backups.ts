import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OperatorState } from '../../server/contract/operator.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { confirmed } from '../components/confirm-identity.ts'
import { faultSummary } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { factList } from './operator-facts.ts'
import './operator-texts.ts'

/** The backups: how many, how old, tried out when, and a button for one more. `mv-state-change` when one was made. */
@customElement('mv-operator-backups')
export class OperatorBackups extends MvElement {
  @property({ attribute: false }) state: OperatorState | undefined
  @state() private isMade = false
  readonly #form = new Form(this, 'operator-backup')

  protected override render() {
    return html`<section aria-labelledby="operator-backups">
      <h2 id="operator-backups">${t('operator-backups')}</h2>
      ${this.state ? this.#body(this.state) : nothing}
    </section>`
  }

  #body({ backups, isDemo }: OperatorState): TemplateResult {
    if (backups === null) return html`<p>${t(isDemo ? 'operator-backups-demo' : 'operator-backups-elsewhere')}</p>`
    return html`${this.#warnings(backups)}
      ${factList([
        {
          name: t('operator-backup-newest'),
          value:
            backups.newestAt === null
              ? t('operator-backup-none')
              : t('operator-time', { time: new Date(backups.newestAt) }),
        },
        { name: t('operator-backup-kept'), value: t('operator-backup-kept-n', { n: backups.kept }) },
        { name: t('operator-backup-folder'), value: html`<code>${backups.folder}</code>` },
        { name: t('operator-drill'), value: drillText(backups.drill) },
      ])}
      <p class="hint">${t('operator-backup-about')}</p>
      ${faultSummary(this.#form)}
      <p class="actions">
        <button type="button" ?disabled=${this.#form.isBusy} @click=${() => this.#form.run(this.#make)}>
          ${t('operator-backup-make')}
        </button>
        <span role="status" class="done">${this.#words()}</span>
      </p>`
  }

  #warnings({ failure, isLate, isOnSameDisk, drill }: NonNullable<OperatorState['backups']>): TemplateResult {
    return html`${failure === null ? nothing : html`<p class="warning">${t(failure === 'no-room' ? 'operator-backup-no-room' : 'operator-backup-failed')}</p>`}
    ${isLate ? html`<p class="warning">${t('operator-backup-late')}</p>` : nothing}
    ${drill?.isGood === false ? html`<p class="warning">${t(drill.fault === 'no-room' ? 'operator-drill-no-room-about' : 'operator-drill-bad-about')}</p>` : nothing}
    ${isOnSameDisk ? html`<p class="notice">${t('operator-backup-same-disk')}</p>` : nothing}`
  }

  #words(): string {
    if (this.#form.isBusy) return t('operator-backup-busy')
    return this.isMade ? t('operator-backup-made') : ''
  }

  readonly #make = async () => {
    this.isMade = false
    this.state = await confirmed(() => call<OperatorState>('POST', '/api/operator/backups', {}))
    this.isMade = true
    this.dispatchEvent(new CustomEvent('mv-state-change', { bubbles: true }))
  }
}

function drillText(drill: NonNullable<OperatorState['backups']>['drill']): string {
  if (drill === null) return t('operator-drill-none')
  const bad = drill.fault === 'no-room' ? 'operator-drill-no-room' : 'operator-drill-bad'
  return t(drill.isGood ? 'operator-drill-good' : bad, { time: new Date(drill.at) })
}
