import { html, nothing, type TemplateResult } from 'lit'
import { horizonsIn } from '../results/missing.ts'
import { inFull, type TrendLine, type TrendModel, trendModel } from '../trend/trend-model.ts'
import { trendSvg } from '../trend/trend-svg.ts'
import { paragraphs, reportPage, reportTable } from './parts.ts'
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
      ${panels(model.lines, model, 'report-trend-table', words.say('trend-table-caption'), telling)}
      ${model.evenness.length === 0 ? nothing : panels(model.evenness, model, 'report-evenness-table', words.say('trend-evenness-caption'), telling)}
      ${paragraphs(model.breaks.length > 0 ? [words.say('trend-break-note')] : [])}
      <p class="note">${words.say('trend-why')}</p>`,
  )
}

/** Small lines beside each other, and their numbers in one table below. */
function panels(
  lines: readonly TrendLine[],
  { points, periods }: TrendModel,
  id: string,
  caption: string,
  { words }: Telling,
): TemplateResult {
  const head = [words.say('trend-table-round'), words.say('trend-table-people'), ...lines.map(({ name }) => name)]
  const rows = points.map((point, at) => [
    periodIn(point.round.period, words),
    words.number(point.n),
    ...lines.map(({ marks }) => (marks[at] === undefined ? '' : inFull(marks[at]))),
  ])
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
