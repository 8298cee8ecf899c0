import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Trend } from '../../server/contract/trend.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { go } from '../app/router.ts'
import {
  checkboxField,
  faultSummary,
  formActions,
  type Option,
  radioField,
  selectField,
  textField,
} from '../components/fields.ts'
import { minutesFor } from '../i18n/duration.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { pageWords } from '../results/page-words.ts'
import { inSentence } from '../results/words.ts'
import { makeWorkshop, partsOf } from '../workshop/make-workshop.ts'
import { foreseeHiding, periodsAround, pulseAnd, quarterOf, weakestOf } from './new-round-plan.ts'
import { mayRunRounds, periodText } from './round-words.ts'

const GROUPS = ['management', 'staff', 'customer', 'supplier', 'neighbour', 'education', 'government', 'other']

interface Page {
  readonly organisation: Organisation
  readonly instruments: readonly InstrumentView[]
}

/** A form for a new round: what is asked, about when, and who may know what of whom. */
@customElement('mv-new-round-page')
export class NewRoundPage extends MvElement {
  @property() org = ''
  @state() private instrument: InstrumentView | undefined
  @state() private trend: Trend | undefined
  @state() private horizons = 1
  @state() private mode = 'anonymous'
  @state() private groups: readonly string[] = []
  @state() private expected: number | undefined
  /** Whether a session was asked for, and the round is the first step to it. */
  readonly #thenWorkshop = new URLSearchParams(location.search).get('then') === 'workshop'
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
  ])

  protected override render() {
    return this.#page.render(({ organisation, instruments }) =>
      mayRunRounds(organisation.role) ? this.#view(instruments) : this.#refused(),
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const [organisation, trend, list] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      call<Trend>('GET', `/api/organisations/${this.org}/trend`, undefined, { signal }),
      call<{ items: readonly { id: string; version: string }[] }>('GET', '/api/instruments', undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    const known = await Promise.all(
      list.items.map(({ id, version }) =>
        call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal }),
      ),
    )
    // What the product is about comes first; the others stand beside it.
    const instruments = known.toSorted((a, b) => Number(b.balance) - Number(a.balance))
    this.trend = trend
    this.#choose(instruments[0])
    return { organisation, instruments }
  }

  #view(instruments: readonly InstrumentView[]): TemplateResult {
    const form = this.#form
    return html`<div class="narrow">
      ${faultSummary(form)}
      <h1>${t('round-new-title')}</h1>
      <p class="lead">${t('round-new-intro')} ${this.#thenWorkshop ? t('workshop-new-after-round') : nothing}</p>
      <form novalidate @submit=${form.onSubmit(this.#make)}>
        ${instruments.length > 1 ? this.#instrumentField(instruments) : nothing}
        ${this.instrument ? this.#contentFields(this.instrument) : nothing} ${this.#peopleFields()}
        ${formActions(
          form,
          html`<button class="primary">${t('round-new-submit')}</button>
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

  #instrumentField(instruments: readonly InstrumentView[]): TemplateResult {
    return radioField(this.#form, {
      name: 'instrument',
      label: t('round-new-instrument'),
      options: instruments.map((known) => ({
        value: keyOf(known),
        label: t('round-new-instrument-label', {
          name: isOnlyVersion(known, instruments) ? known.title[locale()] : `${known.title[locale()]} ${known.version}`,
          items: known.items.length,
        }),
        hint: known.names[locale()].description,
      })),
      chosen: this.instrument ? [keyOf(this.instrument)] : [],
      onChoose: (key) => this.#choose(instruments.find((known) => keyOf(known) === key)),
    })
  }

  /** On lines between two poles the way is what counts, so that both its ends are asked at first. */
  #choose(instrument: InstrumentView | undefined): void {
    this.instrument = instrument
    this.horizons = instrument?.scale.kind === 'bipolar' ? instrument.horizons.length : 1
  }

  #contentFields(instrument: InstrumentView): TemplateResult {
    const form = this.#form
    return html`
      ${this.#variantField(this.#variants(instrument))}
      ${selectField(form, {
        name: 'period',
        label: t('round-new-period'),
        options: periodsAround(new Date()).map((period) => ({ value: period, label: periodText(period) })),
        chosen: [quarterOf(new Date())],
      })}
      ${
        instrument.horizons.length > 1
          ? radioField(form, {
              name: 'horizons',
              label: t('round-new-horizons'),
              options: horizonOptions(instrument),
              chosen: [String(this.horizons)],
              onChoose: (count) => (this.horizons = Number(count)),
            })
          : nothing
      }
    `
  }

  /** A choice of one is none: then it is only told how long it takes. */
  #variantField(options: readonly Option[]): TemplateResult {
    const [only, ...others] = options
    if (others.length === 0) return html`<p class="field hint">${only?.hint}</p>`
    return radioField(this.#form, { name: 'variant', label: t('round-new-variant'), options, chosen: ['full'] })
  }

  #variants(instrument: InstrumentView): Option[] {
    const pulse = instrument.items.filter((item) => item.inPulse).length
    const counts = [['full', instrument.items.length] as const, ['pulse', pulse] as const]
    const option = (variant: string, name: string, items: number) => ({
      value: variant,
      label: t('round-new-variant-label', { name, items }),
      hint: t('round-new-variant-minutes', { minutes: minutesFor(items, this.horizons) }),
    })
    const weakest = this.#weakest
    return [
      ...counts
        .filter(([variant, items]) => variant === 'full' || (items > 0 && items < instrument.items.length))
        .map(([variant, items]) => option(variant, t(`round-variant-${variant}`), items)),
      ...(weakest
        ? [option('weakest', this.#weakestName(instrument, weakest), pulseAnd(instrument, weakest).length)]
        : []),
    ]
  }

  get #weakest(): string[] | undefined {
    return this.instrument && this.trend && weakestOf(this.trend, this.instrument)
  }

  #weakestName({ names }: InstrumentView, weakest: readonly string[]): string {
    const called = weakest.map((code) => inSentence(names[locale()].dimensions[code]?.name ?? code))
    return t('round-variant-weakest', { names: pageWords().list(called) })
  }

  /** What is asked: one of the instrument's own variants, or the pulse with the lowest values in full. */
  #asked(instrument: InstrumentView, variant: string): { variant: string } | { itemIds: string[] } {
    const weakest = this.#weakest
    return variant === 'weakest' && weakest
      ? { itemIds: pulseAnd(instrument, weakest) }
      : { variant: variant || 'full' }
  }

  #peopleFields(): TemplateResult {
    const form = this.#form
    return html`
      ${radioField(form, {
        name: 'mode',
        label: t('round-new-mode'),
        hint: t('round-new-mode-hint'),
        options: ['anonymous', 'open'].map((mode) => ({
          value: mode,
          label: t(`round-mode-${mode}`),
          hint: t(`round-new-mode-${mode}`),
        })),
        chosen: [this.mode],
        onChoose: (mode) => (this.mode = mode),
      })}
      ${this.#hasGroups ? this.#groupsField() : nothing}
      ${textField(form, {
        name: 'expected',
        label: t('round-new-expected'),
        hint: t('round-new-expected-hint'),
        inputmode: 'numeric',
        size: 'short',
        onInput: (value) => (this.expected = wholeNumber(value)),
      })}
      <div role="status">${this.#worry()}</div>
      ${textField(form, { name: 'title', label: t('round-new-name'), hint: t('round-new-name-hint') })}
    `
  }

  /** Without scores there is nothing in which groups could be compared, and so no reason to ask. */
  get #hasGroups(): boolean {
    return this.instrument?.scores ?? true
  }

  #groupsField(): TemplateResult {
    return checkboxField(this.#form, {
      name: 'groups',
      label: t('round-new-groups'),
      hint: t(`round-new-groups-hint-${this.mode}`),
      options: GROUPS.map((group) => ({ value: group, label: t(`round-group-${group}`) })),
      chosen: this.groups,
      onChoose: (group) => (this.groups = toggled(this.groups, group)),
    })
  }

  get #chosenGroups(): string[] {
    return this.#hasGroups ? GROUPS.filter((group) => this.groups.includes(group)) : []
  }

  #worry(): TemplateResult | typeof nothing {
    const [groups, expected] = [this.#chosenGroups.length, this.expected]
    const hidden = foreseeHiding({ isAnonymous: this.mode === 'anonymous', expected, groups })
    if (hidden === 'everything') return html`<p class="warning">${t('round-new-few')}</p>`
    if (hidden === 'a-group')
      return html`<p class="warning">${t('round-new-few-groups', { groups, expected: expected ?? 0 })}</p>`
    return nothing
  }

  readonly #make = async (values: FormData, submitter: HTMLElement | null) => {
    const instrument = this.instrument
    if (!instrument) return
    const [period, expected] = [textOf(values, 'period'), wholeNumber(textOf(values, 'expected'))]
    const made = await call<{ id: string }>('POST', `/api/organisations/${this.org}/rounds`, {
      instrument: { id: instrument.id, version: instrument.version },
      ...this.#asked(instrument, textOf(values, 'variant')),
      // In the reader's language, because participants see it; the server knows only its own.
      title: textOf(values, 'title') || `${instrument.title[locale()]}, ${periodText(period)}`,
      period,
      horizons: instrument.horizons.slice(0, this.horizons),
      mode: this.mode,
      groups: this.#chosenGroups,
      draft: submitter?.getAttribute('name') === 'draft',
      ...(expected && { expected }),
    })
    if (!this.#thenWorkshop) return go(`/o/${this.org}/r/${made.id}`)
    const horizons = instrument.horizons.slice(0, this.horizons)
    const parts = partsOf({ horizons, groups: this.#chosenGroups }, instrument)
    go(`/o/${this.org}/w/${await makeWorkshop(this.org, made.id, parts)}`, 'replace')
  }
}

/** Every way to ask: the first horizon of the instrument, the first two, and so on. */
function horizonOptions(instrument: InstrumentView): Option[] {
  const names = instrument.horizons.map((horizon) => instrument.names[locale()].horizons[horizon]?.name ?? horizon)
  return names.map((_, index) => ({
    value: String(index + 1),
    label: names.slice(0, index + 1).join(' + '),
    hint: index === 0 ? t('round-new-horizons-one') : t('round-new-horizons-more', { count: index + 1 }),
  }))
}

function isOnlyVersion({ id }: InstrumentView, instruments: readonly InstrumentView[]): boolean {
  return instruments.filter((known) => known.id === id).length === 1
}

function keyOf(instrument: InstrumentView): string {
  return `${instrument.id}@${instrument.version}`
}

function toggled(list: readonly string[], entry: string): string[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry]
}

function wholeNumber(text: string): number | undefined {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= 100_000 ? value : undefined
}
