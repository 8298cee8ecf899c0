import { html, nothing, type TemplateResult } from 'lit'
import { chartRows } from '../../charts/chart-rows.ts'
import { capitalIcon } from '../../charts/glyphs.ts'
import { geometryOf } from '../../charts/radar-geometry.ts'
import { radarLabels } from '../../charts/radar-labels.ts'
import { absenceWord, type ChartModel, chartModel, differenceWords } from '../../charts/radar-model.ts'
import { radarDrawing } from '../../charts/radar-svg.ts'
import { absentSample, spanRows, spanSample } from '../../charts/span-rows-svg.ts'
import { wallRadar } from '../../charts/wall-radar-svg.ts'
import { captionOf } from '../../results/view-captions.ts'
import { type View, viewsOf } from '../../results/views.ts'
import type { Picture, PictureTable, Shown } from '../picture.ts'

/** Units of the drawing on a phone: the narrowest that the labels fit in. */
const PHONE_WIDTH = 340
const PHONE_MARK = 5

/** The shape of the organisation as a radar of at most two polygons. Undefined when nothing was released. */
export function radarPicture(viewCode: string, shown: Shown): Picture | undefined {
  const view = viewOf(viewCode, shown, (one) => one.kind !== 'sides')
  if (view === undefined) return undefined
  const model = modelOf(view, shown)
  const hasLine = shown.revealed.instrument.balance
  const drawing =
    shown.medium === 'wall' ? wallRadar(model, shown.tableId, hasLine, shown.words) : phoneRadar(model, shown, hasLine)
  return { ...about(view, model, shown), key: keyOf(model, shown, hasLine), body: drawing }
}

/** Two numbers for each capital on one line: inside and outside, or now and later. Undefined when nothing was released. */
export function pairsPicture(viewCode: string, shown: Shown): Picture | undefined {
  const view = viewOf(viewCode, shown, (one) => one.kind === 'sides')
  if (view === undefined) return undefined
  const model = modelOf(view, shown)
  const rows = model.axes.map((axis) => ({
    name: html`${capitalIcon(axis.code, axis.name)} <span>${axis.name}</span>`,
    marks: axis.marks.map((mark, at) => ({ ...mark, style: model.series[at]?.style ?? 'first' })),
    words: model.series.length > 1 ? differenceWords(axis, model, shown.words) : '',
  }))
  const options = { label: model.label, describedBy: shown.tableId, hasLine: shown.revealed.instrument.balance }
  return { ...about(view, model, shown), key: keyOf(model, shown, false), body: spanRows(rows, options) }
}

/** A view by its code, one horizon by its own code, else the first that is meant. */
function viewOf(code: string, { revealed }: Shown, isMeant: (view: View) => boolean): View | undefined {
  const { results, instrument } = revealed
  const views = viewsOf(results, instrument)
  const known = views.find((view) => view.code === code)
  if (known !== undefined) return known
  if (results.horizons[code] !== undefined) return { kind: 'one', code, horizon: code }
  return views.find(isMeant) ?? views[0]
}

function modelOf(view: View, { revealed, names, words }: Shown): ChartModel {
  return chartModel(revealed.results, revealed.instrument, view, names, words)
}

function about(view: View, model: ChartModel, shown: Shown): Pick<Picture, 'kicker' | 'headline' | 'table' | 'behind'> {
  const { revealed, names, words } = shown
  const caption = captionOf(view, names, words)
  return {
    kicker: caption,
    headline: model.headline,
    table: tableOf(caption, model, shown),
    behind: words.say('results-respondents', { n: revealed.results.n }),
  }
}

function tableOf(caption: string, model: ChartModel, { words }: Shown): PictureTable {
  const [head = [], ...rows] = chartRows(model, words).map((cells) => cells.map(String))
  return { caption, head, rows }
}

/** Mark and name of each series, the line of preservation, and the marks of what is not there. */
function keyOf(model: ChartModel, { words }: Shown, hasLine: boolean): TemplateResult {
  const absences = [...new Set(model.axes.flatMap(({ absence }) => absence ?? []))]
  const line = html`<svg class="span-sample" viewBox="-10 -10 20 20" aria-hidden="true"><path class="radar-ring-line" d="M-10 0H10" /></svg>`
  return html`<ul class="picture-key">
    ${model.series.map(({ style, name }) => html`<li>${spanSample(style)} ${name}</li>`)}
    ${hasLine ? html`<li>${line} ${words.say('results-line')}</li>` : nothing}
    ${hasLine ? absences.map((absence) => html`<li>${absentSample(absence)} ${absenceWord(absence, words)}</li>`) : nothing}
  </ul>`
}

function phoneRadar(model: ChartModel, { tableId }: Shown, hasLine: boolean): TemplateResult {
  const geometry = geometryOf(PHONE_WIDTH)
  return html`<div class="phone-radar" role="img" aria-label=${model.label} aria-describedby=${tableId}>
    <svg viewBox="0 0 ${geometry.width} ${geometry.height}">${radarDrawing(model, geometry, PHONE_MARK, hasLine)}</svg>
    ${radarLabels(model, geometry, hasLine)}
  </div>`
}
