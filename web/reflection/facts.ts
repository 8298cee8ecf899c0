import { html, nothing, type TemplateResult } from 'lit'
import type { Reflection } from '../../server/contract/reflections.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { factText } from './fact-words.ts'

/** What the figures say beside a question: at most three sentences, each with the way to its chart. */
export function factPanel(reflection: Reflection, question: number, org: string, names: Names): TemplateResult {
  // What was tried before stands in question 3 itself.
  const facts = reflection.facts.filter((fact) => fact.question === question && fact.kind !== 'miss')
  const result = `/o/${org}/r/${reflection.roundId}/results`
  return html`<section class="facts-panel" aria-labelledby="facts-heading">
    <h2 id="facts-heading">${t('reflection-facts-title')}</h2>
    ${
      facts.length === 0
        ? html`<p class="muted">${emptyText(reflection, question)}</p>`
        : html`<ul class="reflection-facts">
            ${facts.map(
              (fact) => html`<li>
                <p>${factText(fact, names)}</p>
                ${fact.chart ? html`<a href="${result}#${fact.chart}" aria-label=${t('reflection-facts-chart-of', { fact: factText(fact, names) })}>${t('reflection-facts-chart')}</a>` : nothing}
              </li>`,
            )}
          </ul>`
    }
  </section>`
}

function emptyText({ hasFigures }: Reflection, question: number): string {
  if (!hasFigures) return t('reflection-facts-none')
  return question === 5 ? t('reflection-facts-five') : t('reflection-facts-nothing')
}
