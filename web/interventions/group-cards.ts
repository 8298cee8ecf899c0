import { html, nothing, type TemplateResult } from 'lit'
import type { Entry } from '../../server/contract/reflections.ts'
import { t } from '../i18n/texts.ts'

/** More than this many at once nobody reads. */
const MOST = 60

/** Cards that the group wrote at a question beside its agreements: ideas at 6, notes at 7. Most dots first. */
function groupCards(entries: readonly Entry[], kind: 'idea' | 'note'): { id: string; text: string; dots: number }[] {
  return entries
    .flatMap(({ id, body, hidden, dots }) =>
      body.kind === kind && !hidden && body.text.trim() !== '' ? [{ id, text: body.text, dots }] : [],
    )
    .toSorted((a, b) => b.dots - a.dots)
}

/** Ideas of the group in a fold, each of which can become a proposal. */
export function ideaList(
  entries: readonly Entry[],
  take: ((text: string) => void) | undefined,
): TemplateResult | typeof nothing {
  const ideas = groupCards(entries, 'idea')
  if (ideas.length === 0) return nothing
  return html`<details class="fold ideas">
    <summary>${t('intervention-ideas', { n: ideas.length })}</summary>
    <ul class="rows">
      ${ideas.slice(0, MOST).map(
        ({ text, dots }) => html`<li>
          <p>${text} ${dots > 0 ? html`<span class="muted">${t('intervention-dots', { n: dots })}</span>` : nothing}</p>
          ${take ? html`<button type="button" @click=${() => take(text)}>${t('intervention-idea-take')}<span class="visually-hidden">: ${text}</span></button>` : nothing}
        </li>`,
      )}
    </ul>
    ${ideas.length > MOST ? html`<p class="hint">${t('intervention-cards-more', { n: ideas.length - MOST })}</p>` : nothing}
  </details>`
}

/** Notes of the group in a fold. */
export function noteList(entries: readonly Entry[]): TemplateResult | typeof nothing {
  const notes = groupCards(entries, 'note')
  if (notes.length === 0) return nothing
  return html`<details class="fold">
    <summary>${t('intervention-notes', { n: notes.length })}</summary>
    <ul>
      ${notes.slice(0, MOST).map(({ text }) => html`<li>${text}</li>`)}
    </ul>
  </details>`
}
