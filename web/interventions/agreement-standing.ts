import { html, type TemplateResult } from 'lit'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { InterventionContent } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import '../pages/round-name-texts.ts'
import { GROUP_STANCES, GROUPS, POTENTIALS, STEPS } from './lists.ts'
import { type Step, stepsField } from './steps-field.ts'

/** Stands for "nobody said it": it takes an answer away again. */
const UNSAID = ''

/**
 * How a proposal stands: its impact, who is for and against, and what there is to do it with. The script follows from
 * these.
 *
 * @param name makes the names of the fields unique on the page.
 */
export function agreementStanding(
  name: string,
  content: InterventionContent,
  guide: GuideTexts,
  write: (changes: Partial<InterventionContent>) => void,
): TemplateResult {
  return html`<div class="standing">
    ${stepsField({
      name: `impact-${name}`,
      legend: t('intervention-impact'),
      hint: guide.impact.question,
      steps: STEPS.map((step) => ({ value: step, label: guide.impact.steps[step] })),
      chosen: content.impact === null ? undefined : String(content.impact),
      onChoose: (step) => write({ impact: Number(step) }),
    })}
    ${support(name, content, guide, write)} ${potential(name, content, guide, write)}
  </div>`
}

function support(
  name: string,
  { support }: InterventionContent,
  guide: GuideTexts,
  write: (changes: Partial<InterventionContent>) => void,
): TemplateResult {
  const steps = [unsaid(), ...GROUP_STANCES.map((stance) => ({ value: stance, label: guide.support[stance] }))]
  return html`<details class="fold">
    <summary>${t('intervention-support', { n: Object.keys(support).length })}</summary>
    <p class="hint">${t('intervention-support-hint')}</p>
    ${GROUPS.map((group) =>
      stepsField({
        name: `support-${name}-${group}`,
        legend: t(`round-group-${group}`),
        look: 'in-row',
        steps,
        chosen: support[group] ?? UNSAID,
        onChoose: (chosen) => {
          const { [group]: _, ...others } = support
          const stance = GROUP_STANCES.find((one) => one === chosen)
          write({ support: stance === undefined ? others : { ...others, [group]: stance } })
        },
      }),
    )}
  </details>`
}

function potential(
  name: string,
  { potential }: InterventionContent,
  guide: GuideTexts,
  write: (changes: Partial<InterventionContent>) => void,
): TemplateResult {
  const steps = [unsaid(), ...STEPS.map((step) => ({ value: step, label: t(`intervention-potential-${step}`) }))]
  return html`<details class="fold">
    <summary>${t('intervention-potential', { n: Object.keys(potential).length })}</summary>
    ${POTENTIALS.map((one) =>
      stepsField({
        name: `potential-${name}-${one}`,
        legend: guide.potential[one].name,
        hint: guide.potential[one].question,
        look: 'in-row',
        steps,
        chosen: String(potential[one] ?? UNSAID),
        onChoose: (chosen) => {
          const { [one]: _, ...others } = potential
          write({ potential: chosen === UNSAID ? others : { ...others, [one]: Number(chosen) } })
        },
      }),
    )}
  </details>`
}

function unsaid(): Step {
  return { value: UNSAID, label: t('intervention-unsaid') }
}
