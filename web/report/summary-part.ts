import { html, nothing, type TemplateResult } from 'lit'
import { figuresOf } from '../results/figures.ts'
import { horizonsIn } from '../results/missing.ts'
import { inSentence } from '../results/words.ts'
import { paragraphs, reportPage, reportTable } from './parts.ts'
import { headlineOf, summaryOf } from './summary.ts'
import type { Telling } from './telling.ts'

/** One page of words: the headline of the result, what else it says, and the five figures with what each means. */
export function summaryPart(telling: Telling): TemplateResult {
  return reportPage(
    'report-summary',
    telling.words.say('deck-says'),
    html`<p class="report-headline">${headlineOf(telling)}</p>
      ${paragraphs(summaryOf(telling))} ${figures(telling)}`,
  )
}

function figures({ results, instrument, names, words }: Telling): TemplateResult | typeof nothing {
  const [first] = horizonsIn(results, instrument.horizons)
  const on = first === undefined ? undefined : results.horizons[first]
  if (!instrument.balance || first === undefined || on === undefined) return nothing
  const title = words.say('results-figures-title', { horizon: inSentence(names.horizon(first)) })
  if (on.level === null)
    return html`<h3>${title}</h3>
      <p>${words.say('results-figures-none', { n: instrument.dimensions.length })}</p>`
  const rows = figuresOf(on, instrument.dimensions, names, words).map(({ name, value, unit, sentence }) => [
    name,
    html`<strong>${value} ${unit}</strong>`,
    sentence,
  ])
  const head = ['deck-figure', 'deck-value', 'deck-means'].map((id) => words.say(id))
  return html`<div class="report-block">${reportTable('report-figures', title, head, rows)}
    <p>${words.say('results-method-balance')}</p></div>`
}
