import { html, nothing, type TemplateResult } from 'lit'
import { geometryOf, type RadarGeometry } from '../charts/radar-geometry.ts'
import { radarLabels } from '../charts/radar-labels.ts'
import { type ChartModel, chartModel } from '../charts/radar-model.ts'
import { radarDrawing } from '../charts/radar-svg.ts'
import { dimensionHeader, markText, radarKey } from '../results/blocks.ts'
import { shapeOf } from '../results/horizon-words.ts'
import { captionOf } from '../results/view-captions.ts'
import { type OwnView, viewsOf } from '../results/views.ts'
import { absenceSentences } from './absences.ts'
import { paragraphs, reportPage } from './parts.ts'
import type { Telling } from './telling.ts'

/** With fewer axes a radar is a line or a point. */
const FEWEST_AXES = 3
/** The radar is drawn in pixels of this width and grows or shrinks with the paper. */
const WIDE = geometryOf(640)
/** On a phone it has its names above and below: small letters cannot be read. */
const NARROW = geometryOf(320)

/** The shape, a page for each view: a radar of at most two polygons, its key, and its table. */
export function shapePart(telling: Telling): TemplateResult[] {
  const { results, instrument, words } = telling
  const views = viewsOf(results, instrument)
  return views.map((view, at) =>
    reportPage(
      `report-shape-${at}`,
      at === 0 ? words.say('results-shape-title', shapeOf(instrument)) : captionOf(view, telling.names, words),
      viewOf(telling, view),
    ),
  )
}

function viewOf(telling: Telling, view: OwnView): TemplateResult {
  const { results, instrument, names, words } = telling
  const model = chartModel(results, instrument, view, names, words)
  const table = `report-shape-${view.code}`
  return html`<p class="report-headline">${model.headline}</p>
    ${
      instrument.dimensions.length < FEWEST_AXES
        ? nothing
        : html`<figure class="report-chart">
            ${[WIDE, NARROW].map((geometry) => reportRadar(model, geometry, table, instrument.balance))}
            ${radarKey(model, instrument.balance)}
          </figure>`
    }
    ${modelTable(table, captionOf(view, names, words), model, words.say('results-dimension'))}
    ${paragraphs(absenceSentences(model, telling))}
    ${model.differences === undefined ? nothing : html`<p class="note">${model.differences.note}</p>`}`
}

/** The radar as a drawing of our own: sharp on paper, and there without Chart.js. One of the two sizes is shown. */
function reportRadar(
  model: ChartModel,
  geometry: RadarGeometry,
  describedBy: string,
  hasLine: boolean,
): TemplateResult {
  const { width, height, isNarrow } = geometry
  return html`<div class="report-radar ${isNarrow ? 'is-narrow' : ''}">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${model.label} aria-describedby=${describedBy}>
      ${radarDrawing(model, geometry, isNarrow ? 4.5 : 6, hasLine)}
    </svg>
    ${radarLabels(model, geometry, hasLine)}
  </div>`
}

function modelTable(id: string, caption: string, model: ChartModel, first: string): TemplateResult {
  const { differences } = model
  return html`<div class="table-scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table id=${id}>
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${model.series.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
          ${differences === undefined ? nothing : html`<th scope="col">${differences.name}</th>`}
        </tr>
      </thead>
      <tbody>
        ${model.axes.map(
          (axis) => html`<tr>
            ${dimensionHeader(axis.code, axis.name)}
            ${axis.marks.map((mark) => html`<td class="number">${markText(mark)}</td>`)}
            ${differences === undefined ? nothing : html`<td>${axis.differenceText}</td>`}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
