import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { inSentence } from '../results/words.ts'
import type { TrendModel } from './trend-model.ts'

/** Every number of a trend, one row a round, the newest first; under a score the word of change that was stored with it. */
export function trendTable(
  { points, lines, level }: TrendModel,
  {
    id,
    org,
    horizon,
    names,
  }: { readonly id: string; readonly org: string; readonly horizon: string; readonly names: Names },
): TemplateResult {
  const columns = level === undefined ? lines : [...lines, level]
  const rows = points.map((point, at) => ({ point, at })).toReversed()
  return html`<div class="table-scroll" role="region" aria-labelledby="${id}-title" tabindex="0">
    <table id=${id} class="trend-table" aria-labelledby="${id}-title">
      <thead>
        <tr>
          <th scope="col">${t('trend-table-round')}</th>
          <th scope="col" class="number">${t('trend-table-people')}</th>
          ${columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
          ${
            level === undefined
              ? nothing
              : html`<th scope="col" class="number">${t('trend-table-balance')}</th>
          <th scope="col">${t('trend-table-floor')}</th>`
          }
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ point, at }) => {
          const figures = point.horizons[horizon]
          return html`<tr class=${point.continues === 'break' ? 'is-break' : ''}>
            <th scope="row">
              <a href="/o/${org}/r/${point.round.id}/results">${point.round.title}</a>
              <span class="muted">${periodText(point.round.period)}${point.continues === 'break' ? html`<br />${t('trend-break')}` : nothing}</span>
            </th>
            <td class="number">${point.n}</td>
            ${columns.map(({ marks }) => {
              const mark = marks[at]
              return html`<td class="number">
                ${mark?.label}${mark?.word ? html`<br /><span class="muted">${t(`trend-mark-${mark.word}`)}</span>` : nothing}
              </td>`
            })}
            ${
              level === undefined
                ? nothing
                : html`<td class="number">${figures?.balance == null ? t('trend-missing') : pageWords().number(figures.balance, 2)}</td>
                  <td>${pageWords().list((figures?.floor ?? []).map((code) => inSentence(names.dimension(code))))}</td>`
            }
          </tr>`
        })}
      </tbody>
    </table>
  </div>`
}
