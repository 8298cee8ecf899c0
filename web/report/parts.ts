import { html, type TemplateResult } from 'lit'

/** One cell of a table in a report. */
export type ReportCell = TemplateResult | string

/** A table with its caption; the first cell names the row. Whatever is a chart in a report has one below it. */
export function reportTable(
  id: string,
  caption: string,
  head: readonly string[],
  rows: readonly (readonly ReportCell[])[],
): TemplateResult {
  return html`<div class="table-scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table id=${id}>
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) => html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** A part of a report that starts on a new page. */
export function reportPage(id: string, title: string, body: ReportCell): TemplateResult {
  return html`<section class="report-page" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${body}
  </section>`
}

/** A part of a report that goes on where the one before it ends. */
export function reportPart(id: string, title: string, body: ReportCell): TemplateResult {
  return html`<section class="report-part" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${body}
  </section>`
}

/** Sentences, one paragraph each. */
export function paragraphs(sentences: readonly string[]): TemplateResult[] {
  return sentences.map((sentence) => html`<p>${sentence}</p>`)
}
