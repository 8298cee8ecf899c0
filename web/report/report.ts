import { html, nothing, type TemplateResult } from 'lit'
import { agreementsPart } from './agreements-part.ts'
import { capitalParts } from './capital-part.ts'
import { coverPart } from './cover-part.ts'
import { methodPart } from './method-part.ts'
import { ownPart } from './own-part.ts'
import { peoplePart } from './people-part.ts'
import { reflectionPart } from './reflection-part.ts'
import { shapePart } from './shape-part.ts'
import { isNothingShown } from './summary.ts'
import { summaryPart } from './summary-part.ts'
import type { Telling } from './telling.ts'
import { trendPart } from './trend-part.ts'

/**
 * The whole report of a round, in the order in which it is read: whose it is, what it says, the shape, each capital,
 * what people said about it, what they agreed, and how the figures were made.
 */
export function report(telling: Telling): TemplateResult {
  return html`<article class="report results">
    ${coverPart(telling)} ${summaryPart(telling)} ${isNothingShown(telling) ? nothing : figures(telling)}
    ${reflectionPart(telling)} ${agreementsPart(telling)} ${methodPart(telling)}
  </article>`
}

function figures(telling: Telling): TemplateResult {
  if (!telling.instrument.scores) return html`${ownPart(telling)} ${peoplePart(telling)}`
  return html`${shapePart(telling)} ${capitalParts(telling)} ${peoplePart(telling)} ${trendPart(telling)}`
}
