import { html, nothing, type TemplateResult } from 'lit'
import type { FileFault, InstrumentPreview } from '../../server/contract/imports.ts'
import { t } from '../i18n/texts.ts'
import './import-texts.ts'

/** What has to be different before a file can be imported: where, what is wrong and how to mend it. */
export function faultTable(faults: readonly FileFault[], more: number, about: string): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing
  const hasSheets = faults.some(({ sheet }) => sheet !== null)
  const cell = (name: string, value: string | number | null) =>
    html`<td><span class="cell-name" aria-hidden="true">${name}</span><span>${value ?? ''}</span></td>`
  return html`<section class="import-faults" aria-labelledby="import-faults">
    <h2 id="import-faults">${t('import-faults-title', { n: faults.length + more })}</h2>
    <p>${about}</p>
    <table class="stacks">
      <caption class="visually-hidden">${t('import-faults-title', { n: faults.length + more })}</caption>
      <thead>
        <tr>
          ${hasSheets ? html`<th scope="col">${t('import-fault-sheet')}</th>` : nothing}
          <th scope="col">${t('import-fault-line')}</th>
          <th scope="col">${t('import-fault-column')}</th>
          <th scope="col">${t('import-fault-wrong')}</th>
          <th scope="col">${t('import-fault-mend')}</th>
        </tr>
      </thead>
      <tbody>
        ${faults.map(
          ({ sheet, line, column, wrong, mend }) => html`<tr>
            ${hasSheets ? cell(t('import-fault-sheet'), sheet) : nothing} ${cell(t('import-fault-line'), line)}
            ${cell(t('import-fault-column'), column)} ${cell(t('import-fault-wrong'), wrong)}
            ${cell(t('import-fault-mend'), mend)}
          </tr>`,
        )}
      </tbody>
    </table>
    ${more > 0 ? html`<p>${t('import-faults-more', { n: more })}</p>` : nothing}
  </section>`
}

/** What is good to know and keeps nothing from being imported, folded away. */
export function noteList(notes: InstrumentPreview['notes']): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing
  return html`<details class="fold">
    <summary>${t('import-notes', { n: notes.length })}</summary>
    <ul>
      ${notes.map(
        ({ sheet, line, text }) => html`<li>
          ${sheet !== null && line !== null ? html`<span class="muted">${t('import-note-at', { sheet, line })}</span><br />` : nothing}${text}
        </li>`,
      )}
    </ul>
  </details>`
}
