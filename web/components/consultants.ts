import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Member } from '../../server/contract/accounts.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { formatDay, t } from '../i18n/texts.ts'
import './access-texts.ts'
import { byEnd, endsSoon, endWords, hasEnded } from './engagement-end.ts'
import { faultSummary, formActions } from './fields.ts'
import { Modal } from './modal.ts'

/** The owner wants to change what a member may do; the list of people has the form for it. */
export class MemberEvent extends Event {
  readonly member: Member

  constructor(member: Member) {
    super('mv-member', { bubbles: true })
    this.member = member
  }
}

/** Something about a consultant was changed: the list of members is to be read again. */
export class EngagementEvent extends Event {
  constructor() {
    super('mv-engagement', { bubbles: true })
  }
}

/** Consultants at work in an organisation: until when, longer or over at one press, and who was here before. */
@customElement('mv-consultants')
export class Consultants extends MvElement {
  @property() org = ''
  @property({ attribute: false }) isOwner = false
  /** Members with the role facilitator; those whose engagement is over too. */
  @property({ attribute: false }) consultants: readonly Member[] = []
  @state() private note = ''
  @state() private ending: Member | undefined
  readonly #form = new Form(this, 'consultants')
  readonly #modal = new Modal('end-engagement')

  protected override render() {
    const sorted = [...this.consultants].sort(byEnd)
    const ended = sorted.filter(hasEnded).reverse()
    const atWork = sorted.filter((member) => !hasEnded(member))
    return html`<section aria-labelledby="consultants-heading">
      <h2 id="consultants-heading">${t('access-consultants-title')}</h2>
      <p class="muted">${t('access-consultants-intro')}</p>
      ${faultSummary(this.#form)}
      ${
        atWork.length > 0
          ? html`<ul class="rows">${atWork.map((member) => this.#row(member))}</ul>`
          : html`<div class="empty"><p>${t(this.isOwner ? 'access-consultants-none-owner' : 'access-consultants-none')}</p></div>`
      }
      <p role="status" class="consultants-note done">${this.note}</p>
      ${ended.length > 0 ? this.#ended(ended) : nothing}
      ${this.#modal.render(t('access-end-title', { name: this.ending?.name ?? '' }), this.ending ? this.#ask(this.ending) : nothing)}
    </section>`
  }

  #row(member: Member): TemplateResult {
    const { name, email, until } = member
    const end = until === null ? t(this.isOwner ? 'access-no-end-choose' : 'access-no-end') : endWords(until)
    const isToArrange = until === null ? this.isOwner : endsSoon(member)
    return html`<li>
      <div>
        <strong>${name}</strong>
        <p class="muted">${email}</p>
        <p class=${isToArrange ? 'consultant-end is-soon' : 'consultant-end'}>${t('account-role-facilitator')}, ${end}</p>
      </div>
      ${this.isOwner ? html`<div class="row-side">${this.#buttons(member)}</div>` : nothing}
    </li>`
  }

  #buttons(member: Member): TemplateResult {
    const { name } = member
    return html`<button type="button" aria-label=${t('access-extend-of', { name })} @click=${() => this.#extend(member)}>
        ${t('access-extend')}
      </button>
      <button type="button" class="quiet" aria-label=${t('access-end-of', { name })} @click=${() => this.#askToEnd(member)}>
        ${t('access-end')}
      </button>
      <button type="button" class="quiet" aria-label=${t('account-people-change-of', { name })} @click=${() => this.dispatchEvent(new MemberEvent(member))}>
        ${t('account-people-change')}
      </button>`
  }

  #ended(members: readonly Member[]): TemplateResult {
    return html`<details class="fold">
      <summary>${t('access-ended', { n: members.length })}</summary>
      <ul class="rows">
        ${members.map(
          (member) => html`<li>
            <div>
              <strong>${member.name}</strong>
              <p class="muted">${t('access-ended-on', { day: formatDay(member.until ?? '') })}</p>
            </div>
            ${
              this.isOwner
                ? html`<button type="button" class="quiet" aria-label=${t('access-again-of', { name: member.name })} @click=${() => this.#extend(member)}>
                    ${t('access-again')}
                  </button>`
                : nothing
            }
          </li>`,
        )}
      </ul>
    </details>`
  }

  #ask(member: Member): TemplateResult {
    return html`<p>${t('access-end-explain', { name: member.name })}</p>
      ${formActions(
        this.#form,
        html`<button type="button" class="danger" @click=${() => this.#end(member)}>${t('access-end-sure')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
      )}`
  }

  #askToEnd(member: Member): void {
    this.ending = member
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  #extend(member: Member): Promise<void> {
    return this.#press(member, 'extend', ({ name, until }) =>
      t('access-extended', { name, day: until === null ? '' : formatDay(until) }),
    )
  }

  async #end(member: Member): Promise<void> {
    await this.#press(member, 'end', ({ name }) => t('access-ended-now', { name }))
    this.#modal.close()
  }

  async #press({ userId }: Member, what: 'extend' | 'end', noteOf: (member: Member) => string): Promise<void> {
    // Pressed twice would be six months.
    if (this.#form.isBusy) return
    this.note = ''
    await this.#form.run(async () => {
      const path = `/api/organisations/${this.org}/engagements/${userId}/${what}`
      this.note = noteOf(await call<Member>('POST', path))
      this.dispatchEvent(new EngagementEvent())
    })
  }
}

declare global {
  interface HTMLElementEventMap {
    'mv-member': MemberEvent
    'mv-engagement': EngagementEvent
  }
}
