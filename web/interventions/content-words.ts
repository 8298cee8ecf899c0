import type { GuideTexts } from '../../server/contract/guides.ts'
import type { InterventionContent } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import '../pages/round-name-texts.ts'
import type { ContentField } from './content.ts'
import { dayText } from './days.ts'
import { GROUPS, POTENTIALS, STEPS, UPS } from './lists.ts'

/** What a part of an agreement says, one line for each thing; empty when nothing was said there. */
export function linesOf(content: InterventionContent, field: ContentField, guide: GuideTexts): string[] {
  switch (field) {
    case 'criteria':
      return content.criteria.filter((line) => line.trim() !== '')
    case 'startsOn':
    case 'reviewOn': {
      const day = content[field]
      return day === null ? [] : [dayText(day)]
    }
    case 'ups':
      return UPS.filter((up) => content.ups.includes(up)).map((up) => guide.ups[up].name)
    case 'impact': {
      const step = STEPS.find((one) => one === String(content.impact))
      return step === undefined ? [] : [guide.impact.steps[step]]
    }
    case 'support':
      return GROUPS.flatMap((group) => {
        const stance = content.support[group]
        return stance === undefined ? [] : [said(t(`round-group-${group}`), guide.support[stance])]
      })
    case 'potential':
      return POTENTIALS.flatMap((one) => {
        const step = content.potential[one]
        return step === undefined ? [] : [said(guide.potential[one].name, t(`intervention-potential-${step}`))]
      })
    default:
      return content[field].trim() === '' ? [] : content[field].split('\n').filter((line) => line.trim() !== '')
  }
}

/** What a part of an agreement is called. */
export function fieldName(field: ContentField): string {
  return t(`intervention-field-${field}`)
}

function said(what: string, how: string): string {
  return `${what}: ${how.charAt(0).toLowerCase()}${how.slice(1)}`
}
