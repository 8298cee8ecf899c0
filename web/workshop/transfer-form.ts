import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Me } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { access, accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Form } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, selectField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { mayRunRounds } from '../pages/round-words.ts'

/** Gives a session with its round to another organisation in which the reader runs rounds too. */
@customElement('mv-transfer-form')
export class TransferForm extends MvElement {
  @property() org = ''
  @property() workshop = ''
  /** What this organisation is called. */
  @property() name = ''
  @state() private chosen: string | undefined
  readonly #form = new Form(this, 'transfer')
  readonly #modal = new Modal('transfer-sure')

  constructor() {
    super()
    new Following(this, accessChanges)
  }

  protected override render() {
    const others = (access().me?.memberships ?? []).filter(
      ({ organisationId, role }) => organisationId !== this.org && mayRunRounds(role),
    )
    const to = others.find(({ organisationId }) => organisationId === this.chosen) ?? others[0]
    return html`<section aria-labelledby="transfer-heading">
      <h2 id="transfer-heading">${t('workshop-transfer-title')}</h2>
      <p>${t('workshop-transfer-intro')}</p>
      ${faultSummary(this.#form)} ${to ? this.#choice(others, to) : html`<p class="muted">${t('workshop-transfer-nowhere')}</p>`}
    </section>`
  }

  #choice(others: Me['memberships'], to: Me['memberships'][number]): TemplateResult {
    return html`${selectField(this.#form, {
      name: 'organisation',
      label: t('workshop-transfer-to'),
      options: others.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
      chosen: [to.organisationId],
      onChoose: (id) => (this.chosen = id),
    })}
      <p><button type="button" @click=${() => this.#modal.open()}>${t('workshop-transfer-start')}</button></p>
      ${this.#modal.render(
        t('workshop-transfer-sure', { to: to.name }),
        html`<p>${t('workshop-transfer-moves', { to: to.name })}</p>
          <p>${t('workshop-transfer-leaves', { from: this.name, to: to.name })}</p>
          <div class="actions">
            <button type="button" class="danger" @click=${() => this.#move(to.organisationId)}>${t('workshop-transfer-submit')}</button>
            <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>
          </div>`,
      )}`
  }

  #move(organisationId: string): void {
    this.#modal.close()
    void this.#form.run(async () => {
      const path = `/api/organisations/${this.org}/workshops/${this.workshop}/transfer`
      const { id } = await call<{ id: string }>('POST', path, { organisationId })
      go(`/o/${organisationId}/w/${id}/hand-over`)
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-transfer-form': TransferForm
  }
}
