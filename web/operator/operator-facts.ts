import { html, type TemplateResult } from 'lit'
import { formatNumber } from '../i18n/texts.ts'

/** One line of a list of facts. */
export interface Fact {
  readonly name: string
  readonly value: string | TemplateResult
}

/** Names with what is true of them. */
export function factList(facts: readonly Fact[]): TemplateResult {
  return html`<dl class="operator-facts">
    ${facts.map(
      ({ name, value }) => html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`,
    )}
  </dl>`
}

/** A size as people say it: `820 MB`, or `12.4 GB` from 10,000 MB on. */
export function megabytes(bytes: number): string {
  const size = bytes / 1_000_000
  return size < 10_000 ? `${formatNumber(Math.ceil(size))} MB` : `${formatNumber(size / 1_000, 1)} GB`
}
