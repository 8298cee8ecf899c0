import { html, nothing, type TemplateResult } from 'lit'
import { chartRows } from '../charts/chart-rows.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { absenceSample, absenceText, seriesSample } from '../charts/marks.ts'
import type { Axis, ChartModel, Mark } from '../charts/radar-model.ts'
import { saveCsv } from '../components/save-csv.ts'
import { t } from '../i18n/texts.ts'
import { explainButton } from './explaining.ts'
import { pageWords } from './page-words.ts'

/** From this width on a table is open at first: on a phone it would push the next headline out of sight. */
const WIDE = '(min-width: 40rem)'

/** A table under its chart: open at first where there is room, folded on a phone, always there on paper. */
export function foldingTable(table: TemplateResult): TemplateResult {
  return html`<details class="table-fold" ?open=${matchMedia(WIDE).matches}>
    <summary>${t('results-table')}</summary>
    ${table}
  </details>`
}

/** A table that scrolls in its own region when it is wider than the page. */
export function scrollingTable(
  id: string,
  caption: string,
  head: TemplateResult,
  body: TemplateResult | TemplateResult[],
  extra = '',
): TemplateResult {
  return html`<div class="table-scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table id=${id} class=${extra}>
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        ${head}
      </thead>
      ${Array.isArray(body) ? body : html`<tbody>${body}</tbody>`}
    </table>
  </div>`
}

/** The key of a chart: line, marker and name of each series. */
export function seriesKey(model: ChartModel, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<ul class="key">
    ${model.series.map((series) => html`<li>${seriesSample(series.style)} ${series.name}</li>`)} ${more}
  </ul>`
}

/** What else a radar shows: the line of preservation, and marks for what is not there. */
export function radarKey(model: ChartModel, hasLine: boolean): TemplateResult {
  const absences = new Set(model.axes.flatMap(({ absence }) => absence ?? []))
  const hasOthers = model.axes.some(({ marks }) => marks.some(({ absence }) => absence === 'incomparable'))
  const line = html`<svg class="sample" width="44" height="18" aria-hidden="true"><line class="line-sample" x1="1" x2="43" y1="9" y2="9" /></svg>`
  return seriesKey(
    model,
    html`${hasLine ? html`<li>${line} ${t('results-line')}</li>` : nothing}
    ${[...absences].map((absence) => html`<li>${absenceSample(absence)} ${absenceText(absence)}</li>`)}
    ${hasOthers ? html`<li><span class="sample" aria-hidden="true">≠</span> ${absenceText('incomparable')}</li>` : nothing}`,
  )
}

/** The numbers of a chart, dimension by dimension, each row with the way its numbers were made. */
export function modelTable(
  id: string,
  caption: string,
  model: ChartModel,
  pathsOf: (axis: Axis) => string[],
): TemplateResult {
  const { differences } = model
  const head = html`<tr>
    <th scope="col">${t('results-dimension')}</th>
    ${model.series.map((series) => html`<th scope="col" class="number">${series.name}</th>`)}
    ${differences ? html`<th scope="col">${differences.name}</th>` : nothing}
    <th scope="col" class="screen-only"><span class="visually-hidden">${t('results-explain')}</span></th>
  </tr>`
  const rows = model.axes.map(
    (axis) => html`<tr>
      ${dimensionHeader(axis.code, axis.name)} ${axis.marks.map((mark) => html`<td class="number">${markText(mark)}</td>`)}
      ${differences ? html`<td>${axis.differenceText}</td>` : nothing}
      <td class="screen-only">${explainButton(axis.name, pathsOf(axis))}</td>
    </tr>`,
  )
  return html`${scrollingTable(id, caption, head, html`${rows}`)}
    ${differences ? html`<p class="note">${differences.note}</p>` : nothing}
    <p class="screen-only"><button type="button" class="quiet small" @click=${() => saveCsv(caption, chartRows(model, pageWords()))}>${t('results-download')}</button></p>`
}

/** The first cell of a row about a dimension. */
export function dimensionHeader(code: string, name: string): TemplateResult {
  return html`<th scope="row"><span class="with-icon">${capitalIcon(code, name)} ${name}</span></th>`
}

/** A number in a table, or in words that it is hidden or not there. */
export function markText(mark: Mark): TemplateResult | string {
  if (mark.value !== null) return mark.label
  return html`<span class="absent">${absenceText(mark.absence ?? 'missing')}</span>`
}
