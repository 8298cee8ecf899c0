import { html, type TemplateResult } from 'lit'
import { hiddenGroups, methodSentences } from '../results/hidden-groups.ts'
import { paragraphs, reportPage } from './parts.ts'
import { outcomeOf, type Telling } from './telling.ts'

/** Words that the report uses and that every instrument with scores shares. */
const SCORE_TERMS = ['score', 'agreement', 'unknown', 'coverage'] as const
const BALANCE_TERMS = ['level', 'balance', 'cost', 'floor', 'limit'] as const

/** How the figures were made and people protected, what is not shown and why, and what the words mean. */
export function methodPart(telling: Telling): TemplateResult {
  const { results, instrument, names, words } = telling
  const hidden = hiddenGroups(results, instrument, names, words)
  return reportPage(
    'report-method',
    words.say('results-method-title'),
    html`${paragraphs(methodSentences(results, instrument, words))}
      <p class="report-source">${words.say('report-source', { outcome: outcomeOf(telling) })}</p>
      <h3>${words.say('results-hidden-title')}</h3>
      ${
        hidden.length === 0
          ? paragraphs([words.say('results-hidden-nothing')])
          : hidden.map(
              ({ title, because, names: named }) => html`<div class="report-hidden">
                <p><strong>${title}.</strong> ${because}</p>
                <p class="report-hidden-names">${named.join('; ')}.</p>
              </div>`,
            )
      }
      ${glossary(telling)}`,
  )
}

function glossary({ instrument, language, words }: Telling): TemplateResult {
  const texts = instrument.names[language]
  const terms = [
    ...instrument.dimensions.map((code) => texts.dimensions[code]),
    ...(instrument.perspectives.length > 1 ? instrument.perspectives.map((code) => texts.perspectives[code]) : []),
  ].filter((term) => term !== undefined)
  const own = [...(instrument.scores ? SCORE_TERMS : []), ...(instrument.balance ? BALANCE_TERMS : [])].map((code) => ({
    name: words.say(`report-term-${code}`),
    explanation: words.say(`report-term-${code}-means`),
  }))
  return html`<h3>${words.say('report-glossary')}</h3>
    <dl class="report-glossary">
      ${[...terms, ...own].map(
        ({ name, explanation }) => html`<div>
          <dt>${name}</dt>
          <dd>${explanation}</dd>
        </div>`,
      )}
    </dl>`
}
