import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Check, CheckAnswer } from '../../server/domain/balance-checks.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { inSentence } from '../results/words.ts'

/** Readable without colour: a tick, a cross, a line, a question mark. */
const ICONS: Readonly<Record<CheckAnswer, TemplateResult>> = {
  yes: icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`),
  no: icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />`),
  'not-needed': icon(svg`<path d="M6 12h12" />`),
  unknown: icon(svg`<path d="M9 9.2a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 2M12 17.4v.1" />`),
}

/** The three checks on a projected balance in words. A `no` leads back to question 6 with the capital that it names. */
export function checkList(checks: readonly Check[], names: Names, questionSix: string): TemplateResult {
  return html`<ul class="checks">
    ${checks.map(
      (check) => html`<li class="check is-${check.answer}">
        ${ICONS[check.answer]}
        <div>
          <p><strong>${t(`intervention-answer-${check.answer}`)}</strong> ${checkText(check, names)}</p>
          ${check.answer === 'no' ? backLinks(check, names, questionSix) : nothing}
        </div>
      </li>`,
    )}
  </ul>`
}

/** All checks in one breath, for who hears the page. */
export function checksSaid(checks: readonly Check[], names: Names): string {
  return checks.map((check) => `${t(`intervention-answer-${check.answer}`)} ${checkText(check, names)}`).join(' ')
}

function checkText({ check, answer, dimensions, now, expected }: Check, names: Names): string {
  const words = pageWords()
  return t(`intervention-check-${check}-${answer}`, {
    capitals: words.list(dimensions.map((code) => inSentence(names.dimension(code)))),
    n: dimensions.length,
    now: now === null ? '' : words.number(now),
    expected: expected === null ? '' : words.number(expected),
  })
}

function backLinks({ dimensions }: Check, names: Names, questionSix: string): TemplateResult {
  return html`<p class="check-back">
    ${dimensions.map((code) => html`<a href="${questionSix}?capital=${code}">${t('intervention-check-back', { capital: inSentence(names.dimension(code)) })}</a>`)}
  </p>`
}

function icon(drawing: ReturnType<typeof svg>): TemplateResult {
  return html`<svg class="check-icon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
    <circle cx="12" cy="12" r="11" />${drawing}
  </svg>`
}
