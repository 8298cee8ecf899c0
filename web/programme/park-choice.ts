import { html, type TemplateResult } from 'lit'
import type { Heatmap } from '../../server/contract/programme-figures.ts'
import type { Form } from '../app/form.ts'
import { checkboxField, faultSummary, formActions } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import { byName, rowName } from './compare-words.ts'

type Row = Pick<Heatmap['rows'][number], 'kind' | 'id' | 'name'>

/** How many parks a form lets choose. */
export function parksBetween(least: number, most: number): (value: string, values: FormData) => boolean {
  return (_, values) => {
    const { length } = values.getAll('parks')
    return length >= least && length <= most
  }
}

/** The parks that were ticked. */
export function parksOf(values: FormData): string[] {
  return values.getAll('parks').filter((value) => typeof value === 'string')
}

/** Boxes for parks, in order of name. */
export function parkChoice(
  form: Form,
  field: {
    readonly label: string
    readonly hint: string
    readonly submit: string
    readonly rows: readonly (Row & { readonly hint?: string })[]
    readonly chosen: readonly string[]
    readonly onChoose: (values: FormData) => void
  },
): TemplateResult {
  const parks = byName(field.rows.filter(({ kind }) => kind === 'park').map((row) => ({ ...row, name: rowName(row) })))
  const send = async (values: FormData) => field.onChoose(values)
  return html`<form novalidate class="compare-parks screen-only" @submit=${form.onSubmit(send)}>
    ${faultSummary(form)}
    ${checkboxField(form, {
      name: 'parks',
      label: field.label,
      hint: field.hint,
      options: parks.map(({ id, name, hint }) => ({ value: id, label: name, ...(hint === undefined ? {} : { hint }) })),
      chosen: field.chosen,
    })}
    ${formActions(form, html`<button class="primary">${field.submit}</button>`)}
  </form>`
}

/** What a park on the list says: how many companies are behind it. */
export function parkHint({ tookPart }: Heatmap['rows'][number]): { readonly hint?: string } {
  return tookPart === null ? {} : { hint: t('compare-took-part', { ...tookPart }) }
}
