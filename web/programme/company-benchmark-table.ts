import { html, type TemplateResult } from 'lit'
import type { BenchmarkGroup } from '../../server/contract/benchmarks.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import type { BenchmarkRow } from './company-benchmark-model.ts'
import { capitalWithDisc } from './company-preview.ts'

/** The same numbers as the chart, with how many companies stand behind each. */
export function benchmarkTable(
  rows: readonly BenchmarkRow[],
  { id, caption, names }: { readonly id: string; readonly caption: string; readonly names: Names },
): TemplateResult {
  return html`<div class="table-scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
    <table id=${id}>
      <caption><span id="${id}-caption">${caption}</span></caption>
      <thead>
        <tr>
          <th scope="col">${t('programme-company-preview-value')}</th>
          <th scope="col" class="number">${t('programme-company-table-own')}</th>
          <th scope="col" class="number">${t('programme-company-table-mean')}</th>
          <th scope="col" class="number">${t('programme-company-table-band')}</th>
          <th scope="col" class="number">${t('programme-company-table-n')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ dimension, own, group }) => html`<tr>
            <th scope="row">${capitalWithDisc(dimension, names)}</th>
            <td class="number">${own ?? t('programme-company-preview-missing')}</td>
            <td class="number">${group === undefined ? hidden() : meanText(group)}</td>
            <td class="number">${group?.band ? bandText(group.band) : hidden()}</td>
            <td class="number">${group?.n ?? hidden()}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function bandText({ lower, upper }: NonNullable<BenchmarkGroup['band']>): string {
  return lower === upper ? String(lower) : t('programme-company-table-band-of', { lower, upper })
}

function meanText({ mean, end, needed }: BenchmarkGroup): string {
  if (needed !== null) return t('programme-company-table-needed', { ...needed })
  if (end !== null) return t(`programme-company-table-${end}`)
  return mean === null ? hidden() : String(mean)
}

function hidden(): string {
  return t('programme-company-table-hidden')
}
