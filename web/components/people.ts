import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Member, OrganisationKind } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { rolesOf } from '../../server/contract/roles.ts'
import { call } from '../api.ts'
import { access, readAccess } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { type FieldRule, Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { t } from '../i18n/texts.ts'
import { endOfDay, NOTE, UNTIL } from '../pages/account-rules.ts'
import './consultants.ts'
import type { MemberEvent } from './consultants.ts'
import './copy-field.ts'
import { endWords, isEndOfEngagement, usualEnd } from './engagement-end.ts'
import { faultSummary, formActions, radioField, textField } from './fields.ts'
import { inviteIntro, inviteMailFields, inviteMailOf, MAIL_TO } from './invite-mail.ts'
import { Modal } from './modal.ts'
import { isOnlyHere } from './only-here.ts'
import { OpenInvitations } from './open-invitations.ts'
import { roleHint, roleText } from './role-words.ts'

/** A consultant is let in for a time: who keeps a key for ever is forgotten. */
const ENGAGEMENT_END: FieldRule = {
  field: 'until',
  fault: 'access-fault-end',
  holds: (value, values) => textOf(values, 'role') !== 'facilitator' || isEndOfEngagement(value),
}

/** The answer to a new invitation: its link carries a secret, and is given only this once. */
interface Invitation {
  readonly url: string
  readonly expiresAt: string
}

interface Members {
  readonly items: readonly Member[]
}

/** The people who work in an organisation. An owner invites, changes roles and ends memberships here. */
@customElement('mv-people')
export class People extends MvElement {
  @property() org = ''
  /** What kind of organisation it is: it says which roles there are. */
  @property() kind: OrganisationKind = 'company'
  /** The reader's own role. */
  @property() myRole: Role = 'viewer'
  @state() private invitation: Invitation | undefined
  /** Where the newest one is mailed; '' when it is not. */
  @state() private mailedTo = ''
  @state() private chosen: Member | undefined
  @state() private isRemoving = false
  /** A dialog that opens again is a new form: nothing of the last one stays. */
  @state() private opened = 0
  readonly #members = new Reading<Members>(this, (signal) =>
    call('GET', `/api/organisations/${this.org}/members`, undefined, { signal }),
  )
  readonly #inviting = new Form(this, 'invite', [NOTE, MAIL_TO, UNTIL, ENGAGEMENT_END])
  readonly #changing = new Form(this, 'member', [UNTIL, ENGAGEMENT_END])
  readonly #inviteModal = new Modal('invite')
  readonly #memberModal = new Modal('member')

  protected override render() {
    return html`<section aria-labelledby="people-heading">
      <div class="section-head">
        <h2 id="people-heading">${t('account-people-title')}</h2>
        ${this.myRole === 'owner' ? html`<button type="button" @click=${this.#openInvite}>${t('account-people-invite')}</button>` : nothing}
      </div>
      <p class="muted">${t('account-people-intro')}</p>
      ${this.#members.render(({ items }) => html`<ul class="rows">${items.filter((member) => !isConsultant(member)).map((member) => this.#row(member))}</ul>`, 'part')}
      ${this.myRole === 'owner' ? html`<mv-open-invitations .org=${this.org} .kind=${this.kind}></mv-open-invitations>` : nothing}
      ${this.#members.value && this.kind !== 'programme' ? this.#consultants(this.#members.value.items) : nothing}
      ${this.#inviteModal.render(this.invitation ? t('account-invite-done-title') : t('account-invite-title'), this.invitation ? this.#invited(this.invitation) : keyed(this.opened, this.#inviteForm()))}
      ${this.#memberModal.render(t('account-member-title', { name: this.chosen?.name ?? '' }), this.chosen ? keyed(this.opened, this.#memberForm(this.chosen)) : nothing)}
    </section>`
  }

  #row(member: Member): TemplateResult {
    const isMe = member.userId === access().me?.user.id
    return html`<li>
      <div>
        <strong>${member.name}</strong>${isMe ? html` <span class="muted">(${t('account-people-you')})</span>` : nothing}
        <p class="muted">${member.email}</p>
      </div>
      <div class="row-side">
        <span>${roleText(member.role, this.kind)}${member.until ? `, ${endWords(member.until)}` : ''}</span>
        ${
          this.myRole === 'owner'
            ? html`<button type="button" class="quiet" aria-label=${t('account-people-change-of', { name: member.name })} @click=${() => this.#openMember(member)}>
                ${t('account-people-change')}
              </button>`
            : nothing
        }
      </div>
    </li>`
  }

  #consultants(members: readonly Member[]): TemplateResult {
    return html`<mv-consultants
      .org=${this.org}
      .isOwner=${this.myRole === 'owner'}
      .consultants=${members.filter(isConsultant)}
      @mv-member=${({ member }: MemberEvent) => this.#openMember(member)}
      @mv-engagement=${() => this.#members.refresh()}
    ></mv-consultants>`
  }

  #inviteForm(): TemplateResult {
    const form = this.#inviting
    return html`<form novalidate @submit=${form.onSubmit(this.#invite)} @change=${endFollowsRole}>
      ${faultSummary(form)}
      <p>${inviteIntro()}</p>
      ${textField(form, { name: 'note', label: t('account-invite-note'), hint: t('account-invite-note-hint') })}
      ${inviteMailFields(form)}
      ${this.kind === 'programme' ? roleAndEnd(form, this.kind, 'adviser', '') : roleAndEnd(form, this.kind, 'facilitator', usualEnd())}
      ${formActions(
        form,
        html`<button class="primary">${t('account-invite-submit')}</button>
          <button type="button" class="quiet" @click=${this.#inviteModal.close}>${t('frame-cancel')}</button>`,
      )}
    </form>`
  }

  #invited(invitation: Invitation): TemplateResult {
    return html`<p>${this.mailedTo ? t('letters-invite-mailed', { email: this.mailedTo }) : t('account-invite-done')}</p>
      ${isOnlyHere(invitation.url) ? html`<p class="warning">${t('account-invite-only-here')}</p>` : nothing}
      <mv-copy-field name="invitation" .label=${t('account-invite-link')} .value=${invitation.url}></mv-copy-field>
      <p class="muted">${t('account-invite-expires', { until: new Date(invitation.expiresAt) })}</p>
      <div class="actions"><button type="button" @click=${this.#inviteModal.close}>${t('frame-close')}</button></div>`
  }

  #memberForm(member: Member): TemplateResult {
    const form = this.#changing
    return html`<form novalidate @submit=${form.onSubmit((values) => this.#change(member, values))} @change=${endFollowsRole}>
        ${faultSummary(form)} ${roleAndEnd(form, this.kind, member.role, member.until?.slice(0, 10) ?? (isConsultant(member) ? usualEnd() : ''))}
        ${formActions(
          form,
          html`<button class="primary">${t('frame-save')}</button>
            <button type="button" class="quiet" @click=${this.#memberModal.close}>${t('frame-cancel')}</button>`,
        )}
      </form>
      <div class="apart">
        <p class="hint">${t('account-member-remove-hint')}</p>
        ${
          this.isRemoving
            ? html`<button type="button" class="danger" @click=${() => this.#changing.run(() => this.#remove(member))}>${t('account-member-remove-sure')}</button>`
            : html`<button type="button" @click=${() => (this.isRemoving = true)}>${t('account-member-remove')}</button>`
        }
      </div>`
  }

  readonly #openInvite = () => {
    this.invitation = undefined
    this.opened += 1
    this.#inviting.clear()
    void this.updateComplete.then(() => this.#inviteModal.open())
  }

  #openMember(member: Member): void {
    this.chosen = member
    this.opened += 1
    this.isRemoving = false
    this.#changing.clear()
    void this.updateComplete.then(() => this.#memberModal.open())
  }

  readonly #invite = async (values: FormData) => {
    this.invitation = await call<Invitation>('POST', `/api/organisations/${this.org}/invitations`, {
      ...roleOf(values),
      ...(textOf(values, 'note') && { note: textOf(values, 'note') }),
      ...inviteMailOf(values),
    })
    this.mailedTo = textOf(values, 'email')
    await this.updateComplete
    // The button that made it is gone; the link is what to take along.
    this.querySelector<HTMLElement>('dialog[open] input')?.focus()
    const open = this.querySelector('mv-open-invitations')
    if (open instanceof OpenInvitations) open.refresh()
  }

  async #change(member: Member, values: FormData): Promise<void> {
    await call<unknown>('PATCH', `/api/organisations/${this.org}/members/${member.userId}`, roleOf(values))
    await this.#afterChange(member)
  }

  async #remove(member: Member): Promise<void> {
    await call<void>('DELETE', `/api/organisations/${this.org}/members/${member.userId}`)
    await this.#afterChange(member)
  }

  async #afterChange(member: Member): Promise<void> {
    this.#memberModal.close()
    if (member.userId !== access().me?.user.id) return this.#members.refresh()
    // Who changes the own role may now see another page, or none.
    await readAccess()
    go('/')
  }
}

function roleAndEnd(form: Form, kind: OrganisationKind, role: Role, until: string): TemplateResult {
  return html`${radioField(form, {
    name: 'role',
    label: t('account-invite-role'),
    options: rolesOf(kind).map((value) => ({
      value,
      label: roleText(value, kind),
      hint: roleHint(value, kind),
    })),
    chosen: [role],
  })}
  ${textField(form, { name: 'until', type: 'date', label: t('account-invite-until'), hint: t('account-invite-until-hint'), value: until })}`
}

function isConsultant({ role }: Member): boolean {
  return role === 'facilitator'
}

/** Somebody who becomes a consultant gets the usual end, and loses it again with the role; a day that was typed stays. */
function endFollowsRole({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.name !== 'role') return
  const until = target.form?.elements.namedItem('until')
  if (!(until instanceof HTMLInputElement)) return
  if (target.value === 'facilitator' && until.value === '') until.value = usualEnd()
  else if (target.value !== 'facilitator' && until.value === usualEnd()) until.value = ''
}

function roleOf(values: FormData): { role: string; until: string | null } {
  const until = textOf(values, 'until')
  return { role: textOf(values, 'role'), until: until === '' ? null : endOfDay(until) }
}
