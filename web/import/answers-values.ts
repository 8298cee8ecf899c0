import { html, nothing, type TemplateResult } from 'lit'
import type { StakeholderGroup } from '../../server/contract/common.ts'
import type { AnswersMapping, AnswersPreview, ValueMeaning } from '../../server/contract/imports.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import './import-texts.ts'

/** Written out: the list of the contract comes with zod, which pages do not load. */
const GROUPS = [
  'management',
  'staff',
  'customer',
  'supplier',
  'neighbour',
  'education',
  'government',
  'other',
] as const satisfies readonly StakeholderGroup[]

type GroupMeaning = AnswersMapping['groups'][number]['means']

/** What the words and codes of a file mean; what nobody knows stands first, and what is a guess is said to be one. */
export function valueTable(
  values: AnswersPreview['values'],
  instrument: InstrumentView,
  onMeaning: (text: string, means: ValueMeaning) => void,
): TemplateResult | typeof nothing {
  if (values.length === 0) return nothing
  const open = values.filter(({ means }) => means === null).length
  const sorted = values.toSorted((a, b) => rank(a) - rank(b))
  const isSettled = sorted.every((value) => rank(value) === 2)
  const table = html`<table class="stacks import-values">
    <caption class="visually-hidden">${t('import-answers-values-about')}</caption>
    <thead>
      <tr>
        <th scope="col">${t('import-answers-value')}</th>
        <th scope="col" class="number">${t('import-answers-times')}</th>
        <th scope="col">${t('import-answers-means')}</th>
      </tr>
    </thead>
    <tbody>
      ${sorted.map((value) => valueRow(value, instrument, onMeaning))}
    </tbody>
  </table>`
  return html`<section aria-labelledby="import-values">
    <h3 id="import-values">${t('import-answers-values')}</h3>
    <p class="hint">${open > 0 ? t('import-answers-values-open', { n: open }) : t('import-answers-values-about')}</p>
    ${isSettled ? html`<details class="fold"><summary>${t('import-answers-means')}</summary>${table}</details>` : table}
  </section>`
}

function rank({ means, isGuess }: AnswersPreview['values'][number]): number {
  if (means === null) return 0
  return isGuess ? 1 : 2
}

function valueRow(
  { text, times, means, isGuess }: AnswersPreview['values'][number],
  instrument: InstrumentView,
  onMeaning: (text: string, means: ValueMeaning) => void,
): TemplateResult {
  const { min, max } = instrument.scale
  const words = instrument.names[locale()].scale
  const steps = Array.from({ length: max - min + 1 }, (_, step) => min + step)
  const options: (readonly [ValueMeaning, string])[] = [
    ...steps.map((step) => [step, t('import-answers-means-step', { step, words: words[String(step)] ?? '' })] as const),
    ['unknown', t('import-answers-means-unknown')],
    ['not_applicable', t('import-answers-means-not-applicable')],
    ['unanswered', t('import-answers-means-unanswered')],
  ]
  const onChange = ({ target }: Event) => {
    const option = options.find(([value]) => target instanceof HTMLSelectElement && String(value) === target.value)
    if (option !== undefined) onMeaning(text, option[0])
  }
  return html`<tr class=${means === null ? 'import-open' : ''}>
    <th scope="row">${text}</th>
    <td class="number"><span class="cell-name" aria-hidden="true">${t('import-answers-times')}</span><span>${times}</span></td>
    <td>
      <span class="cell-name" aria-hidden="true">${t('import-answers-means')}</span>
      <span>
        <select aria-label=${t('import-answers-means-of', { text })} @change=${onChange}>
          ${means === null ? html`<option value="" selected>${t('import-answers-means-choose')}</option>` : nothing}
          ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === means}>${label}</option>`)}
        </select>
        ${isGuess ? html`<span class="import-guess">${t('import-answers-values-guess')}</span>` : nothing}
      </span>
    </td>
  </tr>`
}

/** Which group each word for a group is. */
export function groupTable(
  groups: AnswersPreview['groups'],
  onGroup: (text: string, means: GroupMeaning) => void,
): TemplateResult | typeof nothing {
  if (groups.length === 0) return nothing
  return html`<section aria-labelledby="import-groups">
    <h3 id="import-groups">${t('import-answers-groups')}</h3>
    <ul class="rows">
      ${groups.map(({ text, means, isKnown }) => {
        const onChange = ({ target }: Event) => {
          if (!(target instanceof HTMLSelectElement) || target.value === '') return
          onGroup(text, GROUPS.find((group) => group === target.value) ?? null)
        }
        return html`<li class=${isKnown ? '' : 'import-open'}>
          <span>${text}</span>
          <select aria-label=${t('import-answers-groups-of', { text })} @change=${onChange}>
            ${isKnown ? nothing : html`<option value="" selected>${t('import-answers-group-choose')}</option>`}
            <option value="none" ?selected=${isKnown && means === null}>${t('import-answers-group-none')}</option>
            ${GROUPS.map((group) => html`<option value=${group} ?selected=${group === means}>${t(`import-group-${group}`)}</option>`)}
          </select>
        </li>`
      })}
    </ul>
  </section>`
}
