import { html, nothing, type TemplateResult } from 'lit'
import '../results/results-groups.ts'
import '../results/results-knowledge.ts'
import type { Telling } from './telling.ts'

/** What people do not know, how much was filled in, and the groups: the tables of the result page. */
export function peoplePart({ results, instrument }: Telling): TemplateResult {
  const hasGroups = instrument.scores && Object.keys(results.groups).length > 0
  return html`<div class="report-page">
    <mv-results-knowledge .results=${results} .instrument=${instrument}></mv-results-knowledge>
    ${hasGroups ? html`<mv-results-groups .results=${results} .instrument=${instrument}></mv-results-groups>` : nothing}
  </div>`
}
