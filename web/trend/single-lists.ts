import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../results/words.ts'
import '../styles/single-lists.css'
import type { SingleLists } from './single-change.ts'

/** Two lists of questions, what rose and what fell, and how to read them; nothing where there are none. */
export function singleListsView(single: SingleLists | undefined, words: Words): TemplateResult | typeof nothing {
  if (single === undefined) return nothing
  return html`<div class="single-lists">
    ${single.lists.map(
      ({ title, topics }) => html`<dl>
        <dt>${title}</dt>
        ${topics.map((topic) => html`<dd>${topic}</dd>`)}
      </dl>`,
    )}
    <p class="note">${words.say('trend-single-why')}</p>
  </div>`
}
