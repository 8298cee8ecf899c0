import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Planning } from '../../server/contract/planning.ts'
import type { Trend } from '../../server/contract/trend.ts'
import { pulseAnd, weakestOf } from '../../server/domain/weakest.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions, type Option, radioField, selectField, textField } from '../components/fields.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { alreadyThere } from '../new-round/already-there.ts'
import {
  expectedField,
  groupsField,
  horizonsField,
  howOf,
  remindersField,
  remindersIn,
  WAYS,
  type Way,
  wayField,
  wholeNumber,
} from '../new-round/choices.ts'
import { type Offered, readInstrument, readNewest } from '../new-round/newest-instruments.ts'
import { type ChosenSet, setOptions } from '../new-round/set-options.ts'
import type { VersionEvent } from '../new-round/version-choice.ts'
import '../new-round/version-choice.ts'
import '../styles/planning.css'
import { dueOf, isDayOrNothing, openingOf, today } from '../planning/plan-days.ts'
import { usualHorizons } from '../results/horizon-words.ts'
import { makeWorkshop, partsOf } from '../workshop/make-workshop.ts'
import { foreseeHiding, periodsAround, quarterOf } from './new-round-plan.ts'
import { mayRunRounds, periodText } from './round-words.ts'

interface Page {
  readonly organisation: Organisation
  readonly instruments: readonly Offered[]
  readonly planning: Planning
}

/** A form for a new round: what is asked, about when, and who may know what of whom. */
@customElement('mv-new-round-page')
export class NewRoundPage extends MvElement {
  @property() org = ''
  @state() private instrument: InstrumentView | undefined
  @state() private trend: Trend | undefined
  @state() private horizons = 1
  @state() private way: Way = 'anonymous'
  @state() private groups: readonly string[] = []
  @state() private expected = ''
  @state() private opensOn = ''
  @state() private period = quarterOf(new Date())
  @state() private isChoosingVersion = false
  readonly #asked = new URLSearchParams(location.search)
  /** Whether a session was asked for, and the round is the first step to it. */
  readonly #thenWorkshop = this.#asked.get('then') === 'workshop'
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'round', [
    { field: 'period', fault: 'round-new-fault-period' },
    { field: 'horizons', fault: 'round-new-fault-horizons' },
    {
      field: 'expected',
      fault: 'round-new-fault-expected',
      holds: (value) => value.trim() === '' || wholeNumber(value) !== undefined,
    },
    { field: 'title', fault: 'round-new-fault-name', holds: (value) => value.trim().length <= 160 },
    { field: 'opensOn', fault: 'round-new-fault-day', holds: isDayOrNothing, codes: ['opening-past'] },
    {
      field: 'dueOn',
      fault: 'round-new-fault-day',
      holds: isDayOrNothing,
      codes: ['due-past', 'due-before-opening'],
    },
  ])

  protected override render() {
    return this.#page.render(({ organisation, instruments }) =>
      mayRunRounds(organisation.role) ? this.#view(instruments) : this.#refused(),
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, trend, planning, instruments] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<Trend>('GET', `${path}/trend`, undefined, { signal }),
      call<Planning>('GET', `${path}/planning`, undefined, { signal }),
      readNewest(this.org, signal),
    ])
    learnName(organisation.id, organisation.name)
    this.trend = trend
    // The firms of a park are asked through one team that knows the park.
    if (organisation.kind === 'park' && !this.#thenWorkshop) this.way = 'together'
    this.#choose(instruments[0]?.view)
    return { organisation, instruments, planning }
  }

  #view(instruments: readonly Offered[]): TemplateResult {
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('round-new-title')}</h1>
      <p class="lead">${t('round-new-intro')} ${this.#thenWorkshop ? t('workshop-new-after-round') : nothing}</p>
      <form novalidate @submit=${form.onSubmit(this.#make)}>
        ${instruments.length > 1 ? this.#instrumentField(instruments) : nothing}
        ${this.#versionFold(instruments)} ${this.instrument ? this.#contentFields(this.instrument) : nothing}
        ${this.#peopleFields()} ${this.#thenWorkshop ? nothing : this.#dayFields()}
        ${formActions(
          form,
          html`<button class="primary">${t(this.opensOn === '' ? 'round-new-submit' : 'round-new-plan')}</button>
            <button name="draft" value="true">${t('round-new-draft')}</button>`,
        )}
        <p class="hint">${t('round-new-draft-hint')}</p>
      </form>
    </div>`
  }

  #refused(): TemplateResult {
    return html`<h1>${t('round-new-title')}</h1>
      <p>${t('round-new-not-allowed')}</p>
      <p><a class="button" href="/o/${this.org}">${t('round-new-back')}</a></p>`
  }

  #instrumentField(instruments: readonly Offered[]): TemplateResult {
    return radioField(this.#form, {
      name: 'instrument',
      label: t('round-new-instrument'),
      options: instruments.map(({ view }) => ({
        value: view.id,
        label: t('round-new-instrument-label', { name: view.title[locale()], items: view.items.length }),
        hint: view.names[locale()].description,
      })),
      chosen: this.instrument ? [this.instrument.id] : [],
      onChoose: (id) => this.#choose(instruments.find(({ view }) => view.id === id)?.view),
    })
  }

  #choose(instrument: InstrumentView | undefined): void {
    this.instrument = instrument
    this.horizons = instrument ? usualHorizons(instrument) : 1
  }

  /** Nearly everybody wants the newest version: the others stand behind a fold, with what changed. */
  #versionFold(instruments: readonly Offered[]): TemplateResult | typeof nothing {
    const { id = '', version = '' } = this.instrument ?? {}
    const versions = instruments.find(({ view }) => view.id === id)?.versions ?? []
    if (versions.length < 2) return nothing
    const onToggle = (event: Event) => {
      if (event.currentTarget instanceof HTMLDetailsElement) this.isChoosingVersion = event.currentTarget.open
    }
    return html`<details class="fold field" @toggle=${onToggle}>
      <summary>${t('round-new-version-other', { version })}</summary>
      ${
        this.isChoosingVersion
          ? keyed(
              id,
              html`<mv-version-choice .instrument=${id} .versions=${versions} .chosen=${version} @mv-version=${this.#chooseVersion}></mv-version-choice>`,
            )
          : nothing
      }
    </details>`
  }

  readonly #chooseVersion = (event: VersionEvent) =>
    this.#form.run(async () => this.#choose(await readInstrument(this.instrument?.id ?? '', event.version)))

  #contentFields(instrument: InstrumentView): TemplateResult {
    const form = this.#form
    return html`
      ${this.#variantField(setOptions(instrument, this.#weakest, this.horizons))}
      ${selectField(form, {
        name: 'period',
        label: t('round-new-period'),
        options: periodsAround(new Date()).map((period) => ({ value: period, label: periodText(period) })),
        chosen: [this.period],
        onChoose: (period) => (this.period = period),
      })}
      <div role="status">${this.#alreadyThere()}</div>
      ${
        instrument.horizons.length > 1
          ? horizonsField(form, instrument, this.horizons, (count) => (this.horizons = count))
          : nothing
      }
    `
  }

  #alreadyThere(): TemplateResult | typeof nothing {
    const page = this.#page.value
    return page ? alreadyThere(this.org, page.planning, this.period) : nothing
  }

  /** A choice of one is none: then it is only told how long it takes. */
  #variantField(options: readonly Option[]): TemplateResult {
    const [only, ...others] = options
    if (others.length === 0) return html`<p class="field hint">${only?.hint}</p>`
    return radioField(this.#form, { name: 'variant', label: t('round-new-variant'), options, chosen: ['full'] })
  }

  get #weakest(): string[] | undefined {
    return this.instrument && this.trend && weakestOf(this.trend, this.instrument)
  }

  /** What is asked: one of the instrument's own variants, or the pulse with the lowest values in full. */
  #askedIn(instrument: InstrumentView, variant: string): ChosenSet {
    const weakest = this.#weakest
    return variant === 'weakest' && weakest
      ? { itemIds: pulseAnd(instrument, weakest) }
      : { variant: variant || 'full' }
  }

  #peopleFields(): TemplateResult {
    const form = this.#form
    const ways = this.#thenWorkshop ? WAYS.filter((way) => way !== 'together') : WAYS
    return html`
      ${wayField(form, this.way, (way) => (this.way = way), ways)}
      ${
        this.way === 'together'
          ? nothing
          : html`${this.#hasGroups ? groupsField(form, this.way, this.groups, (groups) => (this.groups = groups)) : nothing}
              ${expectedField(form, this.expected, (value) => (this.expected = value))}
              <div role="status">${this.#worry()}</div>`
      }
      ${textField(form, { name: 'title', label: t('round-new-name'), hint: t('round-new-name-hint') })}
    `
  }

  #dayFields(): TemplateResult {
    const form = this.#form
    return html`<details class="fold field" ?open=${this.#asked.has('later')}>
      <summary>${t('round-new-days')}</summary>
      ${textField(form, {
        name: 'opensOn',
        type: 'date',
        label: t('round-new-opens'),
        hint: t('round-new-opens-hint'),
        min: today(),
        value: this.opensOn,
        onInput: (value) => (this.opensOn = value),
      })}
      ${textField(form, {
        name: 'dueOn',
        type: 'date',
        label: t('round-new-due'),
        hint: t(this.way === 'together' ? 'round-new-due-hint-together' : 'round-new-due-hint'),
        min: today(),
      })}
      ${remindersField(form, [3])}
    </details>`
  }

  /** Without scores there is nothing in which groups could be compared, and so no reason to ask. */
  get #hasGroups(): boolean {
    return this.way !== 'together' && (this.instrument?.scores ?? true)
  }

  get #chosenGroups(): readonly string[] {
    return this.#hasGroups ? this.groups : []
  }

  #worry(): TemplateResult | typeof nothing {
    const [groups, expected] = [this.#chosenGroups.length, wholeNumber(this.expected)]
    const hidden = foreseeHiding({ isAnonymous: this.way === 'anonymous', expected, groups })
    if (hidden === 'everything') return html`<p class="warning">${t('round-new-few')}</p>`
    if (hidden === 'a-group')
      return html`<p class="warning">${t('round-new-few-groups', { groups, expected: expected ?? 0 })}</p>`
    return nothing
  }

  readonly #make = async (values: FormData, submitter: HTMLElement | null) => {
    const instrument = this.instrument
    if (!instrument) return
    const period = textOf(values, 'period')
    const expected = this.way === 'together' ? undefined : wholeNumber(textOf(values, 'expected'))
    const [plannedOpenAt, dueAt] = [openingOf(textOf(values, 'opensOn')), dueOf(textOf(values, 'dueOn'))]
    const horizons = instrument.horizons.slice(0, this.horizons)
    const made = await call<{ id: string }>('POST', `/api/organisations/${this.org}/rounds`, {
      instrument: { id: instrument.id, version: instrument.version },
      ...this.#askedIn(instrument, textOf(values, 'variant')),
      // In the reader's language, because participants see it; the server knows only its own.
      title: textOf(values, 'title') || `${instrument.title[locale()]}, ${periodText(period)}`,
      period,
      horizons,
      ...howOf(this.way),
      groups: this.#chosenGroups,
      draft: submitter?.getAttribute('name') === 'draft' || plannedOpenAt !== null,
      ...(plannedOpenAt && { plannedOpenAt }),
      ...(dueAt && { dueAt, remindDays: remindersIn(values) }),
      ...(expected && { expected }),
    })
    if (!this.#thenWorkshop) return go(`/o/${this.org}/r/${made.id}`)
    const parts = partsOf({ horizons, groups: [...this.#chosenGroups] }, instrument)
    go(`/o/${this.org}/w/${await makeWorkshop(this.org, made.id, parts)}`, 'replace')
  }
}
