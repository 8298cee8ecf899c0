import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OpenProgrammeInvitation } from '../../server/contract/programme-invitations.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import '../components/copy-field.ts'
import { faultSummary, formActions, selectField, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { isOnlyHere } from '../components/only-here.ts'
import { t } from '../i18n/texts.ts'
import { mailAddress } from './mail-address.ts'
import './parks-texts.ts'

/** Links in sight at first, and with each press more. */
const AT_ONCE = 10

interface Made {
  readonly url: string
  readonly expiresAt: string
}

/** Something about links changed: whoever counts them reads again. */
export class CompanyInvitationsEvent extends Event {
  constructor() {
    super('mv-company-invitations', { bubbles: true })
  }
}

/** Links that invite companies into a programme: a new one, and those that no company took up yet. */
@customElement('mv-company-invitations')
export class CompanyInvitations extends MvElement {
  @property() org = ''
  @property() programme = ''
  @property({ attribute: false }) parks: readonly { readonly id: string; readonly name: string }[] = []
  @state() private made: Made | undefined
  @state() private opened = 0
  @state() private most = AT_ONCE
  readonly #list = new Reading(this, (signal) =>
    call<{ items: readonly OpenProgrammeInvitation[] }>('GET', this.#path, undefined, { signal }),
  )
  readonly #form = new Form(this, 'invite-company')
  readonly #withdrawing = new Form(this, 'company-links')
  readonly #modal = new Modal('invite-company')

  protected override render() {
    return html`<section aria-labelledby="company-links-heading">
        <div class="section-head">
          <h2 id="company-links-heading" tabindex="-1">${t('parks-links-title')}</h2>
          <button type="button" class="primary" @click=${this.#open}>${t('parks-invite')}</button>
        </div>
        ${faultSummary(this.#withdrawing)}
        ${this.#list.render(({ items }) => (items.length === 0 ? html`<p class="muted">${t('parks-links-none')}</p>` : this.#links(items)), 'part')}
      </section>
      ${this.#modal.render(
        t('parks-invite-title'),
        this.opened === 0 ? nothing : this.made === undefined ? this.#inviteForm() : this.#invited(this.made),
      )}`
  }

  #links(items: readonly OpenProgrammeInvitation[]): TemplateResult {
    const more = Math.min(AT_ONCE, items.length - this.most)
    return html`<ul class="rows">
      ${items.slice(0, this.most).map(
        (link) => html`<li>
          <div>
            <strong>${nameOf(link)}</strong>
            <p class="muted">${link.park?.name ?? t('parks-links-any')}</p>
            <p class="muted">${t('parks-links-until', { until: new Date(link.expiresAt) })}</p>
          </div>
          <button type="button" class="quiet" aria-label=${t('parks-links-withdraw-of', { name: nameOf(link) })} @click=${() => this.#withdraw(link)}>
            ${t('parks-links-withdraw')}
          </button>
        </li>`,
      )}
    </ul>
    ${
      more > 0
        ? html`<p class="actions">
            <button type="button" @click=${() => (this.most += AT_ONCE)}>${t('parks-show-more', { n: more })}</button>
          </p>`
        : nothing
    }`
  }

  #inviteForm(): TemplateResult {
    const form = this.#form
    return html`<form novalidate @submit=${form.onSubmit(this.#invite)}>
      ${faultSummary(form)}
      <p>${t('parks-invite-about')}</p>
      ${textField(form, { name: 'note', label: t('parks-invite-note'), hint: t('parks-invite-note-hint') })}
      ${selectField(form, {
        name: 'park',
        label: t('parks-invite-park'),
        options: [
          { value: '', label: t('parks-invite-park-free') },
          ...this.parks.map(({ id, name }) => ({ value: id, label: name })),
        ],
      })}
      ${formActions(
        form,
        html`<button class="primary">${t('parks-invite-submit')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  #invited({ url, expiresAt }: Made): TemplateResult {
    const { programme } = this
    return html`<p>${t('parks-invite-once')}</p>
      ${isOnlyHere(url) ? html`<p class="warning">${t('account-invite-only-here')}</p>` : nothing}
      <mv-copy-field name="company-link" .label=${t('parks-invite-link')} .value=${url}></mv-copy-field>
      <p class="muted">${t('parks-links-until', { until: new Date(expiresAt) })}</p>
      <p><a href=${mailAddress(t('parks-invite-subject', { programme }), t('parks-invite-text', { programme, url }))}>${t('parks-part-mail')}</a></p>
      <div class="actions"><button type="button" @click=${this.#modal.close}>${t('frame-close')}</button></div>`
  }

  readonly #open = () => {
    this.made = undefined
    this.opened += 1
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  readonly #invite = async (values: FormData) => {
    const body = { note: textOf(values, 'note') || null, parkId: textOf(values, 'park') || null }
    this.made = await call<Made>('POST', this.#path, body)
    await this.updateComplete
    // The button that made it is gone; the link is what to take along.
    this.querySelector<HTMLElement>('dialog input')?.focus()
    await this.#changed()
  }

  #withdraw({ id }: OpenProgrammeInvitation): Promise<void> {
    return this.#withdrawing.run(async () => {
      await call<void>('DELETE', `${this.#path}/${id}`)
      await this.#changed()
      await this.updateComplete
      // With the last link the button that was pressed is gone.
      if (document.activeElement === document.body) document.getElementById('company-links-heading')?.focus()
    })
  }

  async #changed(): Promise<void> {
    this.dispatchEvent(new CompanyInvitationsEvent())
    await this.#list.refresh()
  }

  get #path(): string {
    return `/api/organisations/${this.org}/programme/invitations`
  }
}

function nameOf({ note }: OpenProgrammeInvitation): string {
  return note ?? t('parks-links-unnamed')
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-invitations': CompanyInvitations
  }
}
