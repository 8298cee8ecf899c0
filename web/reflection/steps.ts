import { html, type TemplateResult } from 'lit'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import { t } from '../i18n/texts.ts'

/** The questions of a reflection, in the order in which they are suggested. */
export const QUESTION_NUMBERS = [1, 2, 3, 4, 5, 6, 7] as const
export type QuestionNumber = (typeof QUESTION_NUMBERS)[number]

/** How far a question is: it has cards, it was put aside for now, or neither. */
export type StepState = 'answered' | 'skipped' | 'open'

/**
 * How far a question of a reflection is. What is there counts before "skipped": who skipped and came back has answered.
 *
 * @param agreements of this reflection: questions 6 and 7 bring those, and no more than now and then a card.
 */
export function stepState(
  { entries, skipped }: Reflection,
  question: number,
  agreements: readonly Intervention[],
): StepState {
  const hasAgreements = agreements.some(({ effects }) => question === 6 || (question === 7 && effects.length > 0))
  if (hasAgreements || entries.some((entry) => entry.question === question)) return 'answered'
  return skipped.includes(question) ? 'skipped' : 'open'
}

/** A question's texts in a guide. */
export function questionTexts(
  guide: GuideTexts,
  question: QuestionNumber,
): GuideTexts['questions'][`${QuestionNumber}`] {
  return guide.questions[`${question}`]
}

/** The number in an address as one of the questions; undefined when it is none. */
export function questionOf(address: string): QuestionNumber | undefined {
  return QUESTION_NUMBERS.find((number) => String(number) === address)
}

/** All seven questions as a row of steps: any order is allowed, and each says how far it is. */
export function stepList(
  reflection: Reflection,
  guide: GuideTexts,
  base: string,
  current: QuestionNumber,
  agreements: readonly Intervention[],
): TemplateResult {
  return html`<nav class="question-steps screen-only" aria-label=${t('reflection-steps')}>
    <ol>
      ${QUESTION_NUMBERS.map((number) => {
        const state = stepState(reflection, number, agreements)
        const label = t('reflection-step', { number, title: questionTexts(guide, number).title, state })
        return html`<li>
          <a href="${base}/q/${number}" class="question-step is-${state}" aria-current=${number === current ? 'step' : 'false'} aria-label=${label} title=${questionTexts(guide, number).title}>${number}</a>
        </li>`
      })}
      <li><a class="question-step is-overview" href=${base}>${t('reflection-step-overview')}</a></li>
    </ol>
  </nav>`
}
