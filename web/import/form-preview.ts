import { html, nothing, type TemplateResult } from 'lit'
import type { InstrumentPreview } from '../../server/contract/imports.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { noteList } from './fault-table.ts'

type Form = NonNullable<InstrumentPreview['form']>

/** What a form without a fault would become: its parts, its scale, and the first questions as people see them. */
export function formPreview({ form, leftOut, notes }: InstrumentPreview): TemplateResult {
  return html`${form === null ? nothing : html`${facts(form)} ${firstQuestions(form)}`} ${leftOutList(leftOut)} ${noteList(notes)}`
}

function facts(form: Form): TemplateResult {
  const { scale, dimensions, perspectives } = form
  const named = (parts: Form['dimensions']) =>
    html`<ul class="plain">
      ${parts.map(({ name, items }) => html`<li>${t('import-form-dimension', { name: name[locale()], n: items })}</li>`)}
    </ul>`
  return html`<dl class="import-facts">
    <div><dt>${t('import-form-dimensions')}</dt><dd>${named(dimensions)}</dd></div>
    ${perspectives.length > 1 ? html`<div><dt>${t('import-form-perspectives')}</dt><dd>${named(perspectives)}</dd></div>` : nothing}
    <div>
      <dt>${t('import-form-scale')}</dt>
      <dd>
        <ul class="plain">
          ${scale.words.map((words, step) => html`<li>${t('import-form-scale-step', { step: scale.min + step, words: words[locale()] })}</li>`)}
        </ul>
      </dd>
    </div>
    ${
      form.pulse < form.items
        ? html`<div><dt>${t('import-form-short')}</dt><dd>${t('import-form-short-n', { n: form.pulse })}</dd></div>`
        : nothing
    }
    <div><dt>${t('import-form-languages')}</dt><dd>${t(languagesId(form.languages))}</dd></div>
  </dl>`
}

function languagesId(languages: Form['languages']): string {
  if (languages.length === 2) return 'import-form-language-both'
  return `import-form-language-${languages[0] ?? 'none'}`
}

function firstQuestions({ first }: Form): TemplateResult {
  return html`<section aria-labelledby="import-first">
    <h3 id="import-first">${t('import-form-first')}</h3>
    <ol class="import-questions">
      ${first.map(
        ({ question, steps }) => html`<li>
          <p><strong>${question[locale()]}</strong></p>
          <ol class="import-steps">
            ${steps.map(({ rating, words }) => html`<li><b>${rating}</b> ${words[locale()]}</li>`)}
          </ol>
        </li>`,
      )}
    </ol>
  </section>`
}

function leftOutList(leftOut: InstrumentPreview['leftOut']): TemplateResult | typeof nothing {
  if (leftOut.length === 0) return nothing
  return html`<details class="fold">
    <summary>${t('import-left-out', { n: leftOut.length })}</summary>
    <p>${t('import-left-out-about')}</p>
    <ul>
      ${leftOut.map((row) => html`<li>${t(row.label === '' ? 'import-left-out-bare' : 'import-left-out-row', row)}</li>`)}
    </ul>
  </details>`
}
