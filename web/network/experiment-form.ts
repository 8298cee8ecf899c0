import { html, type TemplateResult } from 'lit'
import type { Experiment, ExperimentInput, Network } from '../../server/contract/networks.ts'
import { daysBetween, EXPERIMENT_OUTCOMES, MOST_EXPERIMENT_DAYS } from '../../server/domain/experiment.ts'
import type { FieldRule, Form } from '../app/form.ts'
import { areaField, radioField, selectField, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import type { Draft } from './draft.ts'
import { daysLater, dayText, inMapOrder, partnerOf, today } from './network-words.ts'
import type { Said } from './versions.ts'

const LONGEST = 1000
const DAY = /^\d{4}-\d{2}-\d{2}$/
const TEXTS = ['hypothesis', 'smallestTest', 'measure', 'learned'] as const

/** An experiment as it is being written. */
export type ExperimentWords = { -readonly [Field in keyof Omit<ExperimentInput, 'revision'>]: ExperimentInput[Field] }
/** An experiment that somebody is writing. */
export type ExperimentDraft = Draft<ExperimentWords, Experiment>
/** Which part of the card the form is about: what is going to be done, or how it went. */
export type ExperimentPart = 'plan' | 'outcome'

/** An experiment in the form; undefined is a new one in this quarter, that starts today. */
export function experimentWords(experiment: Experiment | undefined, period: string): ExperimentWords {
  if (experiment) {
    const { id: _, revision: __, ...words } = experiment
    return words
  }
  const startsOn = today()
  const endsOn = daysLater(startsOn, MOST_EXPERIMENT_DAYS)
  const texts = { hypothesis: '', smallestTest: '', measure: '', learned: '' }
  return { period, partyId: null, ...texts, startsOn, endsOn, outcome: null }
}

/** What is sent of an experiment. */
export function experimentInput(words: ExperimentWords, revision: number): ExperimentInput {
  const trimmed = TEXTS.map((field) => [field, words[field].trim()])
  return { ...words, ...Object.fromEntries(trimmed), revision }
}

/** What must hold of the form before it is sent. It looks at the draft: a part of the form does not show all of it. */
export function experimentRules(wordsOf: () => ExperimentWords | undefined): FieldRule[] {
  const rule = (field: keyof ExperimentWords, fault: string, holds: (words: ExperimentWords) => boolean): FieldRule => {
    return { field, fault, holds: () => holds(wordsOf() ?? experimentWords(undefined, '')) }
  }
  const days = ({ startsOn, endsOn }: ExperimentWords) => daysBetween(startsOn, endsOn)
  const areDays = ({ startsOn, endsOn }: ExperimentWords) => DAY.test(startsOn) && DAY.test(endsOn)
  return [
    rule('hypothesis', 'network-fault-hypothesis', ({ hypothesis }) => hypothesis.trim() !== ''),
    ...TEXTS.map((field) => rule(field, 'network-fault-long', (words) => words[field].trim().length <= LONGEST)),
    { field: 'partyId', fault: 'network-fault-partner' },
    rule('startsOn', 'network-fault-day', ({ startsOn }) => DAY.test(startsOn)),
    rule('endsOn', 'network-fault-day', ({ endsOn }) => DAY.test(endsOn)),
    rule('endsOn', 'network-fault-ends', (words) => !areDays(words) || days(words) >= 0),
    {
      ...rule(
        'endsOn',
        'problem-experiment-too-long',
        (words) => !areDays(words) || days(words) <= MOST_EXPERIMENT_DAYS,
      ),
      codes: ['experiment-too-long'],
    },
  ]
}

/** The fields of one part. Every keystroke goes into the draft; `onChange` is told when another field depends on it. */
export function experimentFields(
  form: Form,
  { words }: ExperimentDraft,
  network: Network,
  part: ExperimentPart,
  onChange: () => void,
): TemplateResult {
  return part === 'plan' ? planFields(form, words, network, onChange) : outcomeFields(form, words)
}

function planFields(form: Form, words: ExperimentWords, network: Network, onChange: () => void): TemplateResult {
  const parties = inMapOrder(network.parties)
  const latest = daysLater(words.startsOn, MOST_EXPERIMENT_DAYS)
  return html`${area(form, words, 'hypothesis', t('network-experiment-hypothesis-hint'))}
  ${selectField(form, {
    name: 'partyId',
    label: t('network-experiment-partner'),
    hint: t('network-experiment-partner-hint'),
    options: [
      { value: '', label: t('network-experiment-partner-none') },
      ...parties.map(({ id, name }) => ({ value: id, label: name })),
    ],
    chosen: [words.partyId ?? ''],
    onChoose: (value) => {
      words.partyId = value === '' ? null : value
    },
  })}
  ${area(form, words, 'smallestTest', t('network-experiment-smallestTest-hint'))}
  ${area(form, words, 'measure', t('network-experiment-measure-hint'))}
  <div class="network-days">
    ${textField(form, {
      name: 'startsOn',
      type: 'date',
      label: t('network-experiment-startsOn'),
      value: words.startsOn,
      onInput: (value) => {
        words.startsOn = value
        onChange()
      },
    })}
    ${textField(form, {
      name: 'endsOn',
      type: 'date',
      label: t('network-experiment-endsOn'),
      value: words.endsOn,
      onInput: (value) => {
        words.endsOn = value
      },
    })}
  </div>
  <p class="hint">${latest === '' ? t('network-experiment-six-weeks') : t('network-experiment-until', { day: dayText(latest) })}</p>`
}

function outcomeFields(form: Form, words: ExperimentWords): TemplateResult {
  return html`<p>${words.hypothesis}</p>
    ${radioField(form, {
      name: 'outcome',
      label: t('network-experiment-outcome'),
      options: [
        ...EXPERIMENT_OUTCOMES.map((value) => ({
          value,
          label: t(`network-outcome-${value}`),
          hint: t(`network-outcome-${value}-hint`),
        })),
        { value: '', label: t('network-outcome-none') },
      ],
      chosen: [words.outcome ?? ''],
      onChoose: (value) => {
        words.outcome = EXPERIMENT_OUTCOMES.find((outcome) => outcome === value) ?? null
        // The choice is steered by the page, so it has to be drawn again.
        form.clear()
      },
    })}
    ${area(form, words, 'learned', t('network-experiment-learned-hint'))}`
}

function area(form: Form, words: ExperimentWords, field: (typeof TEXTS)[number], hint: string): TemplateResult {
  return areaField(form, {
    name: field,
    label: t(`network-experiment-${field}`),
    hint,
    value: words[field],
    onInput: (value) => {
      words[field] = value
    },
  })
}

/** An experiment in words, line by line, for comparing two versions. */
export function experimentSaid(words: Omit<ExperimentInput, 'revision'>, network: Network): Said[] {
  const label = (field: string) => t(`network-experiment-${field}`)
  return [
    { label: label('hypothesis'), text: words.hypothesis },
    { label: label('partner'), text: partnerOf(network, words) ?? t('network-experiment-partner-none') },
    { label: label('smallestTest'), text: words.smallestTest },
    { label: label('measure'), text: words.measure },
    { label: label('startsOn'), text: dayText(words.startsOn) },
    { label: label('endsOn'), text: dayText(words.endsOn) },
    { label: label('outcome'), text: t(`network-outcome-${words.outcome ?? 'none'}`) },
    { label: label('learned'), text: words.learned },
  ]
}
