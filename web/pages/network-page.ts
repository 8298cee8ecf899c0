import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { createRef, ref } from 'lit/directives/ref.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { Network, Party, PartyLink } from '../../server/contract/networks.ts'
import { quarterOf } from '../../server/domain/experiment.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { faultSummary } from '../components/fields.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { experimentCard, type OpenExperiment, shortCard } from '../network/experiment-card.ts'
import '../network/experiment-editor.ts'
import type { ExperimentEditor } from '../network/experiment-editor.ts'
import { NetworkApi } from '../network/network-api.ts'
import { changed, type NetworkChange, type NetworkChangeEvent } from '../network/network-changes.ts'
import '../network/network-map.ts'
import { capitalName, headline, inMapOrder, today } from '../network/network-words.ts'
import '../network/party-editor.ts'
import type { PartyEditor } from '../network/party-editor.ts'
import { type ListActions, partyCards, partyTable } from '../network/party-list.ts'
import { WideScreen } from '../network/wide-screen.ts'
import { mayWrite } from './round-words.ts'

const REFRESH = 15_000

interface Page {
  readonly organisation: Organisation
  readonly network: Network
}

/** The world outside an organisation: who is there, what goes to and fro, and the small experiment of each quarter. */
@customElement('mv-network-page')
export class NetworkPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'network')
  readonly #screen = new WideScreen(this)
  readonly #partyEditor = createRef<PartyEditor>()
  readonly #experimentEditor = createRef<ExperimentEditor>()
  /** What was done last, in words. */
  #said = ''

  constructor() {
    super()
    new Repeating(this, REFRESH, () => {
      if (this.#page.value && !this.#form.isBusy) void this.#page.refresh()
    })
  }

  protected override render() {
    return this.#page.render(({ organisation, network }) => {
      const canWrite = mayWrite(organisation.role)
      const parties = inMapOrder(network.parties)
      return html`<div @mv-network-change=${this.#onChange}>
        ${faultSummary(this.#form)}
        <h1>${t('network-title')}</h1>
        <p class="lead">${t('network-lead')}</p>
        ${parties.length > 0 ? this.#map(parties, organisation) : nothing} ${this.#list(parties, canWrite)}
        ${this.#experiments(network, canWrite)}
        <p role="status" class="network-said">${this.#said}</p>
        <p role="status" class="warning-text">${this.#page.isStale ? t('network-stale') : ''}</p>
        <mv-party-editor ${ref(this.#partyEditor)} .org=${this.org} .network=${network}></mv-party-editor>
        <mv-experiment-editor ${ref(this.#experimentEditor)} .org=${this.org} .network=${network}></mv-experiment-editor>
      </div>`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const [organisation, network] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      new NetworkApi(this.org).read(signal),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, network }
  }

  #map(parties: readonly Party[], organisation: Organisation): TemplateResult {
    return html`<section aria-labelledby="network-headline">
      <h2 id="network-headline" class="network-headline">${headline(parties)}</h2>
      <mv-network-map .parties=${parties} .organisation=${organisation.name}></mv-network-map>
    </section>`
  }

  #list(parties: readonly Party[], canWrite: boolean): TemplateResult {
    const actions: ListActions | undefined = canWrite
      ? { edit: (party) => this.#partyEditor.value?.open(party), toggle: (party, link) => this.#toggle(party, link) }
      : undefined
    return html`<section aria-labelledby="parties-heading">
      <div class="section-head">
        <h2 id="parties-heading" tabindex="-1">${t('network-list-title')}</h2>
        ${canWrite && parties.length > 0 ? this.#add() : nothing}
      </div>
      ${parties.length === 0 ? this.#empty(canWrite) : this.#screen.isWide ? partyTable(parties, actions) : partyCards(parties, actions)}
    </section>`
  }

  #empty(canWrite: boolean): TemplateResult {
    return canWrite ? emptyState(t('network-empty'), this.#add()) : emptyState(t('network-empty-viewer'))
  }

  #add(): TemplateResult {
    return html`<button type="button" class="primary" @click=${() => this.#partyEditor.value?.open()}>${t('network-add')}</button>`
  }

  #experiments(network: Network, canWrite: boolean): TemplateResult {
    const quarter = quarterOf(today())
    const current = network.experiments.find(({ period }) => period === quarter)
    const others = network.experiments.filter(({ period }) => period !== quarter)
    const open: OpenExperiment = canWrite
      ? (part, experiment) => this.#experimentEditor.value?.open(part, experiment.period, experiment)
      : undefined
    return html`<section aria-labelledby="experiment-heading">
      <h2 id="experiment-heading" tabindex="-1">${t('network-experiment-title')}</h2>
      ${current ? experimentCard(current, network, open) : this.#noExperiment(quarter, canWrite)}
      ${
        others.length > 0
          ? html`<h3>${t('network-experiment-others')}</h3>
              <ul class="rows">${others.map((experiment) => shortCard(experiment, network, open))}</ul>`
          : nothing
      }
    </section>`
  }

  #noExperiment(quarter: string, canWrite: boolean): TemplateResult {
    const add = html`<button type="button" @click=${() => this.#experimentEditor.value?.open('plan', quarter)}>${t('network-experiment-add')}</button>`
    return emptyState(t('network-experiment-empty'), canWrite ? add : nothing)
  }

  #toggle(party: Party, { dimension }: PartyLink): void {
    void this.#form.run(async () => {
      const saved = await new NetworkApi(this.org).toggle(party, dimension)
      const state = saved.links.find((link) => link.dimension === dimension)?.state ?? 'active'
      const about = { capital: capitalName(dimension), name: saved.name }
      this.#show({ kind: 'party', saved }, t(state === 'active' ? 'network-woken' : 'network-asleep', about))
    })
  }

  readonly #onChange = ({ change, said }: NetworkChangeEvent) => this.#show(change, said)

  /** Shows a change at once, and then looks at the server again: others may have written too. */
  #show(change: NetworkChange, said: string): void {
    const page = this.#page.value
    if (page) this.#page.value = { ...page, network: changed(page.network, change) }
    this.#said = said
    this.requestUpdate()
    void this.#page.refresh()
    if (said !== '') void this.#keepFocus(change.kind.startsWith('party') ? 'parties-heading' : 'experiment-heading')
  }

  /** The button that opened a dialog may be gone by now: then the focus goes to the heading above it. */
  async #keepFocus(headingId: string): Promise<void> {
    await this.updateComplete
    if (document.activeElement === document.body) document.getElementById(headingId)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-network-page': NetworkPage
  }
}
