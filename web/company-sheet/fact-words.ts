import { html, nothing, type TemplateResult } from 'lit'
import english from '../../data/texts/en/vsme.ftl?raw'
import dutch from '../../data/texts/nl/vsme.ftl?raw'
import type { EvidenceFact } from '../../server/contract/company-sheets.ts'
import { addTexts, formatNumber, hasText, t } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })

/** Characters of a text that stand there before the reader asks for the whole of it. */
const SHORT = 160
const MOST_DECIMALS = 4

/** A figure of a report as people read it: number with its unit, yes or no, or words of which the start stands there. */
export function factValue({
  kind,
  value,
  unit,
  concept,
}: Pick<EvidenceFact, 'kind' | 'value' | 'unit' | 'concept'>): TemplateResult {
  if (kind === 'yes-no') return html`<strong>${t(value === 'yes' ? 'vsme-yes' : 'vsme-no')}</strong>`
  if (kind === 'text') return words(value)
  // A year is no quantity: it has no dot for its thousands.
  const number = concept.endsWith('Year') ? value : inNumbers(value)
  return html`<strong>${number}</strong>${unit === null ? nothing : html` ${unitWords(unit)}`}`
}

function words(value: string): TemplateResult {
  const lines = value.split('\n').join('; ')
  if (lines.length <= SHORT) return html`<span class="fact-words">${lines}</span>`
  const start = lines.slice(0, lines.lastIndexOf(' ', SHORT) > 0 ? lines.lastIndexOf(' ', SHORT) : SHORT)
  return html`<span class="fact-words">${start}…</span>
    <details class="fact-whole">
      <summary>${t('vsme-more')}</summary>
      <p>${lines}</p>
    </details>`
}

function inNumbers(value: string): string {
  const number = Number(value)
  const rounded = Number(number.toFixed(MOST_DECIMALS))
  const decimals = String(rounded).split('.')[1]?.length ?? 0
  return formatNumber(number, Math.min(decimals, Math.abs(number) < 1 ? MOST_DECIMALS : 2))
}

function unitWords(unit: string): string {
  return hasText(`vsme-unit-${unit}`) ? t(`vsme-unit-${unit}`) : unit
}
