import type { Privacy } from '../../server/contract/privacy.ts'
import { t } from '../i18n/texts.ts'
import './privacy-texts.ts'

type Activity = Privacy['activities'][number]

/** How long one kind of data stays. */
export function termWords(term: Activity['terms'][number], months: Privacy['months']): string {
  if (term === 'answers' || term === 'texts' || term === 'audit') return t(`privacy-term-${term}`, { n: months[term] })
  return t(`privacy-term-${term}`)
}

/** Who gets data, in a few words. */
export function recipientWords({ kind, host }: Activity['recipients'][number]): string {
  return t(`privacy-recipient-${kind}`, { host: host ?? '' })
}

/** One purpose as the terms of a definition list: whose data, how long, who gets it. */
export function factsOf(activity: Activity, months: Privacy['months']): readonly (readonly [string, string])[] {
  const subjects = activity.subjects.map((subject) => t(`privacy-subject-${subject}`))
  return [
    [t('privacy-subjects'), subjects.join('; ')],
    [t('privacy-terms'), activity.terms.map((term) => termWords(term, months)).join('; ')],
    [t('privacy-recipients'), activity.recipients.map(recipientWords).join('; ')],
  ]
}
