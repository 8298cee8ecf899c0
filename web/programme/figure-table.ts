import { html, nothing, type TemplateResult } from 'lit'
import type { FigureCell } from '../../server/contract/programme-figures.ts'
import { earlierMarks, markOf } from '../../server/domain/earlier-marks.ts'
import { t } from '../i18n/texts.ts'
import { figureText } from './compare-words.ts'
import { earlierNote } from './earlier-note.ts'
import { type FigureRow, ownScore } from './figure-plot.ts'

/** A part of a table of figures: all rows of one capital, or one part without a heading. */
export interface FigurePart {
  readonly heading?: string
  readonly rows: readonly FigureRow[]
}

/** The numbers of a drawing, folded away until somebody asks for them. */
export function asTable(id: string, caption: string, table: TemplateResult): TemplateResult {
  return html`<details class="table-fold compare-fold">
    <summary>${t('compare-as-table')}</summary>
    <div class="table-scroll parks-table" role="region" aria-labelledby="${id}-caption" tabindex="0">
      <table id=${id}>
        <caption id="${id}-caption">
          ${caption}
        </caption>
        ${table}
      </table>
    </div>
  </details>`
}

/** The same numbers as in the rows of a drawing, below what is said of those from an earlier publication. */
export function figureTable(
  parts: readonly FigurePart[],
  { id, caption, first }: { readonly id: string; readonly caption: string; readonly first: 'park' | 'capital' },
): TemplateResult {
  const marks = earlierMarks(parts.flatMap(({ rows }) => rows.flatMap(({ figure, programme }) => [figure, programme])))
  const columns = ['mean', 'n', 'band', 'programme', 'now', 'intended'] as const
  return html`${earlierNote(marks)}
  ${asTable(
    id,
    caption,
    html`<thead>
        <tr>
          <th scope="col">${t(`compare-column-${first}`)}</th>
          ${columns.map((column) => html`<th scope="col" class="number">${t(`compare-column-${column}`)}</th>`)}
        </tr>
      </thead>
      ${parts.map(
        ({ heading, rows }) => html`<tbody>
          ${heading === undefined ? nothing : html`<tr><th scope="rowgroup" colspan=${columns.length + 1}>${heading}</th></tr>`}
          ${rows.map(
            ({ spoken, figure, programme, own }) => html`<tr>
              <th scope="row">${spoken}</th>
              <td class="number">${figureText(figure)}${markOf(figure, marks)}</td>
              <td class="number">${figure?.n ?? t('compare-none')}</td>
              <td class="number">${bandText(figure)}</td>
              <td class="number">${figureText(programme)}${markOf(programme, marks)}</td>
              <td class="number">${ownScore(own, 'now') ?? t('compare-none')}</td>
              <td class="number">${ownScore(own, 'intended') ?? t('compare-none')}</td>
            </tr>`,
          )}
        </tbody>`,
      )}`,
  )}`
}

function bandText(figure: FigureCell | undefined): string {
  if (figure?.lower == null || figure.upper === null) return t('compare-hidden')
  const { lower, upper } = figure
  return lower === upper ? String(lower) : t('compare-band', { lower, upper })
}
