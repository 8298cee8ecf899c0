import { html, nothing, type TemplateResult } from 'lit'
import type { Park, ParkChange } from '../../server/contract/parks.ts'
import { type FieldRule, type Form, textOf } from '../app/form.ts'
import { textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import './parks-texts.ts'

/** What makes a field of a park good; the server has the last word. */
export const PARK_RULES: readonly FieldRule[] = [
  { field: 'regionCode', fault: 'parks-fault-code', holds: (value) => value.trim() === '' || codeOf(value) !== null },
  { field: 'hectaresGross', fault: 'parks-fault-gross', holds: isHectares },
  { field: 'hectaresNet', fault: 'parks-fault-net', holds: isHectares },
  { field: 'asOf', fault: 'parks-fault-as-of', holds: (value) => /^\s*((19|20)\d{2}(-\d{2}-\d{2})?)?\s*$/.test(value) },
  { field: 'registerNumber', fault: 'problem-park-known', codes: ['park-known'] },
]

/** A park that is new needs a name too. */
export const NEW_PARK_RULES: readonly FieldRule[] = [
  { field: 'name', fault: 'parks-fault-name', holds: (value) => value.trim() !== '' && value.trim().length <= 120 },
  ...PARK_RULES,
]

/** The fields of a park's facts; with `park` as they are now. */
export function parkFields(form: Form, park?: Park): TemplateResult {
  const number = (hectares: number | null | undefined) =>
    hectares == null ? '' : String(hectares).replace('.', t('parks-decimal'))
  return html`${park === undefined ? textField(form, { name: 'name', label: t('parks-fact-name') }) : nothing}
    ${textField(form, { name: 'municipality', label: t('parks-fact-municipality'), value: park?.municipality ?? '' })}
    ${textField(form, {
      name: 'regionCode',
      label: t('parks-fact-code'),
      hint: t('parks-fact-code-hint'),
      value: park?.region?.code.replace(/^GM/, '') ?? '',
      size: 'short',
    })}
    ${textField(form, { name: 'registerNumber', label: t('parks-fact-number'), value: park?.registerNumber ?? '', size: 'short' })}
    ${textField(form, { name: 'kind', label: t('parks-fact-kind'), value: park?.kind ?? '', size: 'short' })}
    ${textField(form, { name: 'hectaresGross', label: t('parks-fact-gross'), value: number(park?.hectaresGross), size: 'short' })}
    ${textField(form, { name: 'hectaresNet', label: t('parks-fact-net'), value: number(park?.hectaresNet), size: 'short' })}
    ${textField(form, { name: 'asOf', label: t('parks-fact-as-of'), hint: t('parks-fact-as-of-hint'), value: park?.asOf ?? '', size: 'short' })}
    ${textField(form, { name: 'source', label: t('parks-fact-source'), value: park?.source ?? '' })}`
}

/** What was filled in as the server takes it; an empty field is not known. */
export function parkFactsOf(values: FormData): Omit<ParkChange, 'revision'> {
  const word = (field: string) => textOf(values, field) || null
  return {
    municipality: word('municipality'),
    regionCode: codeOf(textOf(values, 'regionCode')),
    registerNumber: word('registerNumber'),
    kind: word('kind'),
    hectaresGross: hectaresOf(textOf(values, 'hectaresGross')),
    hectaresNet: hectaresOf(textOf(values, 'hectaresNet')),
    asOf: word('asOf'),
    source: word('source'),
  }
}

/** A municipality's four digits get the letters of the official code; a whole code stays. */
function codeOf(typed: string): string | null {
  const code = typed.trim().toUpperCase()
  if (/^\d{1,4}$/.test(code)) return `GM${code.padStart(4, '0')}`
  return /^(GM|PV|WK|CR)\d{2,6}$/.test(code) ? code : null
}

function isHectares(typed: string): boolean {
  return typed.trim() === '' || /^\d{1,7}([.,]\d+)?$/.test(typed.trim())
}

function hectaresOf(typed: string): number | null {
  return typed === '' ? null : Number(typed.replace(',', '.'))
}
