import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RoundAnswering, RoundMode } from '../../server/contract/rounds.ts'
import type { Form } from '../app/form.ts'
import { checkboxField, type Option, radioField, textField } from '../components/fields.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { laterIn } from '../results/horizon-words.ts'
import '../pages/round-texts.ts'
import type { TemplateResult } from 'lit'

/** Groups that may answer, in the order in which they are offered. */
const GROUPS = ['management', 'staff', 'customer', 'supplier', 'neighbour', 'education', 'government', 'other'] as const

/** Days before the last day on which people may be reminded, as offered. */
const REMIND_DAYS = [7, 3, 1, 0] as const

/** Who answers a round: each by phone and nobody knows who, each under a name, or a team in one sheet. */
export const WAYS = ['anonymous', 'named', 'together'] as const
/** One of them. */
export type Way = (typeof WAYS)[number]

/** How a round is held in which people answer in this way. */
export function howOf(way: Way): { readonly mode: RoundMode; readonly answering: RoundAnswering } {
  return { mode: way === 'anonymous' ? 'anonymous' : 'open', answering: way === 'together' ? 'together' : 'each' }
}

/** In which way people answer a round that is held like this. */
export function wayOf({ mode, answering }: { readonly mode: RoundMode; readonly answering: RoundAnswering }): Way {
  if (answering === 'together') return 'together'
  return mode === 'anonymous' ? 'anonymous' : 'named'
}

/** The choice of who answers. */
export function wayField(
  form: Form,
  chosen: Way,
  onChoose: (way: Way) => void,
  ways: readonly Way[] = WAYS,
): TemplateResult {
  return radioField(form, {
    name: 'way',
    label: t('round-new-way'),
    hint: t('round-new-mode-hint'),
    options: ways.map((way) => ({
      value: way,
      label: t(`round-new-way-${way}`),
      hint: t(`round-new-way-${way}-hint`),
    })),
    chosen: [chosen],
    onChoose: (value) => onChoose(WAYS.find((way) => way === value) ?? 'anonymous'),
  })
}

/** The choice of groups that answer. */
export function groupsField(
  form: Form,
  way: Way,
  chosen: readonly string[],
  onChoose: (groups: readonly string[]) => void,
): TemplateResult {
  return checkboxField(form, {
    name: 'groups',
    label: t('round-new-groups'),
    hint: t(`round-new-groups-hint-${way === 'anonymous' ? 'anonymous' : 'open'}`),
    options: GROUPS.map((group) => ({ value: group, label: t(`round-group-${group}`) })),
    chosen,
    onChoose: (group) => onChoose(inOrder(toggled(chosen, group))),
  })
}

/** How many people are expected. */
export function expectedField(form: Form, value: string, onInput: (value: string) => void): TemplateResult {
  return textField(form, {
    name: 'expected',
    label: t('round-new-expected'),
    hint: t('round-new-expected-hint'),
    inputmode: 'numeric',
    size: 'short',
    value,
    onInput,
  })
}

/** The choice of how far ahead is asked: the first horizon of an instrument, the first two, and so on. */
export function horizonsField(
  form: Form,
  instrument: InstrumentView,
  chosen: number,
  onChoose: (count: number) => void,
): TemplateResult {
  return radioField(form, {
    name: 'horizons',
    label: t('round-new-horizons'),
    options: horizonOptions(instrument),
    chosen: [String(chosen)],
    onChoose: (count) => onChoose(Number(count)),
  })
}

/** The choice of days on which people are reminded. */
export function remindersField(form: Form, chosen: readonly number[]): TemplateResult {
  return checkboxField(form, {
    name: 'reminders',
    label: t('round-new-reminders'),
    hint: t('round-new-reminders-hint'),
    options: REMIND_DAYS.map((days) => ({ value: String(days), label: t('round-new-reminders-days', { days }) })),
    chosen: chosen.map(String),
  })
}

/** The days that were chosen in that field; days that it does not offer are lost. */
export function remindersIn(values: FormData): number[] {
  return REMIND_DAYS.filter((days) => values.getAll('reminders').includes(String(days)))
}

/** A whole number from 1 to 100000 in a field; undefined for anything else. */
export function wholeNumber(text: string): number | undefined {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= 100_000 ? value : undefined
}

function horizonOptions(instrument: InstrumentView): Option[] {
  const names = instrument.horizons.map((horizon) => instrument.names[locale()].horizons[horizon]?.name ?? horizon)
  return names.map((_, index) => ({
    value: String(index + 1),
    label: names.slice(0, index + 1).join(' + '),
    hint:
      index === 0
        ? t('round-new-horizons-one')
        : t('round-new-horizons-more', { count: index + 1, ...laterIn(instrument.horizons) }),
  }))
}

function toggled(list: readonly string[], entry: string): string[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry]
}

function inOrder(groups: readonly string[]): string[] {
  return GROUPS.filter((group) => groups.includes(group))
}
