import { html, type TemplateResult } from 'lit'
import { factsOf, type Telling } from './telling.ts'

/** The first page: whose figures these are, of when, of how many people, and which outcome it is. */
export function coverPart(telling: Telling): TemplateResult {
  const { organisation, results, words } = telling
  return html`<header class="report-cover">
    <p class="report-organisation">${organisation}</p>
    <h1>${results.release.title}</h1>
    <ul class="report-facts">
      ${factsOf(telling).map((fact) => html`<li>${fact}</li>`)}
    </ul>
    <p class="report-release">${words.say('report-release-id', { id: results.release.id })}</p>
  </header>`
}
