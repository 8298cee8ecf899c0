import { html, nothing, type TemplateResult } from 'lit'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { t } from '../i18n/texts.ts'
import { answerWords, previousName, stemOf } from './sheet-words.ts'

/**
 * What the sheet before says to the same question: folded away, so that nobody answers by reading it first, with one
 * button that takes it over. Nothing when there is no earlier sheet.
 *
 * @param same takes it over; undefined when nothing can be changed.
 */
export function previousAnswer(
  sheet: CompanySheet,
  itemId: string,
  same: (() => void) | undefined,
): TemplateResult | typeof nothing {
  const { previous } = sheet
  if (previous === null) return nothing
  const answers = previous.answers[itemId]
  const period = previousName(sheet)
  if (answers === undefined) return html`<p class="sheet-previous hint">${t('sheet-previous-new', { period })}</p>`
  return html`<div class="sheet-previous">
    <details class="fold">
      <summary>${t('sheet-previous-title', { period })}</summary>
      <dl>
        ${sheet.round.horizons
          .filter((horizon) => answers[horizon])
          .map(
            (horizon) => html`<div>
              <dt>${stemOf(sheet, horizon)}</dt>
              <dd>${answerWords(sheet, itemId, answers[horizon])}</dd>
            </div>`,
          )}
      </dl>
      ${beside(sheet, itemId)}
    </details>
    ${
      same
        ? html`<button type="button" aria-keyshortcuts="=" @click=${same}>${t('sheet-previous-same', { period })} <kbd>=</kbd></button>`
        : nothing
    }
  </div>`
}

function beside({ previous }: CompanySheet, itemId: string): TemplateResult | typeof nothing {
  const work = previous?.work[itemId]
  if (!work || (work.certainty === null && work.note === '')) return nothing
  return html`<dl>
    ${work.certainty ? html`<div><dt>${t('sheet-certainty-title')}</dt><dd>${t(`sheet-certainty-${work.certainty}`)}</dd></div>` : nothing}
    ${work.note ? html`<div><dt>${t('sheet-note-label')}</dt><dd class="sheet-note-read">${work.note}</dd></div>` : nothing}
  </dl>`
}
