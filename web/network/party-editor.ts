import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Network, Party } from '../../server/contract/networks.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { randomId } from '../participant/random-id.ts'
import { KeptDrafts, unlessMeanwhile } from './draft.ts'
import { NetworkApi } from './network-api.ts'
import { type NetworkChange, NetworkChangeEvent } from './network-changes.ts'
import { PARTY_RULES, type PartyDraft, partyFields } from './party-form.ts'
import { inputOf, type PartyWords, saidOf, wordsOf } from './party-words.ts'
import { versions } from './versions.ts'

/** The dialog in which a party is added, changed and removed. Sends `mv-network-change`. */
@customElement('mv-party-editor')
export class PartyEditor extends MvElement {
  @property() org = ''
  @property({ attribute: false }) network: Network | undefined
  @state() private draft: PartyDraft | undefined
  @state() private isKept = false
  @state() private isRemoving = false
  /** A dialog that opens again is a new form. */
  @state() private opened = 0
  readonly #drafts = new KeptDrafts<PartyWords, Party>(() => `party-${this.org}`)
  readonly #form = new Form(this, 'party', PARTY_RULES)
  readonly #modal = new Modal('party')

  /** Opens the dialog for a party, or for a new one. */
  open(party?: Party): void {
    const { draft, isKept } = this.#drafts.open(
      // One that somebody else removed meanwhile is to be added again.
      ({ id, revision }) => (party ? id === party.id : revision === 0),
      { id: party?.id ?? randomId(), revision: party?.revision ?? 0, words: wordsOf(party) },
    )
    this.draft = draft
    this.isKept = isKept
    this.isRemoving = false
    this.opened += 1
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const title = draft && draft.revision > 0 ? t('network-form-title') : t('network-add')
    return this.#modal.render(title, draft ? keyed(this.opened, this.#view(draft)) : nothing, () => {
      if (draft) this.#drafts.closed(draft)
    })
  }

  #view(draft: PartyDraft): TemplateResult {
    const form = this.#form
    return html`<form class="network-form" novalidate @input=${() => this.#drafts.keep()} @change=${() => this.#drafts.keep()} @submit=${form.onSubmit(() => this.#save(draft))}>
        ${faultSummary(form)} ${draft.theirs ? this.#versions(draft) : nothing}
        ${this.isKept ? html`<p class="notice">${t('network-kept')}</p>` : nothing}
        ${partyFields(form, draft, () => this.requestUpdate())}
        ${formActions(
          form,
          html`<button class=${draft.theirs ? '' : 'primary'}>${t('frame-save')}</button>
            <button type="button" class="quiet" @click=${() => this.#drop(draft)}>${t('frame-cancel')}</button>`,
        )}
      </form>
      ${draft.revision > 0 ? this.#removing(draft) : nothing}`
  }

  #versions(draft: PartyDraft): TemplateResult {
    const { theirs, words } = draft
    return versions({
      id: 'party',
      mine: saidOf(inputOf(words, 0)),
      theirs: theirs && theirs !== 'gone' ? saidOf(theirs) : undefined,
      gone: t('network-versions-party-gone'),
      takeTheirs: () => this.#drop(draft),
    })
  }

  #removing(draft: PartyDraft): TemplateResult {
    const cards = this.network?.experiments.filter(({ partyId }) => partyId === draft.id).length ?? 0
    return html`<div class="apart">
      <p class="hint">${t('network-remove-hint', { cards })}</p>
      ${
        this.isRemoving
          ? html`<button type="button" class="danger" @click=${() => this.#form.run(() => this.#remove(draft))}>${t('network-remove-sure')}</button>`
          : html`<button type="button" @click=${() => (this.isRemoving = true)}>${t('network-remove')}</button>`
      }
    </div>`
  }

  async #save(draft: PartyDraft): Promise<void> {
    const input = inputOf(draft.words, draft.revision)
    const saved = await this.#unlessMeanwhile(draft, () => new NetworkApi(this.org).saveParty(draft.id, input))
    if (saved) this.#done(draft, { kind: 'party', saved }, t('network-saved', { name: saved.name }))
  }

  async #remove(draft: PartyDraft): Promise<void> {
    const { id, revision, words } = draft
    const removed = await this.#unlessMeanwhile(draft, async () => {
      await new NetworkApi(this.org).remove('network/parties', { id, revision })
      return true
    })
    if (removed) this.#done(draft, { kind: 'party-gone', id }, t('network-removed', { name: words.name }))
  }

  async #unlessMeanwhile<Done>(draft: PartyDraft, act: () => Promise<Done>): Promise<Done | undefined> {
    const done = await unlessMeanwhile(draft, act, async () => {
      const { parties } = await new NetworkApi(this.org).read()
      return parties.find(({ id }) => id === draft.id)
    })
    if (done === undefined) await this.#showTheirs(draft)
    return done
  }

  /** The page learns their version too, so that what stands behind the dialog is what it compares with. */
  async #showTheirs({ theirs, id }: PartyDraft): Promise<void> {
    if (theirs === undefined) return
    const change: NetworkChange = theirs === 'gone' ? { kind: 'party-gone', id } : { kind: 'party', saved: theirs }
    this.dispatchEvent(new NetworkChangeEvent(change, ''))
    this.isRemoving = false
    this.requestUpdate()
    await this.updateComplete
    document.getElementById('party-versions')?.focus()
  }

  #done(draft: PartyDraft, change: NetworkChange, said: string): void {
    this.#drop(draft)
    this.dispatchEvent(new NetworkChangeEvent(change, said))
  }

  #drop(draft: PartyDraft): void {
    this.#drafts.drop(draft)
    this.#modal.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-party-editor': PartyEditor
  }
}
