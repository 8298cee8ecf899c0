import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Experiment, Network } from '../../server/contract/networks.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import { randomId } from '../participant/random-id.ts'
import { KeptDrafts, unlessMeanwhile } from './draft.ts'
import {
  type ExperimentDraft,
  type ExperimentPart,
  type ExperimentWords,
  experimentFields,
  experimentInput,
  experimentRules,
  experimentSaid,
  experimentWords,
} from './experiment-form.ts'
import { NetworkApi } from './network-api.ts'
import { type NetworkChange, NetworkChangeEvent } from './network-changes.ts'
import { versions } from './versions.ts'

/** The dialog in which the experiment of a quarter is planned, changed, finished and removed. Sends `mv-network-change`. */
@customElement('mv-experiment-editor')
export class ExperimentEditor extends MvElement {
  @property() org = ''
  @property({ attribute: false }) network: Network = { parties: [], experiments: [] }
  @state() private draft: ExperimentDraft | undefined
  @state() private chapter: ExperimentPart = 'plan'
  @state() private isKept = false
  @state() private isRemoving = false
  /** A dialog that opens again is a new form. */
  @state() private opened = 0
  readonly #drafts = new KeptDrafts<ExperimentWords, Experiment>(() => `experiment-${this.org}`)
  readonly #form = new Form(
    this,
    'experiment',
    experimentRules(() => this.draft?.words),
  )
  readonly #modal = new Modal('experiment')

  /** Opens one part of an experiment; without one, a new experiment for this quarter. */
  open(part: ExperimentPart, period: string, experiment?: Experiment): void {
    const { draft, isKept } = this.#drafts.open(
      ({ id, revision, words }) => (experiment ? id === experiment.id : revision === 0 && words.period === period),
      {
        id: experiment?.id ?? randomId(),
        revision: experiment?.revision ?? 0,
        words: experimentWords(experiment, period),
      },
    )
    this.draft = draft
    this.isKept = isKept
    this.chapter = part
    this.isRemoving = false
    this.opened += 1
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const title = draft ? titleOf(this.chapter, draft) : ''
    return this.#modal.render(title, draft ? keyed(this.opened, this.#view(draft)) : nothing, () => {
      if (draft) this.#drafts.closed(draft)
    })
  }

  #view(draft: ExperimentDraft): TemplateResult {
    const form = this.#form
    return html`<form class="network-form" novalidate @input=${() => this.#drafts.keep()} @change=${() => this.#drafts.keep()} @submit=${form.onSubmit(() => this.#save(draft))}>
        ${faultSummary(form)} ${draft.theirs ? this.#versions(draft) : nothing}
        ${this.isKept ? html`<p class="notice">${t('network-kept')}</p>` : nothing}
        ${experimentFields(form, draft, this.network, this.chapter, () => this.requestUpdate())}
        ${formActions(
          form,
          html`<button class=${draft.theirs ? '' : 'primary'}>${t('frame-save')}</button>
            <button type="button" class="quiet" @click=${() => this.#drop(draft)}>${t('frame-cancel')}</button>`,
        )}
      </form>
      ${draft.revision > 0 && this.chapter === 'plan' ? this.#removing(draft) : nothing}`
  }

  #versions(draft: ExperimentDraft): TemplateResult {
    const { theirs, words } = draft
    return versions({
      id: 'experiment',
      mine: experimentSaid(words, this.network),
      theirs: theirs && theirs !== 'gone' ? experimentSaid(theirs, this.network) : undefined,
      gone: t('network-versions-experiment-gone'),
      takeTheirs: () => this.#drop(draft),
    })
  }

  #removing(draft: ExperimentDraft): TemplateResult {
    return html`<div class="apart">
      <p class="hint">${t('network-experiment-remove-hint')}</p>
      ${
        this.isRemoving
          ? html`<button type="button" class="danger" @click=${() => this.#form.run(() => this.#remove(draft))}>${t('network-remove-sure')}</button>`
          : html`<button type="button" @click=${() => (this.isRemoving = true)}>${t('network-experiment-remove')}</button>`
      }
    </div>`
  }

  async #save(draft: ExperimentDraft): Promise<void> {
    const input = experimentInput(draft.words, draft.revision)
    const saved = await this.#unlessMeanwhile(draft, () => new NetworkApi(this.org).saveExperiment(draft.id, input))
    if (saved) this.#done(draft, { kind: 'experiment', saved }, t('network-experiment-saved'))
  }

  async #remove(draft: ExperimentDraft): Promise<void> {
    const { id, revision } = draft
    const removed = await this.#unlessMeanwhile(draft, async () => {
      await new NetworkApi(this.org).remove('experiments', { id, revision })
      return true
    })
    if (removed) this.#done(draft, { kind: 'experiment-gone', id }, t('network-experiment-removed'))
  }

  async #unlessMeanwhile<Done>(draft: ExperimentDraft, act: () => Promise<Done>): Promise<Done | undefined> {
    const wasId = draft.id
    const done = await unlessMeanwhile(draft, act, async () => {
      const { experiments } = await new NetworkApi(this.org).read()
      // Somebody else may have made the card of the same quarter, under an id of its own.
      return experiments.find(({ id, period }) => id === draft.id || period === draft.words.period)
    })
    if (done === undefined) await this.#showTheirs(draft, wasId)
    return done
  }

  /** The page learns their version too, so that what stands behind the dialog is what it compares with. */
  async #showTheirs({ theirs }: ExperimentDraft, wasId: string): Promise<void> {
    if (theirs === undefined) return
    const change: NetworkChange =
      theirs === 'gone' ? { kind: 'experiment-gone', id: wasId } : { kind: 'experiment', saved: theirs }
    this.dispatchEvent(new NetworkChangeEvent(change, ''))
    this.isRemoving = false
    this.requestUpdate()
    await this.updateComplete
    document.getElementById('experiment-versions')?.focus()
  }

  #done(draft: ExperimentDraft, change: NetworkChange, said: string): void {
    this.#drop(draft)
    this.dispatchEvent(new NetworkChangeEvent(change, said))
  }

  #drop(draft: ExperimentDraft): void {
    this.#drafts.drop(draft)
    this.#modal.close()
  }
}

function titleOf(part: ExperimentPart, { words }: ExperimentDraft): string {
  return part === 'outcome'
    ? t('network-experiment-outcome-title')
    : t('network-experiment-plan', { period: periodText(words.period) })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-experiment-editor': ExperimentEditor
  }
}
