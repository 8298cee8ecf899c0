import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Member, Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Workshop, WorkshopChange } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { faultSummary } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import '../workshop/expected-form.ts'
import { partsOf } from '../workshop/make-workshop.ts'
import { roomTasks } from '../workshop/room-tasks.ts'
import '../workshop/room-size-panel.ts'
import { roundTasks } from '../workshop/round-tasks.ts'
import { taskList } from '../workshop/tasks.ts'
import { Ticks } from '../workshop/ticks.ts'
import '../workshop/time-plan.ts'
import { mayRunRounds } from './round-words.ts'

const REFRESH = 5000

/** What a session is part of; it does not change while the page is open. */
interface Surroundings {
  readonly organisation: Organisation
  readonly instrument: InstrumentView
  readonly members: readonly Member[]
}

/** Preparing a session: a list of tasks, what the room will get to see, and the button that starts it. */
@customElement('mv-workshop-page')
export class WorkshopPage extends MvElement {
  @property() org = ''
  @property() workshop = ''
  readonly #reading = new Reading(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'prepare')
  #surroundings: Surroundings | undefined
  #ticks: Ticks | undefined
  #saved: keyof WorkshopChange | undefined

  constructor() {
    super()
    new Repeating(this, REFRESH, () => {
      if (this.#reading.value && this.#reading.value.workshop.round.state !== 'archived') void this.#reading.refresh()
    })
  }

  protected override render() {
    return this.#reading.render(({ workshop, ...surroundings }) =>
      mayRunRounds(surroundings.organisation.role) ? this.#view(workshop, surroundings) : this.#onlyReading(workshop),
    )
  }

  async #read(signal: AbortSignal): Promise<Surroundings & { readonly workshop: Workshop }> {
    const workshop = await call<Workshop>('GET', this.#path, undefined, { signal })
    learnName(workshop.id, workshop.round.title)
    this.#surroundings ??= await this.#readSurroundings(workshop, signal)
    return { workshop, ...this.#surroundings }
  }

  get #path(): string {
    return `/api/organisations/${this.org}/workshops/${this.workshop}`
  }

  async #readSurroundings({ round }: Workshop, signal: AbortSignal): Promise<Surroundings> {
    const { id, version } = round.instrument
    const [organisation, instrument, members] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal }),
      call<{ items: readonly Member[] }>('GET', `/api/organisations/${this.org}/members`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, instrument, members: members.items }
  }

  #view(workshop: Workshop, { organisation, instrument, members }: Surroundings): TemplateResult {
    this.#ticks ??= new Ticks(workshop.id)
    const at = `/o/${this.org}`
    return html`<div class="prepare">
      ${faultSummary(this.#form)}
      <div class="prepare-head">
        <div>
          <h1>${workshop.round.title}</h1>
          <p class="lead">${t(workshop.isRehearsal ? 'workshop-prepare-rehearsal' : 'workshop-prepare-lead')}</p>
        </div>
        <div class="prepare-go">
          <a class="button primary large" href="${at}/w/${workshop.id}/run">${t('workshop-prepare-start')}</a>
          <a href="${at}/w/${workshop.id}/hand-over">${t('workshop-prepare-hand-over')}</a>
        </div>
      </div>
      <mv-room-size .org=${this.org} .workshop=${workshop}></mv-room-size>
      ${taskList(
        'round',
        t('workshop-tasks-round'),
        roundTasks({
          organisation,
          instrument,
          workshop,
          openRound: () => this.#form.run(this.#openRound),
          expected: this.#expected(workshop),
        }),
      )}
      ${taskList(
        'room',
        t('workshop-tasks-room'),
        roomTasks({ org: this.org, workshop, members, tick: this.#tick, plan: this.#plan(workshop, instrument) }),
      )}
      <p role="status" class="warning-text">${this.#reading.isStale ? t('workshop-prepare-stale') : ''}</p>
    </div>`
  }

  #expected(workshop: Workshop): TemplateResult {
    return html`<mv-expected-form
      .expected=${workshop.round.expected}
      .isSaved=${this.#saved === 'expected'}
      @mv-expected-change=${(event: HTMLElementEventMap['mv-expected-change']) => this.#change({ expected: event.expected })}
    ></mv-expected-form>`
  }

  #plan(workshop: Workshop, instrument: InstrumentView): TemplateResult {
    return html`<mv-time-plan
      .plan=${workshop.plan}
      .parts=${partsOf(workshop.round, instrument)}
      .isSaved=${this.#saved === 'plan'}
      @mv-plan-change=${(event: HTMLElementEventMap['mv-plan-change']) => this.#change({ plan: event.plan })}
    ></mv-time-plan>`
  }

  #onlyReading(workshop: Workshop): TemplateResult {
    return html`<h1>${workshop.round.title}</h1>
      <p>${t('workshop-not-allowed')}</p>
      <p><a class="button" href="/o/${this.org}/w/${workshop.id}/hand-over">${t('workshop-prepare-hand-over')}</a></p>`
  }

  #change(change: WorkshopChange): Promise<void> {
    return this.#form.run(async () => {
      const workshop = await call<Workshop>('PATCH', this.#path, change)
      this.#saved = 'plan' in change ? 'plan' : 'expected'
      if (this.#surroundings) this.#reading.value = { workshop, ...this.#surroundings }
    })
  }

  readonly #openRound = async () => {
    const round = this.#reading.value?.workshop.round.id ?? ''
    await call<unknown>('POST', `/api/organisations/${this.org}/rounds/${round}/open`, {})
    await this.#reading.refresh()
  }

  /** Whether a task was ticked on this device, with the box that ticks it. */
  readonly #tick = (task: string) => {
    const isTicked = this.#ticks?.has(task) ?? false
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#ticks?.set(task, target.checked)
      this.requestUpdate()
    }
    return {
      isTicked,
      box: html`<label class="choice"><input type="checkbox" .checked=${isTicked} @change=${onChange} />${t('workshop-task-tick')}</label>`,
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-workshop-page': WorkshopPage
  }
}
