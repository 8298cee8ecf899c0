import { html, nothing, type TemplateResult } from 'lit'
import { horizonsIn } from '../results/missing.ts'
import type { Words } from '../results/words.ts'
import { type TrendLine, type TrendMark, type TrendModel, trendModel } from '../trend/trend-model.ts'
import { brokenIn, captionId, peopleOf, wordOf } from '../trend/trend-rows.ts'
import { trendSvg } from '../trend/trend-svg.ts'
import { paragraphs, type ReportCell, reportPage, reportTable } from './parts.ts'
import { periodIn, type Telling } from './telling.ts'

/** How figures went from round to round, with every number in a table; nothing before there are two rounds. */
export function trendPart(telling: Telling): TemplateResult | typeof nothing {
  const { trend, results, instrument, names, words } = telling
  const [horizon] = horizonsIn(results, instrument.horizons)
  if (trend === undefined || trend.points.length < 2 || horizon === undefined) return nothing
  const model = trendModel(trend, instrument, horizon, names, words)
  const title = words.say('report-on-horizon', { horizon: words.say('trend-title'), said: names.horizon(horizon) })
  return reportPage(
    'report-trend',
    title,
    html`<p class="report-headline">${model.headline}</p>
      ${paragraphs(singleSentences(model, words))}
      ${panels(model.lines, model, 'report-trend-table', words.say(captionId(model)), telling)}
      ${model.evenness.length === 0 ? nothing : panels(model.evenness, model, 'report-evenness-table', words.say('trend-evenness-caption'), telling)}
      ${paragraphs(model.breaks.length > 0 ? [words.say('trend-break-note')] : [])}
      ${model.single === undefined ? html`<p class="note">${words.say('trend-why')}</p>` : nothing}`,
  )
}

/** Small lines beside each other, and their numbers in one table below. */
function panels(
  lines: readonly TrendLine[],
  model: TrendModel,
  id: string,
  caption: string,
  { words }: Telling,
): TemplateResult {
  const { points, periods } = model
  const hasPeople = points.some((point) => peopleOf(point) !== null)
  const people = hasPeople ? [words.say('trend-table-people')] : []
  const head = [words.say('trend-table-round'), ...people, ...lines.map(({ name }) => name)]
  const rows = points.map((point, at) => {
    const n = peopleOf(point)
    return [
      roundCell(model, at, words),
      ...(hasPeople ? [n === null ? words.say('trend-together') : words.number(n)] : []),
      ...lines.map(({ marks }) => (marks[at] === undefined ? '' : markCell(marks[at], words))),
    ]
  })
  return html`<div class="report-block">
    <ul class="report-trend">
      ${lines.map(
        (line) => html`<li>
          <h3>${line.name}</h3>
          ${trendSvg(line, { periods, breakLabel: words.say('trend-break'), describedBy: id })}
          <p>${line.sentence}</p>
        </li>`,
      )}
    </ul>
    ${reportTable(id, caption, head, rows)}
  </div>`
}

/** What rose and what fell on one form, each in a line: on paper a list of every question would be a page. */
function singleSentences({ single }: TrendModel, words: Words): string[] {
  if (single === undefined) return []
  return [...single.lists.map(({ title, topics }) => `${title}: ${topics.join('; ')}.`), words.say('trend-single-why')]
}

/** The period of a round, and under it which values may not be put beside the round before. */
function roundCell(model: TrendModel, at: number, words: Words): ReportCell {
  const period = periodIn(model.points[at]?.round.period ?? '', words)
  const names = brokenIn(model, at, words)
  if (names === '') return period
  const isAll = model.lines.every(({ breaks }) => breaks.includes(at))
  return html`${period}<br /><span class="muted">${isAll ? words.say('trend-break') : words.say('trend-break-of', { names })}</span>`
}

/** A number, and under it its word of change or what belongs to it. */
function markCell(mark: TrendMark, words: Words): ReportCell {
  const more = wordOf(mark, words)
  return more === '' ? mark.label : html`${mark.label}<br /><span class="muted">${more}</span>`
}
