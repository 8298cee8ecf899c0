import type { InterventionContent } from '../../server/contract/interventions.ts'
import { t } from '../i18n/texts.ts'
import { today } from './calendar-days.ts'

/** Which field a refusal is about; `title` stands for the agreement when that is what is missing. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'owner-missing': ['owner'],
  'review-date-missing': ['reviewOn'],
  'review-date-past': ['reviewOn'],
  'agreement-empty': ['title', 'agreement'],
}

/** The field of the form that a refusal is about, as its id ends; undefined when it is about none of them. */
export function fieldOfRefusal(code: string, content: InterventionContent): string | undefined {
  const fields = FIELDS[code]
  if (code === 'agreement-empty') return content.title.trim() === '' ? 'title' : 'agreement'
  return fields?.[0] === 'reviewOn' ? 'review-on' : fields?.[0]
}

/** The sentence of a refusal when it is about this field and still holds there; undefined otherwise. */
export function problemWords(
  field: string,
  code: string | undefined,
  content: InterventionContent,
): string | undefined {
  if (code === undefined || !FIELDS[code]?.includes(field)) return undefined
  return isMended(field, code, content) ? undefined : t(`problem-${code}`)
}

function isMended(field: string, code: string, content: InterventionContent): boolean {
  if (code === 'review-date-past') return content.reviewOn !== null && content.reviewOn >= today()
  const value: unknown = Reflect.get(content, field)
  return typeof value === 'string' && value.trim() !== ''
}
