import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'

/** The reader asks how numbers were made. `paths` lead to them, as `GET /api/explain/:release/<path>` has them. */
export class ExplainEvent extends Event {
  readonly subject: string
  readonly paths: readonly string[]

  constructor(subject: string, paths: readonly string[]) {
    super('mv-explain', { bubbles: true, composed: true })
    this.subject = subject
    this.paths = paths
  }
}

/** A small round button that asks how the numbers of a row were made; nothing when there is no number to explain. */
export function explainButton(subject: string, paths: readonly string[]): TemplateResult | typeof nothing {
  if (paths.length === 0) return nothing
  const label = `${t('results-explain-how')} ${subject}`
  return html`<button type="button" class="explain-row" aria-label=${label} title=${t('results-explain-how')} @click=${asking(subject, paths)}>?</button>`
}

/** The same question in full, under a number that stands by itself. */
export function explainLink(subject: string, path: string): TemplateResult {
  return html`<button type="button" class="quiet explain" @click=${asking(subject, [path])}>
    ${t('results-explain-how')}<span class="visually-hidden">: ${subject}</span>
  </button>`
}

function asking(subject: string, paths: readonly string[]) {
  return (event: Event) => event.target?.dispatchEvent(new ExplainEvent(subject, paths))
}

declare global {
  interface HTMLElementEventMap {
    'mv-explain': ExplainEvent
  }
}
