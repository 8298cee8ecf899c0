import { html, nothing, type TemplateResult } from 'lit'
import type { EarlierMark } from '../../server/domain/earlier-marks.ts'
import { formatDay, t } from '../i18n/texts.ts'
import './compare-texts.ts'

/** What the marks of figures from earlier publications mean: a line for each. */
export function earlierNote(marks: readonly EarlierMark[]): TemplateResult | typeof nothing {
  if (marks.length === 0) return nothing
  return html`<div class="muted compare-earlier" role="note">${marks.map((mark) => html`<p>${earlierText(mark)}</p>`)}</div>`
}

function earlierText({ mark, release, because }: EarlierMark): string {
  return t(`compare-earlier-${because}`, { mark, number: release.number, date: formatDay(release.madeAt) })
}
