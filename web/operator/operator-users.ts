import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OperatorUser } from '../../server/contract/operator.ts'
import { call } from '../api.ts'
import { access } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { confirmed } from '../components/confirm-identity.ts'
import '../components/copy-field.ts'
import { faultSummary, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { formatDay, t } from '../i18n/texts.ts'
import './operator-texts.ts'

interface Page {
  readonly items: readonly OperatorUser[]
  readonly next: string | null
}

/** A link with which somebody chooses another password. */
interface ResetLink {
  readonly url: string
  readonly expiresAt: string
}

/** More would only slow the page down: who looks for somebody types a part of the name. */
const MOST_SHOWN = 50

/** The accounts of the installation: locking one out, letting one in again, and helping who forgot a password. */
@customElement('mv-operator-users')
export class OperatorUsers extends MvElement {
  /** Part of a name or address; it stays in this page, where no log can keep it. */
  @state() private wanted = ''
  @state() private chosen: OperatorUser | undefined
  @state() private link: ResetLink | undefined
  readonly #users = new Reading(this, readAll)
  readonly #finding = new Form(this, 'operator-users')
  readonly #acting = new Form(this, 'operator-user')
  readonly #modal = new Modal('operator-user')

  protected override render() {
    return html`<section aria-labelledby="operator-users-heading">
      <h2 id="operator-users-heading">${t('operator-users')}</h2>
      <p class="muted">${t('operator-users-about')}</p>
      ${this.#users.render((users) => this.#list(users), 'part')}
      ${this.#modal.render(this.chosen?.name ?? '', this.chosen ? this.#actions(this.chosen) : nothing, this.#forget)}
    </section>`
  }

  #list(users: readonly OperatorUser[]): TemplateResult {
    const part = this.wanted.trim().toLowerCase()
    const found = users.filter(({ name, email }) => `${name}\n${email}`.toLowerCase().includes(part))
    return html`${
      users.length > 8
        ? textField(this.#finding, {
            name: 'find',
            label: t('operator-users-find'),
            value: this.wanted,
            onInput: (value) => (this.wanted = value),
          })
        : nothing
    }
      <p role="status" class="muted">${t('operator-users-count', { n: found.length })}</p>
      <ul class="rows">
        ${found.slice(0, MOST_SHOWN).map((user) => this.#row(user))}
      </ul>
      ${found.length > MOST_SHOWN ? html`<p class="muted">${t('operator-users-more', { n: found.length - MOST_SHOWN })}</p>` : nothing}`
  }

  #row(user: OperatorUser): TemplateResult {
    const facts = [
      user.lastSignInOn === null
        ? t('operator-user-never')
        : t('operator-user-last', { day: formatDay(user.lastSignInOn) }),
      t('operator-user-organisations', { n: user.organisations }),
      t(user.hasSecondFactor ? 'operator-user-factor' : 'operator-user-no-factor'),
    ]
    return html`<li>
      <div>
        <strong>${user.name}</strong>${user.isOperator ? html` <span class="muted">(${t('operator-user-operator')})</span>` : nothing}
        <p class="muted">${user.email}</p>
        <p class="muted">${facts.join('. ')}.</p>
      </div>
      <div class="row-side">
        ${user.isLocked ? html`<span class="state">${t('operator-user-locked')}</span>` : nothing}
        ${
          user.id === access().me?.user.id
            ? nothing
            : html`<button type="button" class="quiet" aria-label=${t('operator-user-act-of', { name: user.name })} @click=${() => this.#open(user)}>
                ${t('operator-user-act')}
              </button>`
        }
      </div>
    </li>`
  }

  #actions(user: OperatorUser): TemplateResult {
    const form = this.#acting
    const act = user.isLocked ? 'unlock' : 'lock'
    return html`${faultSummary(form)}
      <p class="muted">${user.email}</p>
      <p>${t(`operator-user-${act}-about`)}</p>
      <p class="actions">
        <button type="button" class=${user.isLocked ? '' : 'danger'} @click=${() => form.run(() => this.#lock(user))}>${t(`operator-user-${act}`)}</button>
      </p>
      ${user.isLocked ? nothing : this.#resetLink(user)}
      <p class="actions"><button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-close')}</button></p>`
  }

  /** A link would let nobody into a locked account. */
  #resetLink(user: OperatorUser): TemplateResult {
    return html`<div class="apart">
      <p>${t('operator-user-link-about')}</p>
      ${
        this.link
          ? html`<mv-copy-field name="reset" .label=${t('operator-user-link')} .value=${this.link.url}></mv-copy-field>
              <p class="muted">${t('operator-user-link-until', { time: new Date(this.link.expiresAt) })}</p>`
          : html`<p class="actions">
              <button type="button" @click=${() => this.#acting.run(() => this.#makeLink(user))}>${t('operator-user-link-make')}</button>
            </p>`
      }
    </div>`
  }

  #open(user: OperatorUser): void {
    this.chosen = user
    this.link = undefined
    this.#acting.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  /** A link that opens an account does not stay in a page that nobody looks at. */
  readonly #forget = () => {
    this.link = undefined
  }

  async #lock(user: OperatorUser): Promise<void> {
    const locked = !user.isLocked
    await confirmed(() => call<void>('PUT', `/api/operator/users/${user.id}/lock`, { locked }))
    this.#modal.close()
    await this.#users.refresh()
  }

  async #makeLink(user: OperatorUser): Promise<void> {
    this.link = await confirmed(() => call<ResetLink>('POST', `/api/operator/users/${user.id}/reset-link`, {}))
  }
}

async function readAll(signal: AbortSignal): Promise<readonly OperatorUser[]> {
  const users: OperatorUser[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query: string = after === '' ? '' : `?after=${after}`
    const page: Page = await call<Page>('GET', `/api/operator/users${query}`, undefined, { signal })
    users.push(...page.items)
    after = page.next
  }
  return users
}
