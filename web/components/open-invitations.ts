import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OpenInvitation, OrganisationKind } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import { mailNote } from './invite-mail.ts'
import { roleText } from './role-words.ts'

/** Invitations that nobody has taken up yet, for owners; shows nothing when there are none. */
@customElement('mv-open-invitations')
export class OpenInvitations extends MvElement {
  @property() org = ''
  /** What kind of organisation it is: it says what roles are called. */
  @property() kind: OrganisationKind = 'company'
  readonly #form = new Form(this, 'open-invitations')
  readonly #list = new Reading(this, (signal) =>
    call<{ items: readonly OpenInvitation[] }>('GET', this.#path(), undefined, { signal }),
  )

  protected override render() {
    return this.#list.value?.items.length === 0 ? html`` : this.#list.render(({ items }) => this.#view(items), 'part')
  }

  /** Reads the list again, after one was made. */
  refresh(): void {
    void this.#list.refresh()
  }

  #path(): string {
    return `/api/organisations/${this.org}/invitations`
  }

  #view(invitations: readonly OpenInvitation[]): TemplateResult {
    return html`<h3>${t('account-invitations-open')}</h3>
      ${faultSummary(this.#form)}
      <ul class="rows">
        ${invitations.map(
          (invitation) => html`<li>
            <div>
              <strong>${nameOf(invitation)}</strong>
              <p class="muted">${roleText(invitation.role, this.kind)}</p>
              ${mailNote(invitation)}
              <p class="muted">${t('account-invite-expires', { until: new Date(invitation.expiresAt) })}</p>
            </div>
            <button type="button" class="quiet" aria-label=${nameOfWithdraw(invitation)} @click=${() => this.#withdraw(invitation)}>
              ${t('account-invitations-withdraw')}
            </button>
          </li>`,
        )}
      </ul>`
  }

  #withdraw(invitation: OpenInvitation): Promise<void> {
    return this.#form.run(async () => {
      await call<void>('DELETE', `${this.#path()}/${invitation.id}`)
      await this.#list.refresh()
    })
  }
}

function nameOf({ note, mail }: OpenInvitation): string {
  return note ?? mail?.to ?? t('account-invitations-unnamed')
}

function nameOfWithdraw(invitation: OpenInvitation): string {
  return t('account-invitations-withdraw-of', { name: nameOf(invitation) })
}
