import { html, nothing, type TemplateResult } from 'lit'
import type { VsmePreview } from '../../server/contract/evidence-facts.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { factValue } from './fact-words.ts'

/** What a report holds about the questions of a sheet, question by question; what could not be read, and what is left. */
export function factsPreview(preview: VsmePreview): TemplateResult {
  const { items, faults, unused, stored, entity, period } = preview
  const facts = items.reduce((sum, item) => sum + item.facts.length, 0)
  const about = [
    entity === null ? '' : t('vsme-report-of', { name: entity }),
    period === null ? '' : t('vsme-report-about', { period }),
  ].filter((part) => part !== '')
  return html`${about.length > 0 ? html`<p class="facts-of">${about.join(', ')}</p>` : nothing}
    <p class="headline">${facts === 0 ? t('vsme-headline-none') : t('vsme-headline', { facts, items: items.length })}</p>
    ${stored > 0 && facts > 0 ? html`<p>${t('vsme-replaces', { n: stored })}</p>` : nothing}
    <div class="facts-found">${items.map((item) => itemFacts(item, period))}</div>
    ${faults.length > 0 ? faultsOf(preview) : nothing}
    ${
      unused.length > 0
        ? html`<details>
            <summary>${t('vsme-unused', { n: unused.length })}</summary>
            <p class="hint">${t('vsme-unused-hint')}</p>
            <ul>${unused.map((label) => html`<li>${label[locale()]}</li>`)}</ul>
          </details>`
        : nothing
    }`
}

/** The period stands there only where it is another one than that of the report. */
function itemFacts({ topic, facts }: VsmePreview['items'][number], usual: string | null): TemplateResult {
  return html`<details>
    <summary><span>${topic[locale()]}</span> <span class="hint">${t('vsme-item-facts', { n: facts.length })}</span></summary>
    <dl>
      ${facts.map(
        (fact) => html`<div>
          <dt>${fact.label[locale()]}</dt>
          <dd>${factValue(fact)} ${fact.period === null || fact.period === usual ? nothing : html`<span class="hint">(${fact.period})</span>`}</dd>
        </div>`,
      )}
    </dl>
  </details>`
}

function faultsOf({ faults }: VsmePreview): TemplateResult {
  return html`<section class="facts-faults" aria-labelledby="vsme-faults">
    <h3 id="vsme-faults">${t('vsme-faults', { n: faults.length })}</h3>
    <p class="hint">${t('vsme-faults-hint')}</p>
    <ul>
      ${faults.map(
        ({ sheet, cell, label, fault }) => html`<li>
          <strong>${sheet}, ${cell}</strong>: ${t(`vsme-fault-${fault}`)} <span class="hint">(${label[locale()]})</span>
        </li>`,
      )}
    </ul>
  </section>`
}
