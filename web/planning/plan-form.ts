import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Planning, RoundPlan, RoundPlanInput } from '../../server/contract/planning.ts'
import { datesOf, QUARTER_SETS, quarterAfter, quarterOfDay } from '../../server/domain/rhythm.ts'
import { pulseAnd } from '../../server/domain/weakest.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, formActions, radioField, selectField, textField } from '../components/fields.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import {
  expectedField,
  groupsField,
  horizonsField,
  howOf,
  remindersField,
  remindersIn,
  type Way,
  wayField,
  wayOf,
  wholeNumber,
} from '../new-round/choices.ts'
import { readNewest } from '../new-round/newest-instruments.ts'
import { periodText } from '../pages/round-words.ts'
import { usualHorizons } from '../results/horizon-words.ts'
import { inSentence } from '../results/words.ts'
import { numberBetween, OPENING_SIDES, type OpeningSide, opensOf, saidOf } from './opening-words.ts'
import { planDay, today } from './plan-days.ts'
import { PlanningChangeEvent } from './planning-change.ts'
import './planning-texts.ts'

/** How far from the start or the end of a quarter a round may open, and how long it may be open, in days. */
const MOST = { opens: 92, open: 60 }

/** The form for the rhythm of an organisation; sends `mv-planning-change` when it is saved, `mv-plan-cancel` when not. */
@customElement('mv-plan-form')
export class PlanForm extends MvElement {
  @property() org = ''
  /** What is there already; null: nothing yet. */
  @property({ attribute: false }) plan: RoundPlan | null = null
  @state() private instrument: InstrumentView | undefined
  @state() private horizons = 1
  @state() private way: Way = 'together'
  @state() private groups: readonly string[] = []
  @state() private expected = ''
  @state() private days = '14'
  @state() private side: OpeningSide = 'before-end'
  @state() private openDays = '14'
  /** The revision of somebody else that the reader was told of. */
  @state() private seen: number | undefined
  #hasBegun = false
  readonly #instruments = new Reading(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'plan', [
    {
      field: 'days',
      fault: 'planning-form-fault-opens',
      holds: (value) => numberBetween(value, 0, MOST.opens) !== undefined,
    },
    {
      field: 'openDays',
      fault: 'planning-form-fault-open-days',
      holds: (value) => numberBetween(value, 1, MOST.open) !== undefined,
    },
    {
      field: 'expected',
      fault: 'round-new-fault-expected',
      holds: (value) => value.trim() === '' || wholeNumber(value) !== undefined,
    },
  ])

  async #read(signal: AbortSignal): Promise<readonly InstrumentView[]> {
    const instruments = (await readNewest(this.org, signal)).map(({ view }) => view)
    this.instrument = instruments.find(({ id }) => id === this.plan?.instrument) ?? instruments[0]
    if (this.plan !== null) this.#fill(this.plan)
    else if (this.instrument) this.horizons = usualHorizons(this.instrument)
    return instruments
  }

  #fill(plan: RoundPlan): void {
    const { days, side } = saidOf(plan.opens)
    this.horizons = plan.horizons.length
    this.way = wayOf(plan)
    this.groups = plan.groups
    this.expected = plan.expected === null ? '' : String(plan.expected)
    this.days = String(days)
    this.side = side
    this.openDays = String(plan.openDays)
  }

  /** Whoever asked for this form goes on in it, as soon as it is there. */
  protected override updated(): void {
    const first = this.#hasBegun ? null : this.querySelector<HTMLElement>('select, input:checked, input[inputmode]')
    if (first === null) return
    this.#hasBegun = true
    first.focus()
  }

  protected override render(): TemplateResult {
    return this.#instruments.render((instruments) => this.#view(instruments), 'part')
  }

  #view(instruments: readonly InstrumentView[]): TemplateResult {
    const { instrument } = this
    const form = this.#form
    return html`${faultSummary(form)}
      <form novalidate class="narrow" @submit=${form.onSubmit(this.#save)}>
        ${instruments.length > 1 ? this.#instrumentField(instruments) : nothing}
        ${instrument ? this.#askFields(instrument) : nothing} ${this.#peopleFields()} ${this.#whenFields()}
        ${remindersField(form, this.plan?.remindDays ?? [3])}
        ${this.plan === null ? nothing : html`<p class="hint">${t('planning-form-goes-along')}</p>`}
        ${this.seen === undefined ? nothing : html`<p class="warning" role="alert">${t('planning-form-meanwhile')}</p>`}
        ${formActions(
          form,
          html`<button class="primary">${t('planning-form-save')}</button>
            <button type="button" class="quiet" @click=${() => this.dispatchEvent(new Event('mv-plan-cancel'))}>${t('frame-cancel')}</button>`,
        )}
      </form>`
  }

  #instrumentField(instruments: readonly InstrumentView[]): TemplateResult {
    return selectField(this.#form, {
      name: 'instrument',
      label: t('planning-form-instrument'),
      options: instruments.map(({ id, title }) => ({ value: id, label: title[locale()] })),
      chosen: [this.instrument?.id ?? ''],
      onChoose: (chosen) => {
        this.instrument = instruments.find(({ id }) => id === chosen)
        if (this.instrument) this.horizons = usualHorizons(this.instrument)
      },
    })
  }

  #askFields(instrument: InstrumentView): TemplateResult {
    const form = this.#form
    const sets = setsOf(instrument)
    const usual = this.plan?.usual ?? 'weakest'
    const items = { pulse: pulseAnd(instrument, []).length, weakest: 0, full: instrument.items.length }
    return html`
      ${radioField(form, {
        name: 'usual',
        label: t('planning-form-usual'),
        options: sets.map((set) => ({
          value: set,
          label: t(`planning-form-usual-${set}`, { items: items[set] }),
          ...(set === 'weakest' ? { hint: t('planning-form-usual-weakest-hint') } : {}),
        })),
        chosen: [sets.includes(usual) ? usual : (sets[0] ?? 'full')],
      })}
      ${selectField(form, {
        name: 'fullQuarter',
        label: t('planning-form-full'),
        options: [
          { value: '', label: t('planning-form-full-none') },
          ...[1, 2, 3, 4].map((quarter) => ({
            value: String(quarter),
            label: t('planning-form-full-quarter', { quarter }),
          })),
        ],
        chosen: [String(this.plan === null ? 4 : (this.plan.fullQuarter ?? ''))],
      })}
      ${instrument.horizons.length > 1 ? horizonsField(form, instrument, this.horizons, (count) => (this.horizons = count)) : nothing}
    `
  }

  #peopleFields(): TemplateResult {
    const form = this.#form
    return html`${wayField(form, this.way, (way) => (this.way = way))}
    ${
      this.way === 'together'
        ? nothing
        : html`${groupsField(form, this.way, this.groups, (groups) => (this.groups = groups))}
          ${expectedField(form, this.expected, (value) => (this.expected = value))}`
    }`
  }

  #whenFields(): TemplateResult {
    const form = this.#form
    return html`<fieldset class="field plan-opens">
        <legend>${t('planning-form-opens')}</legend>
        ${textField(form, {
          name: 'days',
          label: t('planning-form-opens-days'),
          inputmode: 'numeric',
          size: 'short',
          value: this.days,
          onInput: (value) => (this.days = value),
        })}
        ${selectField(form, {
          name: 'side',
          label: t('planning-form-opens-when'),
          options: OPENING_SIDES.map((side) => ({ value: side, label: t(`planning-form-opens-${side}`) })),
          chosen: [this.side],
          onChoose: (chosen) => (this.side = OPENING_SIDES.find((side) => side === chosen) ?? 'before-end'),
        })}
      </fieldset>
      ${textField(form, {
        name: 'openDays',
        label: t('planning-form-open-days'),
        hint: t('planning-form-open-days-hint'),
        inputmode: 'numeric',
        size: 'short',
        value: this.openDays,
        onInput: (value) => (this.openDays = value),
      })}
      <div role="status" class="field">${this.#example()}</div>`
  }

  /** What the rhythm comes down to for the first quarters, while somebody fills it in. */
  #example(): TemplateResult | typeof nothing {
    const [days, openDays] = [numberBetween(this.days, 0, MOST.opens), numberBetween(this.openDays, 1, MOST.open)]
    if (days === undefined || openDays === undefined) return nothing
    const current = quarterOfDay(today())
    const coming = [0, 1, 2].map((steps) => {
      const quarter = quarterAfter(current, steps)
      return { quarter, ...datesOf({ opens: opensOf(days, this.side), openDays }, quarter) }
    })
    const first = coming.find(({ opensAt }) => opensAt > new Date())
    if (first === undefined) return nothing
    const { quarter, opensAt, dueAt } = first
    const passed = t('planning-form-passed', {
      period: inSentence(periodText(current)),
      next: inSentence(periodText(quarter)),
    })
    return html`${quarter === current || this.plan !== null ? nothing : html`<p>${passed}</p>`}
      <p>
        ${t('planning-form-example', {
          period: periodText(quarter),
          opens: planDay(opensAt.toISOString()),
          due: planDay(dueAt.toISOString()),
        })}
      </p>`
  }

  readonly #save = async (values: FormData) => {
    const { instrument } = this
    if (!instrument) return
    const isTogether = this.way === 'together'
    const input: RoundPlanInput = {
      instrument: instrument.id,
      horizons: instrument.horizons.slice(0, this.horizons),
      usual: QUARTER_SETS.find((set) => set === textOf(values, 'usual')) ?? 'full',
      fullQuarter: Number(textOf(values, 'fullQuarter')) || null,
      ...howOf(this.way),
      groups: isTogether ? [] : (this.groups as RoundPlanInput['groups']),
      expected: isTogether ? null : (wholeNumber(this.expected) ?? null),
      opens: opensOf(Number(this.days), this.side),
      openDays: Number(this.openDays),
      remindDays: remindersIn(values),
      revision: this.seen ?? this.plan?.revision ?? 0,
    }
    if (await this.#isFirst(input)) this.dispatchEvent(new PlanningChangeEvent())
  }

  /** False when somebody else changed or ended it meanwhile: what was chosen stays, and saving once more is meant. */
  async #isFirst(input: RoundPlanInput): Promise<boolean> {
    const path = `/api/organisations/${this.org}`
    try {
      await call<RoundPlan>('PUT', `${path}/plan`, input)
      return true
    } catch (error) {
      if (!(error instanceof ApiError) || !['edited-meanwhile', 'not-found'].includes(error.code)) throw error
      const { plan } = await call<Planning>('GET', `${path}/planning`)
      this.seen = plan?.revision ?? 0
      return false
    }
  }
}

/** The sets that an instrument can be asked in each quarter. */
function setsOf(instrument: InstrumentView): RoundPlanInput['usual'][] {
  const pulse = pulseAnd(instrument, []).length
  const hasPulse = pulse > 0 && pulse < instrument.items.length
  return [
    ...(hasPulse && instrument.balance ? ['weakest' as const] : []),
    ...(hasPulse ? ['pulse' as const] : []),
    'full',
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-plan-form': PlanForm
  }
}
