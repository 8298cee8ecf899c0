import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ReflectionSummary } from '../../server/contract/reflections.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { emptyState } from '../components/states.ts'
import { formatDay, t } from '../i18n/texts.ts'
import '../reflection/list-texts.ts'
import '../reflection/reflection-texts.ts'
import { QUESTION_NUMBERS } from '../reflection/steps.ts'

interface Page {
  readonly organisation: Organisation
  readonly reflections: readonly ReflectionSummary[]
  readonly rounds: readonly Round[]
}

/** The conversations of an organisation about its results, newest first. */
@customElement('mv-reflections-page')
export class ReflectionsPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return this.#page.render(
      ({ reflections, rounds }) => html`<h1>${t('reflection-list-title')}</h1>
        <p class="lead">${t('reflection-list-lead')}</p>
        ${reflections.length > 0 ? html`<ul class="rows">${reflections.map((one) => this.#row(one))}</ul>` : this.#empty(rounds)}`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, reflections, rounds] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<{ items: readonly ReflectionSummary[] }>('GET', `${path}/reflections`, undefined, { signal }),
      call<{ items: readonly Round[] }>('GET', `${path}/rounds`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, reflections: reflections.items, rounds: rounds.items }
  }

  /** A conversation starts from a result; where there is none yet, that comes first. */
  #empty(rounds: readonly Round[]): TemplateResult {
    const released = rounds.find(({ releases }) => releases > 0)
    return released
      ? emptyState(
          t('reflection-list-empty'),
          html`<a class="button primary" href="/o/${this.org}/r/${released.id}/results">${t('reflection-list-to-results', { title: released.title })}</a>`,
        )
      : emptyState(
          t('reflection-list-empty-no-results'),
          html`<a class="button" href="/o/${this.org}">${t('reflection-list-to-rounds')}</a>`,
        )
  }

  #row({ id, title, roundTitle, state, answered, interventions, createdAt }: ReflectionSummary): TemplateResult {
    return html`<li>
      <div>
        <a class="row-main" href="/o/${this.org}/reflections/${id}">${title}</a>
        <p class="muted">${t('reflection-list-about', { round: roundTitle, day: formatDay(createdAt) })}</p>
      </div>
      <div class="row-side">
        <span class="state is-${state}">${t(`reflection-state-${state}`)}</span>
        <span class="muted">${t('reflection-list-answered', { n: answered.length, all: QUESTION_NUMBERS.length })}</span>
        ${interventions === 0 ? nothing : html`<span class="muted">${t('reflection-list-interventions', { n: interventions })}</span>`}
      </div>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-reflections-page': ReflectionsPage
  }
}
