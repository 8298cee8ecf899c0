import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, radioField } from '../components/fields.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { makeWorkshopOf } from '../workshop/make-workshop.ts'
import './round-texts.ts'
import { mayRunRounds } from './round-words.ts'

interface Page {
  readonly organisation: Organisation
  readonly rounds: { readonly items: readonly Round[] }
}

/** A new session: which round it continues, or the way to make one first. */
@customElement('mv-workshop-new-page')
export class WorkshopNewPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'workshop', [
    { field: 'round', fault: 'workshop-new-fault-round', codes: ['workshop-exists'], holds: (id) => id !== '' },
  ])

  protected override render() {
    return this.#page.render(({ organisation, rounds }) =>
      mayRunRounds(organisation.role) ? this.#view(rounds.items.filter(canContinue)) : this.#refused(),
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const [organisation, rounds] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      call<Page['rounds']>('GET', `/api/organisations/${this.org}/rounds`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, rounds }
  }

  #view(rounds: readonly Round[]): TemplateResult {
    const [newest] = rounds
    if (!newest) {
      return html`<h1>${t('workshop-new-title')}</h1>
        ${emptyState(t('workshop-new-none'), this.#newRound('primary'))}`
    }
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('workshop-new-title')}</h1>
      <p class="lead">${t('workshop-new-intro')}</p>
      <form novalidate @submit=${form.onSubmit((values) => this.#make(values, rounds))}>
        ${radioField(form, {
          name: 'round',
          label: t('workshop-new-round'),
          options: rounds.map((round) => ({ value: round.id, label: round.title, hint: hintOf(round) })),
          chosen: [newest.id],
        })}
        ${formActions(form, html`<button class="primary">${t('workshop-new-submit')}</button>`)}
      </form>
      <p class="hint">${t('workshop-new-or')}</p>
      <p>${this.#newRound('')}</p>
    </div>`
  }

  #newRound(weight: 'primary' | ''): TemplateResult {
    return html`<a class="button ${weight}" href="/o/${this.org}/rounds/new?then=workshop">${t('workshop-new-make-round')}</a>`
  }

  #refused(): TemplateResult {
    return html`<h1>${t('workshop-new-title')}</h1>
      <p>${t('workshop-not-allowed')}</p>
      <p><a class="button" href="/o/${this.org}">${t('round-new-back')}</a></p>`
  }

  async #make(values: FormData, rounds: readonly Round[]): Promise<void> {
    const round = rounds.find(({ id }) => id === textOf(values, 'round'))
    if (round) go(`/o/${this.org}/w/${await makeWorkshopOf(this.org, round)}`)
  }
}

function canContinue({ state, workshopId, purpose }: Round): boolean {
  return workshopId === null && state !== 'archived' && purpose === 'assessment'
}

function hintOf({ state, mode, counts }: Round): string {
  return t('workshop-new-round-hint', {
    state: t(`round-state-${state}`),
    mode: t(`round-mode-${mode}`),
    counts: t('round-list-counts', { joined: counts.joined, finished: counts.finished }),
  })
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-workshop-new-page': WorkshopNewPage
  }
}
