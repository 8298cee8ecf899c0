import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { HandOver, Workshop } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { KeptFocus } from '../app/kept-focus.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import '../workshop/transfer-form.ts'
import '../workshop/workshop-texts.ts'
import './account-texts.ts'
import './round-texts.ts'
import { mayRunRounds } from './round-words.ts'

interface Page {
  readonly organisation: Organisation
  readonly workshop: Workshop
  readonly handOver: HandOver
}

/** After a session: what was collected, who may read it, which words go, and whose it is from now on. */
@customElement('mv-workshop-hand-over-page')
export class WorkshopHandOverPage extends MvElement {
  @property() org = ''
  @property() workshop = ''
  @state() private done: 'texts' | undefined
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'hand-over')
  readonly #releasing = new Modal('release')
  readonly #deleting = new Modal('delete-texts')

  constructor() {
    super()
    new KeptFocus(this)
  }

  protected override render() {
    return this.#page.render((page) => this.#view(page))
  }

  get #path(): string {
    return `/api/organisations/${this.org}/workshops/${this.workshop}`
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const [organisation, workshop, handOver] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      call<Workshop>('GET', this.#path, undefined, { signal }),
      call<HandOver>('GET', `${this.#path}/hand-over`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    learnName(workshop.id, workshop.round.title)
    return { organisation, workshop, handOver }
  }

  #view(page: Page): TemplateResult {
    const { organisation, workshop, handOver } = page
    const mayRun = mayRunRounds(organisation.role)
    return html`<div class="hand-over">
      ${faultSummary(this.#form)}
      <h1>${t('workshop-over-title')}</h1>
      <p class="lead">${workshop.round.title}, ${organisation.name}</p>
      ${collected(handOver)} ${this.#readers(page, mayRun)} ${mayRun ? this.#texts(handOver) : nothing}
      ${
        organisation.role === 'owner' && !workshop.isRehearsal
          ? html`<mv-transfer-form .org=${this.org} .workshop=${workshop.id} .name=${organisation.name}></mv-transfer-form>`
          : nothing
      }
    </div>`
  }

  #readers({ organisation, workshop, handOver }: Page, mayRun: boolean): TemplateResult {
    const { releasedAt } = handOver
    return html`<section aria-labelledby="readers-heading">
      <h2 id="readers-heading">${t('workshop-over-readers')}</h2>
      <p>
        ${releasedAt === null ? t('workshop-over-not-released') : t('workshop-over-released', { when: new Date(releasedAt) })}
      </p>
      ${readerList(handOver)}
      <p>${t('workshop-over-invite')} <a href="/o/${this.org}">${t('workshop-over-invite-link', { name: organisation.name })}</a></p>
      ${mayRun && releasedAt === null ? this.#release(workshop, organisation, handOver) : nothing}
      ${releasedAt === null || workshop.round.releases === 0 ? nothing : html`<p><a class="button" href="/o/${this.org}/r/${workshop.round.id}/results">${t('round-results')}</a></p>`}
    </section>`
  }

  #release({ isRevealed }: Workshop, { name }: Organisation, handOver: HandOver): TemplateResult {
    if (!isRevealed) return html`<p class="warning">${t('workshop-over-reveal-first')}</p>`
    return html`<p class="actions">
        <button type="button" class="primary" @click=${() => this.#releasing.open()}>${t('workshop-over-release')}</button>
      </p>
      ${this.#releasing.render(
        t('workshop-over-release-title'),
        html`<p>${t('workshop-over-release-explain', { name })}</p>
          ${readerList(handOver)}
          <p>${t('workshop-over-release-what')}</p>
          <div class="actions">
            <button type="button" class="primary" @click=${() => this.#do(this.#releasing, this.#releaseNow)}>
              ${t('workshop-over-release-submit')}
            </button>
            <button type="button" class="quiet" @click=${this.#releasing.close}>${t('frame-cancel')}</button>
          </div>`,
      )}`
  }

  #texts({ texts }: HandOver): TemplateResult {
    return html`<section aria-labelledby="texts-heading">
      <h2 id="texts-heading">${t('workshop-over-texts')}</h2>
      <p>${t('workshop-over-texts-count', { n: texts })}</p>
      ${texts === 0 ? nothing : html`<p><button type="button" @click=${() => this.#deleting.open()}>${t('workshop-over-texts-delete')}</button></p>`}
      <p role="status" class="done">${this.done === 'texts' ? t('workshop-over-texts-deleted') : ''}</p>
      ${this.#deleting.render(
        t('workshop-over-texts-title'),
        html`<p>${t('workshop-over-texts-explain', { n: texts })}</p>
          <p>${t('workshop-over-texts-remains')}</p>
          <div class="actions">
            <button type="button" class="danger" @click=${() => this.#do(this.#deleting, this.#deleteNow)}>
              ${t('workshop-over-texts-submit')}
            </button>
            <button type="button" class="quiet" @click=${this.#deleting.close}>${t('frame-cancel')}</button>
          </div>`,
      )}
    </section>`
  }

  /** Closes the dialog first: what the server refuses stands on the page below it. */
  #do(modal: Modal, work: () => Promise<void>): void {
    modal.close()
    void this.#form.run(work)
  }

  readonly #releaseNow = async () => {
    await call<Workshop>('POST', `${this.#path}/release-to-client`, {})
    await this.#page.refresh()
  }

  readonly #deleteNow = async () => {
    await call<HandOver>('POST', `${this.#path}/delete-texts`, {})
    await this.#page.refresh()
    this.done = 'texts'
  }
}

function collected({ joined, started, finished, late, releases, votes }: HandOver): TemplateResult {
  const figures = [
    [joined, t('workshop-over-joined')],
    [started, t('workshop-count-started')],
    [finished, t('workshop-count-finished')],
    [votes, t('workshop-over-votes', { n: votes })],
    [releases, t('workshop-over-releases', { n: releases })],
  ] as const
  return html`<section aria-labelledby="collected-heading">
    <h2 id="collected-heading">${t('workshop-over-collected')}</h2>
    <ul class="figures small">
      ${figures.map(([value, label]) => html`<li><strong>${value}</strong> ${label}</li>`)}
    </ul>
    ${late === 0 ? nothing : html`<p class="hint">${t('round-counts-late', { late })}</p>`}
  </section>`
}

function readerList({ readers }: HandOver): TemplateResult {
  return html`<ul>
    ${readers.map(({ name, role }) => html`<li>${name}, ${t(`account-role-${role}`)}</li>`)}
  </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-workshop-hand-over-page': WorkshopHandOverPage
  }
}
