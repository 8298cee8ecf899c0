import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Member } from '../../server/contract/accounts.ts'
import type { GuideView } from '../../server/contract/guides.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import { placeProposal } from '../../server/domain/script.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import { type AgreementDrafts, agreementDrafts } from './agreement-drafts.ts'
import { Agreements, interventionPath } from './agreements.ts'
import './capital-focus.ts'
import type { ProposalAsked } from './capital-focus.ts'
import { EMPTY_CONTENT } from './content.ts'
import { ideaList } from './group-cards.ts'
import './intervention-texts.ts'
import './proposal.ts'
import type { ProposalGone } from './proposal.ts'
import { moveText, scriptList, titleOf, type Written } from './script-list.ts'

/** As many as question 5 ends with; more would hide the proposals. */
const MOST_CONDITIONS = 3

/** A proposal in the list: what is written now, and what the server has of it. */
interface Listed extends Written {
  readonly intervention: Intervention | undefined
}

/** Question 6: what people agree on to encourage what they saw, in the order in which to take it up. */
@customElement('mv-question-six')
export class QuestionSix extends MvElement {
  @property({ attribute: false }) reflection!: Reflection
  @property({ attribute: false }) guide!: GuideView
  @property() org = ''
  @state() private open: string | undefined
  /** Proposals that were begun here and in which nobody wrote yet. */
  @state() private begun: readonly string[] = []
  @state() private people: readonly string[] = []
  readonly #agreements = new Agreements(
    this,
    () => this.org,
    () => agreementDrafts().ready,
  )
  #drafts: AgreementDrafts | undefined
  readonly #capital = new URLSearchParams(location.search).get('capital')
  readonly #onDraft = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts = agreementDrafts()
    this.#drafts.addEventListener('change', this.#onDraft)
    void this.#readPeople()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drafts?.removeEventListener('change', this.#onDraft)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The page read the reflection again because something changed: perhaps an agreement did.
    if (changed.has('reflection') && this.hasUpdated) void this.#agreements.refresh()
  }

  protected override render(): TemplateResult {
    return this.#agreements.render((all) => {
      const own = all.filter(({ reflectionId }) => reflectionId === this.reflection.id)
      const listed = this.#listed(own)
      return html`<div class="question-six" @mv-proposal-asked=${this.#onAsked} @mv-proposal-gone=${this.#onGone}>
        ${this.#capital ? html`<mv-capital-focus .reflection=${this.reflection} .capital=${this.#capital} .interventions=${own}></mv-capital-focus>` : nothing}
        ${this.#conditions()} ${ideaList(this.reflection.entries, this.reflection.canWrite ? this.#takeIdea : undefined)}
        <section class="proposals" aria-labelledby="proposals-heading" @mv-written=${this.#onDraft}>
          <h3 id="proposals-heading">${t('intervention-proposals')}</h3>
          ${listed.length === 0 ? html`<p>${t('intervention-proposals-none')}</p>` : nothing}
          ${repeat(
            listed,
            ({ id }) => id,
            (one) => this.#proposal(one),
          )}
          ${this.reflection.canWrite ? html`<button type="button" class=${listed.length === 0 ? 'primary' : ''} @click=${this.#begin}>${t('intervention-new')}</button>` : nothing}
        </section>
        ${scriptList(listed.filter(({ intervention }) => intervention === undefined || intervention.state !== 'stopped'))}
      </div>`
    }, 'part')
  }

  /** In the order in which they were made, so that nothing moves while somebody writes. */
  #listed(own: readonly Intervention[]): Listed[] {
    const known = own
      .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
      .map((intervention) => ({ id: intervention.id, content: this.#contentOf(intervention), intervention }))
    const ids = new Set(known.map(({ id }) => id))
    const written = (this.#drafts?.pending ?? [])
      .filter(({ key, body }) => !ids.has(key) && body.reflectionId === this.reflection.id)
      .map(({ key, body }) => ({ id: key, content: body.content, intervention: undefined }))
    for (const { id } of written) ids.add(id)
    const begun = this.begun
      .filter((id) => !ids.has(id))
      .map((id) => ({ id, content: EMPTY_CONTENT, intervention: undefined }))
    return [...known, ...written, ...begun]
  }

  #contentOf({ id, reflectionId, content, revision }: Intervention) {
    return this.#drafts?.newestOf(id, { body: { reflectionId, content }, revision })?.body.content ?? content
  }

  #conditions(): TemplateResult | typeof nothing {
    const conditions = this.reflection.entries
      .flatMap(({ body, hidden }) => (body.kind === 'condition' && !hidden ? [body.text.trim()] : []))
      .filter((text) => text !== '')
      .slice(0, MOST_CONDITIONS)
    return html`<aside class="conditions" aria-labelledby="conditions-heading">
      <h3 id="conditions-heading">${t('intervention-conditions')}</h3>
      ${
        conditions.length > 0
          ? html`<ul>${conditions.map((text) => html`<li>${text}</li>`)}</ul>`
          : html`<p class="hint">${t('intervention-conditions-none')} <a href="/o/${this.org}/reflections/${this.reflection.id}/q/5">${t('intervention-conditions-go')}</a></p>`
      }
    </aside>`
  }

  #proposal({ id, content, intervention }: Listed): TemplateResult {
    const isOpen = this.open === id
    const state = intervention?.state ?? 'proposed'
    return html`<details class="proposal" id="proposal-${id}" .open=${isOpen} @toggle=${(event: Event) => this.#onToggle(event, id)}>
      <summary>
        <span class="proposal-title">${titleOf(content)}</span>
        <span class="proposal-facts"><span class="badge is-${state}">${t(`intervention-state-${state}`)}</span>
        <span class="muted">${moveText(placeProposal(content))}</span></span>
      </summary>
      ${
        isOpen
          ? html`<mv-proposal
              .org=${this.org}
              .proposal=${id}
              .intervention=${intervention}
              .reflectionId=${this.reflection.id}
              .guide=${this.guide.texts[locale()]}
              .driver=${this.#driver()}
              .people=${this.people}
              ?canWrite=${this.reflection.canWrite}
            ></mv-proposal>`
          : nothing
      }
    </details>`
  }

  /** The driver of question 1 in one text; '' while nobody wrote it. */
  #driver(): string {
    for (const { body, hidden } of this.reflection.entries) {
      if (body.kind !== 'driver' || hidden) continue
      const text = [body.situation, body.effect, body.need].map((part) => part.trim()).filter((part) => part !== '')
      if (text.length > 0) return text.join(' ')
    }
    return ''
  }

  readonly #begin = () => this.#show(randomId(), true)

  /** An idea becomes a proposal of its own: its words are the first of what is agreed. */
  readonly #takeIdea = (text: string) => {
    const id = randomId()
    const body = { reflectionId: this.reflection.id, content: { ...EMPTY_CONTENT, agreement: text } }
    agreementDrafts().write(id, interventionPath(this.org, id), body, undefined)
    void this.#show(id, true)
  }

  readonly #onAsked = ({ id }: ProposalAsked) => this.#show(id ?? randomId(), id === undefined)

  async #show(id: string, isNew: boolean): Promise<void> {
    if (isNew) this.begun = [...this.begun, id]
    this.open = id
    await this.updateComplete
    const proposal = document.getElementById(`proposal-${id}`)
    proposal?.scrollIntoView({ block: 'start' })
    await proposal?.querySelector('mv-proposal')?.updateComplete
    await proposal?.querySelector('mv-agreement-form')?.updateComplete
    proposal?.querySelector<HTMLInputElement>('input')?.focus({ preventScroll: true })
  }

  #onToggle({ target }: Event, id: string): void {
    if (!(target instanceof HTMLDetailsElement) || target.id !== `proposal-${id}`) return
    if (target.open) this.open = id
    else if (this.open === id) this.open = undefined
  }

  readonly #onGone = ({ id }: ProposalGone) => {
    this.begun = this.begun.filter((one) => one !== id)
    this.#agreements.forget(id)
  }

  async #readPeople(): Promise<void> {
    await this.updateComplete
    try {
      const path = `/api/organisations/${this.org}/members`
      const { items } = await call<{ readonly items: readonly Member[] }>('GET', path)
      this.people = items.map(({ name }) => name)
    } catch {
      // The names are only an offer: without them a name is typed.
      this.people = []
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-question-six': QuestionSix
  }
}
