import { html, nothing, type TemplateResult } from 'lit'
import { isBetweenPoles } from '../results/lines.ts'
import '../results/results-agreement.ts'
import '../results/results-lines.ts'
import '../results/results-often.ts'
import type { Telling } from './telling.ts'

/** The charts of an instrument of which each item stands for itself: the parts of the result page, each with its table. */
export function ownPart({ results, instrument }: Telling): TemplateResult {
  return html`<div class="report-page report-own">
    ${
      isBetweenPoles(instrument)
        ? html`<mv-results-lines .results=${results} .instrument=${instrument}></mv-results-lines>`
        : html`<mv-results-often .results=${results} .instrument=${instrument}></mv-results-often>`
    }
    ${results.n < 2 ? nothing : html`<mv-results-agreement .results=${results} .instrument=${instrument}></mv-results-agreement>`}
  </div>`
}
