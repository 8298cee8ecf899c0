import { html, nothing, type TemplateResult } from 'lit'
import type { ExpectedEffect } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { arrowOf } from './arrows.ts'
import { effectName, effectRows, priceLine } from './effect-words.ts'
import type { EffectsBody } from './effects.ts'
import { cell, rowHead, tableHead } from './stacking-table.ts'

interface Shape {
  readonly dimensions: readonly string[]
  readonly perspectives: readonly string[]
}

/**
 * What is expected of an intervention, to read: a row for each capital that something was said of, and the price.
 *
 * @param id makes the ids on the page unique.
 */
export function effectsTable(body: EffectsBody, shape: Shape, names: Names, id: string): TemplateResult {
  const rows = effectRows(body.effects, shape, names)
  if (rows.length === 0) return html`<p class="muted">${t('intervention-effects-unsaid')}</p>`
  return html`<div class="table-scroll" role="group" aria-labelledby="effects-table-${id}" tabindex="0">
      <table class="effects-table stacks" role="table">
        <caption id="effects-table-${id}">${t('intervention-effects-caption')}</caption>
        ${tableHead([t('intervention-capital'), t('intervention-effect'), t('intervention-term'), t('intervention-confidence')])}
        <tbody role="rowgroup">
          ${rows.map(
            ({ code, name, said }) => html`<tr role="row">
              ${rowHead(code, name)}
              ${cell(t('intervention-effect'), html`${arrowOf(said.effect)} ${effectName(said.effect)}`)}
              ${said.effect === 0 ? html`<td role="cell"></td><td role="cell"></td>` : termCells(said)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${body.price.bearer.trim() === '' ? nothing : html`<p class="price-line">${priceLine(body.price, names)}</p>`}`
}

function termCells({ term, confidence }: ExpectedEffect): TemplateResult {
  return html`${cell(t('intervention-term'), t(`intervention-term-${term}`))}
  ${cell(t('intervention-confidence'), t(`intervention-confidence-${confidence}`))}`
}
