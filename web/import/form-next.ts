import { html, nothing, type TemplateResult } from 'lit'
import type { InstrumentPreview } from '../../server/contract/imports.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import './import-texts.ts'

type Next = NonNullable<InstrumentPreview['next']>

/** Of which questionnaire a form is the next version, or none; nothing when the organisation has none yet. */
export function asChoice(
  { own, next }: InstrumentPreview,
  choose: (as: string) => void,
): TemplateResult | typeof nothing {
  if (own.length === 0) return nothing
  const options = [
    ...own.map(({ id, title, version }) => ({
      value: id,
      label: t('import-form-as-next', { title: title[locale()], version }),
    })),
    { value: 'new', label: t('import-form-as-new') },
  ]
  const chosen = next?.of.id ?? 'new'
  return html`<fieldset class="field">
    <legend>${t('import-form-as')}</legend>
    ${options.map(
      ({ value, label }) => html`<label class="choice">
        <input type="radio" name="as" value=${value} .checked=${value === chosen} @change=${() => choose(value)} /><span>${label}</span>
      </label>`,
    )}
  </fieldset>`
}

/** What changes with the next version, with a box for each reworded question that may still mean the same. */
export function nextVersion(
  next: Next,
  comparable: ReadonlySet<string>,
  toggle: (id: string, isComparable: boolean) => void,
): TemplateResult {
  const { of, isSame, kept, reworded, added, dropped } = next
  if (isSame) return html`<p role="status">${t('import-form-same')}</p>`
  const heading = t('import-form-next', { title: of.title[locale()], version: of.version })
  return html`<section aria-labelledby="import-next">
    <h3 id="import-next">${heading}</h3>
    <ul>
      <li>${t('import-form-kept', { n: kept })}</li>
      <li>${t('import-form-reworded', { n: reworded.length })}</li>
      <li>${t('import-form-added', { n: added.length })}</li>
      <li>${t('import-form-dropped', { n: dropped.length })}</li>
    </ul>
    ${
      reworded.length === 0
        ? nothing
        : html`<fieldset class="field">
            <legend>${t('import-form-reworded', { n: reworded.length })}</legend>
            <p class="hint">${t('import-form-reworded-about')}</p>
            ${reworded.map((item) => rewordedRow(item, comparable, toggle))}
          </fieldset>`
    }
  </section>`
}

function rewordedRow(
  { id, before, after, mayCompare }: Next['reworded'][number],
  comparable: ReadonlySet<string>,
  toggle: (id: string, isComparable: boolean) => void,
): TemplateResult {
  const words = { before: before[locale()], after: after[locale()] }
  if (!mayCompare) return html`<p>${t('import-form-compare-not', words)}</p>`
  const onChange = ({ target }: Event) => target instanceof HTMLInputElement && toggle(id, target.checked)
  return html`<label class="choice">
    <input type="checkbox" name="comparable" value=${id} .checked=${comparable.has(id)} @change=${onChange} />
    <span>${t('import-form-compare', words)}</span>
  </label>`
}
