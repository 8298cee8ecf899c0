import { html, type TemplateResult } from 'lit'
import { capitalIcon } from '../charts/glyphs.ts'

// The roles say what the elements are anyway: as blocks on a phone they would no longer be a table to a screen reader.

/** The head of a table that stands as blocks on a phone. */
export function tableHead(columns: readonly string[]): TemplateResult {
  return html`<thead role="rowgroup">
    <tr role="row">
      ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
    </tr>
  </thead>`
}

/** The first cell of a row about a capital. */
export function rowHead(code: string, name: string): TemplateResult {
  return html`<th scope="row" role="rowheader"><span class="with-icon">${capitalIcon(code, name)} ${name}</span></th>`
}

/** One cell; on a phone with the name of its column before it. */
export function cell(column: string, content: TemplateResult | string): TemplateResult {
  return html`<td role="cell"><span class="cell-name" aria-hidden="true">${column}</span><span>${content}</span></td>`
}
